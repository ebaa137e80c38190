package org.jfpmonitor.plan;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

import org.jfpmonitor.calendar.Period;
import org.jfpmonitor.plan.id.PlanId;

/**
 * One plan: its editions, each succeeding the one before, as they stand beside each other
 * at one moment. An edition is in force from its first day until the next one begins,
 * whatever its own last day; the first also for the days before it, the last for all days
 * after.
 */
public final class PlanEditions {

	private final List<PlanVersion> inOrder;

	private PlanEditions(List<PlanVersion> inOrder) {
		this.inOrder = inOrder;
	}

	/**
	 * The editions in the order in which they begin.
	 * @throws IllegalArgumentException when there is none, or two begin on one day
	 */
	public static PlanEditions of(Collection<PlanVersion> versions) {
		List<PlanVersion> inOrder = versions.stream().sorted(Comparator.comparing(PlanEditions::firstDay)).toList();
		if (inOrder.isEmpty()) {
			throw new IllegalArgumentException("Expected an edition of the plan, found none");
		}
		List<PlanVersion> dated = new ArrayList<>();
		for (int i = 0; i < inOrder.size(); i++) {
			LocalDate from = (i == 0) ? Period.always().start() : firstDay(inOrder.get(i));
			if (i > 0 && from.equals(firstDay(inOrder.get(i - 1)))) {
				throw new IllegalArgumentException(
						"Expected editions that begin on different days, found two on " + from);
			}
			LocalDate until = (i == inOrder.size() - 1) ? Period.always().endExclusive() : firstDay(inOrder.get(i + 1));
			dated.add(inOrder.get(i).inForce(Period.of(from, until)));
		}
		return new PlanEditions(List.copyOf(dated));
	}

	/** The one edition, which judges every day. */
	public static PlanEditions only(PlanVersion version) {
		return of(List.of(version));
	}

	/** The edition that judges the day. */
	public PlanVersion on(LocalDate day) {
		return this.inOrder.stream()
			.filter((each) -> !each.inForce().start().isAfter(day))
			.reduce((earlier, later) -> later)
			.orElse(this.inOrder.get(0));
	}

	/** The id of the first edition, by which the plan is called. */
	public PlanId id() {
		return this.inOrder.get(0).plan().id();
	}

	/** All editions, the earliest first. */
	public List<PlanVersion> all() {
		return this.inOrder;
	}

	/** The edition of the id. */
	public Optional<PlanVersion> find(PlanId id) {
		return this.inOrder.stream().filter((each) -> each.plan().id().equals(id)).findFirst();
	}

	private static LocalDate firstDay(PlanVersion version) {
		return version.plan().duration().start();
	}

}
