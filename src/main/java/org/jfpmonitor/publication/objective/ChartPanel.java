package org.jfpmonitor.publication.objective;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.jfpmonitor.assessment.reason.Source;
import org.jfpmonitor.assessment.series.MeasureSeries;
import org.jfpmonitor.assessment.series.PeriodFigure;
import org.jfpmonitor.assessment.series.Restatement;
import org.jfpmonitor.assessment.words.Phrasing;
import org.jfpmonitor.assessment.words.SeriesChart;
import org.jfpmonitor.chart.ChartIcon;
import org.jfpmonitor.chart.ChartSize;
import org.jfpmonitor.chart.LegendEntry;
import org.jfpmonitor.plan.Measure;
import org.jfpmonitor.plan.Unit;
import org.jfpmonitor.plan.target.Requirement;
import org.jfpmonitor.progress.PlainText;
import org.jfpmonitor.publication.comments.AnnotationRow;
import org.jfpmonitor.publication.page.SourceLine;
import org.jfpmonitor.variation.ChartPoint;
import org.jfpmonitor.variation.ControlChart;
import org.jfpmonitor.variation.limits.ControlLimits;
import org.jspecify.annotations.Nullable;

/**
 * The control chart of one measure with what it says, and its figures as a table.
 *
 * @param drawing the chart as an {@code svg} element
 * @param days from when to when its figures run, in words
 * @param axis the numbers of its upright axis alone, as another
 * @param variation what the latest figure means
 * @param variationIcon its icon, or null when the latest period has no figure
 * @param assurance whether what is required can be expected to be met, or why that cannot
 * be said
 * @param assuranceIcon its icon, or null
 * @param judged what is judged in place of its points, in words; empty when they are
 * judged themselves
 * @param notes what to bear in mind, each a sentence
 * @param rows its figures, newest first
 */
record ChartPanel(String drawing, String days, String axis, String variation, @Nullable ChartIcon variationIcon,
		String assurance, @Nullable ChartIcon assuranceIcon, String judged, List<String> notes, List<ChartRow> rows) {

	/** Of fewer figures there is no line to draw. */
	private static final int FEWEST = 2;

	ChartPanel {
		notes = List.copyOf(notes);
		rows = List.copyOf(rows);
	}

	/** What its marks and lines mean. */
	public List<LegendEntry> legend() {
		return LegendEntry.of(this.judged);
	}

	/** The panel, or null when there are too few figures for a line. */
	static @Nullable ChartPanel of(MeasureSeries series, List<AnnotationRow> annotations) {
		return of(series, "", annotations);
	}

	/**
	 * The panel, or null when there are too few figures for a line.
	 * @param apart what tells it from others of the measure on the page
	 */
	static @Nullable ChartPanel of(MeasureSeries series, String apart, List<AnnotationRow> annotations) {
		ControlChart chart = series.chart().orElse(null);
		if (chart == null || series.figures().stream().filter(PeriodFigure::hasValue).count() < FEWEST) {
			return null;
		}
		Measure measure = series.measure();
		String drawing = SeriesChart.of(series)
			.drawn("chart-" + measure.id() + apart, letters(series, annotations), ChartSize.PAGE, title(series),
					description(series));
		return new ChartPanel(drawing, days(series), SeriesChart.of(series).axis(ChartSize.PAGE),
				Phrasing.variation(chart),
				(chart.latest().value() != null) ? ChartIcon.of(chart.variationIcon()) : null,
				Phrasing.assurance(series), ChartIcon.ofAssurance(chart).orElse(null), Phrasing.judged(measure),
				notes(series, chart), rows(series));
	}

	/** The letters above the figures whose periods have a day with what is annotated. */
	private static Map<Integer, String> letters(MeasureSeries series, List<AnnotationRow> annotations) {
		Map<Integer, String> found = new HashMap<>();
		for (int i = 0; i < series.figures().size(); i++) {
			PeriodFigure figure = series.figures().get(i);
			String letters = annotations.stream()
				.filter((each) -> figure.isOn(each.days()))
				.map(AnnotationRow::letter)
				.collect(Collectors.joining(" "));
			if (!letters.isEmpty()) {
				found.put(i, letters);
			}
		}
		return found;
	}

	private static String title(MeasureSeries series) {
		return series.measure().title() + ", " + days(series);
	}

	private static String days(MeasureSeries series) {
		return series.figures().get(0).period().inWords() + " to "
				+ series.figures().get(series.newest()).period().inWords();
	}

	private static String description(MeasureSeries series) {
		Unit unit = series.measure().unit();
		String judged = Phrasing.judged(series.measure());
		ChartPoint latest = series.shownPoints().get(series.newest());
		ControlLimits limits = latest.limits();
		List<String> parts = new ArrayList<>();
		parts.add("Latest figure " + ChartRow.figure(series, series.newest()));
		if (!judged.isEmpty()) {
			parts.add(judged + " " + ChartRow.judged(series, series.newest()));
		}
		parts.add("required " + ChartRow.required(series, series.newest()));
		parts.add("average " + ChartRow.words(limits.mean(), unit));
		parts.add("lower process limit " + ChartRow.words(limits.lower(), unit));
		parts.add("upper process limit " + ChartRow.words(limits.upper(), unit));
		return String.join("; ", parts) + ". The figures are in the table below the chart.";
	}

	private static List<String> notes(MeasureSeries series, ControlChart chart) {
		List<String> notes = new ArrayList<>();
		String few = Phrasing.shortSeries(chart);
		if (!few.isEmpty()) {
			notes.add(few);
		}
		notes.addAll(Phrasing.limits(series));
		notes.addAll(SeriesChart.of(series).key());
		series.rebases()
			.forEach((rebase) -> notes.add("The average and the process limits start afresh from "
					+ Phrasing.day(rebase.from()) + ": " + PlainText.ended(rebase.reason())));
		return notes;
	}

	private static List<ChartRow> rows(MeasureSeries series) {
		Map<Integer, Restatement> restated = series.restatements()
			.stream()
			.collect(Collectors.toMap(Restatement::place, Function.identity()));
		List<ChartRow> rows = new ArrayList<>();
		for (int i = series.newest(); i >= 0; i--) {
			rows.add(ChartRow.of(series, i, before(restated.get(i), series), series.shownPoints().get(i)));
		}
		return rows;
	}

	private static String before(@Nullable Restatement restatement, MeasureSeries series) {
		return (restatement != null) ? Phrasing.before(series, restatement) : "";
	}

	/**
	 * One figure of the table.
	 *
	 * @param period the period, in words
	 * @param figure the figure, or why there is none
	 * @param before what it was before it was restated, and until when, or empty
	 * @param parts numerator and denominator, or empty
	 * @param judged what is judged in place of it; empty when it is judged itself
	 * @param required what was required
	 * @param mean the average of its group
	 * @param limits the process limits of its group
	 * @param variation what it means
	 * @param sources where it was read
	 */
	record ChartRow(String period, String figure, String before, String parts, String judged, String required,
			String mean, String limits, String variation, List<SourceLine> sources) {

		ChartRow {
			sources = List.copyOf(sources);
		}

		static ChartRow of(MeasureSeries series, int place, String before, ChartPoint point) {
			PeriodFigure figure = series.figures().get(place);
			Unit unit = series.measure().unit();
			ControlLimits limits = point.limits();
			return new ChartRow(figure.period().inWords(), figure(series, place), before,
					FigureWords.parts(figure.figure(), unit),
					Phrasing.judged(series.measure()).isEmpty() ? "" : judged(series, place), required(series, place),
					words(limits.mean(), unit), between(limits, unit),
					(point.value() != null) ? Phrasing.variationInShort(point.type()) : "none",
					Source.of(figure).stream().map(SourceLine::of).toList());
		}

		private static String between(ControlLimits limits, Unit unit) {
			if (limits.lower() == null && limits.upper() == null) {
				return "none";
			}
			return (limits.lower() != null && limits.upper() != null)
					? words(limits.lower(), unit) + " to " + words(limits.upper(), unit)
					: "lower " + words(limits.lower(), unit) + ", upper " + words(limits.upper(), unit);
		}

		static String figure(MeasureSeries series, int place) {
			return words(series, series.figures().get(place));
		}

		static String judged(MeasureSeries series, int place) {
			PeriodFigure judged = series.judged(place);
			return judged.hasValue() ? words(series, judged) : "none";
		}

		private static String words(MeasureSeries series, PeriodFigure figure) {
			return FigureWords.of(figure.figure(), series.measure(), figure.slot(),
					series.requiredOf(figure.slot()).map(Requirement::value).orElse(null));
		}

		static String required(MeasureSeries series, int place) {
			PeriodFigure judged = series.judged(place);
			return series.requiredOf(judged.slot())
				.map((each) -> FigureWords.required(judged.figure(), series.measure(), judged.slot(), each.value()))
				.orElse("none");
		}

		static String words(@Nullable Double value, Unit unit) {
			return (value != null) ? unit.inWords(BigDecimal.valueOf(value)) : "none";
		}

	}

}
