package org.jfpmonitor.publication.api.comparison;

import io.swagger.v3.oas.annotations.Operation;
import org.jfpmonitor.publication.Viewpoint;
import org.jfpmonitor.publication.api.problem.NotHere;
import org.jfpmonitor.publication.comparison.Comparisons;
import org.jspecify.annotations.Nullable;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
class ComparisonApi {

	private final Comparisons comparisons;

	ComparisonApi(Comparisons comparisons) {
		this.comparisons = comparisons;
	}

	/**
	 * The period that ends on {@code period-end}; without it the newest, over on
	 * {@code as-of}, of which more than one organisation has a value, or else the newest
	 * that any has.
	 */
	@Operation(summary = "One measure over all organisations that have a figure of it, ranked within their kind")
	@GetMapping("/api/measures/{id}/organisations")
	ComparisonJson organisations(@PathVariable String id,
			@RequestParam(name = "period-end", required = false) @Nullable String periodEnd, Viewpoint viewpoint) {
		return this.comparisons.of(id, periodEnd, viewpoint)
			.map((compared) -> ComparisonJson.of(compared, viewpoint))
			.orElseThrow(() -> NotHere.measure(viewpoint.edition().plan(), id));
	}

}
