package org.jfpmonitor.notification.render;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

import org.jfpmonitor.assessment.PlanAssessment;
import org.jfpmonitor.assessment.words.Phrasing;
import org.jfpmonitor.calendar.Period;
import org.jfpmonitor.commentary.Comment;
import org.jfpmonitor.commentary.CommentText;
import org.jfpmonitor.notification.digest.DigestItem;
import org.jfpmonitor.notification.digest.DigestSection;
import org.jfpmonitor.notification.digest.Digests.Addressed;
import org.jfpmonitor.notification.digest.RecipientRole;
import org.jfpmonitor.notification.outbox.InlineImage;
import org.jspecify.annotations.Nullable;

/**
 * A mail before it is text or HTML: both parts are made of it and so say the same.
 *
 * @param subject one line that carries the news
 * @param opening which plan and which day it speaks of
 * @param sections in the order of {@link DigestSection}; empty ones are left out
 * @param closing why the reader gets it
 */
public record Digest(String subject, String opening, List<Section> sections, String closing) {

	/** A mail with more pictures than this would be slow to open on a telephone. */
	private static final int MOST_PICTURES = 10;

	/** The mail that tells one reader these items, at least one. */
	public static Digest of(List<Addressed> news, PlanAssessment now, ChartImages charts) {
		List<DigestItem> ordered = news.stream()
			.map(Addressed::item)
			.sorted(Comparator.comparing(DigestItem::heading))
			.toList();
		List<InlineImage> shown = ordered.stream()
			.flatMap((item) -> picture(item, charts))
			.distinct()
			.limit(MOST_PICTURES)
			.toList();
		List<Section> sections = Arrays.stream(DigestSection.values())
			.map((heading) -> new Section(heading.words(),
					ordered.stream()
						.filter((item) -> item.heading() == heading)
						.map((item) -> DigestEntry.of(item,
								picture(item, charts).filter(shown::contains).findFirst().orElse(null), charts))
						.toList()))
			.filter((section) -> !section.entries().isEmpty())
			.toList();
		return new Digest(subject(ordered),
				now.plan().plan().title() + ", position on " + Phrasing.day(now.asOf()) + ".", sections,
				"You get this email because " + RecipientRole.inWords(news.stream().map(Addressed::role).toList())
						+ ". Each piece of news is told once, after the run that found it.");
	}

	/** The same mail, which says whose plan it speaks of, for readers of several. */
	public Digest of(String organisation) {
		return new Digest(organisation + ": " + this.subject, organisation + ". " + this.opening, this.sections,
				this.closing);
	}

	private static Stream<InlineImage> picture(DigestItem item, ChartImages charts) {
		return (item.pictured() != null) ? charts.of(item.pictured()).stream() : Stream.empty();
	}

	/**
	 * The first item's news; the summary of a run carries a subject only if nothing else
	 * does.
	 */
	private static String subject(List<DigestItem> ordered) {
		long others = ordered.stream().filter((item) -> !item.heading().isSummary()).count() - 1;
		return ordered.get(0).subject() + ((others > 0) ? ", and " + others + " more" : "");
	}

	/** Every picture once, in order. */
	List<InlineImage> pictures() {
		return this.sections.stream()
			.flatMap((section) -> section.entries().stream())
			.map(DigestEntry::picture)
			.filter(Objects::nonNull)
			.map(Objects::requireNonNull)
			.distinct()
			.toList();
	}

	/**
	 * Entries of one kind.
	 *
	 * @param title the heading
	 * @param entries at least one
	 */
	record Section(String title, List<DigestEntry> entries) {

	}

	/**
	 * One piece of news.
	 *
	 * @param headline it in one sentence
	 * @param lines what stands behind it
	 * @param quotation what a person says about it, or null
	 * @param picture the figures, or null
	 * @param link where more is to be read
	 */
	record DigestEntry(String headline, List<String> lines, @Nullable Quotation quotation,
			@Nullable InlineImage picture, DigestItem.Link link) {

		static DigestEntry of(DigestItem item, @Nullable InlineImage picture, ChartImages charts) {
			List<String> key = (picture != null && item.pictured() != null) ? charts.key(item.pictured()) : List.of();
			return new DigestEntry(item.headline(), Stream.concat(item.lines().stream(), key.stream()).toList(),
					(item.comment() != null) ? Quotation.of(item.comment()) : null, picture, item.link());
		}

	}

	/**
	 * A comment as a person wrote it, with its paragraphs and lists.
	 *
	 * @param title the month that it speaks of, and who wrote it
	 * @param parts what it says, the parts that say something
	 */
	record Quotation(String title, List<CommentText.CommentField> parts) {

		static Quotation of(Comment comment) {
			return new Quotation(
					"Comment for " + Period.month(comment.subject().month()).inWords() + " by " + comment.author(),
					comment.text().parts());
		}

	}

}
