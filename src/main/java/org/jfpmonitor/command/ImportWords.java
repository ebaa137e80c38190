package org.jfpmonitor.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What the words after {@code import} ask for.
 *
 * @param again whether known files are read anew
 * @param files the files that arrive now
 * @param arrived the files of past days, by the day on which they arrived
 * @param faults what is wrong with the words; then the rest says nothing
 */
record ImportWords(boolean again, List<Path> files, SortedMap<LocalDate, List<Path>> arrived, List<String> faults) {

	private static final String AGAIN = "--again";

	private static final String ARRIVED = "--arrived";

	private static final String HISTORY = "--history";

	/** No publication that is read is older. */
	private static final LocalDate FIRST_DAY = LocalDate.of(1990, 1, 1);

	static ImportWords of(List<String> words) {
		List<String> faults = new ArrayList<>();
		List<Path> files = new ArrayList<>();
		Map<String, String> options = new TreeMap<>();
		for (int i = 0; i < words.size(); i++) {
			String word = words.get(i);
			if (word.equals(AGAIN)) {
				options.put(AGAIN, "");
			}
			else if (word.equals(ARRIVED) || word.equals(HISTORY)) {
				i++;
				options.put(word, (i < words.size()) ? words.get(i) : "");
			}
			else if (word.startsWith("--")) {
				faults.add("Expected --again, --arrived, --history or a file, found \"" + word + "\".");
			}
			else {
				files.add(Path.of(word));
			}
		}
		if (options.size() > 1) {
			faults.add("Expected one of --again, --arrived and --history, found "
					+ String.join(" and ", options.keySet()) + ".");
		}
		SortedMap<LocalDate, List<Path>> arrived = new TreeMap<>();
		if (options.containsKey(HISTORY)) {
			addHistory(Path.of(options.getOrDefault(HISTORY, "")), files, arrived, faults);
		}
		else {
			checkFiles(files, faults);
		}
		String day = options.get(ARRIVED);
		if (day != null) {
			day(day).ifPresentOrElse((on) -> arrived.put(on, List.copyOf(files)),
					() -> faults.add("Expected a day such as 2024-06-13 after --arrived, found \"" + day + "\"."));
		}
		return new ImportWords(options.containsKey(AGAIN), List.copyOf(files), arrived, List.copyOf(faults));
	}

	private static void checkFiles(List<Path> files, List<String> faults) {
		if (files.isEmpty()) {
			faults.add("Expected at least one file, found none.");
		}
		String missing = files.stream()
			.filter((file) -> !Files.isReadable(file) || Files.isDirectory(file))
			.map((file) -> "\"" + file + "\"")
			.collect(Collectors.joining(", "));
		if (!missing.isEmpty()) {
			faults.add("Expected files that can be read, found no such file: " + missing + ".");
		}
	}

	/** One folder for each day, named by it, with the files that arrived on it. */
	private static void addHistory(Path folder, List<Path> files, Map<LocalDate, List<Path>> arrived,
			List<String> faults) {
		if (!files.isEmpty()) {
			faults.add("Expected nothing beside --history and its folder, found \"" + files.get(0) + "\".");
		}
		try (Stream<Path> entries = Files.list(folder)) {
			for (Path entry : entries.filter((each) -> !isHidden(each)).sorted().toList()) {
				Optional<LocalDate> day = day(String.valueOf(entry.getFileName()));
				if (day.isEmpty() || !Files.isDirectory(entry)) {
					faults.add(
							"Expected in \"" + folder + "\" folders named by the day on which their files arrived, such"
									+ " as 2024-06-13, found \"" + entry.getFileName() + "\".");
				}
				else {
					arrived.put(day.get(), filesIn(entry));
				}
			}
		}
		catch (IOException unreadable) {
			faults.add("Expected a folder after --history, found that \"" + folder + "\" is none that can be read.");
			return;
		}
		if (arrived.values().stream().allMatch(List::isEmpty) && faults.isEmpty()) {
			faults.add("Expected files in the folders of \"" + folder + "\", found none.");
		}
	}

	private static List<Path> filesIn(Path folder) throws IOException {
		try (Stream<Path> files = Files.list(folder)) {
			return files.filter(Files::isRegularFile).filter((file) -> !isHidden(file)).sorted().toList();
		}
	}

	private static boolean isHidden(Path file) {
		return String.valueOf(file.getFileName()).startsWith(".");
	}

	/** Empty when it is none on which anything can have arrived. */
	private static Optional<LocalDate> day(String text) {
		try {
			return Optional.of(LocalDate.parse(text)).filter((day) -> !day.isBefore(FIRST_DAY));
		}
		catch (DateTimeException noDay) {
			return Optional.empty();
		}
	}

}
