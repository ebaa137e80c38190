package org.jfpmonitor.publication;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;

import org.jfpmonitor.plan.PlanEditions;
import org.jfpmonitor.plan.PlanVersion;

/**
 * From where somebody looks: at which plan, the day they ask about, and the day whose
 * knowledge is used, to its end in London.
 *
 * @param plan the plan as it was configured on the day whose knowledge is used
 * @param asOf the day asked about
 * @param knownOn the day by whose end everything used had arrived
 */
public record Viewpoint(PlanEditions plan, LocalDate asOf, LocalDate knownOn) {

	/** The first day that may be asked about. */
	public static final LocalDate EARLIEST = LocalDate.of(2000, 1, 1);

	/** What an address may say of it after the question mark. */
	public static final List<String> PARAMETERS = List.of("as-of", "known-on", "edition");

	/** The same as the fields of a form send it. */
	public static final List<String> FIELDS = Stream.of("as-of", "known-on")
		.flatMap((day) -> EnteredDay.fields(day).stream())
		.toList();

	/** The day itself, with everything known on it. */
	public static Viewpoint on(PlanEditions plan, LocalDate day) {
		return new Viewpoint(plan, day, day);
	}

	/**
	 * Whether a day may be asked about: of one that has not come nobody can know
	 * anything. Both ends belong to the span.
	 */
	public static boolean mayBe(LocalDate day, LocalDate today) {
		return !day.isBefore(EARLIEST) && !day.isAfter(today);
	}

	/** The edition that judges the day asked about. */
	public PlanVersion edition() {
		return this.plan.on(this.asOf);
	}

	/** Whether it is the day itself, with everything known on it. */
	public boolean isOn(LocalDate day) {
		return this.asOf.equals(day) && this.knownOn.equals(day);
	}

}
