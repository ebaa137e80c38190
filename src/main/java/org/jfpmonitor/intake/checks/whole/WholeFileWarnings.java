package org.jfpmonitor.intake.checks.whole;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

import org.jfpmonitor.calendar.Period;
import org.jfpmonitor.observation.Coverage;
import org.jfpmonitor.organisation.OrganisationCode;
import org.jfpmonitor.plan.id.MeasureId;

/**
 * What is said of a file that holds a part: what was withheld, what stays, and what to
 * do. Figures of which the same is to be said share a sentence.
 */
final class WholeFileWarnings {

	private static final int MOST_NAMED = 3;

	private final String layout;

	/** By what a whole file would have and this one has not. */
	private final Map<SumEvidence.Lack, FiguresAlike> withheld = new LinkedHashMap<>();

	/** By which organisations have no lines that had much of the sum before. */
	private final Map<String, FiguresAlike> lessened = new LinkedHashMap<>();

	private final Map<String, FiguresAlike> parts = new LinkedHashMap<>();

	/** By what came in files of their own, and stays. */
	private final Map<String, FiguresAlike> apart = new LinkedHashMap<>();

	/** Sums of fewer lines than before, each in words. */
	private final Set<String> thinner = new LinkedHashSet<>();

	private final Set<String> fallen = new LinkedHashSet<>();

	/** Sums without lines of some that had much of it, each in words. */
	private final Set<String> without = new LinkedHashSet<>();

	WholeFileWarnings(String layout) {
		this.layout = layout;
	}

	/** The sums of these organisations are withheld for want of what a whole file has. */
	void withheld(SumEvidence.Lack lacking, Coverage coverage, Set<OrganisationCode> organisations) {
		add(this.withheld, lacking, coverage, organisations);
	}

	/**
	 * An organisation's sum is withheld because lines are missing that had much of it.
	 */
	void lessened(String lost, Coverage coverage, OrganisationCode organisation) {
		add(this.lessened, lost, coverage, Set.of(organisation));
	}

	/** The file leaves what is held of organisations other than these. */
	void part(String words, Coverage coverage, Set<OrganisationCode> organisations) {
		add(this.parts, words, coverage, organisations);
	}

	/** The same where what is held of the others came in files of their own. */
	void apart(String words, Coverage coverage, Set<OrganisationCode> organisations) {
		add(this.apart, words, coverage, organisations);
	}

	/** A sum is published although some have no lines that had a fiftieth of it. */
	void without(String words) {
		this.without.add(words);
	}

	/** A sum is published although there are clearly fewer lines behind it. */
	void thinner(String words) {
		this.thinner.add(words);
	}

	/** A sum is published although it is clearly less, and nobody is missing. */
	void fallen(String words) {
		this.fallen.add(words);
	}

	private static <T> void add(Map<T, FiguresAlike> all, T what, Coverage coverage,
			Set<OrganisationCode> organisations) {
		all.computeIfAbsent(what, (key) -> new FiguresAlike()).add(coverage, organisations);
	}

	/** Each a sentence or more; empty when the file is whole. */
	List<String> inWords() {
		List<String> warnings = new ArrayList<>();
		this.withheld.forEach((lack, group) -> warnings.add("Withheld " + group.counted()
				+ " that add the lines of many organisations together: " + named(group.organisations) + group.inWords()
				+ ". Expected " + lack.expected()
				+ ". The file is a part. Figures of single organisations are taken as its lines give them, unless another warning says that they are withheld: look whether all lines of each are there. What is held of others stays."
				+ " Import the file whole, as it was published; if it is, "
				+ (lack.ofLeast() ? "correct at-least in layout " + this.layout : "send what is right as local figures")
				+ "."));
		this.lessened.forEach((words, group) -> warnings.add("Withheld " + group.counted()
				+ " that add the lines of many organisations together: " + named(group.organisations) + group.inWords()
				+ ". Expected lines of " + words + ", found none, and less than nine tenths of the figure held then."
				+ " What is held stays. Import the file whole, as it was published; if it is, send what is right as local figures."));
		if (!this.without.isEmpty()) {
			warnings.add("Expected the lines of all in a sum, found " + named(List.copyOf(this.without), " sums")
					+ ". The sum is published without them; look whether the file is whole.");
		}
		if (!this.thinner.isEmpty()) {
			warnings.add("Expected about as many lines behind a sum as before, found "
					+ named(List.copyOf(this.thinner), " sums")
					+ ". Organisations without figures of their own may be missing; look whether the file is whole.");
		}
		if (!this.fallen.isEmpty()) {
			warnings.add("Expected sums near those held last, found " + named(List.copyOf(this.fallen), " sums")
					+ ", though all are there who had figures. Lines may have lost whose they are, or some of each may be"
					+ " missing; look whether the file is whole.");
		}
		this.parts.forEach((words, group) -> warnings.add("Expected " + words + group.inWords()
				+ ". The file is a part, so what is held of the others stays. Import the file whole, as it was published."));
		this.apart.forEach((words, group) -> warnings
			.add(words + group.inWords() + " came in files that say nothing of those in this one, so they stay."));
		return warnings;
	}

	/** The first few, and how many more. */
	static String named(Collection<OrganisationCode> organisations) {
		return named(organisations.stream().map(OrganisationCode::value).toList(), "");
	}

	private static String named(List<String> all, String what) {
		String named = all.stream().limit(MOST_NAMED).collect(Collectors.joining(", "));
		int more = all.size() - MOST_NAMED;
		return (more > 0) ? String.format(Locale.UK, "%s and %,d more%s", named, more, what) : named;
	}

	/** Figures of which the same is to be said. */
	private static final class FiguresAlike {

		private final SortedSet<OrganisationCode> organisations = new TreeSet<>();

		private final SortedSet<MeasureId> measures = new TreeSet<>();

		private final SortedSet<Period> periods = new TreeSet<>();

		private long figures;

		void add(Coverage coverage, Set<OrganisationCode> organisations) {
			this.organisations.addAll(organisations);
			this.measures.add(coverage.measure());
			this.periods.add(coverage.period());
			this.figures += organisations.size();
		}

		String counted() {
			return (this.figures == 1) ? "1 figure" : String.format(Locale.UK, "%,d figures", this.figures);
		}

		/** For when, and of which measures. */
		String inWords() {
			return " for " + named(this.periods.stream().map(Period::inWords).toList(), " periods") + " ("
					+ this.measures.stream().map(MeasureId::value).collect(Collectors.joining(", ")) + ")";
		}

	}

}
