package org.jfpmonitor.plan.record;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.StreamSupport;

import org.jfpmonitor.calendar.Cadence;
import org.jfpmonitor.calendar.Period;
import org.jfpmonitor.organisation.OrganisationCode;
import org.jfpmonitor.plan.Ambition;
import org.jfpmonitor.plan.ChartSettings;
import org.jfpmonitor.plan.Direction;
import org.jfpmonitor.plan.Feed;
import org.jfpmonitor.plan.Measure;
import org.jfpmonitor.plan.Milestone;
import org.jfpmonitor.plan.Objective;
import org.jfpmonitor.plan.Plan;
import org.jfpmonitor.plan.Plan.PlanWords;
import org.jfpmonitor.plan.Status;
import org.jfpmonitor.plan.Unit;
import org.jfpmonitor.plan.id.EmailAddress;
import org.jfpmonitor.plan.id.FeedId;
import org.jfpmonitor.plan.id.MeasureId;
import org.jfpmonitor.plan.id.MilestoneId;
import org.jfpmonitor.plan.id.ObjectiveCode;
import org.jfpmonitor.plan.id.PlanId;
import org.jfpmonitor.plan.target.Basis;
import org.jfpmonitor.plan.target.Target;
import org.jfpmonitor.plan.target.Trajectory;
import org.jfpmonitor.plan.target.Trajectory.DatedValue;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A plan as the database keeps it for ever: a JSON document of its own, so that what was
 * promised can be read when files are written otherwise, or refused, by later releases.
 * Its keys and words are those of this class, never taken from names in the program; days
 * are ISO dates, both ends of a period included; numbers are texts in base units. A
 * change of the shape is a new format beside the old one.
 */
final class StoredPlan {

	/** The shape that is written. */
	static final int FORMAT = 1;

	private StoredPlan() {
	}

	/** The plan as a document of {@link #FORMAT}. */
	static String write(Plan plan) {
		return JsonMapper.shared()
			.writeValueAsString(fields("id", plan.id(), "title", plan.title(), "organisation", plan.organisation(),
					"first-day", plan.duration().start(), "last-day", plan.duration().lastDay(), "office",
					plan.office(), "ambitions", list(plan.ambitions(), StoredPlan::fields), "watched",
					list(plan.watched(), StoredPlan::fields), "feeds", list(plan.feeds(), StoredPlan::fields),
					"succeeds", plan.succeeds(), "words", plan.words().isUsual() ? null : fields(plan.words())));
	}

	/**
	 * The plan of a document.
	 * @param format the shape it was written in
	 * @throws IllegalStateException for a format of a later release
	 */
	static Plan read(int format, String document) {
		if (format != FORMAT) {
			throw new IllegalStateException("Expected a plan kept in format " + FORMAT + ", found format " + format
					+ ". Start the release that wrote it, or a later one.");
		}
		JsonNode json = JsonMapper.shared().readTree(document);
		return new Plan(PlanId.of(text(json, "id")), text(json, "title"), code(json.get("organisation")), period(json),
				find(json, "office", StoredPlan::address).orElse(null), all(json, "ambitions", StoredPlan::ambition),
				all(json, "watched", StoredPlan::measure), all(json, "feeds", StoredPlan::feed),
				find(json, "succeeds", (id) -> PlanId.of(id.asString())).orElse(null),
				find(json, "words", StoredPlan::words).orElse(PlanWords.USUAL));
	}

	private static Map<String, Object> fields(PlanWords words) {
		return fields("ambition", words.ambition(), "statuses",
				list(words.statuses(), (own) -> fields("word", own.word(), "status", own.status().code())));
	}

	private static PlanWords words(JsonNode json) {
		return new PlanWords(text(json, "ambition"), all(json, "statuses",
				(own) -> new PlanWords.OwnWord(text(own, "word"), Status.coded(text(own, "status")).orElseThrow())));
	}

	private static Map<String, Object> fields(Feed feed) {
		return fields("id", feed.id(), "title", feed.title(), "cadence", word(feed.cadence()), "lag-days",
				feed.lagDays(), "grace-days", feed.graceDays(), "owner", feed.owner(), "ended", feed.ended());
	}

	private static Feed feed(JsonNode json) {
		return new Feed(FeedId.of(text(json, "id")), text(json, "title"), word(Cadence.class, json.get("cadence")),
				json.get("lag-days").asInt(), json.get("grace-days").asInt(),
				find(json, "owner", StoredPlan::address).orElse(null), json.get("ended").asBoolean());
	}

	private static Map<String, Object> fields(Ambition ambition) {
		return fields("number", ambition.number(), "title", ambition.title(), "copies",
				list(ambition.copies(), EmailAddress::toString), "objectives",
				list(ambition.objectives(), StoredPlan::fields));
	}

	private static Ambition ambition(JsonNode json) {
		String number = text(json, "number");
		return new Ambition(number, text(json, "title"), all(json, "copies", StoredPlan::address),
				all(json, "objectives", (objective) -> objective(objective, number)));
	}

	private static Map<String, Object> fields(Objective objective) {
		Objective.Retirement retired = objective.retired();
		return fields("code", objective.code(), "title", objective.title(), "short-title", objective.shortTitle(),
				"success", objective.success(), "owner", objective.owner(), "due", objective.due(), "measures",
				list(objective.measures(), StoredPlan::fields), "milestones",
				list(objective.milestones(), StoredPlan::fields), "retired",
				(retired != null) ? fields("from", retired.from(), "reason", retired.reason()) : null);
	}

	private static Objective objective(JsonNode json, String ambition) {
		return new Objective(ObjectiveCode.of(text(json, "code")), ambition, text(json, "title"),
				text(json, "short-title"), text(json, "success"), find(json, "owner", StoredPlan::address).orElse(null),
				find(json, "due", StoredPlan::day).orElse(null), all(json, "measures", StoredPlan::measure),
				all(json, "milestones", StoredPlan::milestone),
				find(json, "retired",
						(retired) -> new Objective.Retirement(day(retired.get("from")), text(retired, "reason")))
					.orElse(null));
	}

	private static Map<String, Object> fields(Milestone milestone) {
		return fields("id", milestone.id(), "title", milestone.title(), "due", milestone.due(), "assumption",
				milestone.assumption());
	}

	private static Milestone milestone(JsonNode json) {
		return new Milestone(MilestoneId.of(text(json, "id")), text(json, "title"), day(json.get("due")),
				find(json, "assumption", JsonNode::asString).orElse(null));
	}

	private static Map<String, Object> fields(Measure measure) {
		ChartSettings chart = measure.chart();
		return fields("id", measure.id(), "figures", measure.figures().equals(measure.id()) ? null : measure.figures(),
				"title", measure.title(), "short-title",
				measure.shortTitle().equals(measure.title()) ? null : measure.shortTitle(), "definition",
				measure.definition(), "unit", word(measure.unit()), "better", word(measure.direction()), "cadence",
				word(measure.cadence()), "feed", measure.feed(), "organisations",
				list(measure.organisations(), OrganisationCode::value), "target",
				Optional.ofNullable(measure.target()).map(StoredPlan::fields).orElse(null), "target-note",
				measure.targetNote(), "small-denominator", measure.smallDenominator(), "lowest",
				number(measure.lowest()), "highest", number(measure.highest()), "rebases",
				list(chart.rebases(), (rebase) -> fields("from", rebase.from(), "reason", rebase.reason())),
				"fix-after", chart.fixAfter(), "screen-outliers", chart.screenOutliers());
	}

	private static Measure measure(JsonNode json) {
		ChartSettings chart = new ChartSettings(
				all(json, "rebases",
						(rebase) -> new ChartSettings.Rebase(day(rebase.get("from")), text(rebase, "reason"))),
				find(json, "fix-after", JsonNode::asInt).orElse(null), json.get("screen-outliers").asBoolean());
		return new Measure(MeasureId.of(text(json, "id")),
				MeasureId.of(find(json, "figures", JsonNode::asString).orElseGet(() -> text(json, "id"))),
				text(json, "title"), find(json, "short-title", JsonNode::asString).orElseGet(() -> text(json, "title")),
				text(json, "definition"), word(Unit.class, json.get("unit")), word(Direction.class, json.get("better")),
				word(Cadence.class, json.get("cadence")), FeedId.of(text(json, "feed")),
				all(json, "organisations", StoredPlan::code), find(json, "target", StoredPlan::target).orElse(null),
				text(json, "target-note"), json.get("small-denominator").asInt(),
				find(json, "lowest", StoredPlan::number).orElse(null),
				find(json, "highest", StoredPlan::number).orElse(null), chart);
	}

	private static Map<String, Object> fields(Target target) {
		Trajectory trajectory = target.trajectory();
		String path = (trajectory instanceof Trajectory.ByDate) ? "by-date"
				: (trajectory instanceof Trajectory.StraightLine) ? "straight-line"
						: (trajectory instanceof Trajectory.Points) ? "points"
								: (trajectory instanceof Trajectory.Relative) ? "relative" : "supplied";
		List<?> values = (trajectory instanceof Trajectory.Points points)
				? points.values()
					.entrySet()
					.stream()
					.sorted(Map.Entry.comparingByKey())
					.map((point) -> fields("first-day", point.getKey().start(), "last-day", point.getKey().lastDay(),
							"value", number(point.getValue())))
					.toList()
				: list((trajectory instanceof Trajectory.Relative relative) ? relative.improvements()
						: trajectory.dated(), StoredPlan::fields);
		return fields("kind", word(target.kind()), "basis", word(target.basis().span()), "periods",
				target.basis().periods(), "combined", word(target.basis().combined()), "baseline",
				Optional.ofNullable(target.baseline()).map(StoredPlan::fields).orElse(null), "path", path, "values",
				values, "planned-by", (trajectory instanceof Trajectory.Supplied supplied) ? supplied.planned() : null,
				"relative-to", (trajectory instanceof Trajectory.Relative relative) ? base(relative) : null,
				"sustained-for", target.sustainedFor(), "assumption", target.assumption(), "other-end",
				Optional.ofNullable(target.otherEnd())
					.map((other) -> list(other.dated(), StoredPlan::fields))
					.orElse(null));
	}

	private static Map<String, Object> base(Trajectory.Relative relative) {
		return fields("first-day", relative.base().start(), "last-day", relative.base().lastDay(), "line",
				relative.isLine());
	}

	private static Target target(JsonNode json) {
		return new Target(word(Target.Kind.class, json.get("kind")),
				new Basis(word(Basis.Span.class, json.get("basis")), json.get("periods").asInt(),
						word(Basis.Combined.class, json.get("combined"))),
				find(json, "baseline", StoredPlan::dated).orElse(null), trajectory(json, "values"),
				json.get("sustained-for").asInt(), find(json, "assumption", JsonNode::asString).orElse(null),
				find(json, "other-end", (end) -> trajectory(json, "other-end")).orElse(null));
	}

	private static Trajectory trajectory(JsonNode json, String key) {
		return switch (text(json, "path")) {
			case "by-date" -> new Trajectory.ByDate(all(json, key, StoredPlan::dated));
			case "straight-line" -> new Trajectory.StraightLine(all(json, key, StoredPlan::dated));
			case "supplied" ->
				new Trajectory.Supplied(MeasureId.of(text(json, "planned-by")), all(json, "values", StoredPlan::dated));
			case "relative" -> {
				JsonNode base = json.get("relative-to");
				yield new Trajectory.Relative(period(base), base.get("line").asBoolean(),
						all(json, "values", StoredPlan::dated));
			}
			case "points" -> {
				Map<Period, BigDecimal> values = new LinkedHashMap<>();
				json.get("values").forEach((point) -> values.put(period(point), number(point.get("value"))));
				yield new Trajectory.Points(values);
			}
			default -> throw new IllegalStateException("Format 1 has no path " + text(json, "path"));
		};
	}

	private static Map<String, Object> fields(DatedValue value) {
		return fields("date", value.date(), "value", number(value.value()));
	}

	private static DatedValue dated(JsonNode json) {
		return new DatedValue(day(json.get("date")), number(json.get("value")));
	}

	/** Keys and values in turn; a value that is null is left out. */
	private static Map<String, Object> fields(@Nullable Object... keysAndValues) {
		Map<String, Object> fields = new LinkedHashMap<>();
		for (int i = 0; i < keysAndValues.length; i += 2) {
			Object value = keysAndValues[i + 1];
			if (value != null) {
				boolean plain = value instanceof Boolean || value instanceof Integer || value instanceof Long
						|| value instanceof List || value instanceof Map;
				fields.put(String.valueOf(keysAndValues[i]), plain ? value : value.toString());
			}
		}
		return fields;
	}

	private static <T> List<Object> list(List<T> all, Function<T, Object> form) {
		return all.stream().map(form).toList();
	}

	private static <T> List<T> all(JsonNode json, String key, Function<JsonNode, T> reading) {
		return StreamSupport.stream(json.get(key).spliterator(), false).map(reading).toList();
	}

	private static <T> Optional<T> find(JsonNode json, String key, Function<JsonNode, T> reading) {
		return Optional.ofNullable(json.get(key)).map(reading);
	}

	private static String text(JsonNode json, String key) {
		return json.get(key).asString();
	}

	private static @Nullable String number(@Nullable BigDecimal number) {
		return (number != null) ? number.toPlainString() : null;
	}

	private static BigDecimal number(JsonNode json) {
		return new BigDecimal(json.asString());
	}

	private static LocalDate day(JsonNode json) {
		return LocalDate.parse(json.asString());
	}

	private static Period period(JsonNode json) {
		return Period.ofClosed(day(json.get("first-day")), day(json.get("last-day")));
	}

	private static EmailAddress address(JsonNode json) {
		return EmailAddress.of(json.asString());
	}

	private static OrganisationCode code(JsonNode json) {
		return OrganisationCode.of(json.asString());
	}

	/** {@code YEAR_TO_DATE} is {@code year-to-date}; a test holds the words. */
	private static String word(Enum<?> constant) {
		return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
	}

	private static <E extends Enum<E>> E word(Class<E> constants, JsonNode json) {
		return Enum.valueOf(constants, json.asString().toUpperCase(Locale.ROOT).replace('-', '_'));
	}

}
