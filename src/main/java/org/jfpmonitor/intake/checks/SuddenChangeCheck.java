package org.jfpmonitor.intake.checks;

import org.jfpmonitor.intake.checks.held.HeldFigures;
import org.jfpmonitor.intake.checks.held.MeasureFigures;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import org.jfpmonitor.observation.Cell;
import org.jfpmonitor.observation.Figure;
import org.jfpmonitor.observation.Observation;
import org.jfpmonitor.observation.Revision;
import org.jfpmonitor.organisation.OrganisationCode;
import org.jfpmonitor.plan.Unit;
import org.jspecify.annotations.Nullable;

/**
 * Whether a figure of the newest period, or what it is made of, is half of what it was or
 * less, or twice and more (four times where it is small): of the period before, or the
 * last one held of a year, or of what is held for the same period; and whether a share
 * has become all of its cases. That may be so, or stand for lines and numbers that did
 * not come, or came twice; a zero after a full month above all.
 */
final class SuddenChangeCheck {

	private static final int MOST_NAMED = 3;

	private static final BigDecimal TWO = BigDecimal.valueOf(2);

	/** Small numbers halve by chance. */
	private static final BigDecimal LEAST_FALL = BigDecimal.TEN;

	/** And double more easily. */
	private static final BigDecimal LEAST_TO_RISE = BigDecimal.valueOf(100);

	/** Of less than this, what comes in waves doubles in many months. */
	private static final BigDecimal LARGE = BigDecimal.valueOf(5000);

	private static final BigDecimal FOUR = BigDecimal.valueOf(4);

	/** Of twenty cases, one or more that were no part. */
	private static final BigDecimal TWENTY = BigDecimal.valueOf(20);

	private final MeasureFigures figures;

	private final HeldFigures held;

	private final String layout;

	private SuddenChangeCheck(MeasureFigures figures, HeldFigures held, String layout) {
		this.figures = figures;
		this.held = held;
		this.layout = layout;
	}

	/**
	 * A warning for each thing that fell or rose: the figures, the cases or the lines
	 * behind them.
	 * @param said of whom something else was said already
	 * @param layout the layout of the file
	 */
	static List<String> check(MeasureFigures figures, Set<OrganisationCode> said, HeldFigures held, String layout) {
		SuddenChangeCheck check = new SuddenChangeCheck(figures, held, layout);
		List<OrganisationCode> judged = figures.measure().organisations();
		Map<SuddenChangeKind, List<String>> found = new EnumMap<>(SuddenChangeKind.class);
		figures.latest()
			.stream()
			.filter((each) -> !said.contains(each.cell().organisation()))
			.sorted(Comparator.comparing((Observation each) -> !judged.contains(each.cell().organisation()))
				.thenComparing((each) -> each.cell().organisation()))
			.forEach((each) -> check.change(each)
				.ifPresent((change) -> found.computeIfAbsent(change.kind(), (kind) -> new ArrayList<>())
					.add(change.words())));
		return found.entrySet().stream().map((each) -> check.inWords(each.getKey(), each.getValue())).toList();
	}

	private String inWords(SuddenChangeKind kind, List<String> changes) {
		String named = changes.stream().limit(MOST_NAMED).collect(Collectors.joining("; "));
		int more = changes.size() - MOST_NAMED;
		return "Figures of " + this.figures.measure().id() + " for "
				+ this.figures.latest().get(0).cell().period().inWords() + kind.words + ": " + named
				+ ((more > 0) ? String.format(Locale.UK, "; and so for %,d more organisations", more) : "") + ". "
				+ kind.advice;
	}

	/** What is held already was said when it came. */
	private Optional<SuddenChange> change(Observation now) {
		if (this.figures.held(now.cell()).filter((each) -> isSame(each.observation(), now)).isPresent()) {
			return Optional.empty();
		}
		return this.figures.held(now.cell())
			.flatMap((each) -> change(each.observation(), now, isOfLayout(each), "held until now"))
			.or(() -> this.figures.readBefore(now.cell())
				.flatMap((each) -> change(each, now, true, "in the period before")))
			.or(() -> lastHeldBefore(now.cell())
				.flatMap((each) -> change(each.observation(), now, isOfLayout(each), when(each.cell(), now.cell()))));
	}

	/** The figure of the period before, or of an earlier one of the same year. */
	private Optional<Revision> lastHeldBefore(Cell cell) {
		return Optional.ofNullable(this.figures.heldBefore(cell.organisation(), cell.period()).lastEntry())
			.map(Map.Entry::getValue)
			.filter((each) -> each.cell().period().start().isAfter(cell.period().start().minusYears(1)));
	}

	private String when(Cell earlier, Cell cell) {
		return earlier.period().equals(this.figures.before(cell.period())) ? "in the period before"
				: "for " + earlier.period().inWords();
	}

	private static boolean isSame(Observation held, Observation now) {
		return CopiedPeriodCheck.isSame(held.figure(), now.figure()) && held.lines() == now.lines();
	}

	/** Files of another layout make the same figure of more or fewer lines. */
	private boolean isOfLayout(Revision revision) {
		return this.held.isOfLayout(revision.provenance().delivery(), this.layout);
	}

	private Optional<SuddenChange> change(Observation before, Observation now, boolean sameLayout, String when) {
		OrganisationCode code = now.cell().organisation();
		Figure earlier = before.figure();
		Figure figure = now.figure();
		if (isHalved(earlier.value(), figure.value()) && hasFallen(amount(earlier), amount(figure))) {
			return Optional.of(new SuddenChange(SuddenChangeKind.FIGURES_FELL, both(code, figure, when, earlier)));
		}
		if (isHalved(figure.value(), earlier.value()) && isDoubled(amount(earlier), amount(figure))) {
			return Optional.of(new SuddenChange(SuddenChangeKind.FIGURES_ROSE, both(code, figure, when, earlier)));
		}
		if (isHalved(earlier.denominator(), figure.denominator())
				&& hasFallen(earlier.denominator(), figure.denominator())) {
			return Optional.of(new SuddenChange(SuddenChangeKind.CASES_FELL, both(code, figure, when, earlier)));
		}
		if (isDoubled(earlier.denominator(), figure.denominator())) {
			return Optional.of(new SuddenChange(SuddenChangeKind.CASES_ROSE, both(code, figure, when, earlier)));
		}
		if (isOfAll(earlier, figure)) {
			return Optional.of(new SuddenChange(SuddenChangeKind.OF_ALL, both(code, figure, when, earlier)));
		}
		return sameLayout ? lines(before.lines(), now.lines(), code, when) : Optional.empty();
	}

	/** Of a withheld figure they are not told. */
	private static Optional<SuddenChange> lines(long before, long now, OrganisationCode code, String when) {
		String words = String.format(Locale.UK, "%s from %,d lines, %s from %,d", code, now, when, before);
		BigDecimal earlier = BigDecimal.valueOf(before);
		BigDecimal later = BigDecimal.valueOf(now);
		if (now > 0 && isHalved(earlier, later) && hasFallen(earlier, later)) {
			return Optional.of(new SuddenChange(SuddenChangeKind.LINES_FELL, words));
		}
		return (isHalved(later, earlier) && later.compareTo(LEAST_TO_RISE) >= 0)
				? Optional.of(new SuddenChange(SuddenChangeKind.LINES_ROSE, words)) : Optional.empty();
	}

	private String both(OrganisationCode code, Figure figure, String when, Figure earlier) {
		return code + " " + inWords(figure) + ", " + when + " " + inWords(earlier);
	}

	private static boolean isHalved(@Nullable BigDecimal before, @Nullable BigDecimal now) {
		return before != null && now != null && before.signum() > 0 && now.multiply(TWO).compareTo(before) <= 0;
	}

	private static boolean isDoubled(@Nullable BigDecimal before, @Nullable BigDecimal now) {
		return before != null && now != null && now.compareTo(LEAST_TO_RISE) >= 0 && before.signum() > 0
				&& before.multiply((before.compareTo(LARGE) >= 0) ? TWO : FOUR).compareTo(now) <= 0;
	}

	/** A share of all cases, of which some were no part before. */
	private boolean isOfAll(Figure before, Figure now) {
		return this.figures.measure().unit() == Unit.PERCENT && now.numerator() != null && now.denominator() != null
				&& before.numerator() != null && before.denominator() != null
				&& now.numerator().compareTo(now.denominator()) == 0 && now.denominator().compareTo(LEAST_TO_RISE) >= 0
				&& before.denominator()
					.subtract(before.numerator())
					.multiply(TWENTY)
					.compareTo(before.denominator()) >= 0;
	}

	/** What is not counted, such as a mean without its parts, has no size. */
	private static boolean hasFallen(@Nullable BigDecimal before, @Nullable BigDecimal now) {
		return before == null || now == null || before.subtract(now).compareTo(LEAST_FALL) >= 0;
	}

	private @Nullable BigDecimal amount(Figure figure) {
		return (figure.numerator() != null) ? figure.numerator()
				: (this.figures.measure().unit() == Unit.COUNT) ? figure.value() : null;
	}

	private String inWords(Figure figure) {
		BigDecimal value = figure.value();
		BigDecimal numerator = figure.numerator();
		BigDecimal denominator = figure.denominator();
		Unit unit = this.figures.measure().unit();
		String words = (value != null) ? unit.inWords(value) : "none";
		return (numerator != null && denominator != null)
				? words + " (" + unit.partsInWords(numerator, denominator) + ")" : words;
	}

	/** What changed, by what is said of it. */
	private enum SuddenChangeKind {

		FIGURES_FELL(" are half of what they were, or less", SuddenChangeKind.NOT_SUBMITTED),
		FIGURES_ROSE(" are at least twice what they were", SuddenChangeKind.TWICE),
		CASES_FELL(" are of half as many cases as before, or fewer", SuddenChangeKind.NOT_SUBMITTED),
		CASES_ROSE(" are of at least twice as many cases as before", SuddenChangeKind.TWICE),
		OF_ALL(" are of all cases, as they were not before", SuddenChangeKind.NOT_SUBMITTED),
		LINES_FELL(" are made of half as many lines as before, or fewer", SuddenChangeKind.NOT_SUBMITTED),
		LINES_ROSE(" are made of at least twice as many lines as before", SuddenChangeKind.TWICE);

		private static final String NOT_SUBMITTED = "They may stand for what was not submitted; ask whether they are right.";

		private static final String TWICE = "Lines may stand in the file twice, or columns be another's; ask whether they are"
				+ " right.";

		private final String words;

		private final String advice;

		SuddenChangeKind(String words, String advice) {
			this.words = words;
			this.advice = advice;
		}

	}

	/**
	 * That of one organisation.
	 *
	 * @param kind what changed
	 * @param words now and before
	 */
	private record SuddenChange(SuddenChangeKind kind, String words) {

	}

}
