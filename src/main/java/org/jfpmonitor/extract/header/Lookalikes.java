package org.jfpmonitor.extract.header;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jfpmonitor.extract.layout.Column;
import org.jfpmonitor.extract.layout.Layout;

/**
 * The columns of a file that no column of the layout is for. One of them may be an absent
 * column under a new name, and then it is not absent.
 */
public final class Lookalikes {

	private static final Pattern WORD = Pattern.compile("[a-z]+|[0-9]+");

	private static final double MOSTLY_SAME = 0.7;

	private static final int TELLING_WORDS = 4;

	/** Beside a column they name what is reckoned from it, or another time. */
	private static final Set<String> OF_ANOTHER_SORT = Set.of("last", "previous", "prior", "year", "ytd", "cumulative",
			"change", "difference", "variance", "percent", "percentage", "rate", "share", "rank", "ranking", "plan",
			"planned", "target", "forecast", "trajectory", "budget", "baseline", "average", "mean", "median",
			"thousands", "weekly", "daily");

	private final List<String> unclaimed = new ArrayList<>();

	public Lookalikes(Layout layout, Header header) {
		Set<Integer> claimed = new HashSet<>();
		layout.columns().values().forEach((column) -> claimed.addAll(header.positions(column)));
		for (int i = 0; i < header.width(); i++) {
			if (!claimed.contains(i) && !header.name(i).isEmpty()) {
				this.unclaimed.add(header.name(i));
			}
		}
	}

	/** The name, as the file spells it, that the column may go by; empty for none. */
	public Optional<String> of(Column column) {
		Set<String> wanted = words(column.shown());
		return this.unclaimed.stream()
			.filter((name) -> isLike(wanted, words(name)) && !isOfAnotherSort(wanted, words(name)))
			.findFirst();
	}

	/**
	 * The name, as the file spells it, that has all the words of one of the names and
	 * more, such as "Attendances Booked Type 1" beside "Attendances Type 1"; empty for
	 * none.
	 */
	public Optional<String> beside(List<String> names) {
		List<Set<String>> wanted = names.stream().map(Lookalikes::words).toList();
		return this.unclaimed.stream().filter((name) -> {
			Set<String> found = words(name);
			return !name.contains("%") && found.stream().noneMatch(OF_ANOTHER_SORT::contains)
					&& wanted.stream().anyMatch((each) -> found.size() > each.size() && found.containsAll(each));
		}).findFirst();
	}

	/**
	 * Whether the file has the column's words with other numbers, such as "within 31
	 * days" for "within 62 days".
	 */
	public boolean isOfOtherNumbers(Column column) {
		Set<String> wanted = words(column.shown());
		return this.unclaimed.stream().map(Lookalikes::words).anyMatch((found) -> {
			Set<String> differing = new HashSet<>(wanted);
			differing.addAll(found);
			differing.removeIf((word) -> wanted.contains(word) && found.contains(word));
			return !differing.isEmpty() && differing.stream().allMatch((word) -> Character.isDigit(word.charAt(0)));
		});
	}

	/** Such as its plan, which nobody is to take for it. */
	private static boolean isOfAnotherSort(Set<String> wanted, Set<String> found) {
		return found.stream().anyMatch((word) -> OF_ANOTHER_SORT.contains(word) && !wanted.contains(word));
	}

	/** Numbers must be the same; of the words most. */
	private static boolean isLike(Set<String> wanted, Set<String> found) {
		Set<String> both = new HashSet<>(wanted);
		both.retainAll(found);
		Set<String> either = new HashSet<>(wanted);
		either.addAll(found);
		boolean otherNumbers = either.stream()
			.anyMatch((word) -> Character.isDigit(word.charAt(0)) && !both.contains(word));
		boolean shortened = both.size() >= TELLING_WORDS && both.size() == Math.min(wanted.size(), found.size())
				&& 2 * both.size() >= either.size();
		return !otherNumbers && !both.isEmpty() && (shortened || both.size() >= MOSTLY_SAME * either.size());
	}

	private static Set<String> words(String name) {
		Set<String> words = new HashSet<>();
		Matcher matcher = WORD.matcher(name.toLowerCase(Locale.ROOT));
		while (matcher.find()) {
			words.add(matcher.group());
		}
		return words;
	}

}
