package org.jfpmonitor.publication.api;

import java.security.Principal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

import io.swagger.v3.oas.annotations.Operation;
import org.jfpmonitor.calendar.Today;
import org.jfpmonitor.plan.Objective;
import org.jfpmonitor.plan.PlanVersions;
import org.jfpmonitor.plan.Status;
import org.jfpmonitor.progress.Origin;
import org.jfpmonitor.progress.ProgressReports;
import org.jfpmonitor.progress.StatusOverride;
import org.jfpmonitor.schedule.Runs;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/**
 * A person's status for an objective. The author is who signed in; nobody writes in
 * another's name.
 */
@RestController
class OverridesApi {

	private final ProgressReports reports;

	private final PlanVersions plans;

	private final Runs runs;

	private final Today today;

	private final TransactionOperations transactions;

	OverridesApi(ProgressReports reports, PlanVersions plans, Runs runs, Today today,
			TransactionOperations transactions) {
		this.reports = reports;
		this.plans = plans;
		this.runs = runs;
		this.today = today;
		this.transactions = transactions;
	}

	@Operation(summary = "Sets a person's status beside the computed one, until its last day")
	@PostMapping("/api/overrides")
	@ResponseStatus(HttpStatus.CREATED)
	ObjectiveJson.SetStatus set(@RequestBody Wanted wanted, Principal author) {
		StatusOverride override = override(wanted, author.getName());
		this.transactions.executeWithoutResult((transaction) -> this.reports.recordOverride(override));
		this.runs.reassess();
		return Objects.requireNonNull(ObjectiveJson.SetStatus.of(override));
	}

	private StatusOverride override(Wanted wanted, String author) {
		List<String> faults = new ArrayList<>();
		Optional<Objective> objective = this.plans.current()
			.plan()
			.objectives()
			.stream()
			.filter((each) -> each.code().value().equals(wanted.objective()))
			.findFirst();
		Optional<Status> status = Arrays.stream(Status.values())
			.filter((each) -> each.code().equals(wanted.status()))
			.findFirst();
		LocalDate from = day("from", wanted.from(), this.today.day(), faults);
		LocalDate until = day("until", wanted.until(), null, faults);
		expect(faults, objective.isPresent(), "objective", "the code of an objective of the plan", wanted.objective());
		expect(faults, status.isPresent(), "status", "one of " + codes(), wanted.status());
		expect(faults, wanted.reason() != null && !wanted.reason().isBlank(), "reason", "a reason in words",
				wanted.reason());
		expect(faults, !until.isBefore(from), "until", "the last day, on or after " + from, wanted.until());
		if (!faults.isEmpty() || objective.isEmpty() || status.isEmpty()) {
			throw new NotTaken(faults);
		}
		return new StatusOverride(objective.get().code(), status.get(), String.valueOf(wanted.reason()).strip(), author,
				from, until, new Origin(null, null, 0, this.today.now()));
	}

	private static LocalDate day(String name, @Nullable String text, @Nullable LocalDate otherwise,
			List<String> faults) {
		if (text == null && otherwise != null) {
			return otherwise;
		}
		try {
			return LocalDate.parse(String.valueOf(text));
		}
		catch (DateTimeParseException ex) {
			expect(faults, false, name, "a day such as 2025-06-30", text);
			return LocalDate.MAX;
		}
	}

	private static void expect(List<String> faults, boolean holds, String name, String expected,
			@Nullable String found) {
		if (!holds) {
			faults.add("%s: expected %s, found %s.".formatted(name, expected,
					(found != null) ? "\"" + found + "\"" : "nothing"));
		}
	}

	private static String codes() {
		return Arrays.stream(Status.values()).map(Status::code).collect(Collectors.joining(", "));
	}

	/**
	 * What is sent: {@code from} is today when left out; {@code until} is the last day,
	 * inclusive.
	 */
	record Wanted(@Nullable String objective, @Nullable String status, @Nullable String reason, @Nullable String from,
			@Nullable String until) {

	}

}
