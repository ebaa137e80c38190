package org.jfpmonitor.notification.digest;

import java.net.URI;
import java.time.YearMonth;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jfpmonitor.assessment.ObjectiveAssessment;
import org.jfpmonitor.assessment.PlanAssessed;
import org.jfpmonitor.assessment.words.Phrasing;
import org.jfpmonitor.plan.Status;
import org.jfpmonitor.plan.id.ObjectiveCode;
import org.jfpmonitor.progress.StatusOverride;
import org.jspecify.annotations.Nullable;

/** What is still behind although nothing has changed, for the monthly reminder. */
public final class Reminders {

	private Reminders() {
	}

	/**
	 * The objectives to be reminded of, in plan order: behind, and not in the news
	 * anyway.
	 */
	public static Stream<ObjectiveAssessment> due(PlanAssessed run) {
		Set<ObjectiveCode> inTheNews = run.changes()
			.stream()
			.map((change) -> change.now().objective().code())
			.collect(Collectors.toSet());
		return run.now()
			.objectives()
			.stream()
			.filter((each) -> isBehind(each.status()) && !inTheNews.contains(each.objective().code()));
	}

	public static DigestItem item(ObjectiveAssessment now, PlanAssessed run, URI base) {
		ObjectiveCode code = now.objective().code();
		StatusOverride override = now.override();
		String holds = (override != null)
				? ", set manually by " + override.author() + " until " + Phrasing.day(override.until())
				: run.position().since(now).map((since) -> " since " + since.inWords()).orElse("");
		String headline = ChangeItems.name(now.objective()) + ": "
				+ run.now().plan().plan().words().status(now.status()) + holds + ".";
		return ChangeItems.standing(
				run.now().plan().plan().id() + ":reminder:" + YearMonth.from(run.now().asOf()) + ":" + code, now,
				run.now().plan().plan(), headline, base);
	}

	private static boolean isBehind(@Nullable Status status) {
		return status != null && status.isAdverse();
	}

}
