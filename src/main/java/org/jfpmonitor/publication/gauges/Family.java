package org.jfpmonitor.publication.gauges;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The catalogue of metrics: every name with its help and kind, in the order in which they
 * are exported.
 */
enum Family {

	BUILD("jfp_build", MetricType.INFO, "The version and revision that is running."),
	PLAN("jfp_plan", MetricType.INFO, "The plan edition and its title, for joins."),
	AMBITION("jfp_ambition", MetricType.INFO, "The ambitions of the plan and their titles, for joins."),
	OBJECTIVE("jfp_objective", MetricType.INFO,
			"The objectives of the plan; assessment is computed where figures are judged and narrative where only"
					+ " milestones are."),
	OBJECTIVE_STATUS("jfp_objective_status", MetricType.GAUGE,
			"Status of the objective, one series per status, exactly one is 1; absent while it cannot be assessed."),
	OBJECTIVE_OVERRIDDEN("jfp_objective_status_overridden", MetricType.GAUGE,
			"1 while a person's status stands in front of the computed one, otherwise 0."),
	OBJECTIVE_CHANGED("jfp_objective_status_changed_timestamp_seconds", MetricType.GAUGE,
			"Start of the day of the run that first found the objective in its present status, for alerts on news;"
					+ " since which month its figures say so is on the board."),
	OBJECTIVE_PERIOD_END("jfp_objective_data_period_end_timestamp_seconds", MetricType.GAUGE,
			"Last day of the oldest period among the figures that the objective is judged by."),
	OBJECTIVE_DUE("jfp_objective_due_timestamp_seconds", MetricType.GAUGE, "Final date of the objective."),
	MEASURE("jfp_measure", MetricType.INFO, "The measures of the objectives, for joins."),
	MEASURE_VALUE("jfp_measure_value", MetricType.GAUGE,
			"Figure of the measure by its basis, in the unit of its label; absent when there is none or it is withheld."),
	MEASURE_TARGET("jfp_measure_target", MetricType.GAUGE, "Final target of the measure, in the unit of its label."),
	MEASURE_TRAJECTORY("jfp_measure_trajectory", MetricType.GAUGE,
			"What is required at the end of the period that the value is for, in the unit of its label."),
	MEASURE_BASELINE("jfp_measure_baseline", MetricType.GAUGE,
			"Where the measure stood before the plan, in the unit of its label."),
	MEASURE_ATTAINMENT("jfp_measure_attainment_ratio", MetricType.GAUGE,
			"Value against trajectory, turned so that 1 or more is good; absent where the ratio is undefined."),
	MEASURE_MISSES("jfp_measure_consecutive_misses", MetricType.GAUGE,
			"Periods in a row, up to the latest, that were worse than the trajectory."),
	MEASURE_PERIOD_END("jfp_measure_period_end_timestamp_seconds", MetricType.GAUGE,
			"Last day of the period that the value is for."),
	MEASURE_RECEIVED("jfp_measure_received_timestamp_seconds", MetricType.GAUGE, "When the value arrived."),
	FEED("jfp_feed", MetricType.INFO, "The feeds of the plan, for joins."),
	FEED_ATTEMPT("jfp_feed_last_attempt_timestamp_seconds", MetricType.GAUGE,
			"When an extract of the feed last arrived, whatever became of it."),
	FEED_SUCCESS("jfp_feed_last_success_timestamp_seconds", MetricType.GAUGE,
			"When an extract of the feed was last published."),
	FEED_CHANGE("jfp_feed_last_change_timestamp_seconds", MetricType.GAUGE,
			"When an extract of the feed last brought anything new."),
	FEED_PERIOD_END("jfp_feed_latest_period_end_timestamp_seconds", MetricType.GAUGE,
			"Last day of the newest period held of the feed."),
	FEED_DUE("jfp_feed_next_due_timestamp_seconds", MetricType.GAUGE,
			"From when the next extract of the feed is overdue: the calendar plus the agreed lag and grace."),
	FEED_DURATION("jfp_feed_last_duration_seconds", MetricType.GAUGE, "How long the last import of the feed took."),
	FEED_READ("jfp_feed_last_rows_read", MetricType.GAUGE, "Rows read in the last import of the feed."),
	FEED_REJECTED("jfp_feed_last_rows_rejected", MetricType.GAUGE, "Rows refused in the last import of the feed."),
	FEED_REVISED("jfp_feed_last_rows_revised", MetricType.GAUGE, "Cells that the last import of the feed changed."),
	FEED_REJECTS("jfp_feed_rows_rejected", MetricType.COUNTER, "Rows refused in all imports of the feed, by reason."),
	FEED_IMPORTS("jfp_feed_imports", MetricType.COUNTER,
			"Extracts of the feed that were imported, refused ones included."),
	FEED_FAILURES("jfp_feed_import_failures", MetricType.COUNTER, "Extracts of the feed that were refused whole."),
	RUN_START("jfp_run_last_start_timestamp_seconds", MetricType.GAUGE, "When the last nightly run started."),
	RUN_SUCCESS("jfp_run_last_success_timestamp_seconds", MetricType.GAUGE, "When the last nightly run ended well."),
	RUN_EXPECTED("jfp_run_expected_since_timestamp_seconds", MetricType.GAUGE,
			"When this installation began: from then on a nightly run is expected each day."),
	RUN_NEXT("jfp_run_next_scheduled_timestamp_seconds", MetricType.GAUGE, "When the next nightly run is due."),
	RUN_DURATION("jfp_run_last_duration_seconds", MetricType.GAUGE, "How long the last nightly run took."),
	RUN_UNFINISHED("jfp_run_unfinished_since_timestamp_seconds", MetricType.GAUGE,
			"When the oldest run that is not finished began; no series while there is none."),
	RUN_WAITING("jfp_run_waiting_files", MetricType.GAUGE,
			"Files that runs have received and are not done with, by the step that comes next."),
	SNAPSHOT("jfp_snapshot_timestamp_seconds", MetricType.GAUGE, "When the exported snapshot was built.");

	/** The names of all of them, without the suffix that the kind adds. */
	static final Set<String> NAMES = Stream.of(values()).map(Family::metric).collect(Collectors.toUnmodifiableSet());

	private final String metric;

	private final MetricType kind;

	private final String help;

	Family(String metric, MetricType kind, String help) {
		this.metric = metric;
		this.kind = kind;
		this.help = help;
	}

	/** The name without the suffix that the kind adds ({@code _info}, {@code _total}). */
	String metric() {
		return this.metric;
	}

	MetricType kind() {
		return this.kind;
	}

	String help() {
		return this.help;
	}

	enum MetricType {

		GAUGE, COUNTER, INFO

	}

}
