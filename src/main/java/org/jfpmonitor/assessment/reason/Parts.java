package org.jfpmonitor.assessment.reason;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

import org.jfpmonitor.calendar.Period;
import org.jfpmonitor.plan.Status;
import org.jspecify.annotations.Nullable;

/**
 * The parts of an objective in words: figures against what is required of them,
 * milestones done and to come, and what cannot be judged.
 */
final class Parts {

	/** More figures than these are counted, not named. */
	private static final int MOST_NAMED = 3;

	private final List<Reason> all;

	Parts(List<Reason> all) {
		this.all = all;
	}

	int count() {
		return this.all.size();
	}

	List<Reason> unassessed() {
		return with(null);
	}

	List<Reason> with(@Nullable Status status) {
		return this.all.stream().filter((part) -> part.therefore() == status).toList();
	}

	/** Those that lack data, and not only a target. */
	List<Reason> lackingData() {
		return unassessed().stream().filter((part) -> !waitsForThePlan(part)).toList();
	}

	/** What holds the objective back, where its status is the adverse one. */
	String behind(Status status) {
		List<Reason> deciding = with(status);
		List<MilestoneReason> late = milestones(deciding);
		String milestones = switch (late.size()) {
			case 0 -> "";
			case 1 -> late.get(0).statement();
			default -> "%d of %d milestones are %s.".formatted(late.size(), milestones(this.all).size(),
					MilestoneReason.lateness(late));
		};
		return sentences(figures(judged(deciding)), milestones, whyNotAll());
	}

	/** How far it has come, where nothing holds it back. */
	String reached() {
		List<JudgedReason> judged = judged(this.all);
		String figures = (judged.size() > MOST_NAMED) ? "All " + judged.size() + " figures are as good as required."
				: figures(judged);
		return sentences(figures, progress(), whyNotAll());
	}

	/** Why nothing can be said of the whole. */
	String unjudged() {
		List<Reason> lacking = (count() == 1) ? this.all : lackingData();
		if (lacking.size() == 1) {
			return sentences(lacking.get(0).statement(), (count() == 1) ? "" : withoutTarget());
		}
		return lacking.isEmpty() ? "Not assessed. " + withoutTarget()
				: sentences("Not assessed.", missing(lacking), withoutTarget());
	}

	static List<String> titles(List<Reason> parts) {
		return parts.stream().map(Reason::subject).toList();
	}

	private String progress() {
		List<MilestoneReason> milestones = milestones(this.all);
		int done = (int) milestones.stream().filter((each) -> each.therefore() == Status.COMPLETED).count();
		int left = milestones.size() - done;
		if (milestones.isEmpty()) {
			return "";
		}
		if (left == 0) {
			return switch (done) {
				case 1 -> "Its milestone is done.";
				case 2 -> "Both milestones are done.";
				default -> "All " + done + " milestones are done.";
			};
		}
		LocalDate next = milestones.stream()
			.filter((each) -> each.therefore() != Status.COMPLETED)
			.map((each) -> each.milestone().due())
			.min(Comparator.naturalOrder())
			.orElseThrow();
		String which = (milestones.size() == 1) ? "Its milestone" : (done == 0)
				? milestones.size() + " milestones to come, the first"
				: done + " of " + milestones.size() + " milestones done, " + ((left == 1) ? "the last" : "the next");
		return which + " is due on " + Period.day(next).inWords() + ".";
	}

	private String whyNotAll() {
		return sentences(missing(lackingData()), withoutTarget());
	}

	/** What no figure or none that may be shown is there for. */
	private static String missing(List<Reason> lacking) {
		List<Reason> withheld = lacking.stream().filter((each) -> each.rule() == Rule.FIGURE_WITHHELD).toList();
		List<Reason> others = lacking.stream().filter((each) -> each.rule() != Rule.FIGURE_WITHHELD).toList();
		return sentences(others.isEmpty() ? "" : "Figures are missing to judge " + Names.listed(titles(others)) + ".",
				switch (withheld.size()) {
					case 0 -> "";
					case 1 -> "The figure of " + withheld.get(0).subject()
							+ " is withheld, because it is small or would give a small one away.";
					default -> "The figures of " + Names.listed(titles(withheld))
							+ " are withheld, because they are small or would give small ones away.";
				});
	}

	private String withoutTarget() {
		long waiting = unassessed().stream().filter(Parts::waitsForThePlan).count();
		if (waiting == 0) {
			return "";
		}
		return waiting + " of " + count() + " parts " + ((waiting == 1) ? "has" : "have") + " no target yet.";
	}

	private static boolean waitsForThePlan(Reason part) {
		return part instanceof UnassessedReason reason && reason.waitsForThePlan();
	}

	private static String figures(List<JudgedReason> judged) {
		return judged.isEmpty() ? "" : String.join("; ", judged.stream().map(JudgedReason::brief).toList()) + ".";
	}

	private static List<JudgedReason> judged(List<Reason> parts) {
		List<JudgedReason> judged = new ArrayList<>();
		for (Reason part : parts) {
			if (part instanceof JudgedReason reason) {
				judged.add(reason);
			}
		}
		return judged;
	}

	private static List<MilestoneReason> milestones(List<Reason> parts) {
		List<MilestoneReason> milestones = new ArrayList<>();
		for (Reason part : parts) {
			if (part instanceof MilestoneReason reason) {
				milestones.add(reason);
			}
		}
		return milestones;
	}

	private static String sentences(String... all) {
		return String.join(" ", Stream.of(all).filter((each) -> !each.isEmpty()).toList());
	}

}
