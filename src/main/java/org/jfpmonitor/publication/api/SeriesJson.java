package org.jfpmonitor.publication.api;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;

import org.jfpmonitor.assessment.reason.Source;
import org.jfpmonitor.assessment.series.MeasureSeries;
import org.jfpmonitor.assessment.series.Obstacle;
import org.jfpmonitor.assessment.series.PeriodFigure;
import org.jfpmonitor.assessment.words.Phrasing;
import org.jfpmonitor.observation.Figure;
import org.jfpmonitor.organisation.Organisation;
import org.jfpmonitor.organisation.OrganisationCode;
import org.jfpmonitor.organisation.Organisations;
import org.jfpmonitor.plan.Measure;
import org.jfpmonitor.plan.target.Requirement;
import org.jfpmonitor.publication.Viewpoint;
import org.jfpmonitor.variation.ChartPoint;
import org.jfpmonitor.variation.ControlChart;
import org.jfpmonitor.variation.limits.Assurance;
import org.jspecify.annotations.Nullable;

/**
 * The current figures of one measure, as it is judged by them. Values are in the unit
 * named, shares between 0 and 1. {@code organisation} and what belongs to it are null
 * where several are taken together. A series ends with its organisation; who follows it
 * has a series of its own.
 */
record SeriesJson(String measure, String title, @Nullable String organisation, @Nullable String organisationName,
		@Nullable LocalDate organisationClosed, List<String> successors, List<String> organisations, String unit,
		String direction, LocalDate asOf, LocalDate knownOn, List<PointJson> points, @Nullable Chart chart) {

	static SeriesJson of(MeasureSeries series, List<OrganisationCode> counted, Organisations register,
			Viewpoint viewpoint) {
		Measure measure = series.measure();
		OrganisationCode only = (counted.size() == 1) ? counted.get(0) : null;
		Optional<Organisation> known = (only != null) ? register.find(only) : Optional.empty();
		List<PointJson> points = IntStream.range(0, series.figures().size())
			.filter((place) -> isSpokenOf(series.figures().get(place)))
			.mapToObj((place) -> PointJson.of(series, place))
			.toList();
		return new SeriesJson(measure.id().value(), measure.title(), (only != null) ? only.value() : null,
				(only != null) ? register.nameOf(only) : null, known.map(Organisation::closed).orElse(null),
				known.map(Organisation::successors).orElse(List.of()).stream().map(OrganisationCode::value).toList(),
				counted.stream().map(OrganisationCode::value).toList(), measure.unit().base(),
				measure.direction().code(), viewpoint.asOf(), viewpoint.knownOn(), points,
				series.chart().map((chart) -> Chart.of(chart, series)).orElse(null));
	}

	private static boolean isSpokenOf(PeriodFigure figure) {
		return !figure.parts().isEmpty() || figure.obstacle() == Obstacle.WITHDRAWN;
	}

	/**
	 * One figure with what was required and the limits of its chart; {@code mark} says
	 * why a value is not there, or that it was estimated; {@code judged} is what the
	 * target's basis makes of it and those before. {@code delivery}, {@code file} and
	 * {@code line} ({@code cell} in a workbook) are those of the only source, and null
	 * where there are several.
	 */
	record PointJson(LocalDate start, LocalDate end, @Nullable BigDecimal value, @Nullable BigDecimal numerator,
			@Nullable BigDecimal denominator, String mark, @Nullable BigDecimal judged, @Nullable BigDecimal required,
			@Nullable Long delivery, @Nullable String file, @Nullable Long line, @Nullable String cell,
			List<ReasonJson.LineJson> sources, @Nullable Double mean, @Nullable Double lowerLimit,
			@Nullable Double upperLimit, @Nullable String specialCause, @Nullable String variation) {

		static PointJson of(MeasureSeries series, int place) {
			PeriodFigure shown = series.figures().get(place);
			PeriodFigure judged = series.judged(place);
			Optional<Figure> figure = Optional.ofNullable(shown.figure());
			List<Source> sources = Source.of(shown);
			Optional<Source> only = (sources.size() == 1) ? Optional.of(sources.get(0)) : Optional.empty();
			Optional<ChartPoint> drawn = (place < series.shownPoints().size())
					? Optional.of(series.shownPoints().get(place)) : Optional.empty();
			return new PointJson(shown.period().start(), shown.period().lastDay(),
					figure.map(Figure::value).orElse(null), figure.map(Figure::numerator).orElse(null),
					figure.map(Figure::denominator).orElse(null), mark(shown),
					judged.hasValue() ? judged.value() : null,
					series.requiredOf(shown.slot()).map(Requirement::value).orElse(null),
					only.map((each) -> each.delivery().value()).orElse(null), only.map(Source::fileName).orElse(null),
					only.map(ReasonJson.LineJson::line).orElse(null),
					only.map((each) -> each.place().cell()).orElse(null),
					sources.stream().map(ReasonJson.LineJson::of).toList(),
					drawn.map((each) -> each.limits().mean()).orElse(null),
					drawn.map((each) -> each.limits().lower()).orElse(null),
					drawn.map((each) -> each.limits().upper()).orElse(null),
					drawn.map((each) -> each.specialCause().code()).orElse(null),
					drawn.map((each) -> each.type().code()).orElse(null));
		}

		private static String mark(PeriodFigure shown) {
			Figure figure = shown.figure();
			return ((figure != null) ? figure.mark() : String.valueOf(shown.obstacle())).toString()
				.toLowerCase(Locale.ROOT);
		}

	}

	/** What the control chart says, in codes and in words. */
	record Chart(String variation, String variationIcon, String variationWords, @Nullable String assurance,
			@Nullable String assuranceIcon, String assuranceWords, String warning) {

		static Chart of(ControlChart chart, MeasureSeries series) {
			return new Chart(chart.variation().code(), chart.variationIcon().code(), Phrasing.variation(chart),
					chart.establishedAssurance().map(Assurance::code).orElse(null),
					chart.establishedAssurance().map(Assurance::iconCode).orElse(null), Phrasing.assurance(series),
					Phrasing.shortSeries(chart));
		}

	}

}
