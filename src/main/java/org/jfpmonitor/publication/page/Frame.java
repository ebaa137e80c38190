package org.jfpmonitor.publication.page;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;

import org.jfpmonitor.calendar.Period;
import org.jfpmonitor.plan.Plan.PlanWords;
import org.jfpmonitor.plan.Status;
import org.jfpmonitor.publication.DataLoading;
import org.jfpmonitor.publication.EnteredDay;
import org.jfpmonitor.publication.Viewpoint;
import org.jspecify.annotations.Nullable;

/**
 * What every page shows around its own content.
 *
 * @param plan the title of the edition of the plan that is shown
 * @param organisation the name of the organisation whose plan it is
 * @param editions all editions of the plan, the earliest first; none where there is only
 * one
 * @param current whether the edition shown is the one in force today, about which people
 * may set statuses
 * @param cautions what to know of the day asked about, each a sentence or two: that the
 * organisation had closed and who follows it, that the plan had not begun or had ended
 * @param demonstration whether the figures are made up
 * @param loading how far the reading of files has come, or null when all have been read
 * @param visitor who looks at it
 * @param links the addresses of the other pages, seen from the same viewpoint
 * @param words what the plan calls its ambitions and statuses
 */
public record Frame(String plan, String organisation, List<EditionLink> editions, boolean current,
		List<String> cautions, boolean demonstration, DataLoading.@Nullable LoadingProgress loading, Visitor visitor,
		Links links, PlanWords words) {

	public Frame {
		editions = List.copyOf(editions);
		cautions = List.copyOf(cautions);
	}

	/** The same in the usual words, as files for programs and spreadsheets have them. */
	public Frame inUsualWords() {
		return new Frame(this.plan, this.organisation, this.editions, this.current, this.cautions, this.demonstration,
				this.loading, this.visitor, this.links, PlanWords.USUAL);
	}

	public Viewpoint viewpoint() {
		return this.links.viewpoint();
	}

	/**
	 * The word of a status, with the plan's own where it has one; any other word as it
	 * is.
	 */
	public String said(String word) {
		return Stream.of(Status.values())
			.filter((each) -> each.words().equals(word))
			.findFirst()
			.map(this.words::status)
			.orElse(word);
	}

	public String asOf() {
		return inWords(this.links.viewpoint().asOf());
	}

	public String knownOn() {
		return inWords(this.links.viewpoint().knownOn());
	}

	/** Every mark that a page may need a key for. */
	public List<StatusMark> statuses() {
		return List.of(StatusMark.values());
	}

	public String today() {
		return inWords(this.links.today());
	}

	/** Today as the fields of a form hold it. */
	public EnteredDay todayEntered() {
		return EnteredDay.of(this.links.today());
	}

	/** The day asked about as the fields of a form hold it. */
	public EnteredDay asOfEntered() {
		return EnteredDay.of(this.links.viewpoint().asOf());
	}

	/** The day up to which what arrived counts, likewise. */
	public EnteredDay knownOnEntered() {
		return EnteredDay.of(this.links.viewpoint().knownOn());
	}

	/** The empty fields of a day. */
	public EnteredDay noDay() {
		return EnteredDay.NONE;
	}

	private static String inWords(LocalDate day) {
		return Period.day(day).inWords();
	}

	/**
	 * An edition of the plan.
	 *
	 * @param title its title
	 * @param days the days that it judges, in words
	 * @param address its board on the newest of them
	 * @param shown whether it is the one that the page shows
	 */
	public record EditionLink(String title, String days, String address, boolean shown) {

	}

}
