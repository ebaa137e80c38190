package org.jfpmonitor.extract.layout;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.jfpmonitor.calendar.Period;
import org.jfpmonitor.extract.layout.FigureRule.Aggregate;
import org.jfpmonitor.extract.layout.FigureRule.Term;
import org.jfpmonitor.extract.spelling.PeriodParser;
import org.jfpmonitor.organisation.OrganisationCode;
import org.jfpmonitor.plan.Measure;
import org.jfpmonitor.plan.Plan;
import org.jfpmonitor.plan.Unit;
import org.jfpmonitor.plan.id.MeasureId;
import org.jfpmonitor.plan.yaml.Block;
import org.jfpmonitor.plan.yaml.Form;
import org.jspecify.annotations.Nullable;

/** The figures of a layout file, as written. */
final class WrittenFigures {

	static final List<String> KEYS = List.of("measure", "unit", "value", "numerator", "denominator", "months", "levels",
			"complete", "estimated");

	static final List<String> TERM_KEYS = Stream
		.concat(Stream.of(Aggregate.values()).map(Aggregate::word),
				Stream.of("from", "below", "where", "minus", "or-zero"))
		.toList();

	static final List<String> COMPLETE_KEYS = List.of("known", "all", "at-least");

	static final List<String> ESTIMATE_KEYS = List.of("organisation", "period", "because");

	private final Block file;

	private final WrittenColumns columns;

	private final WrittenRows rows;

	private final Plan plan;

	WrittenFigures(Block file, WrittenColumns columns, WrittenRows rows, Plan plan) {
		this.file = file;
		this.columns = columns;
		this.rows = rows;
		this.plan = plan;
	}

	List<FigureRule> read(List<String> scopes) {
		List<FigureRule> figures = new ArrayList<>();
		for (Block block : this.file.blocks("figures", "figure", "measure", KEYS)) {
			MeasureId id = block.required("measure", LayoutForms.MEASURE);
			Measure measure = new WrittenLayout(this.file, this.plan).measure(block, "measure", id);
			List<Term> value = terms(block, "value");
			List<Term> numerator = terms(block, "numerator");
			List<Term> denominator = terms(block, "denominator");
			askForParts(block);
			List<String> levels = block.entries("levels", LayoutForms.ID).stream().map(Block.Entry::value).toList();
			levels.stream()
				.filter((each) -> !scopes.contains(each))
				.forEach((each) -> block.fault("levels",
						WrittenLayout.unknown("levels: scopes of this layout", each, scopes)));
			Unit unit = unit(block, measure);
			if (measure != null) {
				figures.add(new FigureRule(measure.id(), unit, value, numerator, denominator,
						WrittenLayout.orElse(block.optional("months", Form.wholeNumber(1)), 0), levels,
						completeness(block), estimates(block)));
			}
		}
		return figures;
	}

	private static void askForParts(Block block) {
		boolean valued = block.has("value");
		boolean parted = block.has("numerator") && block.has("denominator");
		if (valued == parted || block.has("numerator") != block.has("denominator")) {
			block.fault("expected either value:, or both numerator: and denominator:, found "
					+ (valued ? "both ways" : "neither way complete") + ". Write one of the two ways.");
		}
	}

	/** A share needs no unit; a time or a sum of money must say in what it is counted. */
	private static Unit unit(Block block, @Nullable Measure measure) {
		Unit written = block.optional("unit", LayoutForms.UNIT);
		if (written != null || measure == null) {
			return WrittenLayout.orElse(written, Unit.RATIO);
		}
		boolean ratio = measure.unit().base().equals(Unit.RATIO.base());
		if (block.has("value") || measure.unit() == Unit.COUNT) {
			return measure.unit();
		}
		if (!ratio) {
			block.fault(
					"expected unit: what the numerator counts in, found nothing. Add for example \"unit: seconds\".");
		}
		return Unit.RATIO;
	}

	private List<Term> terms(Block block, String key) {
		List<Term> terms = new ArrayList<>();
		WrittenRows.oneOrMore(block, key, TERM_KEYS).forEach((each) -> term(each).ifPresent(terms::add));
		return terms;
	}

	private Optional<Term> term(Block block) {
		List<Aggregate> written = Stream.of(Aggregate.values()).filter((each) -> block.has(each.word())).toList();
		if (written.size() != 1) {
			block.fault("expected one of " + Form.either(Stream.of(Aggregate.values()).map(Aggregate::word).toList())
					+ ", found " + (written.isEmpty() ? "none" : "several") + ". Write for example \"sum: total\".");
			return Optional.empty();
		}
		Aggregate aggregate = written.get(0);
		List<String> ids = (aggregate == Aggregate.COUNT) ? counted(block)
				: this.columns.several(block, aggregate.word());
		return Optional.of(new Term(aggregate, ids, block.optional("from", Form.wholeNumber(0)),
				block.optional("below", Form.wholeNumber(0)), this.rows.conditions(block, "where"),
				WrittenLayout.orElse(block.optional("minus", Form.flag()), false),
				WrittenLayout.orElse(block.optional("or-zero", Form.flag()), false)));
	}

	private static List<String> counted(Block block) {
		block.required("count", Form.words(java.util.Map.of("rows", "rows")));
		return List.of();
	}

	private FigureRule.@Nullable Completeness completeness(Block figure) {
		return figure.block("complete", "complete", COMPLETE_KEYS).map((block) -> {
			BigDecimal percent = block.required("at-least", Form.number());
			return new FigureRule.Completeness(terms(block, "known"), terms(block, "all"),
					(percent != null) ? percent.movePointLeft(2) : BigDecimal.ONE);
		}).orElse(null);
	}

	private static List<FigureRule.Estimate> estimates(Block figure) {
		List<FigureRule.Estimate> estimates = new ArrayList<>();
		for (Block block : figure.blocks("estimated", "estimate", "organisation", ESTIMATE_KEYS)) {
			OrganisationCode organisation = block.required("organisation", LayoutForms.ORGANISATION);
			Period period = block.required("period", PeriodParser.FORM);
			block.required("because", Form.text());
			if (organisation != null && period != null) {
				estimates.add(new FigureRule.Estimate(organisation, period));
			}
		}
		return estimates;
	}

}
