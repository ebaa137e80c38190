package org.jfpmonitor.publication.api;

import java.util.List;

import io.swagger.v3.oas.annotations.Operation;
import org.jfpmonitor.assessment.Assessments;
import org.jfpmonitor.assessment.Assessments.Position;
import org.jfpmonitor.assessment.StatusSince;
import org.jfpmonitor.commentary.Commentary;
import org.jfpmonitor.commentary.Comments;
import org.jfpmonitor.publication.Viewpoint;
import org.jfpmonitor.publication.api.problem.NotHere;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

@RestController
class ObjectivesApi {

	private final Assessments assessments;

	private final Comments comments;

	ObjectivesApi(Assessments assessments, Comments comments) {
		this.assessments = assessments;
		this.comments = comments;
	}

	@Operation(summary = "Every objective: its status, how it came about, what was published")
	@GetMapping("/api/objectives")
	List<ObjectiveJson> all(Viewpoint viewpoint) {
		Position position = this.assessments.position(viewpoint.asOf(), StatusSince.monthEnds(viewpoint.asOf()),
				viewpoint.knownOn());
		Commentary commentary = this.comments.commentary(position.now().plan().plan().id());
		return position.now()
			.objectives()
			.stream()
			.map((each) -> ObjectiveJson.of(position.now().plan().plan().id(), each, position.since(each), commentary,
					viewpoint))
			.toList();
	}

	@Operation(summary = "One objective by its code, such as 6b")
	@GetMapping("/api/objectives/{id}")
	ObjectiveJson one(@PathVariable String id, Viewpoint viewpoint) {
		return all(viewpoint).stream()
			.filter((each) -> each.id().equals(id))
			.findFirst()
			.orElseThrow(() -> new NotHere("Expected the code of an objective of the plan, such as 6b; found \"" + id
					+ "\". GET /api/objectives lists them."));
	}

}
