package org.jfpmonitor.publication;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

import org.jfpmonitor.audit.Action;
import org.jfpmonitor.audit.AuditTrail;
import org.jfpmonitor.calendar.Today;
import org.jfpmonitor.observation.Place;
import org.jfpmonitor.plan.Objective;
import org.jfpmonitor.plan.PlanVersions;
import org.jfpmonitor.plan.Status;
import org.jfpmonitor.progress.Origin;
import org.jfpmonitor.progress.OverrideRules;
import org.jfpmonitor.progress.ProgressReports;
import org.jfpmonitor.progress.Revocation;
import org.jfpmonitor.progress.StatusOverride;
import org.jfpmonitor.schedule.Runs;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Takes a person's status for an objective, from a page or from a program. The author is
 * who signed in; nobody writes in another's name.
 */
@Component
public class Overrides {

	private final ProgressReports reports;

	private final AuditTrail trail;

	private final PlanVersions plans;

	private final Runs runs;

	private final Today today;

	private final TransactionOperations transactions;

	Overrides(ProgressReports reports, AuditTrail trail, PlanVersions plans, Runs runs, Today today,
			TransactionOperations transactions) {
		this.reports = reports;
		this.trail = trail;
		this.plans = plans;
		this.runs = runs;
		this.today = today;
		this.transactions = transactions;
	}

	/**
	 * Sets the status and assesses the plan anew.
	 * @throws RefusedOverride naming every fault of what was sent
	 * @throws org.jfpmonitor.progress.OverlappingOverride when another override of the
	 * objective holds on one of the days
	 */
	public StatusOverride set(Wanted wanted, String author) {
		StatusOverride override = read(wanted, author);
		this.transactions.executeWithoutResult((transaction) -> {
			this.reports.recordOverride(override);
			this.trail.add(Action.OVERRIDE, author, "Objective %s: %s from %s to %s".formatted(override.objective(),
					override.status().words(), override.from(), override.until()));
		});
		this.runs.reassess();
		return override;
	}

	/**
	 * Ends an override early and assesses the plan anew.
	 * @throws RefusedOverride naming every fault of what was sent
	 * @throws org.jfpmonitor.progress.NoSuchOverride when no override of the objective
	 * holds on the day
	 */
	public Revocation revoke(End end, String author) {
		List<String> faults = new ArrayList<>();
		Optional<Objective> objective = objective(end.objective(), faults);
		String reason = reason(end.reason(), faults);
		Optional<LocalDate> from = (end.from() != null) ? day(end.from()) : Optional.of(this.today.day());
		expect(faults, from.isPresent(), "from", "a day such as " + this.today.day(), end.from());
		if (!faults.isEmpty()) {
			throw new RefusedOverride(faults);
		}
		Revocation revocation = new Revocation(from.orElseThrow(), reason, author,
				new Origin(null, null, Place.line(0), this.today.now()));
		this.transactions.executeWithoutResult((transaction) -> {
			this.reports.recordRevocation(objective.orElseThrow().code(), revocation);
			this.trail.add(Action.REVOCATION, author,
					"Objective %s from %s".formatted(objective.orElseThrow().code(), revocation.from()));
		});
		this.runs.reassess();
		return revocation;
	}

	private StatusOverride read(Wanted wanted, String author) {
		List<String> faults = new ArrayList<>();
		Optional<Objective> objective = objective(wanted.objective(), faults);
		Optional<Status> status = Arrays.stream(Status.values())
			.filter((each) -> each.code().equals(wanted.status()))
			.findFirst();
		expect(faults, status.isPresent(), "status", "one of " + codes(), wanted.status());
		String reason = reason(wanted.reason(), faults);
		LocalDate now = this.today.day();
		Optional<LocalDate> from = (wanted.from() != null) ? day(wanted.from()) : Optional.of(now);
		expect(faults, from.isPresent(), "from", "a day such as " + now, wanted.from());
		Optional<LocalDate> until = day(wanted.until());
		expect(faults, until.isPresent(), "until", "a day such as " + now.plusMonths(1), wanted.until());
		from.ifPresent((first) -> {
			expect(faults, !first.isBefore(now.minusYears(1)), "from",
					"a day no earlier than a year ago, " + now.minusYears(1), wanted.from());
			add(faults, OverrideRules.ofFirstDay(first, now));
			until.ifPresent((last) -> add(faults, OverrideRules.ofLastDay(first, last)));
		});
		if (!faults.isEmpty()) {
			throw new RefusedOverride(faults);
		}
		return new StatusOverride(objective.orElseThrow().code(), status.orElseThrow(), reason, author,
				from.orElseThrow(), until.orElseThrow(), new Origin(null, null, Place.line(0), this.today.now()));
	}

	private Optional<Objective> objective(@Nullable String code, List<String> faults) {
		Optional<Objective> objective = this.plans.current()
			.plan()
			.objectives()
			.stream()
			.filter((each) -> each.code().value().equals(code))
			.findFirst();
		expect(faults, objective.isPresent(), "objective", "the code of an objective of the plan", code);
		return objective;
	}

	private static String reason(@Nullable String text, List<String> faults) {
		String reason = (text != null) ? text.strip() : "";
		add(faults, OverrideRules.ofReason(reason));
		return reason;
	}

	private static void add(List<String> faults, List<OverrideRules.Fault> found) {
		found.forEach((each) -> expect(faults, false, each.part().name().toLowerCase(Locale.ROOT), each.expected(),
				each.found()));
	}

	/** A day of four digits for the year; any others are a slip. */
	private static Optional<LocalDate> day(@Nullable String text) {
		try {
			return Optional.of(LocalDate.parse(String.valueOf(text))).filter((each) -> each.getYear() <= 9999);
		}
		catch (DateTimeParseException ex) {
			return Optional.empty();
		}
	}

	private static void expect(List<String> faults, boolean holds, String name, String expected,
			@Nullable String found) {
		if (!holds) {
			faults.add("%s: expected %s, found %s.".formatted(name, expected,
					(found != null && !found.isBlank()) ? "\"" + found + "\"" : "nothing"));
		}
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
