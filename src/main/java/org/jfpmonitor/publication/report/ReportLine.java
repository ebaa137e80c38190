package org.jfpmonitor.publication.report;

import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jfpmonitor.plan.id.ObjectiveCode;
import org.jfpmonitor.publication.comments.CommentBlock;
import org.jfpmonitor.publication.page.StatusMark;
import org.jspecify.annotations.Nullable;

/**
 * One objective in the columns of the published plan.
 *
 * @param code its code
 * @param title its full title
 * @param shortTitle a few words
 * @param success how its success will be known, as published
 * @param status the status that is published
 * @param computed the status by the rules
 * @param reason why the two differ, or empty
 * @param decided how a person decided a status that is not the computed one, in words:
 * {@code set manually by secretary until 30 June 2025}; empty where it is the computed
 * one
 * @param isPublished whether the status is published of this very day, or will be with
 * this report; otherwise it is the one that holds
 * @param comment what is said of it
 * @param measureComments the newest final comment of each of its measures that has one,
 * in plan order
 * @param lastTime the status published last time, or null when nothing was
 * @param lastDay the day that it spoke of, in words; empty when nothing was published
 */
public record ReportLine(ObjectiveCode code, String title, String shortTitle, String success, StatusMark status,
		StatusMark computed, String reason, String decided, boolean isPublished, LineComment comment,
		List<MeasureComment> measureComments, @Nullable StatusMark lastTime, String lastDay) {

	public ReportLine {
		measureComments = List.copyOf(measureComments);
	}

	/** Whether the published status is another one than the computed. */
	public boolean differs() {
		return this.status != this.computed;
	}

	/** Whether it is another one than last time. */
	public boolean moved() {
		return this.lastTime != null && this.lastTime != this.status;
	}

	/**
	 * From what it moved to what and by whose decision, if any, with its short title;
	 * only of one that did.
	 */
	public String moveInWords() {
		return "from " + Objects.requireNonNull(this.lastTime).words() + " on " + this.lastDay + " to "
				+ this.status.words() + (this.decided.isEmpty() ? "" : ", " + this.decided) + ": " + this.shortTitle;
	}

	/** Everything said of it and of its measures, for who must notice when it changes. */
	public String everythingSaid() {
		return Stream
			.concat(Stream.of(this.comment.text(), this.comment.origin()),
					this.measureComments.stream().map(MeasureComment::text))
			.collect(Collectors.joining("\n\n"));
	}

	/**
	 * What is said of one measure.
	 *
	 * @param title the measure's, in a few words
	 * @param comment the newest final one
	 */
	public record MeasureComment(String title, CommentBlock comment) {

		/** Which measure and month it speaks of. */
		public String heading() {
			return this.title + ", " + this.comment.month();
		}

		/** All of it as plain text. */
		public String text() {
			return heading() + ": " + this.comment.inOneText();
		}

	}

}
