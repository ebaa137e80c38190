package org.jfpmonitor.commentary;

import java.util.Arrays;
import java.util.Locale;

import org.jfpmonitor.progress.Origin;

/**
 * One version of what somebody says about an objective or a measure for a month.
 *
 * @param subject what it speaks of
 * @param version counting from 1 for each subject
 * @param state whether everybody may read it
 * @param text what it says
 * @param author who wrote it
 * @param origin where it came from and when
 */
public record Comment(CommentSubject subject, int version, Stage state, CommentText text, String author,
		Origin origin) {

	/** How far a version has come. */
	public enum Stage {

		/** Only those who may write see it. */
		DRAFT,
		/** Everybody sees it, until a later version is final. */
		FINAL;

		/** The word kept in the store and said by the interface: {@code draft}. */
		public String code() {
			return name().toLowerCase(Locale.ROOT);
		}

		static Stage coded(String code) {
			return Arrays.stream(values()).filter((each) -> each.code().equals(code)).findFirst().orElseThrow();
		}

	}

}
