package org.jfpmonitor.publication;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

import org.jfpmonitor.audit.Action;
import org.jfpmonitor.audit.AuditTrail;
import org.jfpmonitor.calendar.Period;
import org.jfpmonitor.calendar.Today;
import org.jfpmonitor.observation.Place;
import org.jfpmonitor.plan.Objective;
import org.jfpmonitor.plan.Plan;
import org.jfpmonitor.plan.PlanEditions;
import org.jfpmonitor.plan.Status;
import org.jfpmonitor.progress.Origin;
import org.jfpmonitor.progress.OverrideRules;
import org.jfpmonitor.progress.ProgressReports;
import org.jfpmonitor.progress.Revocation;
import org.jfpmonitor.progress.StatusOverride;
import org.jfpmonitor.schedule.RunKind;
import org.jfpmonitor.schedule.Runs;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.util.StringUtils;

/**
 * Takes a person's status for an objective, from a page or from a program. The author is
 * who signed in; nobody writes in another's name.
 */
@Component
public class Overrides {

	private final ProgressReports reports;

	private final AuditTrail trail;

	private final Runs runs;

	private final Today today;

	private final TransactionOperations transactions;

	Overrides(ProgressReports reports, AuditTrail trail, Runs runs, Today today, TransactionOperations transactions) {
		this.reports = reports;
		this.trail = trail;
		this.runs = runs;
		this.today = today;
		this.transactions = transactions;
	}

	/**
	 * Sets the status of an objective of the plan and assesses the plan anew.
	 * @throws RefusedEntry naming every fault of what was sent
	 * @throws org.jfpmonitor.progress.OverlappingOverride when another override of the
	 * objective holds on one of the days
	 */
	public StatusOverride set(Wanted wanted, PlanEditions editions, String author) {
		Plan plan = plan(wanted.from(), editions, this.today.day());
		StatusOverride override = read(wanted, plan, author);
		this.transactions.executeWithoutResult((transaction) -> {
			this.reports.recordOverride(plan.id(), override);
			this.trail.add(Action.OVERRIDE, author, "Objective %s: %s from %s to %s, plan %s".formatted(
					override.objective(), override.status().words(), override.from(), override.until(), plan.id()));
		});
		this.runs.reassess(editions.id(), RunKind.OVERRIDE);
		return override;
	}

	/**
	 * Ends an override of an objective of the plan early and assesses it anew.
	 * @throws RefusedEntry naming every fault of what was sent
	 * @throws org.jfpmonitor.progress.NoSuchOverride when no override of the objective
	 * holds on the day
	 */
	public Revocation revoke(End end, PlanEditions editions, String author) {
		Entry entry = new Entry();
		LocalDate now = this.today.day();
		Plan plan = plan(end.from(), editions, now);
		Optional<Objective> objective = objective(end.objective(), plan, entry);
		Optional<LocalDate> from = (end.from() != null)
				? day("from", end.from(), now, "First day on which it no longer holds", entry) : Optional.of(now);
		String reason = reason(end.reason(), entry);
		entry.refuseFaults();
		Revocation revocation = new Revocation(from.orElseThrow(), reason, author,
				new Origin(null, null, Place.line(0), this.today.now()));
		this.transactions.executeWithoutResult((transaction) -> {
			this.reports.recordRevocation(plan.id(), objective.orElseThrow().code(), revocation);
			this.trail.add(Action.REVOCATION, author, "Objective %s from %s, plan %s"
				.formatted(objective.orElseThrow().code(), revocation.from(), plan.id()));
		});
		this.runs.reassess(editions.id(), RunKind.OVERRIDE);
		return revocation;
	}

	/** The status of the objective set manually that holds today. */
	public Optional<StatusOverride> holding(String objective, PlanEditions editions) {
		LocalDate now = this.today.day();
		Plan plan = plan(null, editions, now);
		return objective(objective, plan, new Entry())
			.flatMap((each) -> this.reports.ledger(plan.id()).override(each.code(), now, now));
	}

	private StatusOverride read(Wanted wanted, Plan plan, String author) {
		Entry entry = new Entry();
		LocalDate now = this.today.day();
		Optional<Objective> objective = objective(wanted.objective(), plan, entry);
		Optional<Status> status = Status.coded(String.valueOf(wanted.status()));
		entry.expect(status.isPresent(), "status", "one of " + codes(), wanted.status(), "Select a status");
		String reason = reason(wanted.reason(), entry);
		Optional<LocalDate> from = (wanted.from() != null) ? day("from", wanted.from(), now, "First day", entry)
				: Optional.of(now);
		Optional<LocalDate> until = day("until", wanted.until(), now.plusMonths(1), "Last day", entry);
		from.ifPresent((first) -> {
			entry.expect(!first.isBefore(now.minusYears(1)), "from",
					"a day no earlier than a year ago, " + now.minusYears(1), wanted.from(),
					"First day must be at most a year ago");
			add("from", OverrideRules.ofFirstDay(first, now), "First day must be at most a year from now", entry);
			until.ifPresent((last) -> add("until", OverrideRules.ofLastDay(first, last),
					last.isBefore(first) ? "Last day must be on or after " + Period.day(first).inWords()
							: "Last day must be on or before " + Period.day(first.plusYears(1)).inWords()
									+ ". A status set manually holds for a year at most",
					entry));
		});
		entry.refuseFaults();
		return new StatusOverride(objective.orElseThrow().code(), status.orElseThrow(), reason, author,
				from.orElseThrow(), until.orElseThrow(), new Origin(null, null, Place.line(0), this.today.now()));
	}

	/**
	 * The edition in force on the first day sent; today's where none was, or none that is
	 * a day, which is said of the day.
	 */
	private static Plan plan(@Nullable String from, PlanEditions editions, LocalDate now) {
		return editions.on(Entry.parsed(from).orElse(now)).plan();
	}

	private static Optional<Objective> objective(@Nullable String code, Plan plan, Entry entry) {
		Optional<Objective> objective = plan.objectives()
			.stream()
			.filter((each) -> each.code().value().equals(code))
			.findFirst();
		entry.expect(objective.isPresent(), "objective", "the code of an objective of the plan", code,
				"Choose an objective of the plan");
		return objective;
	}

	private static String reason(@Nullable String sent, Entry entry) {
		String reason = entry.text("reason", sent, OverrideRules.LONGEST_REASON, "Reason");
		entry.expect(!reason.isEmpty(), "reason", "the reason in words", null, "Enter a reason");
		return reason;
	}

	private static void add(String field, List<OverrideRules.OverrideFault> found, String message, Entry entry) {
		found.forEach((each) -> entry.expect(false, field, each.expected(), each.found(), message));
	}

	private static Optional<LocalDate> day(String field, @Nullable String sent, LocalDate example, String label,
			Entry entry) {
		entry.expect(sent != null && !sent.isBlank(), field, "a day such as " + example, sent,
				"Enter the " + StringUtils.uncapitalize(label));
		return entry.day(field, sent, example, label);
	}

	private static String codes() {
		return Arrays.stream(Status.values()).map(Status::code).collect(Collectors.joining(", "));
	}

	/**
	 * An override as it was sent.
	 *
	 * @param objective the code of the objective
	 * @param status in the words of the metrics, such as {@code on_track}
	 * @param reason why, in words
	 * @param from the first day, today when absent
	 * @param until the last day, inclusive
	 */
	public record Wanted(@Nullable String objective, @Nullable String status, @Nullable String reason,
			@Nullable String from, @Nullable String until) {

	}

	/**
	 * The end of an override as it was sent.
	 *
	 * @param objective the code of the objective
	 * @param from the first day on which it no longer holds, today when absent; a day of
	 * the override
	 * @param reason why, in words
	 */
	public record End(@Nullable String objective, @Nullable String from, @Nullable String reason) {

	}

}
