package org.jfpmonitor.publication.board;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;

import org.jfpmonitor.calendar.Period;
import org.jfpmonitor.commentary.Annotation;
import org.jfpmonitor.commentary.Comment;
import org.jfpmonitor.commentary.CommentSubject;
import org.jfpmonitor.commentary.CommentText;
import org.jfpmonitor.commentary.Commentary;
import org.jfpmonitor.commentary.Comments;
import org.jfpmonitor.observation.Place;
import org.jfpmonitor.plan.PlanEditions;
import org.jfpmonitor.plan.id.MeasureId;
import org.jfpmonitor.plan.id.ObjectiveCode;
import org.jfpmonitor.plan.id.PlanId;
import org.jfpmonitor.progress.Origin;

/** A comment and an annotation on the beds of virtual wards. */
final class ExampleComments implements Comments {

	private static final Instant WRITTEN = Instant.parse("2025-05-14T09:05:00Z");

	@Override
	public Comment add(PlanId plan, CommentSubject subject, int basedOn, Comment.Stage state, CommentText text,
			String author, Origin origin) {
		throw new UnsupportedOperationException();
	}

	@Override
	public boolean addFromFile(PlanId plan, CommentSubject subject, CommentText text, String author, Origin origin) {
		throw new UnsupportedOperationException();
	}

	@Override
	public long annotate(PlanId plan, Annotation annotation) {
		throw new UnsupportedOperationException();
	}

	@Override
	public boolean withdraw(long annotation, Annotation.AnnotationWithdrawal withdrawal) {
		throw new UnsupportedOperationException();
	}

	@Override
	public Commentary commentary(PlanEditions plan, LocalDate asOf) {
		Comment comment = new Comment(new CommentSubject(ObjectiveCode.of("6b"), null, YearMonth.of(2025, 4)), 2,
				Comment.Stage.FINAL,
				new CommentText("Beds stay below the <plan>.\n\n- two wards\n- one team", "Vacancies", "Recruit",
						LocalDate.of(2025, 6, 30), "202 beds by July"),
				"uec-lead@example.org", new Origin(null, null, Place.line(0), WRITTEN));
		Annotation strike = new Annotation(1, MeasureId.of("virtual-ward-beds"),
				Period.ofClosed(LocalDate.of(2024, 8, 12), LocalDate.of(2024, 8, 16)), "strike", "uec-lead@example.org",
				WRITTEN, null);
		Annotation flood = new Annotation(2, MeasureId.of("virtual-ward-beds"), Period.day(LocalDate.of(2001, 3, 5)),
				"flood", "uec-lead@example.org", WRITTEN, null);
		return new Commentary(List.of(comment), List.of(flood, strike));
	}

}
