package org.jfpmonitor.plan.reading.words;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import org.jfpmonitor.plan.Plan.PlanWords;
import org.jfpmonitor.plan.Status;
import org.jfpmonitor.plan.yaml.YamlNode;

/** Reads what a plan calls its ambitions and statuses. */
public final class WordsReader {

	private static final String NOT_ASSESSED = "not assessed";

	private WordsReader() {
	}

	/** The words of the head of a plan; the usual ones where it says nothing. */
	public static PlanWords read(YamlNode head) {
		return head.find("words")
			.map((block) -> new PlanWords(
					Optional.of(block.text("ambition"))
						.filter((word) -> !word.isEmpty())
						.orElse(PlanWords.USUAL.ambition()),
					block.find("statuses").map(WordsReader::statuses).orElse(List.of())))
			.orElse(PlanWords.USUAL);
	}

	private static List<PlanWords.OwnWord> statuses(YamlNode block) {
		List<PlanWords.OwnWord> words = new ArrayList<>();
		Map<String, YamlNode> first = new HashMap<>();
		for (YamlNode written : block.members()) {
			Optional<Status> status = Status.coded(written.text());
			if (status.isPresent() && isFree(block, written, status.get(), first)) {
				words.add(new PlanWords.OwnWord(written.key(), status.get()));
			}
		}
		return words;
	}

	/** Whether the word means one status to every reader. */
	private static boolean isFree(YamlNode block, YamlNode written, Status status, Map<String, YamlNode> first) {
		String word = folded(written.key());
		if (word.equals(NOT_ASSESSED)) {
			block.fault(written, "expected a word of the plan's own for a status, found \"" + written.key()
					+ "\", which is said of an objective that has none. Write another word.");
			return false;
		}
		Optional<Status> usual = Stream.of(Status.values())
			.filter((each) -> folded(each.words()).equals(word) && each != status)
			.findFirst();
		if (usual.isPresent()) {
			block.fault(written,
					"expected " + written.key() + ": " + usual.get().code() + ", because it is the usual word for that,"
							+ " found " + status.code() + ". Write another word, or \"" + usual.get().code() + "\".");
			return false;
		}
		YamlNode before = first.putIfAbsent(word, written);
		if (before != null) {
			block.fault(written, "expected each word once, found \"" + written.key() + "\" again (first in line "
					+ before.line() + " as \"" + before.key() + "\"). Delete one of the two lines.");
		}
		return before == null;
	}

	/** Codes, which files may use as well, are the words in another spelling. */
	private static String folded(String word) {
		return word.strip().replaceAll("[\\s_-]+", " ").toLowerCase(Locale.ROOT);
	}

}
