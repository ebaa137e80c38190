package org.jfpmonitor.publication.comparison;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import org.jfpmonitor.calendar.Period;
import org.jfpmonitor.organisation.Organisation;
import org.jfpmonitor.plan.Direction;
import org.jfpmonitor.plan.Measure;
import org.jfpmonitor.plan.Unit;
import org.jfpmonitor.plan.target.Target;
import org.jfpmonitor.publication.Viewpoint;
import org.jfpmonitor.publication.page.Links;
import org.jspecify.annotations.Nullable;

/**
 * A comparison as a page shows it.
 *
 * @param title the measure
 * @param id its name in addresses
 * @param definition what exactly is counted
 * @param period which period is compared, in words; empty when nobody has a figure
 * @param direction which way is better, or that neither is, in whole sentences
 * @param cautions what to bear in mind while reading, a sentence each
 * @param kinds a table each
 * @param elsewhen those that have figures of other periods only, by name
 * @param periods the newest periods that can be compared, newest first
 */
record ComparisonPage(String title, String id, String definition, String period, String direction,
		List<String> cautions, List<KindTable> kinds, List<String> elsewhen, List<PeriodLink> periods) {

	/** Two years of months. */
	private static final int MOST_PERIODS = 24;

	static ComparisonPage of(Comparison compared, Viewpoint viewpoint, LocalDate today) {
		Measure measure = compared.measure();
		return new ComparisonPage(measure.title(), measure.id().value(), measure.definition(),
				compared.period().map(Period::inWords).orElse(""), direction(compared), cautions(compared),
				compared.kinds().stream().map((each) -> KindTable.of(each, measure)).toList(),
				compared.elsewhen().stream().map(Organisation::name).toList(),
				compared.periods()
					.stream()
					.limit(MOST_PERIODS)
					.map((each) -> PeriodLink.of(each, compared, viewpoint, today))
					.toList());
	}

	private static String direction(Comparison compared) {
		Measure measure = compared.measure();
		Measure other = compared.otherEnd();
		if (other == null) {
			return ((measure.direction() == Direction.HIGHER) ? "Higher" : "Lower")
					+ " is better, and 1 is the best rank.";
		}
		boolean low = measure.direction() == Direction.HIGHER;
		Optional<String> least = required(low ? measure : other, compared);
		Optional<String> most = required(low ? other : measure, compared);
		return "The plan asks for a value "
				+ ((least.isPresent() && most.isPresent()) ? "between " + least.get() + " and " + most.get()
						: "that is neither too low nor too high")
				+ ", so neither higher nor lower is better and nobody is ranked; the highest stands first.";
	}

	/** What is required of the period compared. */
	private static Optional<String> required(Measure end, Comparison compared) {
		return compared.period()
			.flatMap((period) -> end.requiredOf(period, (planned) -> Optional.empty()))
			.map((required) -> end.unit().plannedInWords(required.value()));
	}

	private static List<String> cautions(Comparison compared) {
		Measure measure = compared.measure();
		List<String> cautions = new ArrayList<>();
		boolean total = measure.unit() == Unit.COUNT || measure.unit() == Unit.GBP;
		if (total && compared.otherEnd() == null) {
			cautions.add("These are totals: a large organisation has more of them than a small one, so a rank here says"
					+ " how large they are, not how well anybody does.");
		}
		Target target = measure.target();
		if (target != null && !target.basis().isOfOnePeriod()) {
			cautions.add("The plan judges several periods together; compared here are single ones.");
		}
		return cautions;
	}

	/**
	 * The organisations of one kind.
	 *
	 * @param title the kind
	 * @param rows the best first
	 */
	record KindTable(String title, List<OrganisationRow> rows) {

		static KindTable of(ComparedKind kind, Measure measure) {
			RankedFigures figures = new RankedFigures(measure.unit(),
					kind.organisations()
						.stream()
						.filter((each) -> each.rank() != null)
						.map((each) -> each.figure().value())
						.toList());
			return new KindTable(kind.title(),
					kind.organisations().stream().map((each) -> OrganisationRow.of(each, measure, figures)).toList());
		}

		/** What a screen reader calls the table by. */
		public String anchor() {
			return this.title.toLowerCase(Locale.ROOT).replace(' ', '-');
		}

	}

	/**
	 * A period to look at, by the same edition of the plan.
	 *
	 * @param words the period and how many organisations have a value of it
	 * @param address where; null for the one shown
	 */
	record PeriodLink(String words, @Nullable String address) {

		static PeriodLink of(Comparison.PeriodCount count, Comparison compared, Viewpoint viewpoint, LocalDate today) {
			boolean shown = compared.period().filter(count.period()::equals).isPresent();
			return new PeriodLink(count.period().inWords() + " (" + count.organisations() + ")",
					shown ? null : new Links(viewpoint, today).organisations(compared.measure().id().value(),
							count.period().lastDay()));
		}

	}

}
