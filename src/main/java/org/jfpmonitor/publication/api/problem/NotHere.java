package org.jfpmonitor.publication.api.problem;

import java.util.List;
import java.util.function.Function;

import org.jfpmonitor.plan.Measure;
import org.jfpmonitor.plan.Objective;
import org.jfpmonitor.plan.Plan;

/**
 * Something asked for by its name or number does not exist; the message says what would.
 */
public final class NotHere extends RuntimeException {

	private static final long serialVersionUID = 1L;

	public NotHere(String message) {
		super(message);
	}

	/** No objective of the plan has that code. */
	public static NotHere objective(Plan plan, String found) {
		return new NotHere("Expected the code of an objective of the plan" + example(plan.objectives(), Objective::code)
				+ "; found \"" + found + "\". GET /api/objectives lists them.");
	}

	/** No measure of the plan has that id. */
	public static NotHere measure(Plan plan, String found) {
		return new NotHere("Expected the id of a measure of the plan" + example(plan.measures(), Measure::id)
				+ "; found \"" + found + "\". GET /api/measures lists them.");
	}

	private static <T> String example(List<T> all, Function<T, ?> name) {
		return all.isEmpty() ? ", which has none" : ", such as " + name.apply(all.get(0));
	}

}
