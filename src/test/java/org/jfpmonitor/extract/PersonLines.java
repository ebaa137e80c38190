package org.jfpmonitor.extract;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/** A made-up file with one line a person, drawn by a seed: small numbers above all. */
final class PersonLines {

	static final String HEADER = "person,provider,month,answer";

	static final List<String> PROVIDERS = List.of("RM1", "RCX", "RGP");

	static final List<String> MONTHS = List.of("2025-01", "2025-02", "2025-03");

	static final List<String> ANSWERS = List.of("yes", "no", "unknown");

	private final List<Line> lines;

	private PersonLines(List<Line> lines) {
		this.lines = List.copyOf(lines);
	}

	/** Of each provider, month and answer as many lines as chance will have it. */
	static PersonLines drawn(long seed) {
		Random random = new Random(seed);
		List<Line> lines = new ArrayList<>();
		lines.add(new Line("RM1", "2025-01", "yes"));
		for (String provider : PROVIDERS) {
			for (String month : MONTHS) {
				for (String answer : ANSWERS) {
					int bound = random.nextInt(3) * 12 + 1;
					int count = random.nextInt(bound);
					if (lines.size() == 1) {
						count = random.nextInt(4);
					}
					for (int i = 0; i < count; i++) {
						lines.add(new Line(provider, month, answer));
					}
				}
			}
		}
		return new PersonLines(lines);
	}

	/** All of them, in order. */
	Stream<Line> lines() {
		return this.lines.stream();
	}

	long count(Line line) {
		return this.lines.stream().filter(line::equals).count();
	}

	/**
	 * The same file with another number of such lines, in the place of the first where
	 * there is one.
	 */
	PersonLines with(Line line, int number) {
		List<Line> changed = new ArrayList<>();
		boolean placed = false;
		for (Line each : this.lines) {
			if (!each.equals(line)) {
				changed.add(each);
			}
			else if (!placed) {
				placed = true;
				for (int i = 0; i < number; i++) {
					changed.add(line);
				}
			}
		}
		return new PersonLines(changed);
	}

	Path written(Path folder) {
		List<String> text = new ArrayList<>(List.of(HEADER));
		this.lines.forEach((each) -> text.add("someone," + each.provider + "," + each.month + "," + each.answer));
		return Shipped.write(folder, "people.csv", text.toArray(new String[0]));
	}

	record Line(String provider, String month, String answer) {

	}

}
