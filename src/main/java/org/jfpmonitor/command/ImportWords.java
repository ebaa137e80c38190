package org.jfpmonitor.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jfpmonitor.intake.inbox.FileNames;

/**
 * What the words after {@code import} ask for.
 *
 * @param again whether known files are read anew
 * @param files the files that arrive now
 * @param arrived the files of past days, by the day on which they arrived
 * @param passedOver what lies between these and is no extract by its name
 * @param faults what is wrong with the words; then the rest says nothing
 */
record ImportWords(boolean again, List<Path> files, SortedMap<LocalDate, List<Path>> arrived, List<Path> passedOver,
		List<String> faults) {

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
		List<Path> passedOver = new ArrayList<>();
		if (options.containsKey(HISTORY)) {
			addHistory(Path.of(options.getOrDefault(HISTORY, "")), files, arrived, passedOver, faults);
		}
		else {
			checkFiles(files, faults);
		}
		String day = options.get(ARRIVED);
		if (day != null) {
			day(day).ifPresentOrElse((on) -> arrived.put(on, List.copyOf(files)),
					() -> faults.add("Expected a day such as 2024-06-13 after --arrived, found \"" + day + "\"."));
		}
		return new ImportWords(options.containsKey(AGAIN), List.copyOf(files), arrived, List.copyOf(passedOver),
				List.copyOf(faults));
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

	/**
	 * One folder for each day, named by it, with the files that arrived on it. Nothing is
	 * left out unsaid: what may be an extract and does not lie where one does is a fault.
	 */
	private static void addHistory(Path folder, List<Path> files, Map<LocalDate, List<Path>> arrived,
			List<Path> passedOver, List<String> faults) {
		if (!files.isEmpty()) {
			faults.add("Expected nothing beside --history and its folder, found \"" + files.get(0) + "\".");
		}
		try {
			for (Path entry : extractsIn(folder, passedOver)) {
				Optional<LocalDate> day = day(String.valueOf(entry.getFileName()));
				if (day.isEmpty() || !Files.isDirectory(entry)) {
					faults.add("Expected in \"" + folder
							+ "\" folders named by the day on which their files arrived, such"
							+ " as 2024-06-13, found the "
							+ (Files.isDirectory(entry)
									? "folder \"" + entry.getFileName() + "\". Name it by the day, or take it away."
									: "file \"" + entry.getFileName()
											+ "\". Move it into the folder of its day, or take it away."));
				}
				else {
					arrived.put(day.get(), filesIn(entry, passedOver, faults));
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

	private static List<Path> filesIn(Path folder, List<Path> passedOver, List<String> faults) throws IOException {
		List<Path> files = extractsIn(folder, passedOver);
		files.stream()
			.filter((each) -> !Files.isRegularFile(each))
			.forEach((each) -> faults.add("Expected in \"" + folder + "\" files only, found \"" + each.getFileName()
					+ "\". Move its files up into that folder, or take it away."));
		return files;
	}

	/** All that lies there but for what its name says to be something else. */
	private static List<Path> extractsIn(Path folder, List<Path> passedOver) throws IOException {
		try (Stream<Path> entries = Files.list(folder)) {
			Map<Boolean, List<Path>> byName = entries.sorted()
				.collect(Collectors.partitioningBy(ImportWords::isBeside));
			passedOver.addAll(byName.getOrDefault(true, List.of()));
			return byName.getOrDefault(false, List.of());
		}
	}

	/** What people and version control lay beside extracts. */
	private static boolean isBeside(Path file) {
		String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
		return FileNames.isPassedOver(file) || name.equals("readme") || name.startsWith("readme.");
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
