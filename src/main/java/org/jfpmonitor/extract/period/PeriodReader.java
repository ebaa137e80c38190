package org.jfpmonitor.extract.period;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.jfpmonitor.calendar.Cadence;
import org.jfpmonitor.calendar.Period;
import org.jfpmonitor.extract.header.FileColumns;
import org.jfpmonitor.extract.header.Preamble;
import org.jfpmonitor.extract.layout.Column;
import org.jfpmonitor.extract.layout.PeriodRule;
import org.jfpmonitor.extract.recognition.PeriodBlocks;
import org.jfpmonitor.extract.recognition.Recognition;
import org.jfpmonitor.extract.result.ExtractRefused;
import org.jfpmonitor.extract.result.Reject;
import org.jfpmonitor.extract.result.RejectCode;
import org.jfpmonitor.extract.row.Rejects;
import org.jfpmonitor.extract.row.Row;
import org.jfpmonitor.extract.spelling.LookupCache;
import org.jfpmonitor.extract.spelling.OtherFigures;
import org.jfpmonitor.extract.spelling.PeriodHeading;
import org.jfpmonitor.extract.spelling.PeriodParser;
import org.jspecify.annotations.Nullable;

/** Which period a row is for, in the first way that the file can answer. */
public final class PeriodReader {

	/** A date beside such a word is that of the file, and not of its figures. */
	private static final Pattern OF_THE_FILE_ITSELF = Pattern.compile(
			"(?<!\\p{L})(?:published|issued|released|extracted|created|sent|received|downloaded|exported|printed|saved|submitted)"
					+ "[ _.-]*(?:on|at|in)?[ _.-]*(?=[0-9]|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)",
			Pattern.CASE_INSENSITIVE);

	/** What a date beside such a word is of, among other things above a header. */
	private static final Pattern OF_ANOTHER_DAY = Pattern.compile(
			"(?<!\\p{L})(?:publi\\p{L}*|issued|released?|revis\\p{L}*|updated?|extract\\p{L}*|created|printed|compar\\p{L}*|next|previous)(?!\\p{L})",
			Pattern.CASE_INSENSITIVE);

	/** No field holds it. */
	private static final String BETWEEN = "\0";

	private final PeriodRule rule;

	private final List<Integer> positions;

	private final LocalDate arrivedOn;

	private final LookupCache<WrittenPeriod> known;

	private final @Nullable WrittenPeriod always;

	private final String ofTheFile;

	private final OtherPeriodColumns others;

	private PeriodReader(PeriodRule rule, FileColumns columns, LocalDate arrivedOn, Set<Cadence> cadences,
			@Nullable String always) {
		this.rule = rule;
		this.positions = rule.columns().stream().map(columns::position).toList();
		this.others = new OtherPeriodColumns(columns, this.positions);
		this.arrivedOn = arrivedOn;
		WrittenPeriodParser parser = new WrittenPeriodParser(rule, arrivedOn, cadences, columns.layout().recordLevel());
		this.known = new LookupCache<>((texts) -> parser.parse(List.of(texts.split(BETWEEN, -1))));
		this.ofTheFile = Objects.requireNonNullElse(always, "");
		this.always = (always != null) ? parser.parse(List.of(always)) : null;
	}

	/**
	 * By the first of the layout's rules that the file can answer.
	 * @param cadences those of the measures that are reckoned
	 * @throws ExtractRefused when none can be answered
	 */
	public static PeriodReader of(Recognition recognition, String fileName, LocalDate arrivedOn,
			Set<Cadence> cadences) {
		FileColumns columns = recognition.columns();
		for (PeriodRule rule : recognition.layout().periods()) {
			if (!columns.hasAll(rule.columns())) {
				continue;
			}
			if (!rule.columns().isEmpty()) {
				return new PeriodReader(rule, columns, arrivedOn, cadences, null);
			}
			Optional<String> text = (rule.form() == PeriodRule.Form.ABOVE) ? PeriodBlocks.heading(recognition)
					: outside(rule, recognition.preamble(), fileName);
			if (text.isPresent()) {
				return new PeriodReader(rule, columns, arrivedOn, cadences, text.get()).refuseFaulty(text.get());
			}
			refuseSeveralDates(rule, fileName);
		}
		throw new ExtractRefused(List
			.of("Expected the period of the figures " + where(recognition.layout().periods()) + ", found none in "
					+ fileName + ". Name the file as it was published, with month and year, or get it again."));
	}

	private PeriodReader refuseFaulty(String text) {
		if (this.always != null && this.always.fault() != null) {
			refuseSeveralDates(this.rule, text);
			if (this.rule.form() == PeriodRule.Form.ABOVE) {
				throw new ExtractRefused(List.of("Expected above the columns " + this.always.expected() + ", found \""
						+ Reject.legible(text) + "\". Correct the heading, or clear what stands below it."));
			}
			throw new ExtractRefused(List.of("Expected " + this.always.expected() + ", found \"" + Reject.legible(text)
					+ "\". Check the date in the file, and the name of the file."));
		}
		return this;
	}

	/** Which of them is that of the figures nobody can tell. */
	private static void refuseSeveralDates(PeriodRule rule, String fileName) {
		List<String> dates = PeriodParser.dates(fileName);
		if (rule.form() == PeriodRule.Form.FILE_NAME && dates.size() > 1) {
			Cadence as = rule.as();
			throw new ExtractRefused(List.of("Expected one date in the name of the file, the "
					+ ((as != null) ? as.word() + " period" : "period") + " of the figures, found " + dates.size()
					+ ": " + Reject.legible(inWords(dates)) + " in " + fileName
					+ ". Take every other date out of the name, and send the file again."));
		}
	}

	private static String inWords(List<String> dates) {
		return dates.stream().map((date) -> "\"" + date + "\"").collect(Collectors.joining(" and "));
	}

	private static String where(List<PeriodRule> rules) {
		return rules.stream().map(PeriodReader::where).distinct().collect(Collectors.joining(" or "));
	}

	private static String where(PeriodRule rule) {
		return switch (rule.form()) {
			case PREAMBLE -> "above the header" + (rule.label().isEmpty() ? "" : " beside \"" + rule.label() + "\"");
			case FILE_NAME -> "in the name of the file";
			default -> "in a column";
		};
	}

	private static Optional<String> outside(PeriodRule rule, List<String[]> preamble, String fileName) {
		if (rule.form() == PeriodRule.Form.FILE_NAME) {
			Optional<Period> named = isOfTheFileItself(fileName) ? Optional.empty() : PeriodParser.parse(fileName);
			if (named.filter(PeriodReader::isOfMonth).isPresent() && OtherFigures.besideMonth(fileName)) {
				throw new ExtractRefused(List.of("Expected in the name of the file the period of its figures, found \""
						+ Reject.legible(fileName)
						+ "\", which is about another time than a month. Send the figures of the"
						+ " month, and name the file as it was published."));
			}
			return named.map((period) -> fileName);
		}
		List<String> named = Preamble.beside(preamble, rule.label())
			.stream()
			.filter((text) -> !rule.label().isEmpty() || !(isCount(text) || OF_ANOTHER_DAY.matcher(text).find()))
			.filter((text) -> PeriodParser.parse(text)
				.filter((period) -> !(isOfMonth(period) && OtherFigures.besideMonth(text)))
				.isPresent())
			.toList();
		List<String> alone = named.stream().filter((text) -> PeriodHeading.parse(text).isPresent()).toList();
		if (alone.stream().map(PeriodHeading::parse).distinct().count() > 1) {
			throw new ExtractRefused(List.of("Expected one period " + where(rule) + ", found "
					+ Reject.legible(inWords(alone)) + ". Keep the one that the figures are for."));
		}
		return named.stream().findFirst();
	}

	/**
	 * Whether a date in the name is that on which the file was made, sent or published.
	 */
	public static boolean isOfTheFileItself(String fileName) {
		return OF_THE_FILE_ITSELF.matcher(fileName).find();
	}

	/** A month, or a day that stands for one. */
	private static boolean isOfMonth(Period period) {
		return !period.endExclusive().isAfter(period.start().plusMonths(1));
	}

	/** Among other things above a header, 202503 need not be a month. */
	private static boolean isCount(String text) {
		return text.strip().matches("[0-9]+");
	}

	/**
	 * The period of every row, where it stands above the header or in the file's name.
	 */
	public Period ofTheFile() {
		return Objects.requireNonNull(this.always).get();
	}

	/**
	 * The period of the row.
	 * @param above what the row above said, a fault too, or null for the first row
	 */
	public WrittenPeriod read(Row row, @Nullable WrittenPeriod above) {
		if (this.always != null) {
			return this.always;
		}
		if (this.rule.orAsAbove() && above != null && namesNone(row)) {
			return above;
		}
		return this.known.get(text(row));
	}

	/**
	 * What another column says of the row's period that contradicts it, in words; empty
	 * where none does.
	 */
	public Optional<String> contradicting(Row row, Period period) {
		return this.others.contradicting(row, period);
	}

	/** A total has a word there or nothing; what is half a period is a fault. */
	private boolean namesNone(Row row) {
		return row.texts(this.positions)
			.stream()
			.allMatch((text) -> text.chars().noneMatch(Character::isDigit) && PeriodParser.month(text).isEmpty());
	}

	/** Whether it stands in the column at the position, counting from 0. */
	public boolean isAt(int position) {
		return this.positions.contains(position);
	}

	/** The day on which the file arrived. */
	public LocalDate arrivedOn() {
		return this.arrivedOn;
	}

	private String text(Row row) {
		return (this.positions.size() == 1) ? row.text(this.positions.get(0))
				: String.join(BETWEEN, row.texts(this.positions));
	}

	/** What the row, or the file, says of its period. */
	public String written(Row row) {
		return this.positions.isEmpty() ? this.ofTheFile : String.join(" ", row.texts(this.positions));
	}

	/** The row is refused for its period. */
	public Reject reject(Row row, RejectCode code, String expected, FileColumns columns, Rejects rejects) {
		String found = written(row);
		if (this.positions.isEmpty()) {
			return rejects.ofLine(row, code, found, expected);
		}
		Column column = columns.column(this.rule.columns().get(0));
		return rejects.of(row, code, column, this.positions.get(0), found, expected);
	}

}
