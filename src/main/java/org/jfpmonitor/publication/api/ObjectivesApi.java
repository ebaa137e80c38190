package org.jfpmonitor.publication.api;

import java.time.LocalDate;
import java.util.List;
import java.util.function.Supplier;

import com.fasterxml.jackson.annotation.JsonRawValue;
import com.fasterxml.jackson.annotation.JsonValue;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.servlet.http.HttpServletRequest;
import org.jfpmonitor.assessment.Assessments;
import org.jfpmonitor.assessment.Assessments.Position;
import org.jfpmonitor.assessment.StatusSince;
import org.jfpmonitor.calendar.Period;
import org.jfpmonitor.commentary.Commentary;
import org.jfpmonitor.commentary.Comments;
import org.jfpmonitor.plan.Plan;
import org.jfpmonitor.plan.PlanVersion;
import org.jfpmonitor.plan.id.PlanId;
import org.jfpmonitor.publication.Viewpoint;
import org.jfpmonitor.publication.api.problem.NotHere;
import org.jfpmonitor.publication.caching.RecentAnswers;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

@RestController
class ObjectivesApi {

	private final Assessments assessments;

	private final Comments comments;

	private final RecentAnswers recent;

	private final JsonMapper json;

	ObjectivesApi(Assessments assessments, Comments comments, RecentAnswers recent, JsonMapper json) {
		this.assessments = assessments;
		this.comments = comments;
		this.recent = recent;
		this.json = json;
	}

	@Operation(summary = "Every edition of the plan, the earliest first, with the days that it judges")
	@GetMapping("/api/editions")
	List<EditionJson> editions(Viewpoint viewpoint) {
		return viewpoint.plan().all().stream().map(EditionJson::of).toList();
	}

	@Operation(summary = "Every objective: its status, how it came about, what was published")
	@ApiResponse(responseCode = "200",
			content = @Content(array = @ArraySchema(schema = @Schema(implementation = ObjectiveJson.class))))
	@GetMapping("/api/objectives")
	PrintedJson all(Viewpoint viewpoint, HttpServletRequest request) {
		Supplier<String> printing = () -> this.json.writeValueAsString(objectives(viewpoint));
		return new PrintedJson(
				this.recent.text(request, viewpoint, List.of("objectives"), printing).orElseGet(printing));
	}

	private List<ObjectiveJson> objectives(Viewpoint viewpoint) {
		Position position = this.assessments.position(viewpoint.plan().id(), viewpoint.asOf(),
				StatusSince.monthEnds(viewpoint.asOf()), viewpoint.knownOn());
		Commentary commentary = this.comments.commentary(viewpoint.plan(), viewpoint.asOf());
		return position.now()
			.objectives()
			.stream()
			.map((each) -> ObjectiveJson.of(position.now().plan().plan().id(), each, position.since(each), commentary,
					viewpoint))
			.toList();
	}

	@Operation(summary = "One objective by its code, such as 1a")
	@GetMapping("/api/objectives/{id}")
	ObjectiveJson one(@PathVariable String id, Viewpoint viewpoint) {
		return objectives(viewpoint).stream()
			.filter((each) -> each.id().equals(id))
			.findFirst()
			.orElseThrow(() -> NotHere.objective(viewpoint.edition().plan(), id));
	}

	/**
	 * An edition of the plan: {@code from} and {@code to} as published,
	 * {@code judgesFrom} and {@code judgesTo} as it is in force, null where no other
	 * edition bounds it.
	 */
	record EditionJson(String id, String title, String organisation, LocalDate from, LocalDate to,
			@Nullable String succeeds, @Nullable LocalDate judgesFrom, @Nullable LocalDate judgesTo) {

		static EditionJson of(PlanVersion version) {
			Plan plan = version.plan();
			PlanId before = plan.succeeds();
			LocalDate first = version.inForce().start();
			LocalDate end = version.inForce().endExclusive();
			return new EditionJson(plan.id().value(), plan.title(), plan.organisation().value(),
					plan.duration().start(), plan.duration().lastDay(), (before != null) ? before.value() : null,
					first.equals(Period.always().start()) ? null : first,
					end.equals(Period.always().endExclusive()) ? null : end.minusDays(1));
		}

	}

	/**
	 * An answer that has been printed.
	 *
	 * @param text its JSON
	 */
	record PrintedJson(@JsonValue @JsonRawValue String text) {

	}

}
