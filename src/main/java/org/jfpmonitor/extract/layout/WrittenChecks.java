package org.jfpmonitor.extract.layout;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.jfpmonitor.plan.Measure;
import org.jfpmonitor.plan.yaml.Block;
import org.jfpmonitor.plan.yaml.Form;
import org.jspecify.annotations.Nullable;

/** What a layout file asks to hold, as written. */
final class WrittenChecks {

	static final List<String> KEYS = List.of("each-line", "equals", "totals-of", "on", "where", "by", "within",
			"unique", "copied-period", "jump", "more-than", "from-at-least", "then");

	static final List<String> LIMIT_KEYS = List.of("at-most", "share", "always", "incomplete");

	private static final BigDecimal USUAL_SHARE = new BigDecimal("0.20");

	private static final long USUALLY_BORNE = 10;

	private final Block file;

	private final WrittenColumns columns;

	private final WrittenRows rows;

	private final WrittenLayout layout;

	WrittenChecks(Block file, WrittenColumns columns, WrittenRows rows, WrittenLayout layout) {
		this.file = file;
		this.columns = columns;
		this.rows = rows;
		this.layout = layout;
	}

	List<FileCheck> read() {
		List<FileCheck> checks = new ArrayList<>();
		for (Block block : this.file.blocks("checks", "check", "", KEYS)) {
			FileCheck.Then then = block.required("then", LayoutForms.THEN);
			if (then != null) {
				check(block, then).ifPresent(checks::add);
			}
		}
		return checks;
	}

	private Optional<FileCheck> check(Block block, FileCheck.Then then) {
		BigDecimal within = WrittenLayout.orElse(block.optional("within", Form.number()), BigDecimal.ZERO);
		if (block.has("each-line")) {
			String total = this.columns.required(block, "each-line");
			List<String> parts = this.columns.several(block, "equals");
			return Optional.ofNullable(total)
				.map((id) -> new FileCheck.EachLine(id, parts, this.rows.conditions(block, "where"), within, then));
		}
		if (block.has("totals-of")) {
			return Optional
				.of(new FileCheck.Totals(this.columns.several(block, "totals-of"), this.rows.conditions(block, "on"),
						this.rows.conditions(block, "where"), this.columns.several(block, "by"), within, then));
		}
		if (block.has("unique")) {
			return Optional.of(new FileCheck.Unique(this.columns.several(block, "unique"), then));
		}
		if (block.has("copied-period")) {
			return Optional.ofNullable(block.required("copied-period", Form.wholeNumber(2)))
				.map((organisations) -> new FileCheck.CopiedPeriod(organisations, then));
		}
		if (block.has("jump")) {
			return Optional.ofNullable(jump(block, then));
		}
		block
			.fault("expected what is checked, found none of each-line, totals-of, unique, copied-period or jump. Write "
					+ "one of these.");
		return Optional.empty();
	}

	private @Nullable FileCheck jump(Block block, FileCheck.Then then) {
		Measure measure = this.layout.measure(block, "jump", block.required("jump", LayoutForms.MEASURE));
		BigDecimal percent = block.required("more-than", Form.number());
		BigDecimal least = WrittenLayout.orElse(block.optional("from-at-least", Form.number()), BigDecimal.ZERO);
		return (measure == null || percent == null) ? null
				: new FileCheck.Jump(measure.id(), percent.movePointLeft(2), measure.unit().toBase(least), then);
	}

	/** How many rejects are borne. */
	RejectLimits limits() {
		Optional<Block> written = this.file.block("rejects", "rejects", LIMIT_KEYS);
		if (written.isEmpty()) {
			return new RejectLimits(Long.MAX_VALUE, USUAL_SHARE, USUALLY_BORNE, false);
		}
		Block block = written.get();
		Integer atMost = block.optional("at-most", Form.wholeNumber(0));
		BigDecimal percent = block.optional("share", Form.number());
		return new RejectLimits((atMost != null) ? atMost : Long.MAX_VALUE,
				(percent != null) ? percent.movePointLeft(2) : USUAL_SHARE,
				WrittenLayout.orElse(block.optional("always", Form.wholeNumber(0)), (int) USUALLY_BORNE),
				WrittenLayout.orElse(block.optional("incomplete", LayoutForms.PUBLISH_INCOMPLETE), false));
	}

}
