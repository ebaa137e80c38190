package org.jfpmonitor.extract;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;

import org.apache.commons.csv.CSVRecord;
import org.jfpmonitor.EveryCase.Cases;
import org.jfpmonitor.extract.PersonLines.Line;
import org.jfpmonitor.extract.Shipped.Read;
import org.jfpmonitor.extract.workbook.BookWriter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Nothing that is said of a file tells a number that is withheld, however the file and
 * its layouts are made: files that differ in a withheld number alone are said alike to
 * the last character, published or refused, with their rejects, counts, warnings and
 * vintage.
 */
class WithheldNumbersTest {

	/** Of each shape some seeds, and others than of the shape before. */
	private static final int ONE_IN = 19;

	private static final String PEOPLE = """
			layout: people
			title: People, one line each
			feed: figures
			record-level: true
			organisations: known
			columns: {provider: provider, month: month, answer: answer}
			period: {column: month, as: monthly}
			vintage: {otherwise: latest-period}
			rejects: {share: 8, always: 2}
			levels:
			  - {scope: provider, organisation: provider, kinds: [trust]}
			figures:
			  - measure: urgent-dental-appointments
			    value: {count: rows}
			  - measure: lung-check-invitations
			    value: {count: rows, where: {answer: "no"}}
			  - measure: smoking-at-delivery-local
			    numerator: {count: rows, where: {answer: "yes"}}
			    denominator: {count: rows, where: {answer: ["yes", "no"]}}
			""";

	/** The same people, whose board another sheet names. */
	private static final String BOARD = PEOPLE.replace("layout: people", "layout: board")
		.replace("provider: provider, month", "provider: board, month")
		.replace("scope: provider, organisation: provider, kinds: [trust]",
				"scope: icb, organisation: provider, kinds: [icb]");

	/** What somebody has added up, in a sheet beside the people. */
	private static final String TOTALS = """
			layout: totals
			title: Totals
			feed: figures
			reads: named-figures
			columns: {measure: what, organisation: whose, period: when, value: number}
			period: {column: period}
			named: {measure: measure, organisation: organisation, value: value}
			""";

	/** Of noughts and ones a median says which are more. */
	private static final String MEDIAN = PEOPLE.substring(0, PEOPLE.indexOf("figures:\n  -")) + """
			figures:
			  - measure: category-2-mean-response-local
			    value: {median: answer}
			""";

	@TempDir
	private Path folder;

	/** How a file and its layouts are made. */
	private enum Shape {

		/** Each organisation's people in lines of their own. */
		ONE_LEVEL(PEOPLE),
		/** Added up for the board as well. */
		SEVERAL_LEVELS(PEOPLE.replace("figures:\n  - measure: urgent",
				"  - {scope: icb, is: QMM, sum-over: provider, at-least: 2}\nfigures:\n  - measure: urgent")),
		/** A second line of each for the board, at the same level. */
		NESTED_KINDS(PEOPLE.replace("kinds: [trust]", "kinds: [trust, icb]")) {
			@Override
			Stream<String> lines(Line line) {
				return Stream.concat(super.lines(line), super.lines(new Line("QMM", line.month(), line.answer())));
			}
		},
		/** No figure where too few answers are known. */
		COMPLETE(PEOPLE + """
				    complete:
				      known: {count: rows, where: {answer: ["yes", "no"]}}
				      all: {count: rows}
				      at-least: 70
				"""),
		/** The middle one of noughts and ones. */
		MEDIAN(WithheldNumbersTest.MEDIAN) {
			@Override
			Stream<String> lines(Line line) {
				return super.lines(asNumber(line));
			}
		},
		/** Their mean. */
		MEAN(WithheldNumbersTest.MEDIAN.replace("median", "mean")) {
			@Override
			Stream<String> lines(Line line) {
				return super.lines(asNumber(line));
			}
		},
		/** A sheet for providers, and one for the board, each read by its own layout. */
		TWO_LAYOUTS(PEOPLE, BOARD) {
			@Override
			Path written(PersonLines people, List<String> others, Path folder) {
				List<String> board = people.lines()
					.map((each) -> super.lines(new Line("QMM", each.month(), each.answer())).toList().get(0))
					.toList();
				return book(folder, Map.of("Providers", all(PersonLines.HEADER, people, others), "Board",
						Stream.concat(Stream.of("person,board,month,answer"), board.stream()).toList()));
			}
		},
		/** A sheet of totals beside the people, of which nobody says that it is safe. */
		TOTALS_BESIDE(PEOPLE, TOTALS) {
			@Override
			Path written(PersonLines people, List<String> others, Path folder) {
				List<String> totals = new ArrayList<>(List.of("what,whose,when,number"));
				for (String month : PersonLines.MONTHS) {
					long number = people.lines().filter((each) -> each.month().equals(month)).count();
					totals.add("urgent-dental-appointments,QMM," + month + "," + number);
				}
				return book(folder, Map.of("Providers", all(PersonLines.HEADER, people, others), "Totals", totals));
			}
		};

		@SuppressWarnings("ImmutableEnumChecker") // List.of cannot be changed
		private final List<String> layouts;

		Shape(String... layouts) {
			this.layouts = List.of(layouts);
		}

		Stream<String> lines(Line line) {
			return Stream.of("someone," + line.provider() + "," + line.month() + "," + line.answer());
		}

		private static Line asNumber(Line line) {
			return new Line(line.provider(), line.month(), line.answer().equals("yes") ? "1" : "0");
		}

		List<String> all(String header, PersonLines people, List<String> others) {
			return Stream.of(Stream.of(header), people.lines().flatMap(this::lines), others.stream())
				.flatMap((each) -> each)
				.toList();
		}

		Path written(PersonLines people, List<String> others, Path folder) {
			return Shipped.write(folder, "people.csv", all(PersonLines.HEADER, people, others).toArray(String[]::new));
		}

		static Path book(Path folder, Map<String, List<String>> sheets) {
			Map<String, List<CSVRecord>> rows = new LinkedHashMap<>();
			sheets.entrySet()
				.stream()
				.sorted(Map.Entry.comparingByKey())
				.forEach((each) -> rows.put(each.getKey(),
						BookWriter.rows(Shipped.write(folder, "sheet.csv", each.getValue().toArray(String[]::new)))));
			return BookWriter.ODS.write(rows, folder.resolve("people.ods"));
		}

	}

	private static Stream<Arguments> drawn() {
		return Cases.oneIn(ONE_IN, Stream.of(Shape.values())
			.flatMap((shape) -> LongStream.range(0, 30).mapToObj((seed) -> Arguments.of(shape, seed))));
	}

	/** Each small number is tried with every other size of its own. */
	@ParameterizedTest
	@MethodSource("drawn")
	void filesThatDifferInAWithheldNumberAloneAreSaidAlike(Shape shape, long seed) {
		LayoutsReading layouts = layouts(shape);
		PersonLines people = PersonLines.drawn(seed);
		List<String> others = others(people, new Random(seed));
		List<String> said = said(layouts, shape.written(people, others, this.folder));
		int tried = 0;
		for (Line line : kinds(shape)) {
			long count = people.count(line);
			if (count > 0 && count < 5) {
				for (int other : IntStream.rangeClosed(1, 4).filter((each) -> each != count).toArray()) {
					tried++;
					assertThat(said(layouts, shape.written(people.with(line, other), others, this.folder)))
						.as("%s %d, or %d", line, count, other)
						.isEqualTo(said);
				}
			}
		}
		assertThat(tried).isPositive();
	}

	/** Who answered neither yes nor no is counted where it is asked how much is known. */
	private static List<Line> kinds(Shape shape) {
		List<String> answers = switch (shape) {
			case COMPLETE -> PersonLines.ANSWERS;
			// The others, of whatever answer, are noughts.
			case MEDIAN, MEAN -> List.of("yes");
			default -> List.of("yes", "no");
		};
		return PersonLines.PROVIDERS.stream()
			.flatMap((provider) -> PersonLines.MONTHS.stream()
				.flatMap((month) -> answers.stream().map((answer) -> new Line(provider, month, answer))))
			.toList();
	}

	/**
	 * Lines that are rejected: some, or as many as are borne, or one more, if all of the
	 * people counted, of whom 8% are 2 in 23.
	 */
	private static List<String> others(PersonLines people, Random random) {
		long borne = people.lines().count() * (1 + random.nextInt(2)) / 23;
		List<String> others = new ArrayList<>();
		for (long i = random.nextBoolean() ? borne + random.nextInt(2) : random.nextInt(15); i > 0; i--) {
			others.add(random.nextBoolean() ? "someone,RM1,2031-01,yes" : "someone,ZZ9,2025-01,yes");
		}
		return others;
	}

	/** All that leaves the reading of the file. */
	private static List<String> said(LayoutsReading layouts, Path file) {
		Read read = Read.by(layouts, Shipped.PLAN, file, Shipped.TODAY);
		List<String> said = new ArrayList<>();
		read.rejects().forEach((each) -> said.add(each.toString()));
		if (read.refusal() != null) {
			said.add(read.refusal().layout() + read.refusal().faults() + read.refusal().counts());
		}
		else {
			said.addAll(List.of(read.extract().toString().split("(?=Observation\\[)")));
		}
		return said;
	}

	private LayoutsReading layouts(Shape shape) {
		try {
			Path layouts = Files.createDirectories(this.folder.resolve("layouts"));
			for (int i = 0; i < shape.layouts.size(); i++) {
				Files.writeString(layouts.resolve("layout-" + i + ".yaml"), shape.layouts.get(i));
			}
			LayoutsReading reading = Shipped.layouts(layouts, Shipped.PLAN);
			assertThat(reading.faults()).isEmpty();
			return reading;
		}
		catch (IOException failed) {
			throw new UncheckedIOException(failed);
		}
	}

	@Test
	void someOfTheDrawnFilesArePublishedAndSomeRefused() {
		LayoutsReading layouts = layouts(Shape.ONE_LEVEL);
		List<Boolean> refused = LongStream.range(0, 30).mapToObj((seed) -> {
			PersonLines people = PersonLines.drawn(seed);
			Path file = Shape.ONE_LEVEL.written(people, others(people, new Random(seed)), this.folder);
			return Read.by(layouts, Shipped.PLAN, file, Shipped.TODAY).refusal() != null;
		}).toList();

		assertThat(refused).contains(true, false);
	}

}
