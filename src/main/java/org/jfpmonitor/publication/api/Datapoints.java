package org.jfpmonitor.publication.api;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.jfpmonitor.observation.Figure;
import org.jfpmonitor.observation.Revision;
import org.jfpmonitor.observation.Series;
import org.jfpmonitor.organisation.Organisation;
import org.jfpmonitor.plan.Measure;
import org.jfpmonitor.plan.Unit;
import org.jspecify.annotations.Nullable;

/**
 * Figures as datapoints of the NHS Central Metrics Library, one line each. Values are in
 * the unit that people read; numerator and denominator, where there are any, stand beside
 * them in the unit of the series.
 */
final class Datapoints {

	private static final CSVFormat FORMAT = CSVFormat.DEFAULT.builder()
		.setHeader("datapoint_id", "metric_id", "dimension_id", "reporting_grain", "location_id", "location_type",
				"reporting_period_start_datetime", "publication_datetime", "metric_value", "additional_metric_values")
		.get();

	private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT);

	/** A share is written to 15 digits; numerator and denominator say it exactly. */
	private static final MathContext DIGITS = new MathContext(15);

	private static final @Nullable String NOTHING = null;

	private final CSVPrinter printer;

	/** Begins with the header. */
	Datapoints(Appendable out) throws IOException {
		this.printer = new CSVPrinter(out, FORMAT);
	}

	/**
	 * Writes every figure of the series, those without a value as the library marks them.
	 */
	void write(Measure measure, Organisation organisation, Series series) throws IOException {
		for (Revision each : series.points()) {
			LocalDateTime start = each.cell().period().start().atStartOfDay();
			this.printer.printRecord(measure.id() + ":" + organisation.code() + ":" + each.cell().period().start(),
					measure.id(), NOTHING, measure.cadence().word(), organisation.code(),
					organisation.kind().name().toLowerCase(Locale.ROOT), MOMENT.format(start),
					MOMENT.format(each.provenance().knownAt().atOffset(ZoneOffset.UTC)), value(measure, each.figure()),
					additional(each.figure(), measure.unit()));
		}
	}

	/** Hands on what has been written so far. */
	void flush() throws IOException {
		this.printer.flush();
	}

	private static String value(Measure measure, Figure figure) {
		return switch (figure.mark()) {
			case SUPPRESSED -> "*";
			case MISSING -> "NA";
			case NOT_APPLICABLE -> "not applicable";
			case NONE, ESTIMATED -> shown(measure.unit().fromBase(Objects.requireNonNull(figure.value())));
		};
	}

	private static String shown(BigDecimal value) {
		BigDecimal rounded = (value.precision() > DIGITS.getPrecision()) ? value.round(DIGITS) : value;
		return (rounded.signum() == 0) ? "0" : rounded.stripTrailingZeros().toPlainString();
	}

	/** Nothing is said of what was withheld. */
	private static @Nullable String additional(Figure figure, Unit unit) {
		BigDecimal numerator = figure.numerator();
		BigDecimal denominator = figure.denominator();
		List<String> said = new ArrayList<>();
		if (figure.value() != null && numerator != null && denominator != null) {
			said.add("\"numerator\":" + shown(unit.numeratorFromBase(numerator)));
			said.add("\"denominator\":" + shown(denominator));
		}
		if (figure.mark() == Figure.Mark.ESTIMATED) {
			said.add("\"estimated\":true");
		}
		return said.isEmpty() ? null : "{" + String.join(",", said) + "}";
	}

}
