package org.jfpmonitor.publication.objective;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;

import org.jfpmonitor.assessment.series.MeasureSeries;
import org.jfpmonitor.assessment.words.Phrasing;
import org.jfpmonitor.organisation.Organisation;
import org.jfpmonitor.organisation.Organisations;
import org.jfpmonitor.plan.Measure;

/**
 * The figures of who came before or after an organisation of a measure: shown beside its
 * own, never joined to them, and held against no target.
 *
 * @param code of the organisation
 * @param title the measure and whose figures they are
 * @param relation how the two follow each other
 * @param chart their control chart
 */
record RelatedSeries(String code, String title, String relation, ChartPanel chart) {

	/**
	 * Who came before any of the measure's organisations, and who came after them, as far
	 * as that had happened on the day.
	 */
	static List<Organisation> of(Measure measure, Organisations register, LocalDate day) {
		return measure.organisations()
			.stream()
			.flatMap((code) -> Stream.concat(
					register.predecessorsOf(code).stream().filter((each) -> isClosed(each, day)),
					register.find(code)
						.filter((each) -> isClosed(each, day))
						.stream()
						.flatMap((each) -> register.successorsOf(each).stream())))
			.distinct()
			.filter((each) -> !measure.organisations().contains(each.code()))
			.toList();
	}

	private static boolean isClosed(Organisation organisation, LocalDate day) {
		LocalDate closed = organisation.closed();
		return closed != null && day.isAfter(closed);
	}

	/** None where there are too few figures for a chart. */
	static List<RelatedSeries> of(MeasureSeries series, Organisation whose, Organisations register) {
		ChartPanel chart = ChartPanel.of(series, "-" + whose.code(), List.of());
		return (chart == null) ? List.of() : List.of(new RelatedSeries(whose.code().value(),
				series.measure().title() + ": " + name(whose), relation(whose, register), chart));
	}

	private static String relation(Organisation whose, Organisations register) {
		List<Organisation> before = register.predecessorsOf(whose.code());
		List<String> sentences = Stream.concat(Stream.of(whose), before.stream())
			.filter((each) -> each.closed() != null)
			.map((each) -> Phrasing.closure(each, register.successorsOf(each)))
			.toList();
		return String.join(" ", sentences);
	}

	private static String name(Organisation organisation) {
		return organisation.name() + " (" + organisation.code() + ")";
	}

}
