package org.jfpmonitor.extract.layout.reading;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

import org.jfpmonitor.extract.layout.FigureRule;
import org.jfpmonitor.extract.layout.Level;
import org.jfpmonitor.observation.SmallNumbers;
import org.jfpmonitor.organisation.Organisation;
import org.jfpmonitor.plan.yaml.YamlNode;
import org.jspecify.annotations.Nullable;

/** Reads how small numbers are published, of a layout and of one figure. */
final class SmallNumbersReader {

	private static final String KEY = "small-numbers";

	private SmallNumbersReader() {
	}

	/**
	 * What the block says.
	 * @param otherwise what holds where it says nothing, or null where nothing is said
	 */
	static @Nullable SmallNumbers read(YamlNode block, @Nullable SmallNumbers otherwise) {
		Optional<YamlNode> written = block.find(KEY);
		if (written.isEmpty()) {
			return otherwise;
		}
		if (!written.get().isBlock()) {
			return SmallNumbers.NONE;
		}
		int below = number(written.get(), "below", SmallNumbers.USUAL.below());
		int roundTo = number(written.get(), "round-to", SmallNumbers.USUAL.roundTo());
		if (roundTo > 2 * below) {
			written.get()
				.fault("round-to", "expected round-to: at most twice below, " + 2 * below + ", found " + roundTo
						+ ". Counts that are not small would be rounded to what nobody can tell from small ones;"
						+ " correct one of the two.");
		}
		return new SmallNumbers(below, roundTo);
	}

	/** Figures at several levels are withheld together, which may not be meant. */
	static void warnOfLevels(YamlNode layout, List<Level> levels, List<FigureRule> figures) {
		if (figures.stream().noneMatch(FigureRule::isControlled)) {
			return;
		}
		levels.stream()
			.filter((each) -> levels.size() == 1 && !Organisation.Type.lieApart(each.kinds()))
			.forEach((each) -> {
				layout.warn("levels",
						"kinds that do not contain each other would do more: where a figure of one organisation is small, those"
								+ " of its period are withheld for all of them, because one may be part of another"
								+ " (small-numbers). Keep the kind that the plan judges, or leave it so.");
			});
		if (levels.size() > 1) {
			layout.warn("levels",
					"one level would do more: the figures of " + levels.size()
							+ " levels count the same lines, so where one"
							+ " is small, those of its period are withheld at all of them (small-numbers). Keep the"
							+ " level that the plan judges, or leave it so.");
		}
	}

	private static int number(YamlNode block, String key, int otherwise) {
		return Objects.requireNonNullElse(block.optional(key, YamlNode::wholeNumber), otherwise);
	}

}
