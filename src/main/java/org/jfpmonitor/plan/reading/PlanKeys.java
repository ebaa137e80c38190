package org.jfpmonitor.plan.reading;

import java.util.List;

/**
 * Every key that a plan file may hold, block by block. The editors' schema
 * {@code config/schema/plan.schema.json} lists the same.
 */
public final class PlanKeys {

	public static final List<String> FILE = List.of("plan", "feeds", "ambition", "objectives", "measures");

	public static final List<String> PLAN = List.of("id", "title", "organisation", "from", "to", "office");

	public static final List<String> FEED = List.of("id", "title", "cadence", "due-after-days", "grace-days", "owner",
			"ended");

	public static final List<String> AMBITION = List.of("number", "title", "copies");

	public static final List<String> OBJECTIVE = List.of("code", "title", "short-title", "success", "owner", "due",
			"retired", "measures", "milestones");

	public static final List<String> RETIRED = List.of("from", "reason");

	public static final List<String> MEASURE = List.of("id", "title", "definition", "unit", "better", "cadence", "feed",
			"organisations", "lowest", "highest", "small-denominator", "chart", "target", "target-note");

	public static final List<String> CHART = List.of("rebases", "fix-after", "screen-outliers");

	public static final List<String> REBASE = List.of("from", "reason");

	public static final List<String> TARGET = List.of("kind", "basis", "periods", "combined", "baseline", "path",
			"values", "planned-by", "sustained-for", "assumption");

	public static final List<String> DATED_VALUE = List.of("date", "value");

	public static final List<String> POINT = List.of("period", "value");

	public static final List<String> MILESTONE = List.of("id", "title", "due", "assumption");

	private PlanKeys() {
	}

}
