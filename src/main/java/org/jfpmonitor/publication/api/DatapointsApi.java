package org.jfpmonitor.publication.api;

import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

import io.swagger.v3.oas.annotations.Operation;
import org.jfpmonitor.calendar.Period;
import org.jfpmonitor.observation.Observations;
import org.jfpmonitor.observation.Series;
import org.jfpmonitor.organisation.Organisation;
import org.jfpmonitor.organisation.Organisations;
import org.jfpmonitor.plan.Measure;
import org.jfpmonitor.publication.Viewpoint;
import org.jfpmonitor.publication.address.Download;
import org.jfpmonitor.publication.api.problem.NotHere;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;

@RestController
class DatapointsApi {

	private final Observations observations;

	private final Organisations organisations;

	DatapointsApi(Observations observations, Organisations organisations) {
		this.observations = observations;
		this.organisations = organisations;
	}

	/**
	 * The current figures of every organisation for periods that were over on
	 * {@code as-of}, of one measure or of all.
	 */
	@Operation(summary = "Figures as datapoints of the NHS Central Metrics Library, in CSV")
	@GetMapping("/api/datapoints.csv")
	ResponseEntity<StreamingResponseBody> datapoints(@RequestParam(required = false) @Nullable String measure,
			Viewpoint viewpoint) {
		List<Measure> measures = measures(measure, viewpoint);
		return ResponseEntity.ok()
			.contentType(new MediaType("text", "csv", StandardCharsets.UTF_8))
			.header(HttpHeaders.CONTENT_DISPOSITION, Download.of(viewpoint.edition().plan().id(), "datapoints.csv"))
			.body((out) -> {
				Writer writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
				Datapoints datapoints = new Datapoints(writer);
				for (Measure each : measures) {
					write(each, viewpoint, datapoints);
				}
				datapoints.flush();
			});
	}

	private List<Measure> measures(@Nullable String id, Viewpoint viewpoint) {
		List<Measure> all = viewpoint.edition().plan().measures();
		List<Measure> asked = all.stream().filter((each) -> id == null || each.id().value().equals(id)).toList();
		if (id != null && asked.isEmpty()) {
			throw NotHere.measure(viewpoint.edition().plan(), id);
		}
		return asked;
	}

	private void write(Measure measure, Viewpoint viewpoint, Datapoints out) throws IOException {
		Period over = Period.ofClosed(Period.always().start(), viewpoint.asOf());
		for (Series each : this.observations.series(measure.figures(), over, viewpoint.knownOn())) {
			Optional<Organisation> organisation = this.organisations.find(each.organisation());
			if (organisation.isPresent()) {
				out.write(measure, organisation.get(), each);
			}
		}
	}

}
