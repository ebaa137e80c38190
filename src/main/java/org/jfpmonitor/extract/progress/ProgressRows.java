package org.jfpmonitor.extract.progress;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import org.jfpmonitor.extract.header.FileColumns;
import org.jfpmonitor.extract.header.Recognition;
import org.jfpmonitor.extract.result.MilestoneLine;
import org.jfpmonitor.extract.result.OverrideLine;
import org.jfpmonitor.extract.result.ParseResult;
import org.jfpmonitor.extract.result.PositionLine;
import org.jfpmonitor.extract.result.ReadingContext;
import org.jfpmonitor.extract.result.Reject;
import org.jfpmonitor.extract.result.RejectCode;
import org.jfpmonitor.extract.row.Rejects;
import org.jfpmonitor.extract.row.Row;
import org.jfpmonitor.extract.row.RowHandler;
import org.jfpmonitor.extract.row.RowOutcome;
import org.jfpmonitor.extract.spelling.NormalisedText;
import org.jfpmonitor.extract.spelling.PeriodParser;
import org.jfpmonitor.observation.Place;
import org.jfpmonitor.plan.Milestone;
import org.jfpmonitor.plan.Objective;
import org.jfpmonitor.plan.Plan;
import org.jfpmonitor.plan.Status;
import org.jfpmonitor.progress.Sender;
import org.jfpmonitor.progress.StatusOverride;
import org.jspecify.annotations.Nullable;

/** Rows that say how milestones stand, what was published and what a person has set. */
public final class ProgressRows implements RowHandler {

	/** In place of the day on which a milestone was achieved: it was not. */
	private static final String WITHDRAWN = "withdrawn";

	/** Nobody reports or plans anything further away from today. */
	private static final int MOST_YEARS = 20;

	private final FileColumns columns;

	private final Plan plan;

	private final LocalDate today;

	private final Sender sender;

	private final Rejects rejects;

	private final List<MilestoneLine> milestones = new ArrayList<>();

	private final List<PositionLine> positions = new ArrayList<>();

	private final List<OverrideLine> overrides = new ArrayList<>();

	private final Map<String, Place> keys = new HashMap<>();

	public ProgressRows(Recognition recognition, ReadingContext context) {
		this.columns = recognition.columns();
		this.plan = context.plan();
		this.today = context.today();
		this.sender = context.sender();
		this.rejects = new Rejects(this.columns);
	}

	@Override
	public RowOutcome take(Row row) {
		return new ReportLine(row).take();
	}

	@Override
	public boolean usesNumber(int position) {
		return false;
	}

	@Override
	public void lineLost() {
		// Each line is a report of its own, so no other one lacks it.
	}

	@Override
	public ParseResult finish() {
		LocalDate latest = Stream
			.concat(this.milestones.stream().map(MilestoneLine::asOf), this.positions.stream().map(PositionLine::asOf))
			.max(LocalDate::compareTo)
			.orElse(null);
		return ParseResult.ofProgress(this.milestones, this.positions, this.overrides, latest);
	}

	/** What one row reports, and what is wrong with it. */
	private final class ReportLine {

		private final Row row;

		private final List<Reject> rejects = new ArrayList<>();

		ReportLine(Row row) {
			this.row = row;
		}

		RowOutcome take() {
			switch (NormalisedText.value(text("kind"))) {
				case "milestone" -> milestone();
				case "position" -> position();
				case "override" -> override();
				case "revocation" -> revocation();
				case "" -> reject("kind", RejectCode.MISSING_VALUE, "milestone, position, override or revocation");
				default -> reject("kind", RejectCode.OUT_OF_RANGE, "milestone, position, override or revocation");
			}
			return this.rejects.isEmpty() ? RowOutcome.USED : RowOutcome.rejected(this.rejects);
		}

		private void milestone() {
			Milestone milestone = knownMilestone();
			LocalDate asOf = pastDay("as-of");
			LocalDate forecast = near("forecast", day("forecast"));
			boolean withdrawn = NormalisedText.value(text("achieved")).equals(WITHDRAWN);
			LocalDate achieved = withdrawn ? null : near("achieved", day("achieved"));
			if (asOf != null && achieved != null && achieved.isAfter(asOf)) {
				reject("achieved", RejectCode.OUT_OF_RANGE, "a day no later than as-of, " + asOf);
			}
			if (!text("objective").isBlank()) {
				Objective objective = objective();
				if (objective != null && milestone != null && !objective.milestones().contains(milestone)) {
					reject("objective", RejectCode.UNKNOWN_OBJECTIVE, "the objective that the milestone belongs to");
				}
			}
			if (this.rejects.isEmpty() && milestone != null && asOf != null
					&& isFirst("milestone", milestone.id() + " " + asOf, "each milestone and day")) {
				ProgressRows.this.milestones.add(new MilestoneLine(milestone.id(), asOf, forecast, achieved, withdrawn,
						text("comment"), place("milestone")));
			}
		}

		private @Nullable Milestone knownMilestone() {
			String id = text("milestone").strip();
			Optional<Milestone> found = ProgressRows.this.plan.objectives()
				.stream()
				.flatMap((objective) -> objective.milestones().stream())
				.filter((milestone) -> milestone.id().value().equals(NormalisedText.value(id)))
				.findFirst();
			if (found.isEmpty()) {
				reject("milestone", id.isEmpty() ? RejectCode.MISSING_VALUE : RejectCode.UNKNOWN_MILESTONE,
						"the id of a milestone of the plan");
			}
			return found.orElse(null);
		}

		private void position() {
			permitted();
			Objective objective = objective();
			LocalDate asOf = pastDay("as-of");
			Status status = status();
			if (this.rejects.isEmpty() && objective != null && asOf != null && status != null
					&& isFirst("objective", objective.code() + " " + asOf, "each objective and day")) {
				ProgressRows.this.positions
					.add(new PositionLine(objective.code(), asOf, status, text("comment"), place("status")));
			}
		}

		private void override() {
			permitted();
			Objective objective = objective();
			Status status = status();
			LocalDate from = neededDay("from");
			LocalDate until = neededDay("until");
			String reason = reason();
			String author = author("who set it");
			if (from != null && until != null && until.isBefore(from)) {
				reject("until", RejectCode.OUT_OF_RANGE, "a day no earlier than from, " + from);
			}
			if (from != null && from.isAfter(ProgressRows.this.today.plusYears(1))) {
				reject("from", RejectCode.OUT_OF_RANGE,
						"a day no later than a year from now, " + ProgressRows.this.today.plusYears(1));
			}
			if (from != null && until != null && until.isAfter(StatusOverride.latestEnd(from))) {
				reject("until", RejectCode.OUT_OF_RANGE,
						"a day no later than a year after from, " + StatusOverride.latestEnd(from));
			}
			if (!this.rejects.isEmpty() || objective == null || status == null || from == null || until == null) {
				return;
			}
			OverrideLine wanted = new OverrideLine(objective.code(), status, reason, author, from, until,
					place("status"));
			Optional<OverrideLine> other = ProgressRows.this.overrides.stream()
				.filter((each) -> !each.isRevocation() && each.objective().equals(wanted.objective())
						&& !each.from().isAfter(until) && !from.isAfter(lastDay(each)))
				.findFirst();
			if (other.isPresent()) {
				reject("from", RejectCode.OVERLAPPING_OVERRIDE,
						"days on which no other override of the objective holds; " + other.get().place().inWords()
								+ " has " + other.get().from() + " to " + other.get().until());
				return;
			}
			ProgressRows.this.overrides.add(wanted);
		}

		/**
		 * The last day of an override of the file by what the lines before this one say.
		 */
		private LocalDate lastDay(OverrideLine override) {
			return ProgressRows.this.overrides.stream()
				.filter(OverrideLine::isRevocation)
				.filter((each) -> each.objective().equals(override.objective()) && !each.equals(override)
						&& ProgressRows.this.overrides.indexOf(each) > ProgressRows.this.overrides.indexOf(override)
						&& !each.from().isBefore(override.from()))
				.map((each) -> each.from().minusDays(1))
				.reduce(override.until(), (one, other) -> one.isBefore(other) ? one : other);
		}

		private void revocation() {
			permitted();
			Objective objective = objective();
			LocalDate from = neededDay("from");
			String reason = reason();
			String author = author("who revoked it");
			if (this.rejects.isEmpty() && objective != null && from != null) {
				ProgressRows.this.overrides
					.add(new OverrideLine(objective.code(), null, reason, author, from, from, place("from")));
			}
		}

		private String reason() {
			String reason = needed("comment", "the reason");
			if (reason.length() > StatusOverride.LONGEST_REASON) {
				reject("comment", RejectCode.OUT_OF_RANGE,
						String.format(Locale.UK, "at most %,d characters", StatusOverride.LONGEST_REASON));
			}
			return reason;
		}

		/**
		 * An importer brings figures; for the organisation it takes an editor to speak.
		 */
		private void permitted() {
			if (!ProgressRows.this.sender.speaksForOrganisation()) {
				reject("kind", RejectCode.NOT_PERMITTED,
						"milestone; the rest is taken from users with the role editor");
			}
		}

		/**
		 * Nobody writes in another's name: who signed in to send the file is the author.
		 */
		private String author(String what) {
			String sender = ProgressRows.this.sender.name();
			if (sender == null) {
				return needed("author", what);
			}
			String author = text("author").strip();
			if (!author.isEmpty() && !author.equals(sender)) {
				reject("author", RejectCode.NOT_PERMITTED,
						"the name of who sends the file, " + sender + ", or nothing");
			}
			return sender;
		}

		private @Nullable Objective objective() {
			String code = text("objective").strip();
			Optional<Objective> found = ProgressRows.this.plan.objectives()
				.stream()
				.filter((objective) -> objective.code().value().equals(NormalisedText.value(code)))
				.findFirst();
			if (found.isEmpty()) {
				reject("objective", code.isEmpty() ? RejectCode.MISSING_VALUE : RejectCode.UNKNOWN_OBJECTIVE,
						"the code of an objective of the plan");
			}
			return found.orElse(null);
		}

		private @Nullable Status status() {
			String word = NormalisedText.value(text("status"));
			Optional<Status> found = Stream.of(Status.values())
				.filter((status) -> NormalisedText.value(status.words()).equals(word) || status.code().equals(word))
				.findFirst();
			if (found.isEmpty()) {
				reject("status", word.isEmpty() ? RejectCode.MISSING_VALUE : RejectCode.UNKNOWN_STATUS,
						"On Track, Underperformance, Delayed, Completed or No Longer Applicable");
			}
			return found.orElse(null);
		}

		private @Nullable LocalDate pastDay(String column) {
			LocalDate day = neededDay(column);
			if (day != null && day.isAfter(ProgressRows.this.today)) {
				reject(column, RejectCode.PERIOD_IN_FUTURE, "a day no later than " + ProgressRows.this.today);
				return null;
			}
			return near(column, day);
		}

		/** A slip such as 2926 would else keep a milestone from ever being late. */
		private @Nullable LocalDate near(String column, @Nullable LocalDate day) {
			LocalDate first = ProgressRows.this.today.minusYears(MOST_YEARS);
			LocalDate last = ProgressRows.this.today.plusYears(MOST_YEARS);
			if (day != null && (day.isBefore(first) || day.isAfter(last))) {
				reject(column, RejectCode.OUT_OF_RANGE, "a day from " + first + " to " + last);
				return null;
			}
			return day;
		}

		private @Nullable LocalDate neededDay(String column) {
			if (text(column).isBlank()) {
				reject(column, RejectCode.MISSING_VALUE, "a date such as 2025-03-31");
				return null;
			}
			return day(column);
		}

		private @Nullable LocalDate day(String column) {
			String text = text(column);
			Optional<LocalDate> day = PeriodParser.date(text);
			if (day.isEmpty() && !text.isBlank()) {
				reject(column, RejectCode.NOT_A_DATE, "a date such as 2025-03-31");
			}
			return day.orElse(null);
		}

		private String needed(String column, String what) {
			String text = text(column).strip();
			if (text.isEmpty()) {
				reject(column, RejectCode.MISSING_VALUE, what);
			}
			return text;
		}

		private boolean isFirst(String column, String key, String each) {
			Place earlier = ProgressRows.this.keys.putIfAbsent(column + " " + key, place(column));
			if (earlier != null) {
				reject(column, RejectCode.DUPLICATE_KEY,
						"one line for " + each + "; " + earlier.inWords() + " is another one");
			}
			return earlier == null;
		}

		private Place place(String column) {
			FileColumns columns = ProgressRows.this.columns;
			return columns.place(this.row.line(), columns.has(column) ? columns.position(column) : 0);
		}

		private String text(String column) {
			return ProgressRows.this.columns.has(column) ? this.row.text(ProgressRows.this.columns.position(column))
					: "";
		}

		private void reject(String id, RejectCode code, String expected) {
			this.rejects
				.add(ProgressRows.this.columns.has(id) ? ProgressRows.this.rejects.of(this.row, code, id, expected)
						: ProgressRows.this.rejects.ofLine(this.row, code, expected + " in a column \"" + id + "\""));
		}

	}

}
