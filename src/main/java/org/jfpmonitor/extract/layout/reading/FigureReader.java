package org.jfpmonitor.extract.layout.reading;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jfpmonitor.calendar.Cadence;
import org.jfpmonitor.extract.layout.Column;
import org.jfpmonitor.extract.layout.Conditions;
import org.jfpmonitor.extract.layout.FigureRule;
import org.jfpmonitor.extract.layout.FigureRule.Aggregate;
import org.jfpmonitor.extract.layout.FigureRule.Term;
import org.jfpmonitor.extract.layout.PeriodRule;
import org.jfpmonitor.observation.SmallNumbers;
import org.jfpmonitor.plan.Measure;
import org.jfpmonitor.plan.Unit;
import org.jfpmonitor.plan.id.MeasureId;
import org.jfpmonitor.plan.yaml.WordList;
import org.jfpmonitor.plan.yaml.YamlNode;
import org.jspecify.annotations.Nullable;

/** Reads what is reckoned from the rows. */
final class FigureReader {

	private final Columns columns;

	private final PlanReferences plan;

	private final List<Conditions> leaveOut;

	private final List<PeriodRule> periods;

	/** What holds where a figure does not say how its numbers are published. */
	private final @Nullable SmallNumbers smallNumbers;

	FigureReader(Columns columns, PlanReferences plan, List<Conditions> leaveOut, List<PeriodRule> periods,
			@Nullable SmallNumbers smallNumbers) {
		this.columns = columns;
		this.plan = plan;
		this.leaveOut = leaveOut;
		this.periods = periods;
		this.smallNumbers = smallNumbers;
	}

	List<FigureRule> read(YamlNode layout, List<String> scopes) {
		List<FigureRule> figures = new ArrayList<>();
		Map<String, YamlNode> first = new HashMap<>();
		for (YamlNode block : layout.all("figures")) {
			Optional<Measure> measure = block.find("measure").flatMap((id) -> this.plan.measure(block, id));
			if (this.plan.isUnasked(block.text("measure"))) {
				continue;
			}
			List<String> levels = levels(block, scopes);
			checkOnce(block, levels.isEmpty() ? scopes : levels, first);
			FigureRule figure = new FigureRule(measure.map(Measure::id).orElse(MeasureId.of("faulty")),
					measure.map((of) -> unit(block, of)).orElse(Unit.RATIO), terms(block, "value"),
					terms(block, "numerator"), terms(block, "denominator"),
					Objects.requireNonNullElse(block.optional("months", YamlNode::wholeNumber), 0), levels,
					block.find("complete").map(this::completeness).orElse(null),
					SmallNumbersReader.read(block, this.smallNumbers));
			checkShare(block, figure);
			if (!layout.isTrue("record-level")) {
				measure.ifPresent((of) -> checkAddsNoShares(layout, block, of, figure));
			}
			if (layout.isTrue("record-level")) {
				checkIsNobodysOwn(block, figure);
			}
			checkMonths(block, figure.months());
			if (figure.isControlled()) {
				checkStretches(block, figure.months());
			}
			figures.add(figure);
		}
		return figures;
	}

	/** The least and the greatest number of all are those of one person. */
	private static void checkIsNobodysOwn(YamlNode block, FigureRule figure) {
		if (figure.isControlled() && figure.value()
			.stream()
			.anyMatch((term) -> term.aggregate() == Aggregate.MIN || term.aggregate() == Aggregate.MAX)) {
			block.fault("value",
					"expected value: a count, sum, mean or median of a record-level file, found the least or greatest number,"
							+ " which is one person's. Take another, or write \"small-numbers: none\" at the figure if it"
							+ " may be published.");
		}
	}

	/** Shares of several lines do not add up, nor is their mean the share of all. */
	private static void checkAddsNoShares(YamlNode layout, YamlNode block, Measure measure, FigureRule figure) {
		boolean ofShares = switch (measure.unit()) {
			case PERCENT, RATIO, PER_1000, PER_100000 -> true;
			case COUNT, GBP, SECONDS, MINUTES, HOURS, DAYS -> false;
		};
		boolean oneLine = layout.all("levels")
			.stream()
			.filter((level) -> figure.scopes().isEmpty() || figure.scopes().contains(level.text("scope")))
			.allMatch((level) -> level.has("lines"));
		if (!ofShares || oneLine) {
			return;
		}
		figure.value()
			.stream()
			.map(Term::aggregate)
			.filter((each) -> each == Aggregate.SUM || each == Aggregate.MEAN)
			.findFirst()
			.ifPresent((each) -> block.fault("value",
					"expected value: \"only\", because shares of several lines neither"
							+ " add up nor have a mean that is the share of all, found \"" + each.word()
							+ "\". Write \"only\", or give numerator and denominator."));
	}

	private static void checkShare(YamlNode block, FigureRule figure) {
		Set<Term> numerator = figure.numerator().stream().map(FigureReader::sorted).collect(Collectors.toSet());
		Set<Term> denominator = figure.denominator().stream().map(FigureReader::sorted).collect(Collectors.toSet());
		if (!numerator.isEmpty() && numerator.equals(denominator)) {
			block.fault("numerator", "expected numerator: other terms than the denominator, found the same, which is"
					+ " always 100%. Correct one of the two.");
		}
	}

	/**
	 * A column, preamble or name gives no period that is longer than what it counts as.
	 */
	private void checkMonths(YamlNode block, int months) {
		OptionalInt longest = this.periods.stream()
			.mapToInt((rule) -> (rule.form() != PeriodRule.Form.FIRST_AND_LAST && rule.as() != null) ? months(rule.as())
					: Integer.MAX_VALUE)
			.max();
		if (longest.isPresent() && months > longest.getAsInt()) {
			block.fault("months",
					"expected months: " + longest.getAsInt() + " at most, as all periods are of this layout, "
							+ "found " + months + ". Correct it, or find the period by \"first:\" and \"last:\".");
		}
	}

	/**
	 * A stretch of several months that counts for the last of them holds people of the
	 * others: beside their figures it would tell what few make up.
	 */
	private void checkStretches(YamlNode block, int months) {
		this.periods.stream()
			.filter((rule) -> rule.form() == PeriodRule.Form.FIRST_AND_LAST)
			.flatMap((rule) -> Optional.ofNullable(rule.as()).stream())
			.filter((as) -> months == 0 || months != months(as))
			.findFirst()
			.ifPresent((as) -> block
				.fault("expected of figures whose small numbers are withheld only periods of the length that they count"
						+ " as, found " + ((months == 0) ? "any length" : "months: " + months) + " beside \"as: "
						+ as.word() + "\". Write "
						+ ((months(as) > 0) ? "\"months: " + months(as) + "\" at the figure"
								: "the period without \"as:\"")
						+ ", or \"small-numbers: none\" where it may be published as the file has it."));
	}

	private static int months(Cadence cadence) {
		return switch (cadence) {
			case DAILY, WEEKLY -> 0;
			case MONTHLY -> 1;
			case QUARTERLY -> 3;
			case ANNUAL -> 12;
		};
	}

	private static Term sorted(Term term) {
		return new Term(term.aggregate(), term.columns().stream().sorted().toList(), term.from(), term.below(),
				term.where(), term.minus(), term.orZero());
	}

	private static List<String> levels(YamlNode block, List<String> scopes) {
		block.all("levels")
			.stream()
			.filter((scope) -> !scopes.contains(scope.text()))
			.forEach((scope) -> block.fault(scope, "expected levels: scopes of this layout, found \"" + scope.text()
					+ "\". " + WordList.instead(scope.text(), scopes)));
		return block.texts("levels");
	}

	/** Two figures of one measure at one level would be two figures in one place. */
	private static void checkOnce(YamlNode block, List<String> levels, Map<String, YamlNode> first) {
		String measure = block.text("measure");
		for (String level : levels) {
			YamlNode earlier = first.putIfAbsent(measure + "\n" + level + "\n" + block.text("months"), block);
			if (earlier != null && !measure.isEmpty()) {
				block.fault("measure",
						"expected measure: one figure of each measure, found \"" + measure + "\" again (first in line "
								+ earlier.line() + "). Delete one of the two, or tell them apart with \"levels:\".");
				return;
			}
		}
	}

	/** A share needs no unit; a time or a sum of money must say in what it is counted. */
	private static Unit unit(YamlNode block, Measure measure) {
		Unit written = block.optional("unit", (word) -> word.word(Unit.class));
		if (written != null) {
			if (!written.base().equals(measure.unit().base())) {
				List<String> fitting = Stream.of(Unit.values())
					.filter((unit) -> unit.base().equals(measure.unit().base()))
					.map(Unit::word)
					.toList();
				block.fault("unit",
						"expected unit: " + WordList.either(fitting) + ", because " + measure.id() + " is in "
								+ measure.unit().word() + ", found \"" + written.word()
								+ "\". Correct it, or delete the line.");
			}
			return written;
		}
		if (block.has("value") || measure.unit() == Unit.COUNT) {
			return measure.unit();
		}
		if (!measure.unit().base().equals(Unit.RATIO.base())) {
			block.fault(
					"expected unit: what the numerator counts in, found nothing. Add for example \"unit: seconds\".");
		}
		return Unit.RATIO;
	}

	private List<Term> terms(YamlNode block, String key) {
		List<Term> terms = new ArrayList<>();
		Set<Term> signless = new HashSet<>();
		for (YamlNode written : block.all(key)) {
			Term term = term(written);
			terms.add(term);
			if (!signless.add(new Term(term.aggregate(), term.columns().stream().sorted().toList(), term.from(),
					term.below(), term.where(), false, false))) {
				block.fault(written, "expected " + key + ": each term once, found one again"
						+ " that counts the same rows and columns. Delete one of the two.");
			}
			else if (terms.stream().limit(terms.size() - 1L).anyMatch((each) -> countsTwice(each, term))) {
				written
					.fault("expected terms of which no line counts towards two, found one that takes lines of another"
							+ " above. Choose the lines of each with \"where:\", or delete one of the two.");
			}
		}
		return terms;
	}

	/** Whether both add numbers of the same columns, and a line may meet both. */
	private static boolean countsTwice(Term one, Term other) {
		boolean same = one.columns().stream().anyMatch(other.columns()::contains)
				|| (one.aggregate() == Aggregate.COUNT && other.aggregate() == Aggregate.COUNT);
		boolean apart = (one.below() != null && other.from() != null && one.below() <= other.from())
				|| (other.below() != null && one.from() != null && other.below() <= one.from());
		return same && !apart && one.minus() == other.minus() && !one.where().excludes(other.where());
	}

	/** A line that is left out counts towards nothing. */
	private void checkIsNotLeftOut(YamlNode block, Conditions where) {
		if (this.leaveOut.stream().anyMatch((way) -> !way.all().isEmpty() && where.implies(way))) {
			block.fault("where",
					"expected where: lines that are not left out, found some that \"leave-out:\" takes away."
							+ " Correct one of the two.");
		}
	}

	private Term term(YamlNode block) {
		Optional<Aggregate> aggregate = Stream.of(Aggregate.values())
			.filter((each) -> block.has(each.word()))
			.findFirst();
		List<String> ids = aggregate.filter((each) -> each != Aggregate.COUNT)
			.map((each) -> this.columns.several(block, each.word()))
			.orElse(List.of());
		Integer from = block.optional("from", YamlNode::wholeNumber);
		Integer below = block.optional("below", YamlNode::wholeNumber);
		checkRun(block, "from", ids);
		checkRun(block, "below", ids);
		if (from != null && below != null && from >= below) {
			block.fault("below", "expected below: more than from, " + from + ", found " + below
					+ ". Correct one of the two; no column lies between them.");
		}
		Conditions where = this.columns.conditions(block, "where");
		checkIsNotLeftOut(block, where);
		if (block.has("or-zero") && where.all().isEmpty()) {
			block.fault("or-zero",
					"expected or-zero: only with \"where:\", found it without. Delete it; a term that takes"
							+ " every line always has one.");
		}
		return new Term(aggregate.orElse(Aggregate.SUM), ids, from, below, where, block.isTrue("minus"),
				block.isTrue("or-zero"));
	}

	/** A bound means something only for a run of columns. */
	private void checkRun(YamlNode block, String key, List<String> ids) {
		if (block.has(key)) {
			ids.stream()
				.map(this.columns::find)
				.flatMap(Optional::stream)
				.filter((column) -> !column.isBands())
				.map(Column::id)
				.findFirst()
				.ifPresent((id) -> block.fault(key,
						"expected " + key + ": only with a run of columns (\"like:\"), found it with " + id
								+ ". Delete it, or test the number with \"where: {" + id + ": {"
								+ (key.equals("from") ? "at-least" : key) + ": ...}}\"."));
		}
	}

	private FigureRule.Completeness completeness(YamlNode block) {
		BigDecimal percent = block.required("at-least", YamlNode::number, BigDecimal.ONE);
		return new FigureRule.Completeness(terms(block, "known"), terms(block, "all"), percent.movePointLeft(2));
	}

}
