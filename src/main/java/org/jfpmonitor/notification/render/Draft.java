package org.jfpmonitor.notification.render;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

import org.jfpmonitor.assessment.PlanAssessment;
import org.jfpmonitor.assessment.words.Phrasing;
import org.jfpmonitor.notification.digest.Heading;
import org.jfpmonitor.notification.digest.Item;
import org.jspecify.annotations.Nullable;

/**
 * A mail before it is text or HTML: both parts are made of it and so say the same.
 *
 * @param subject one line that carries the news
 * @param opening which plan and which day it speaks of
 * @param sections in the order of {@link Heading}; empty ones are left out
 * @param closing why the reader gets it
 */
public record Draft(String subject, String opening, List<Section> sections, String closing) {

	private static final String CLOSING = "You get this mail because the plan names you for this."
			+ " News is told once, on the morning after it came.";

	/** A mail with more pictures than this would be slow to open on a telephone. */
	private static final int MOST_PICTURES = 10;

	/** The mail that tells one reader these items, at least one. */
	public static Draft of(List<Item> items, PlanAssessment now, ChartImages charts) {
		List<Item> ordered = items.stream().sorted(Comparator.comparing(Item::heading)).toList();
		List<Picture> shown = ordered.stream()
			.flatMap((item) -> picture(item, charts))
			.distinct()
			.limit(MOST_PICTURES)
			.toList();
		List<Section> sections = Arrays.stream(Heading.values())
			.map((heading) -> new Section(heading.words(), ordered.stream()
				.filter((item) -> item.heading() == heading)
				.map((item) -> Entry.of(item, picture(item, charts).filter(shown::contains).findFirst().orElse(null)))
				.toList()))
			.filter((section) -> !section.entries().isEmpty())
			.toList();
		return new Draft(subject(ordered), now.plan().plan().title() + ", as of " + Phrasing.day(now.asOf()) + ".",
				sections, CLOSING);
	}

	private static Stream<Picture> picture(Item item, ChartImages charts) {
		return (item.pictured() != null) ? charts.of(item.pictured()).stream() : Stream.empty();
	}

	/**
	 * The first item's news; the summary of a run carries a subject only if nothing else
	 * does.
	 */
	private static String subject(List<Item> ordered) {
		long others = ordered.stream().filter((item) -> !item.heading().isSummary()).count() - 1;
		return ordered.get(0).subject() + ((others > 0) ? ", and " + others + " more" : "");
	}

	/** Every picture once, in order. */
	List<Picture> pictures() {
		return this.sections.stream()
			.flatMap((section) -> section.entries().stream())
			.map(Entry::picture)
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
	record Section(String title, List<Entry> entries) {

	}

	/**
	 * One piece of news.
	 *
	 * @param headline it in one sentence
	 * @param lines what stands behind it
	 * @param picture the figures, or null
	 * @param link where more is to be read
	 */
	record Entry(String headline, List<String> lines, @Nullable Picture picture, Item.Link link) {

		public static Entry of(Item item, @Nullable Picture picture) {
			return new Entry(item.headline(), item.lines(), picture, item.link());
		}

	}

}
