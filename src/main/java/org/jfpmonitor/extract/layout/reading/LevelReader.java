package org.jfpmonitor.extract.layout.reading;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

import org.jfpmonitor.extract.layout.Level;
import org.jfpmonitor.organisation.Organisation;
import org.jfpmonitor.plan.yaml.YamlNode;
import org.jspecify.annotations.Nullable;

/**
 * Reads the levels of a layout: whose lines they are, and that no line counts for one
 * organisation twice.
 */
final class LevelReader {

	private final Columns columns;

	LevelReader(Columns columns) {
		this.columns = columns;
	}

	/** The levels of the layout; their faults are taken down where they stand. */
	List<Level> read(YamlNode file) {
		List<Level> levels = new ArrayList<>();
		Map<String, YamlNode> first = new HashMap<>();
		for (YamlNode block : file.all("levels")) {
			String scope = block.required("scope", YamlNode::text, "");
			YamlNode earlier = first.putIfAbsent(scope, block);
			if (earlier != null && !scope.isEmpty()) {
				block.fault("scope",
						"expected scope: a word of one level only, found \"" + scope + "\" again (first in line "
								+ earlier.line() + "). Write another word in one of the two places.");
			}
			Level.Whose whose = block.has("is") ? Level.Whose.ONE
					: block.has("file-name") ? Level.Whose.FILE_NAME : Level.Whose.COLUMN;
			Set<Organisation.Type> kinds = new TreeSet<>();
			block.all("kinds").forEach((kind) -> kinds.add(kind.word(Organisation.Type.class)));
			levels.add(new Level(scope, whose, this.columns.optional(block, "organisation"),
					block.optional("is", YamlNode::text), kinds, this.columns.conditions(block, "where"),
					block.has("lines"), block.texts("expect"), sumOver(block)));
			checkIsApart(block, levels);
		}
		return levels;
	}

	/** A line counts for one organisation once, and for others only in a sum. */
	private static void checkIsApart(YamlNode block, List<Level> levels) {
		Level last = levels.get(levels.size() - 1);
		for (Level each : levels.subList(0, levels.size() - 1)) {
			if (isOfSameOrganisations(each, last)) {
				block.fault("organisation",
						"expected organisation: another column, or other kinds or lines, than level " + each.scope()
								+ ", found the same, which gives two figures in one place. Delete one of the two.");
			}
			else if (isSumWithoutEvidence(each, last) || isSumWithoutEvidence(last, each)) {
				block.fault(
						"expected sum-over: where a level adds the lines of organisations together that another one gives"
								+ " alone, found none. Add for example \"sum-over: "
								+ ((last.column() != null && each.column() == null) ? last.column() : each.column())
								+ ", at-least: 100\" to one of the two.");
			}
		}
	}

	private static boolean isOfSameOrganisations(Level one, Level other) {
		boolean kinds = one.kinds().isEmpty() || other.kinds().isEmpty()
				|| one.kinds().stream().anyMatch(other.kinds()::contains);
		return one.column() != null && one.column().equals(other.column()) && kinds
				&& !one.where().excludes(other.where());
	}

	/** One that has a line of its own for each figure is no sum. */
	private static boolean isSumWithoutEvidence(Level sum, Level parts) {
		if (parts.column() == null || sum.sumOver() != null || parts.sumOver() != null || sum.oneLine()
				|| parts.oneLine() || sum.where().excludes(parts.where())) {
			return false;
		}
		return (sum.whose() == Level.Whose.ONE) ? sum.where().all().isEmpty()
				: sum.column() != null && !sum.column().equals(parts.column());
	}

	private Level.@Nullable SumOver sumOver(YamlNode block) {
		String column = this.columns.optional(block, "sum-over");
		Integer atLeast = block.optional("at-least", YamlNode::wholeNumber);
		return (column != null)
				? new Level.SumOver(column, Objects.requireNonNullElse(atLeast, 0), block.isTrue("belongs-to-one"))
				: null;
	}

}
