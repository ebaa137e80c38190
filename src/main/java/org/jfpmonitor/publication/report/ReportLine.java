package org.jfpmonitor.publication.report;

import org.jfpmonitor.plan.id.ObjectiveCode;
import org.jfpmonitor.publication.comments.CommentBlock;
import org.jfpmonitor.publication.page.StatusMark;
import org.jspecify.annotations.Nullable;

/**
 * One objective in the columns of the published plan.
 *
 * @param code its code
 * @param title its full title
 * @param success how its success will be known, as published
 * @param status the status that is published
 * @param computed the status by the rules
 * @param reason why the two differ, or empty
 * @param isPublished whether the status is published of this very day, or will be with
 * this report; otherwise it is the one that holds
 * @param comment what its owner or an editor says since the last time, or null
 * @param published the comment that was published for this very day, where nobody has
 * written one; empty otherwise
 * @param lastTime the status published last time, or null when nothing was
 * @param lastDay the day that it spoke of, in words; empty when nothing was published
 */
public record ReportLine(ObjectiveCode code, String title, String success, StatusMark status, StatusMark computed,
		String reason, boolean isPublished, @Nullable CommentBlock comment, String published,
		@Nullable StatusMark lastTime, String lastDay) {

	/** Whether the published status is another one than the computed. */
	public boolean differs() {
		return this.status != this.computed;
	}

	/** Whether it is another one than last time. */
	public boolean moved() {
		return this.lastTime != null && this.lastTime != this.status;
	}

	/** The comment as plain text; empty when there is none. */
	public String commentText() {
		return (this.comment != null) ? this.comment.inOneText() : this.published;
	}

}
