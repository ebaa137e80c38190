package org.jfpmonitor.publication.workbook;

import java.io.IOException;
import java.io.OutputStream;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.apache.poi.ss.usermodel.Sheet;
import org.jfpmonitor.calendar.Cadence;
import org.jfpmonitor.calendar.Period;
import org.jfpmonitor.organisation.Organisation;
import org.jfpmonitor.organisation.OrganisationCode;
import org.jfpmonitor.organisation.Organisations;
import org.jfpmonitor.plan.Measure;
import org.jfpmonitor.plan.Plan;
import org.jfpmonitor.plan.Plans;

/**
 * The workbook in which people send their own figures: a table to fill in, lists of the
 * measures, organisations and periods of the plan to choose from, and a page to read.
 */
final class FiguresTemplate {

	private static final String FEED = "figures";

	private static final int ROWS = 2000;

	private final Plan plan;

	private final Organisations organisations;

	private final LocalDate today;

	FiguresTemplate(Plan plan, Organisations organisations, LocalDate today) {
		// Rows name figures, of which there may be several judgements.
		this.plan = Plans.asked(List.of(plan));
		this.organisations = organisations;
		this.today = today;
	}

	void write(OutputStream out) throws IOException {
		List<Measure> measures = measures();
		Map<OrganisationCode, String> names = organisations(measures);
		Set<String> periods = periods(measures);
		try (Book book = new Book()) {
			Sheet figures = book.table("Figures",
					List.of("measure", "organisation", "period", "value", "numerator", "denominator", "comment"), 36,
					14, 14, 14, 14, 14, 40);
			readMe(book);
			Sheet list = book.table("Measures", List.of("Measure id", "Title", "Unit", "Cadence"), 36, 60, 14, 14);
			measures
				.forEach((each) -> book.add(list, each.id(), each.title(), each.unit().word(), each.cadence().word()));
			Sheet whose = book.table("Organisations", List.of("Code", "Name"), 14, 60);
			names.forEach((code, name) -> book.add(whose, code, name));
			Sheet when = book.table("Periods", List.of("Periods of the plan"), 20);
			periods.forEach((period) -> book.add(when, period));
			book.asText(figures, 2);
			book.offer(figures, 0, ROWS, column("Measures", measures.size()),
					"Choose a measure from the list; the sheet Measures says what each is.", true);
			book.offer(figures, 1, ROWS, column("Organisations", names.size()),
					"Choose the code of an organisation from the list.", true);
			book.offer(figures, 2, ROWS, column("Periods", periods.size()),
					"Choose a period from the list, such as 2025-03 for March 2025 or 2024-Q4.", false);
			for (int i = 3; i < 6; i++) {
				book.numbersOnly(figures, i, ROWS,
						"Type a number in the unit of the measure, or one of *, NA, withdrawn.");
			}
			book.write(out);
		}
	}

	/** Those that come as local figures; all where the plan has none of them. */
	private List<Measure> measures() {
		List<Measure> all = this.plan.measures();
		List<Measure> local = all.stream().filter((each) -> each.feed().value().equals(FEED)).toList();
		return local.isEmpty() ? all : local;
	}

	/**
	 * Those that the measures have and those that followed them, as far as they were open
	 * at any time of the periods offered, with their names.
	 */
	private Map<OrganisationCode, String> organisations(List<Measure> measures) {
		Map<OrganisationCode, String> names = new LinkedHashMap<>();
		Deque<OrganisationCode> codes = new ArrayDeque<>();
		measures.forEach((measure) -> codes.addAll(measure.organisations()));
		while (!codes.isEmpty()) {
			OrganisationCode code = codes.remove();
			Organisation organisation = this.organisations.find(code).orElse(null);
			if (organisation == null) {
				names.putIfAbsent(code, "");
				continue;
			}
			LocalDate opened = organisation.opened();
			LocalDate closed = organisation.closed();
			boolean begun = opened == null || !opened.isAfter(this.today);
			if (begun && (closed == null || !closed.isBefore(this.plan.duration().start()))) {
				names.putIfAbsent(code, organisation.name()
						+ ((closed != null) ? " (until " + Period.day(closed).inWords() + ")" : ""));
			}
			if (closed != null) {
				codes.addAll(organisation.successors());
			}
		}
		return names;
	}

	/** Every period that has begun, of each cadence that the measures have. */
	private Set<String> periods(List<Measure> measures) {
		Set<String> periods = new LinkedHashSet<>();
		for (Cadence cadence : measures.stream().map(Measure::cadence).distinct().sorted().toList()) {
			LocalDate first = this.plan.duration().start();
			List<String> ofCadence = new ArrayList<>();
			for (Period each = cadence.periodOf(first); !each.start().isAfter(this.today)
					&& each.start().isBefore(this.plan.duration().endExclusive()); each = cadence.next(each)) {
				ofCadence.add(cadence.written(each.lastDay()));
			}
			periods.addAll(ofCadence);
		}
		return periods;
	}

	private static String column(String sheet, int values) {
		return sheet + "!$A$2:$A$" + Math.max(2, values + 1);
	}

	private void readMe(Book book) {
		Sheet sheet = book.table("Read me", List.of("Figures for " + this.plan.title()), 110);
		for (String line : List.of("Fill in the sheet Figures: one row for each measure, organisation and period.",
				"value: the figure, in the unit that the sheet Measures names. A percentage may be typed as 72.6% or as 72.6.",
				"numerator and denominator: where the figure is a share of two counts, type these and leave value empty or"
						+ " give all three; shares of several organisations are then added up rightly.",
				"* stands for suppressed, NA for missing, \"not applicable\" for that. Zero is a figure: type 0.",
				"withdrawn as the value takes an earlier figure back. A later file corrects an earlier one, row by row.",
				"Send the workbook on the page Files received, or put it into the inbox. Rows that cannot be read come back with"
						+ " their cell, such as Figures!D7, and the reason.",
				"The other sheets are for choosing from; changing them changes nothing.")) {
			book.add(sheet, line);
		}
	}

}
