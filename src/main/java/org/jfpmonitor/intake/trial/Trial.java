package org.jfpmonitor.intake.trial;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.jfpmonitor.calendar.Period;
import org.jfpmonitor.extract.result.LineCounts;
import org.jfpmonitor.extract.result.Reject;
import org.jspecify.annotations.Nullable;

/**
 * What a file would come to if it was imported now. Nothing of it is kept.
 *
 * @param fileName its name
 * @param layout the layout that read it, or null when none did
 * @param newness the day on which it counts as published and where that day comes from;
 * empty when it would be refused
 * @param counts its lines
 * @param faults why it would be refused; empty when it would be published
 * @param figures its figures, in the order of the file
 * @param takenBack figures that are held and would no longer be, in words
 * @param estimates whose figures it calls estimates, in words
 * @param reports how many milestones, positions, comments and overrides it reports
 * @param organisations the names of the registered organisations in its figures, by code
 * @param unregistered codes in its lines that no registered organisation has
 * @param rejects the first rejects
 * @param moreRejects how many there are besides
 * @param warnings what its checks found, beside the figures held
 */
public record Trial(String fileName, @Nullable String layout, String newness, LineCounts counts, List<String> faults,
		List<TriedFigure> figures, List<String> takenBack, List<String> estimates, int reports,
		Map<String, String> organisations, List<String> unregistered, List<Reject> rejects, long moreRejects,
		List<String> warnings) {

	private static final int MOST_FIGURES = 200;

	private static final int MOST_ORGANISATIONS = 40;

	public Trial {
		faults = List.copyOf(faults);
		figures = List.copyOf(figures);
		takenBack = List.copyOf(takenBack);
		estimates = List.copyOf(estimates);
		unregistered = List.copyOf(unregistered);
		rejects = List.copyOf(rejects);
		warnings = List.copyOf(warnings);
	}

	/** Whether every line would be taken or left out by rule. */
	public boolean isClean() {
		return this.faults.isEmpty() && this.rejects.isEmpty();
	}

	/** The periods of its figures, in order. */
	public List<String> periods() {
		return this.figures.stream()
			.map((each) -> each.observation().cell().period())
			.distinct()
			.sorted()
			.map(Period::inWords)
			.toList();
	}

	/**
	 * Its figures as far as anyone will read them: those first that would change
	 * something.
	 */
	public List<TriedFigure> shownFigures() {
		return this.figures.stream().sorted(Comparator.comparing(TriedFigure::effect)).limit(MOST_FIGURES).toList();
	}

	/** Those that would be taken back, as far as anyone will read them. */
	public List<String> shownTakenBack() {
		return this.takenBack.stream().limit(MOST_ORGANISATIONS).toList();
	}

	/** How many figures would do what: {@code 3 new, 1 as held}. */
	public String effects() {
		Map<TriedFigure.Effect, Long> counted = this.figures.stream()
			.collect(Collectors.groupingBy(TriedFigure::effect, java.util.TreeMap::new, Collectors.counting()));
		return counted.entrySet()
			.stream()
			.map((each) -> number(each.getValue()) + " " + each.getKey().inWords())
			.collect(Collectors.joining(", "));
	}

	/**
	 * Registered organisations with the number of their figures, as far as anyone will
	 * read them.
	 */
	public List<String> organisationsInWords() {
		Map<String, Long> counted = this.figures.stream()
			.map((each) -> each.observation().cell().organisation().value())
			.collect(Collectors.groupingBy(Function.identity(), LinkedHashMap::new, Collectors.counting()));
		List<String> named = new ArrayList<>(counted.entrySet()
			.stream()
			.limit(MOST_ORGANISATIONS)
			.map((each) -> each.getKey() + " " + this.organisations.getOrDefault(each.getKey(), "") + " ("
					+ number(each.getValue()) + ")")
			.toList());
		if (counted.size() > MOST_ORGANISATIONS) {
			named.add("and " + number(counted.size() - MOST_ORGANISATIONS) + " more");
		}
		return named;
	}

	/** The whole of it, line by line. */
	public List<String> inWords() {
		List<String> lines = new ArrayList<>();
		lines.add(this.faults.isEmpty() ? this.fileName + " would be published, read by layout " + this.layout + "."
				: this.fileName + " would be refused" + ((this.layout != null) ? ", read by layout " + this.layout : "")
						+ ":");
		this.faults.forEach((fault) -> lines.add("  " + fault));
		if (!this.newness.isEmpty()) {
			lines.add("It would count as published on " + this.newness + ".");
		}
		if (this.counts.rounded()) {
			lines.add("Lines: %s left out by rule, %s rejected.".formatted(this.counts.inWords(this.counts.leftOut()),
					this.counts.inWords(this.counts.rejected())));
		}
		else if (this.counts.read() > 0) {
			lines.add("Lines: %s read, %s used, %s left out by rule, %s rejected.".formatted(number(this.counts.read()),
					number(this.counts.used()), number(this.counts.leftOut()), number(this.counts.rejected())));
		}
		add(lines, "Periods", periods());
		add(lines, "Organisations, with their figures", organisationsInWords());
		add(lines, "Codes that are not in organisations.yaml", this.unregistered);
		add(lines, "Figures that it calls estimates", this.estimates);
		if (this.reports > 0) {
			lines.add("Milestones, positions, comments and overrides: " + this.reports + ".");
		}
		if (!this.figures.isEmpty()) {
			lines.add("Figures: " + effects() + ".");
			shownFigures().forEach((each) -> lines
				.add("  " + each.observation().cell().measure() + ", " + each.observation().cell().organisation() + ", "
						+ each.observation().cell().period().inWords() + ": " + each.value() + cell(each) + "; held: "
						+ each.heldValue() + "; " + each.effect().inWords()));
			more(lines, this.figures.size() - shownFigures().size());
		}
		if (!this.takenBack.isEmpty()) {
			add(lines, "Figures that are held and would be taken back", shownTakenBack());
			more(lines, this.takenBack.size() - shownTakenBack().size());
		}
		if (!this.rejects.isEmpty()) {
			lines.add("Rejects:");
			this.rejects.forEach((each) -> lines.add("  " + inWords(each)));
			more(lines, this.moreRejects);
		}
		add(lines, "Warnings", this.warnings);
		lines.add("Nothing was stored.");
		return lines;
	}

	/** Of a workbook, where the figure stands. */
	private static String cell(TriedFigure figure) {
		String cell = figure.observation().place().cell();
		return (cell != null) ? " (" + cell + ")" : "";
	}

	private static String inWords(Reject reject) {
		return reject.place().inWords() + (reject.column().isEmpty() ? "" : ", column \"" + reject.column() + "\"")
				+ ": expected " + reject.expected()
				+ (reject.found().isEmpty() ? "" : ", found \"" + reject.found() + "\"") + " (" + reject.code().code()
				+ ")";
	}

	private static void add(List<String> lines, String title, List<String> items) {
		if (!items.isEmpty()) {
			lines.add(title + ":");
			items.forEach((each) -> lines.add("  " + each));
		}
	}

	private static void more(List<String> lines, long more) {
		if (more > 0) {
			lines.add("  and " + number(more) + " more");
		}
	}

	private static String number(long count) {
		return String.format(Locale.UK, "%,d", count);
	}

}
