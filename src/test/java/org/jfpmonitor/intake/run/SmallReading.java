package org.jfpmonitor.intake.run;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.jfpmonitor.calendar.Period;
import org.jfpmonitor.extract.result.Extract;
import org.jfpmonitor.extract.result.ExtractRefused;
import org.jfpmonitor.extract.result.LineCounts;
import org.jfpmonitor.extract.result.ReadingContext;
import org.jfpmonitor.extract.result.Reject;
import org.jfpmonitor.extract.result.RejectCode;
import org.jfpmonitor.extract.result.ReportLines;
import org.jfpmonitor.intake.checks.CheckedReader.ExtractParser;
import org.jfpmonitor.observation.Cell;
import org.jfpmonitor.observation.Coverage;
import org.jfpmonitor.observation.Figure;
import org.jfpmonitor.observation.Observation;
import org.jfpmonitor.observation.Place;
import org.jfpmonitor.observation.Vintage;
import org.jfpmonitor.organisation.OrganisationCode;
import org.jfpmonitor.plan.id.FeedId;
import org.jfpmonitor.plan.id.MeasureId;
import org.jspecify.annotations.Nullable;

/**
 * Reads {@code measure,organisation,month,value}: the least layout with which a delivery
 * can be published, rejected in part, or refused.
 */
final class SmallReading implements ExtractParser {

	static final String HEADER = "measure,organisation,month,value\n";

	private final @Nullable MeasureId always;

	SmallReading() {
		this(null);
	}

	/** A reader that takes every line for one of the measure, whatever it says. */
	SmallReading(@Nullable MeasureId always) {
		this.always = always;
	}

	@Override
	public Extract read(Path file, String fileName, ReadingContext context, Consumer<Reject> rejects) {
		List<Observation> observations = new ArrayList<>();
		Set<Coverage> coverages = new LinkedHashSet<>();
		long rejected = 0;
		long read = 0;
		try (Reader text = Files.newBufferedReader(file, StandardCharsets.UTF_8);
				CSVParser lines = CSVFormat.DEFAULT.builder().setHeader().setSkipHeaderRecord(true).get().parse(text)) {
			if (!lines.getHeaderNames().equals(List.of("measure", "organisation", "month", "value"))) {
				throw new ExtractRefused(List.of("Expected columns measure, organisation, month and value, found "
						+ lines.getHeaderNames() + ".", "Name the columns like that."));
			}
			for (CSVRecord line : lines) {
				read++;
				if (!line.get("value").matches("-?[0-9.]+")) {
					rejected++;
					rejects.accept(new Reject(Place.line(lines.getCurrentLineNumber()), RejectCode.NOT_A_NUMBER,
							"value", line.get("value"), "a number"));
					continue;
				}
				Observation observation = observation(line, lines.getCurrentLineNumber());
				observations.add(observation);
				coverages
					.add(new Coverage(observation.cell().measure(), observation.scope(), observation.cell().period()));
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		return new Extract("small", "1".repeat(64), FeedId.of("figures"), Vintage.arrived(context.arrivedOn()),
				List.copyOf(coverages), observations, List.of(), ReportLines.NONE, List.of(), List.of(),
				new LineCounts(read, read - rejected, 0, rejected), List.of(), List.of());
	}

	private Observation observation(CSVRecord line, long number) {
		OrganisationCode organisation = OrganisationCode.of(line.get("organisation"));
		Period month = Period.month(YearMonth.parse(line.get("month")));
		MeasureId measure = (this.always != null) ? this.always : MeasureId.of(line.get("measure"));
		return new Observation(new Cell(measure, organisation, month), Figure.of(new BigDecimal(line.get("value"))),
				organisation.value(), Place.line(number), 1);
	}

}
