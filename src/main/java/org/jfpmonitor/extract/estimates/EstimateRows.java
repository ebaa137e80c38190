package org.jfpmonitor.extract.estimates;

import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import org.jfpmonitor.calendar.Cadence;
import org.jfpmonitor.calendar.Period;
import org.jfpmonitor.extract.checks.UnfinishedPeriod;
import org.jfpmonitor.extract.disclosure.Withheld;
import org.jfpmonitor.extract.header.FileColumns;
import org.jfpmonitor.extract.layout.EstimateRule;
import org.jfpmonitor.extract.period.PeriodReader;
import org.jfpmonitor.extract.recognition.Recognition;
import org.jfpmonitor.extract.result.ExtractRefused;
import org.jfpmonitor.extract.result.ParseResult;
import org.jfpmonitor.extract.result.ReadingContext;
import org.jfpmonitor.extract.result.Reject;
import org.jfpmonitor.extract.result.RejectCode;
import org.jfpmonitor.extract.row.Rejects;
import org.jfpmonitor.extract.row.Row;
import org.jfpmonitor.extract.row.RowFilter;
import org.jfpmonitor.extract.row.RowHandler;
import org.jfpmonitor.extract.row.RowOutcome;
import org.jfpmonitor.extract.spelling.NormalisedText;
import org.jfpmonitor.observation.Coverage;
import org.jfpmonitor.observation.EstimateList;
import org.jfpmonitor.organisation.Organisation;
import org.jfpmonitor.organisation.OrganisationCode;
import org.jfpmonitor.organisation.Organisations;
import org.jfpmonitor.plan.Measure;

/**
 * Rows that name organisations whose figures of the file's period are estimates. A code
 * need not be registered: a list is about everyone. A list that names nobody says that
 * nobody's figures are.
 */
public final class EstimateRows implements RowHandler {

	private final EstimateRule rule;

	private final FileColumns columns;

	private final Organisations register;

	private final Map<String, OrganisationCode> byName = new HashMap<>();

	private final Rejects rejects;

	private final List<RowFilter> leaveOut;

	private final Period period;

	private final Set<OrganisationCode> named = new HashSet<>();

	/**
	 * Nobody is named yet.
	 * @throws ExtractRefused when nobody can tell the period, or it is none that a
	 * measure has
	 */
	public EstimateRows(Recognition recognition, EstimateRule rule, String fileName, Organisations register,
			ReadingContext context) {
		this.rule = rule;
		this.columns = recognition.columns();
		this.register = register;
		register.all()
			.stream()
			.collect(Collectors.groupingBy((each) -> NormalisedText.value(each.name())))
			.forEach((name, all) -> {
				if (all.size() == 1) {
					this.byName.put(name, all.get(0).code());
				}
			});
		this.rejects = new Rejects(this.columns);
		this.leaveOut = recognition.layout()
			.leaveOut()
			.stream()
			.map((conditions) -> new RowFilter(conditions, this.columns))
			.toList();
		List<Measure> measures = rule.measures().stream().flatMap((id) -> context.plan().measure(id).stream()).toList();
		this.period = PeriodReader
			.of(recognition, fileName, context.arrivedOn(),
					measures.stream()
						.map(Measure::cadence)
						.collect(Collectors.toCollection(() -> EnumSet.noneOf(Cadence.class))))
			.ofTheFile();
		measures.forEach((measure) -> {
			refuseOtherCadence(measure);
			UnfinishedPeriod.expected(measure, this.period, context.arrivedOn()).ifPresent((over) -> {
				throw new ExtractRefused(
						List.of("Expected " + over + ". Check the period in the file, and import it when it is over."));
			});
		});
	}

	private void refuseOtherCadence(Measure measure) {
		if (!measure.cadence().periodOf(this.period.lastDay()).equals(this.period)) {
			throw new ExtractRefused(List.of("Expected " + measure.cadence().inWords() + ", as measure " + measure.id()
					+ " has, found " + this.period.inWords() + ". Check that the file is the one meant."));
		}
	}

	@Override
	public RowOutcome take(Row row) {
		if (this.leaveOut.stream().anyMatch((filter) -> filter.matches(row))) {
			return RowOutcome.LEFT_OUT;
		}
		Optional<OrganisationCode> organisation = organisation(row);
		organisation.ifPresent(this.named::add);
		return organisation.isPresent() ? RowOutcome.USED : RowOutcome.rejected(reject(row));
	}

	private Optional<OrganisationCode> organisation(Row row) {
		String text = row.text(this.columns.position(this.rule.organisation())).strip();
		if (!text.isEmpty()) {
			Optional<OrganisationCode> registered = this.register.find(NormalisedText.value(text))
				.map(Organisation::code)
				.or(() -> byName(text));
			return (registered.isEmpty() && OrganisationCode.isCode(text)) ? Optional.of(OrganisationCode.of(text))
					: registered;
		}
		return this.columns.has(this.rule.name()) ? byName(row.text(this.columns.position(this.rule.name())))
				: Optional.empty();
	}

	private Optional<OrganisationCode> byName(String name) {
		return Optional.ofNullable(this.byName.get(NormalisedText.value(name)));
	}

	private Reject reject(Row row) {
		boolean byName = row.text(this.columns.position(this.rule.organisation())).isBlank()
				&& this.columns.has(this.rule.name());
		String column = byName ? this.rule.name() : this.rule.organisation();
		return this.rejects.of(row, RejectCode.UNKNOWN_ORGANISATION, column,
				"the code of an organisation, or the name of one as organisations.yaml has it");
	}

	@Override
	public boolean mayBeEmpty() {
		return true;
	}

	@Override
	public ParseResult finish(Withheld withheld) {
		return ParseResult.ofEstimates(this.rule.measures()
			.stream()
			.map((measure) -> new EstimateList(new Coverage(measure, this.rule.scope(), this.period), this.named))
			.toList(), this.period.lastDay());
	}

}
