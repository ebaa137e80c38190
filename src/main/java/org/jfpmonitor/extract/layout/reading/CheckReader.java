package org.jfpmonitor.extract.layout.reading;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

import org.jfpmonitor.extract.layout.FigureRule;
import org.jfpmonitor.extract.layout.FileCheck;
import org.jfpmonitor.extract.layout.RejectLimits;
import org.jfpmonitor.plan.Measure;
import org.jfpmonitor.plan.yaml.WordList;
import org.jfpmonitor.plan.yaml.YamlNode;

/** Reads what must hold of a file, and how many rejects are borne. */
final class CheckReader {

	private static final BigDecimal USUAL_SHARE = new BigDecimal("0.20");

	private static final int USUALLY_BORNE = 10;

	private final YamlNode file;

	private final Columns columns;

	private final PlanReferences plan;

	CheckReader(YamlNode file, Columns columns, PlanReferences plan) {
		this.file = file;
		this.columns = columns;
		this.plan = plan;
	}

	List<FileCheck> read(Reads reads, List<FigureRule> figures) {
		List<FileCheck> checks = new ArrayList<>();
		for (YamlNode block : this.file.all("checks")) {
			if (reads == Reads.NAMED_FIGURES) {
				checkIsOfFigures(block);
			}
			check(block).ifPresent(checks::add);
			if (reads == Reads.FIGURES) {
				checkIsGiven(block, figures);
				checkTellsNothing(block, figures);
			}
		}
		return checks;
	}

	/** A figure that the layout does not give never jumps. */
	private void checkIsGiven(YamlNode block, List<FigureRule> figures) {
		List<String> given = figures.stream().map((figure) -> figure.measure().value()).distinct().toList();
		block.find("jump")
			.filter((id) -> !given.contains(id.text()) && !this.plan.isUnasked(id.text()))
			.ifPresent((id) -> block.fault(id, "expected jump: a measure that this layout gives, found \"" + id.text()
					+ "\". " + WordList.instead(id.text(), given)));
	}

	/** Whoever reads a total, and whether it holds, has the part that is withheld. */
	private static void checkTellsNothing(YamlNode block, List<FigureRule> figures) {
		if (block.has("totals-of") && figures.stream().anyMatch(FigureRule::isControlled)) {
			block
				.fault("totals-of", "expected no totals-of: where small numbers are withheld, found it. Whether a total"
						+ " holds tells how many are withheld below it. Delete the check, or write \"small-numbers: none\""
						+ " where nobody could be told by them.");
		}
	}

	/** The rows of such files name their own measures, and are not checked one by one. */
	private static void checkIsOfFigures(YamlNode block) {
		List.of("each-line", "totals-of", "unique")
			.stream()
			.filter(block::has)
			.forEach((key) -> block.fault(key, "expected " + key + ": only with \"reads: figures\", found it with"
					+ " \"reads: named-figures\", where it is never asked. Delete the check."));
	}

	private Optional<FileCheck> check(YamlNode block) {
		FileCheck.Then then = block.required("then", (word) -> word.word(FileCheck.Then.class), FileCheck.Then.WARN);
		BigDecimal within = Objects.requireNonNullElse(block.optional("within", YamlNode::number), BigDecimal.ZERO);
		if (block.has("each-line")) {
			String total = this.columns.required(block, "each-line");
			List<String> parts = this.columns.several(block, "equals");
			checkIsApart(block, total, parts, "equals");
			return Optional
				.of(new FileCheck.EachLine(total, parts, this.columns.conditions(block, "where"), within, then));
		}
		if (block.has("totals-of")) {
			List<String> summed = this.columns.several(block, "totals-of");
			List<String> by = this.columns.several(block, "by");
			summed.forEach((total) -> checkIsApart(block, total, by, "by"));
			return Optional.of(new FileCheck.TotalLines(summed, this.columns.conditions(block, "on"),
					this.columns.conditions(block, "where"), by,
					Objects.requireNonNullElse(block.optional("parts-at-least", YamlNode::wholeNumber), 1),
					Objects.requireNonNullElse(block.optional("whole-from", YamlNode::wholeNumber), 1), within, then));
		}
		if (block.has("has-lines")) {
			return Optional.of(new FileCheck.LinesForEach(this.columns.required(block, "has-lines"),
					block.texts("for-each"), this.columns.conditions(block, "where"), then));
		}
		if (block.has("unique")) {
			return Optional.of(new FileCheck.Unique(this.columns.several(block, "unique"), then));
		}
		if (block.has("copied-period")) {
			return Optional
				.of(new FileCheck.CopiedPeriod(block.required("copied-period", YamlNode::wholeNumber, 2), then));
		}
		return block.find("jump")
			.flatMap((id) -> this.plan.measure(block, id))
			.map((measure) -> jump(block, measure, then));
	}

	private static void checkIsApart(YamlNode block, String total, List<String> others, String key) {
		if (others.contains(total)) {
			block.fault(key, "expected " + key + ": other columns than " + total + ", found it among them. Delete it.");
		}
	}

	private static FileCheck jump(YamlNode block, Measure measure, FileCheck.Then then) {
		BigDecimal percent = block.required("more-than", YamlNode::number, BigDecimal.ONE);
		BigDecimal least = Objects.requireNonNullElse(block.optional("from-at-least", YamlNode::number),
				BigDecimal.ZERO);
		return new FileCheck.Jump(measure.id(), percent.movePointLeft(2), measure.unit().toBase(least), then);
	}

	/** How many rejects are borne. */
	RejectLimits limits() {
		return this.file.find("rejects")
			.map(CheckReader::limits)
			.orElseGet(() -> new RejectLimits(Long.MAX_VALUE, USUAL_SHARE, USUALLY_BORNE, false));
	}

	private static RejectLimits limits(YamlNode block) {
		Integer atMost = block.optional("at-most", YamlNode::wholeNumber);
		Integer always = block.optional("always", YamlNode::wholeNumber);
		BigDecimal percent = block.optional("share", YamlNode::number);
		if (atMost != null && always != null && always > atMost) {
			block.fault("always",
					"expected always: at-most (" + atMost + ") or less, found " + always + ". Correct one of the two.");
		}
		return new RejectLimits((atMost != null) ? atMost : Long.MAX_VALUE,
				(percent != null) ? percent.movePointLeft(2) : USUAL_SHARE, (always != null) ? always : USUALLY_BORNE,
				"publish".equals(block.text("incomplete")));
	}

}
