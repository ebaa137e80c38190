package org.jfpmonitor.command;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintStream;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import org.jfpmonitor.calendar.Period;
import org.jfpmonitor.calendar.Today;
import org.jfpmonitor.plan.PlanEditions;
import org.jfpmonitor.plan.PlanVersions;
import org.jfpmonitor.plan.Plans;
import org.jfpmonitor.plan.yaml.WordList;
import org.jfpmonitor.publication.BoardPaper;
import org.jfpmonitor.publication.BoardReport;
import org.jfpmonitor.publication.ReportWorkbook;
import org.jfpmonitor.publication.Viewpoint;
import org.jspecify.annotations.Nullable;

import org.springframework.context.ApplicationContext;
import org.springframework.util.StringUtils;

/**
 * Writes the board report, then stops: as one HTML file where the name of the file ends
 * in {@code .html}, as the paper for the meeting where it ends in {@code .pdf},
 * {@code .docx}, {@code .csv} or {@code .json}, or its tables as a workbook where it ends
 * in {@code .xlsx}. Without {@code --known-on} everything known today is used;
 * {@code --plan} names one of several plans.
 */
class Report implements Command {

	private static final String AS_OF = "--as-of";

	private static final String KNOWN_ON = "--known-on";

	private static final String PLAN = "--plan";

	private static final String OUT = "--out";

	private static final String WORKBOOK = "XLSX";

	private static final String PAGE = "HTML";

	/** What the name of the file may end in, in capitals. */
	private static final List<String> ENDINGS = Stream
		.concat(Stream.of(PAGE),
				Stream.concat(Arrays.stream(BoardPaper.Format.values()).map(Enum::name), Stream.of(WORKBOOK)))
		.toList();

	@Override
	public String name() {
		return "report";
	}

	@Override
	public String form() {
		return "report --as-of DAY [--known-on DAY] [--plan ID] --out FILE";
	}

	@Override
	public Optional<String> misuse(List<String> words) {
		Map<String, String> options = Options.of(words);
		List<String> faults = new ArrayList<>();
		options.keySet()
			.stream()
			.filter((each) -> !List.of(AS_OF, KNOWN_ON, PLAN, OUT).contains(each))
			.forEach((each) -> faults.add("Expected --as-of, --known-on, --plan or --out, found \"" + each + "\"."));
		for (String name : List.of(AS_OF, KNOWN_ON)) {
			String text = options.get(name);
			if ((text != null) ? day(text).isEmpty() : name.equals(AS_OF)) {
				faults.add("Expected a day such as 2025-03-31 after " + name + ", found "
						+ ((text != null) ? "\"" + text + "\"" : "no " + name) + ".");
			}
		}
		if (options.getOrDefault(OUT, "").isEmpty()) {
			faults.add("Expected a file to write after --out, found none.");
		}
		else if (!ENDINGS.contains(end(options.getOrDefault(OUT, "")))) {
			faults.add("Expected a file that ends in "
					+ WordList.either(ENDINGS.stream().map((each) -> "." + each.toLowerCase(Locale.ROOT)).toList())
					+ " after --out, found \"" + options.get(OUT) + "\".");
		}
		return faults.isEmpty() ? Optional.empty() : Optional.of(String.join(" ", faults) + " Write: " + form());
	}

	@Override
	public int carryOut(ApplicationContext context, List<String> words, PrintStream out) {
		Map<String, String> options = Options.of(words);
		LocalDate today = context.getBean(Today.class).day();
		LocalDate asOf = day(options.get(AS_OF)).orElse(today);
		LocalDate knownOn = day(options.get(KNOWN_ON)).orElse(today);
		Path file = Path.of(options.getOrDefault(OUT, ""));
		Optional<String> notYet = Stream.of(AS_OF, KNOWN_ON)
			.flatMap((name) -> day(options.get(name)).filter((each) -> !Viewpoint.mayBe(each, today))
				.map((each) -> "Expected a day from " + Period.day(Viewpoint.EARLIEST).inWords() + " to today, "
						+ Period.day(today).inWords() + ", after " + name + ", found " + each + ".")
				.stream())
			.reduce((one, other) -> one + " " + other);
		if (notYet.isPresent()) {
			out.println(notYet.get() + " Write: " + form());
			return CommandLine.WRONG;
		}
		Plans plans = context.getBean(PlanVersions.class).knownOn(knownOn);
		Optional<PlanEditions> plan = plan(options.get(PLAN), plans);
		if (plan.isEmpty()) {
			List<String> ids = plans.all().stream().map((each) -> each.id().value()).toList();
			out.println("Expected the id of a plan after --plan, found "
					+ (options.containsKey(PLAN) ? "\"" + options.get(PLAN) + "\". " : "no --plan. ") + "Write "
					+ WordList.either(ids) + ".");
			return CommandLine.WRONG;
		}
		try {
			write(context, new Viewpoint(plan.get(), asOf, knownOn), file);
			out.println("\"" + file + "\" holds the report as of " + asOf + ", as known on " + knownOn + ".");
			return CommandLine.DONE;
		}
		catch (IOException ex) {
			out.println("Expected a file that can be written, found that \"" + file + "\" cannot: " + ex.getMessage()
					+ ". Name another one.");
			return CommandLine.WRONG;
		}
	}

	/** The one that is named by any of its editions, or else the only one. */
	private static Optional<PlanEditions> plan(@Nullable String id, Plans plans) {
		return (id == null) ? plans.single()
				: plans.all()
					.stream()
					.filter((each) -> each.all().stream().anyMatch((edition) -> edition.plan().id().value().equals(id)))
					.findFirst();
	}

	/** The end of the file's name, in capitals. */
	private static String end(String file) {
		return StringUtils.unqualify(file).toUpperCase(Locale.ROOT);
	}

	private static Optional<BoardPaper.Format> paper(String end) {
		return Arrays.stream(BoardPaper.Format.values()).filter((each) -> each.name().equals(end)).findFirst();
	}

	private static void write(ApplicationContext context, Viewpoint viewpoint, Path file) throws IOException {
		String end = end(file.toString());
		Optional<BoardPaper.Format> paper = paper(end);
		if (paper.isPresent()) {
			try (OutputStream out = OutFile.open(file)) {
				context.getBean(BoardPaper.class).write(viewpoint, paper.get(), out);
			}
		}
		else if (end.equals(WORKBOOK)) {
			try (OutputStream out = OutFile.open(file)) {
				context.getBean(ReportWorkbook.class).write(viewpoint, out);
			}
		}
		else {
			try (Writer writer = new BufferedWriter(
					new OutputStreamWriter(OutFile.open(file), StandardCharsets.UTF_8))) {
				context.getBean(BoardReport.class).write(viewpoint, writer);
			}
		}
	}

	/** Empty when it is none, which {@link #misuse(List)} says in words. */
	private static Optional<LocalDate> day(@Nullable String text) {
		try {
			return Optional.ofNullable(text).map(LocalDate::parse);
		}
		catch (DateTimeException ex) {
			return Optional.empty();
		}
	}

}
