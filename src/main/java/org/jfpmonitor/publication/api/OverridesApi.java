package org.jfpmonitor.publication.api;

import java.security.Principal;
import java.util.List;
import java.util.Objects;

import io.swagger.v3.oas.annotations.Operation;
import org.jfpmonitor.plan.PlanEditions;
import org.jfpmonitor.progress.ProgressReports;
import org.jfpmonitor.publication.Overrides;
import org.jfpmonitor.publication.Viewpoint;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
class OverridesApi {

	private final Overrides overrides;

	private final ProgressReports reports;

	OverridesApi(Overrides overrides, ProgressReports reports) {
		this.overrides = overrides;
		this.reports = reports;
	}

	@Operation(
			summary = "Every override of the edition in force on as-of that was set by the end of known-on, revoked ones too")
	@GetMapping("/api/overrides")
	List<OverrideJson> all(Viewpoint viewpoint) {
		return this.reports.ledger(viewpoint.edition().plan().id())
			.history(viewpoint.knownOn())
			.stream()
			.map(OverrideJson::of)
			.toList();
	}

	@Operation(summary = "Sets a person's status beside the computed one, until its last day")
	@PostMapping("/api/overrides")
	@ResponseStatus(HttpStatus.CREATED)
	ObjectiveJson.SetStatus set(@RequestBody Overrides.Wanted wanted, PlanEditions plan, Principal author) {
		return Objects.requireNonNull(ObjectiveJson.SetStatus.of(this.overrides.set(wanted, plan, author.getName())));
	}

	@Operation(summary = "Ends an override early, or takes it back from its first day; both stay on record")
	@PostMapping("/api/overrides/revocations")
	@ResponseStatus(HttpStatus.CREATED)
	OverrideJson.RevocationJson revoke(@RequestBody Overrides.End end, PlanEditions plan, Principal author) {
		return OverrideJson.RevocationJson.of(this.overrides.revoke(end, plan, author.getName()));
	}

}
