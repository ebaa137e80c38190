package org.jfpmonitor.publication.api;

import java.security.Principal;
import java.util.Objects;

import io.swagger.v3.oas.annotations.Operation;
import org.jfpmonitor.publication.Overrides;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
class OverridesApi {

	private final Overrides overrides;

	OverridesApi(Overrides overrides) {
		this.overrides = overrides;
	}

	@Operation(summary = "Sets a person's status beside the computed one, until its last day")
	@PostMapping("/api/overrides")
	@ResponseStatus(HttpStatus.CREATED)
	ObjectiveJson.SetStatus set(@RequestBody Overrides.Wanted wanted, Principal author) {
		return Objects.requireNonNull(ObjectiveJson.SetStatus.of(this.overrides.set(wanted, author.getName())));
	}

}
