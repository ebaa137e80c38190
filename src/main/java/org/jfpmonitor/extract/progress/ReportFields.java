package org.jfpmonitor.extract.progress;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import org.jfpmonitor.extract.header.FileColumns;
import org.jfpmonitor.extract.result.ReadingContext;
import org.jfpmonitor.extract.result.Reject;
import org.jfpmonitor.extract.result.RejectCode;
import org.jfpmonitor.extract.row.Rejects;
import org.jfpmonitor.extract.row.Row;
import org.jfpmonitor.extract.spelling.NormalisedText;
import org.jfpmonitor.extract.spelling.PeriodParser;
import org.jfpmonitor.observation.Place;
import org.jfpmonitor.plan.Milestone;
import org.jfpmonitor.plan.Objective;
import org.jfpmonitor.plan.Plan;
import org.jfpmonitor.plan.Plan.PlanWords;
import org.jfpmonitor.plan.PlanEditions;
import org.jfpmonitor.plan.Plans;
import org.jfpmonitor.plan.Status;
import org.jfpmonitor.plan.yaml.WordList;
import org.jfpmonitor.progress.NhsNumbers;
import org.jfpmonitor.progress.PlainText;

/**
 * The fields of one row of reports. What is wrong with a field is a reject of the row; a
 * question whose answer is empty has said so, unless the field may be empty.
 */
final class ReportFields {

	/** Nobody reports or plans anything further away from today. */
	private static final int MOST_YEARS = 20;

	private static final int MOST_CHARACTERS = 4000;

	private final Row row;

	private final FileColumns columns;

	private final ReadingContext context;

	private final Rejects wording;

	private final List<Reject> rejects = new ArrayList<>();

	private final Optional<PlanEditions> plan;

	ReportFields(Row row, FileColumns columns, ReadingContext context) {
		this.row = row;
		this.columns = columns;
		this.context = context;
		this.wording = new Rejects(columns);
		this.plan = plan();
	}

	/** The plan that the row is about: the one that it names, or the only one. */
	private Optional<PlanEditions> plan() {
		String id = NormalisedText.value(text("plan"));
		Plans plans = this.context.plans();
		Optional<PlanEditions> found = id.isEmpty() ? plans.single()
				: plans.all()
					.stream()
					.filter((plan) -> plan.all().stream().anyMatch((each) -> each.plan().id().value().equals(id)))
					.findFirst();
		if (found.isEmpty()) {
			reject("plan", id.isEmpty() ? RejectCode.MISSING_VALUE : RejectCode.OUT_OF_RANGE, "the id of a plan, "
					+ WordList.either(plans.all().stream().map((each) -> each.id().value()).toList()));
		}
		return found;
	}

	/** Whether nothing was found wrong so far. */
	boolean isSound() {
		return this.rejects.isEmpty();
	}

	List<Reject> rejects() {
		return this.rejects;
	}

	void reject(String column, RejectCode code, String expected) {
		this.rejects.add(this.columns.has(column) ? this.wording.of(this.row, code, column, expected)
				: this.wording.ofLine(this.row, code, expected + " in a column \"" + column + "\""));
	}

	/** As written; empty where the file does not have the column. */
	String text(String column) {
		return this.columns.has(column) ? this.row.text(this.columns.position(column)) : "";
	}

	/**
	 * What somebody says in words: as much as a person may type, and whatever a page and
	 * a document can show of it.
	 */
	String words(String column) {
		String words = text(column);
		if (words.strip().length() > MOST_CHARACTERS) {
			reject(column, RejectCode.OUT_OF_RANGE,
					String.format(Locale.UK, "at most %,d characters", MOST_CHARACTERS));
		}
		if (PlainText.hasUnwritable(words)) {
			reject(column, RejectCode.OUT_OF_RANGE, "letters, digits and signs, no control character");
		}
		if (NhsNumbers.areIn(words)) {
			reject(column, RejectCode.OUT_OF_RANGE, "words that anybody may read, no NHS number");
		}
		return PlainText.isInvisible(words) ? "" : words;
	}

	Place place(String column) {
		return this.columns.place(this.row.line(), this.columns.has(column) ? this.columns.position(column) : 0);
	}

	LocalDate today() {
		return this.context.arrivedOn();
	}

	/** An importer brings figures; for the organisation it takes an editor to speak. */
	void needEditor() {
		if (!this.context.sender().speaksForOrganisation()) {
			reject("kind", RejectCode.NOT_PERMITTED, "milestone; the rest is taken from users with the role editor");
		}
	}

	/** Nobody writes in another's name: who signed in to send the file is the author. */
	String author(String what) {
		String author = text("author").strip();
		String sender = this.context.sender().name();
		if (sender == null) {
			if (author.isEmpty()) {
				reject("author", RejectCode.MISSING_VALUE, what);
			}
			return author;
		}
		if (!author.isEmpty() && !author.equals(sender)) {
			reject("author", RejectCode.NOT_PERMITTED, "the name of who sends the file, " + sender + ", or nothing");
		}
		return sender;
	}

	/**
	 * The milestone, of the edition in force on the day that the row speaks of.
	 * @param day the column of that day
	 */
	Optional<Milestone> milestone(String day) {
		String id = text("milestone").strip();
		Optional<Plan> edition = edition(day);
		if (edition.isEmpty()) {
			return Optional.empty();
		}
		Plan plan = edition.get();
		Optional<Milestone> found = plan.objectives()
			.stream()
			.flatMap((objective) -> objective.milestones().stream())
			.filter((milestone) -> NormalisedText.value(milestone.id().value()).equals(NormalisedText.value(id)))
			.findFirst();
		if (found.isEmpty()) {
			reject("milestone", id.isEmpty() ? RejectCode.MISSING_VALUE : RejectCode.UNKNOWN_MILESTONE,
					"the id of a milestone of the plan" + which(plan));
		}
		return found;
	}

	/**
	 * The objective, of the edition in force on the day that the row speaks of.
	 * @param day the column of that day
	 */
	Optional<Objective> objective(String day) {
		String code = text("objective").strip();
		Optional<Plan> edition = edition(day);
		if (edition.isEmpty()) {
			return Optional.empty();
		}
		Plan plan = edition.get();
		Optional<Objective> found = plan.objectives()
			.stream()
			.filter((objective) -> NormalisedText.value(objective.code().value()).equals(NormalisedText.value(code)))
			.findFirst();
		if (found.isEmpty()) {
			reject("objective", code.isEmpty() ? RejectCode.MISSING_VALUE : RejectCode.UNKNOWN_OBJECTIVE,
					"the code of an objective of the plan" + which(plan));
		}
		return found;
	}

	/**
	 * The edition that the row is about, in force on the day that it speaks of; where it
	 * does not say the day soundly, that is said of the day.
	 * @param day the column of that day
	 */
	Optional<Plan> edition(String day) {
		return this.plan.map((plan) -> plan.on(PeriodParser.date(text(day)).orElse(today())).plan());
	}

	/** Which edition was looked into, where there are several. */
	private String which(Plan plan) {
		return (this.context.plans().editions().size() > 1) ? " in force on that day, " + plan.id() : "";
	}

	/**
	 * The status, in the usual words or those of the edition in force on the day that the
	 * row speaks of.
	 * @param day the column of that day
	 */
	Optional<Status> status(String day) {
		String word = NormalisedText.value(text("status"));
		List<PlanWords.OwnWord> own = edition(day).map((plan) -> plan.words().statuses()).orElse(List.of());
		Optional<Status> found = Stream.concat(
				Stream.of(Status.values())
					.filter((status) -> NormalisedText.value(status.words()).equals(word)
							|| status.code().equals(word)),
				own.stream()
					.filter((each) -> NormalisedText.value(each.word()).equals(word))
					.map(PlanWords.OwnWord::status))
			.findFirst();
		if (found.isEmpty()) {
			reject("status", word.isEmpty() ? RejectCode.MISSING_VALUE : RejectCode.UNKNOWN_STATUS, WordList
				.either(Stream
					.concat(Stream.of(Status.values()).map(Status::words), own.stream().map(PlanWords.OwnWord::word))
					.distinct()
					.toList()));
		}
		return found;
	}

	/** A day that must be there and not lie in the future. */
	Optional<LocalDate> pastDay(String column) {
		Optional<LocalDate> day = neededDay(column);
		if (day.filter((each) -> each.isAfter(today())).isPresent()) {
			reject(column, RejectCode.PERIOD_IN_FUTURE, "a day no later than " + today());
			return Optional.empty();
		}
		return near(column, day);
	}

	/** A day that may be missing. */
	Optional<LocalDate> nearDay(String column) {
		return near(column, day(column));
	}

	/** A slip such as 2926 would else keep a milestone from ever being late. */
	private Optional<LocalDate> near(String column, Optional<LocalDate> day) {
		LocalDate first = today().minusYears(MOST_YEARS);
		LocalDate last = today().plusYears(MOST_YEARS);
		if (day.filter((each) -> each.isBefore(first) || each.isAfter(last)).isPresent()) {
			reject(column, RejectCode.OUT_OF_RANGE, "a day from " + first + " to " + last);
			return Optional.empty();
		}
		return day;
	}

	/** A day that must be there. */
	Optional<LocalDate> neededDay(String column) {
		if (text(column).isBlank()) {
			reject(column, RejectCode.MISSING_VALUE, "a date such as 2025-03-31");
			return Optional.empty();
		}
		return day(column);
	}

	private Optional<LocalDate> day(String column) {
		String text = text(column);
		Optional<LocalDate> day = PeriodParser.date(text);
		if (day.isEmpty() && !text.isBlank()) {
			reject(column, RejectCode.NOT_A_DATE, "a date such as 2025-03-31");
		}
		return day;
	}

	/**
	 * Whether the row is the first of the file with the key; any later one is refused.
	 */
	boolean isFirst(Map<String, Place> keys, String column, String key, String each) {
		Place earlier = keys.putIfAbsent(key, place(column));
		if (earlier != null) {
			reject(column, RejectCode.DUPLICATE_KEY,
					"one line for " + each + "; " + earlier.inWords() + " is another one");
		}
		return earlier == null;
	}

}
