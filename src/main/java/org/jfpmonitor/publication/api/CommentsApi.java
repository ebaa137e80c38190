package org.jfpmonitor.publication.api;

import java.util.List;

import io.swagger.v3.oas.annotations.Operation;
import org.jfpmonitor.commentary.Comment;
import org.jfpmonitor.commentary.Commentary;
import org.jfpmonitor.commentary.Comments;
import org.jfpmonitor.plan.PlanEditions;
import org.jfpmonitor.publication.Viewpoint;
import org.jfpmonitor.publication.api.problem.NotHere;
import org.jfpmonitor.publication.comments.AnnotationWriter;
import org.jfpmonitor.publication.comments.CommentWriter;
import org.jfpmonitor.publication.page.Visitor;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
class CommentsApi {

	private final Comments comments;

	private final CommentWriter writer;

	private final AnnotationWriter annotations;

	CommentsApi(Comments comments, CommentWriter writer, AnnotationWriter annotations) {
		this.comments = comments;
		this.writer = writer;
		this.annotations = annotations;
	}

	@Operation(
			summary = "Every final version of every comment on the edition in force on as-of, known by the end of known-on")
	@GetMapping("/api/comments")
	List<CommentJson> all(Viewpoint viewpoint) {
		return commentary(viewpoint).comments()
			.stream()
			.filter((each) -> each.state() == Comment.Stage.FINAL && each.origin().isKnownOn(viewpoint.knownOn())
					&& !each.subject().asOf().isAfter(viewpoint.asOf()))
			.map(CommentJson::of)
			.toList();
	}

	private Commentary commentary(Viewpoint viewpoint) {
		return this.comments.commentary(viewpoint.plan(), viewpoint.asOf());
	}

	@Operation(summary = "Adds a version of a comment; 409 with the newest when another was added since yours began")
	@PostMapping("/api/comments")
	@ResponseStatus(HttpStatus.CREATED)
	CommentJson write(@RequestBody CommentWriter.WantedComment wanted, PlanEditions plan, Visitor visitor) {
		return CommentJson.of(this.writer.write(wanted, plan, visitor));
	}

	@Operation(summary = "The annotations of charts that held by what was known at the end of known-on")
	@GetMapping("/api/annotations")
	List<AnnotationJson> annotations(Viewpoint viewpoint) {
		return commentary(viewpoint).annotations(viewpoint.knownOn()).stream().map(AnnotationJson::of).toList();
	}

	@Operation(summary = "Annotates some days of a measure's figures")
	@PostMapping("/api/annotations")
	@ResponseStatus(HttpStatus.CREATED)
	AnnotationJson annotate(@RequestBody AnnotationWriter.WantedAnnotation wanted, PlanEditions plan, Visitor visitor) {
		return AnnotationJson.of(this.annotations.annotate(wanted, plan, visitor));
	}

	@Operation(summary = "Takes an annotation back; it stays on record")
	@PostMapping("/api/annotations/{number}/withdrawal")
	@ResponseStatus(HttpStatus.NO_CONTENT)
	void withdraw(@PathVariable long number, PlanEditions plan, Visitor visitor) {
		if (!this.annotations.withdraw(number, plan, visitor)) {
			throw new NotHere("Expected the number of an annotation that holds, found " + number
					+ ". GET /api/annotations lists them.");
		}
	}

}
