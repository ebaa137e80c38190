package org.jfpmonitor.plan;

import java.util.List;

/**
 * Every key that a plan file may hold, block by block. The editors' schema
 * {@code config/schema/plan.schema.json} lists the same.
 */
final class PlanKeys {

	static final List<String> FILE = List.of("plan", "feeds", "ambition", "objectives", "measures");

	static final List<String> PLAN = List.of("id", "title", "organisation", "from", "to", "office");

	static final List<String> FEED = List.of("id", "title", "cadence", "due-after-days", "grace-days", "owner",
			"ended");

	static final List<String> AMBITION = List.of("number", "title", "copies");

	static final List<String> OBJECTIVE = List.of("code", "title", "short-title", "success", "owner", "due", "retired",
			"measures", "milestones");

	static final List<String> RETIRED = List.of("from", "reason");

	static final List<String> MEASURE = List.of("id", "title", "definition", "unit", "better", "cadence", "feed",
			"organisations", "lowest", "highest", "small-denominator", "chart", "target", "target-note");

	static final List<String> CHART = List.of("rebases", "fix-after", "screen-outliers");

	static final List<String> REBASE = List.of("from", "reason");

	static final List<String> TARGET = List.of("kind", "basis", "periods", "combined", "baseline", "path", "values",
			"planned-by", "sustained-for", "assumption");

	static final List<String> DATED_VALUE = List.of("date", "value");

	static final List<String> POINT = List.of("period", "value");

	static final List<String> MILESTONE = List.of("id", "title", "due", "assumption");

	private PlanKeys() {
	}

}
