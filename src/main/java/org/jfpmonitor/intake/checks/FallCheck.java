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

import org.jfpmonitor.observation.Figure;
import org.jfpmonitor.observation.Observation;
import org.jfpmonitor.observation.Revision;
import org.jfpmonitor.organisation.OrganisationCode;
import org.jfpmonitor.plan.Unit;
import org.jspecify.annotations.Nullable;

/**
 * Whether a figure of the newest period, or what it is made of, is half of what it was or
 * less: of the period before, or of what is held for the same period. That may be so, or
 * stand for lines and numbers that did not come; a zero after a full month above all.
 */
final class FallCheck {

	private static final int MOST_NAMED = 3;

	private static final BigDecimal TWO = BigDecimal.valueOf(2);

	/** Small numbers halve by chance. */
	private static final BigDecimal LEAST_FALL = BigDecimal.TEN;

	private final MeasureFigures figures;

	private final HeldFigures held;

	private final String layout;

	private FallCheck(MeasureFigures figures, HeldFigures held, String layout) {
		this.figures = figures;
		this.held = held;
		this.layout = layout;
	}

	/**
	 * A warning for each thing that fell: the figures, the cases or the lines behind
	 * them.
	 * @param said of whom something else was said already
	 * @param layout the layout of the file
	 */
	static List<String> check(MeasureFigures figures, Set<OrganisationCode> said, HeldFigures held, String layout) {
		FallCheck check = new FallCheck(figures, held, layout);
		List<OrganisationCode> judged = figures.measure().organisations();
		Map<Fallen, List<String>> falls = new EnumMap<>(Fallen.class);
		figures.latest()
			.stream()
			.filter((each) -> !said.contains(each.cell().organisation()))
			.sorted(Comparator.comparing((Observation each) -> !judged.contains(each.cell().organisation()))
				.thenComparing((each) -> each.cell().organisation()))
			.forEach((each) -> check.fall(each)
				.ifPresent(
						(fall) -> falls.computeIfAbsent(fall.what(), (what) -> new ArrayList<>()).add(fall.words())));
		return falls.entrySet().stream().map((each) -> check.inWords(each.getKey(), each.getValue())).toList();
	}

	private String inWords(Fallen what, List<String> falls) {
		String named = falls.stream().limit(MOST_NAMED).collect(Collectors.joining("; "));
		int more = falls.size() - MOST_NAMED;
		return "Figures of " + this.figures.measure().id() + " for "
				+ this.figures.latest().get(0).cell().period().inWords() + what.words + ": " + named
				+ ((more > 0) ? String.format(Locale.UK, "; and so for %,d more organisations", more) : "")
				+ ". They may stand for what was not submitted; ask whether they are right.";
	}

	/** What is held already was said when it came. */
	private Optional<Fall> fall(Observation now) {
		if (this.figures.held(now.cell()).filter((each) -> isSame(each.observation(), now)).isPresent()) {
			return Optional.empty();
		}
		return this.figures.held(now.cell())
			.flatMap((each) -> fall(each.observation(), now, isOfLayout(each), "held until now"))
			.or(() -> this.figures.readBefore(now.cell())
				.flatMap((each) -> fall(each, now, true, "in the period before")))
			.or(() -> this.figures.heldBefore(now.cell())
				.flatMap((each) -> fall(each.observation(), now, isOfLayout(each), "in the period before")));
	}

	private static boolean isSame(Observation held, Observation now) {
		return CopiedPeriodCheck.isSame(held.figure(), now.figure()) && held.lines() == now.lines();
	}

	/** Files of another layout make the same figure of more or fewer lines. */
	private boolean isOfLayout(Revision revision) {
		return this.held.isOfLayout(revision.provenance().delivery(), this.layout);
	}

	private Optional<Fall> fall(Observation before, Observation now, boolean sameLayout, String when) {
		OrganisationCode code = now.cell().organisation();
		Figure earlier = before.figure();
		Figure figure = now.figure();
		if (isHalved(earlier.value(), figure.value()) && hasFallen(amount(earlier), amount(figure))) {
			return Optional.of(new Fall(Fallen.FIGURES, both(code, figure, when, earlier)));
		}
		if (isHalved(earlier.denominator(), figure.denominator())
				&& hasFallen(earlier.denominator(), figure.denominator())) {
			return Optional.of(new Fall(Fallen.CASES, both(code, figure, when, earlier)));
		}
		boolean told = now.lines() > 0; // of a withheld figure they are not
		if (told && sameLayout && isHalved(BigDecimal.valueOf(before.lines()), BigDecimal.valueOf(now.lines()))
				&& hasFallen(BigDecimal.valueOf(before.lines()), BigDecimal.valueOf(now.lines()))) {
			return Optional.of(new Fall(Fallen.LINES, String.format(Locale.UK, "%s from %,d lines, %s from %,d", code,
					now.lines(), when, before.lines())));
		}
		return Optional.empty();
	}

	private String both(OrganisationCode code, Figure figure, String when, Figure earlier) {
		return code + " " + inWords(figure) + ", " + when + " " + inWords(earlier);
	}

	private static boolean isHalved(@Nullable BigDecimal before, @Nullable BigDecimal now) {
		return before != null && now != null && before.signum() > 0 && now.multiply(TWO).compareTo(before) <= 0;
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

	/** What fell, by what is said of it. */
	private enum Fallen {

		FIGURES(" are half of what they were, or less"), CASES(" are of half as many cases as before, or fewer"),
		LINES(" are made of half as many lines as before, or fewer");

		private final String words;

		Fallen(String words) {
			this.words = words;
		}

	}

	/**
	 * That of one organisation.
	 *
	 * @param what fell
	 * @param words now and before
	 */
	private record Fall(Fallen what, String words) {

	}

}
