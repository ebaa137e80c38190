package org.jfpmonitor.assessment.record;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

import org.jfpmonitor.assessment.ObjectiveAssessment;
import org.jfpmonitor.assessment.reason.Facts;
import org.jfpmonitor.assessment.reason.Reason;
import org.jfpmonitor.assessment.reason.Source;
import org.jfpmonitor.assessment.words.Phrasing;
import org.jfpmonitor.calendar.Period;
import org.jfpmonitor.plan.Status;
import org.jfpmonitor.plan.Unit;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The JSON in which runs keep what they found, for ever. Its words are the codes that the
 * API and the metrics use too, never the names of types; {@code format} counts up when
 * the shape changes, and every earlier one stays readable.
 */
final class RecordFormat {

	private static final int FORMAT = 1;

	private static final JsonMapper JSON = JsonMapper.builder().build();

	private RecordFormat() {
	}

	/**
	 * Everything behind the status of an objective: as data, with the sentence that was
	 * said at the time.
	 */
	static String explanation(ObjectiveAssessment objective) {
		Map<String, Object> whole = new LinkedHashMap<>();
		whole.put("format", FORMAT);
		whole.put("because", objective.because().stream().map(RecordFormat::reason).toList());
		Optional.ofNullable(objective.published())
			.ifPresent((published) -> whole.put("published",
					Map.of("status", Optional.ofNullable(published.status()).map(Status::code).orElse("not_assessed"),
							"asOf", published.asOf().toString(), "comment", published.comment())));
		Optional.ofNullable(objective.override())
			.ifPresent((override) -> whole.put("override",
					Map.of("status", override.status().code(), "reason", override.reason(), "author", override.author(),
							"from", override.from().toString(), "until", override.until().toString())));
		whole.put("warnings",
				objective.measures().stream().map(Phrasing::warning).filter((words) -> !words.isEmpty()).toList());
		return JSON.writeValueAsString(whole);
	}

	static String write(MonthEnds monthEnds) {
		Map<String, Object> days = new LinkedHashMap<>();
		monthEnds.days().forEach((day, objectives) -> {
			Map<String, Object> all = new LinkedHashMap<>();
			objectives.forEach((code, known) -> all.put(code, known(known)));
			days.put(day.toString(), all);
		});
		Map<String, Object> whole = new LinkedHashMap<>();
		whole.put("format", FORMAT);
		whole.put("days", days);
		return JSON.writeValueAsString(whole);
	}

	/**
	 * Reads what {@link #write} wrote, in this release or an earlier one.
	 * @throws IllegalStateException when a later release wrote it
	 */
	static MonthEnds monthEnds(String json) {
		JsonNode whole = JSON.readTree(json);
		int format = whole.path("format").asInt();
		if (format != FORMAT) {
			throw new IllegalStateException("Recorded month ends: expected format " + FORMAT + ", found " + format
					+ ". A later release wrote them; start that one.");
		}
		Map<LocalDate, Map<String, MonthEnds.Known>> days = new TreeMap<>();
		whole.path("days").properties().forEach((day) -> {
			Map<String, MonthEnds.Known> objectives = new LinkedHashMap<>();
			day.getValue().properties().forEach((each) -> objectives.put(each.getKey(), known(each.getValue())));
			days.put(LocalDate.parse(day.getKey()), objectives);
		});
		return new MonthEnds(days);
	}

	private static Map<String, Object> known(MonthEnds.Known known) {
		Map<String, Object> parts = new LinkedHashMap<>();
		known.parts().forEach((id, part) -> {
			Map<String, Object> written = new LinkedHashMap<>();
			put(written, "status", code(part.status()));
			written.put("rule", part.rule());
			put(written, "until", part.until());
			parts.put(id, written);
		});
		Map<String, Object> written = new LinkedHashMap<>();
		put(written, "status", code(known.status()));
		written.put("parts", parts);
		return written;
	}

	private static MonthEnds.Known known(JsonNode written) {
		Map<String, MonthEnds.Part> parts = new LinkedHashMap<>();
		written.path("parts")
			.properties()
			.forEach((part) -> parts.put(part.getKey(),
					new MonthEnds.Part(status(part.getValue()), part.getValue().path("rule").asString(),
							part.getValue().hasNonNull("until")
									? LocalDate.parse(part.getValue().path("until").asString()) : null)));
		return new MonthEnds.Known(status(written), parts);
	}

	private static @Nullable Status status(JsonNode written) {
		return Status.coded(written.path("status").asString("")).orElse(null);
	}

	private static @Nullable String code(@Nullable Status status) {
		return (status != null) ? status.code() : null;
	}

	private static Map<String, Object> reason(Reason reason) {
		Facts facts = reason.facts();
		Map<String, Object> parts = new LinkedHashMap<>();
		parts.put("part", reason.part());
		parts.put("rule", reason.rule().code());
		put(parts, "unit", Optional.ofNullable(facts.unit()).map(Unit::base).orElse(null));
		put(parts, "expected", plain(facts.expected()));
		put(parts, "observed", plain(facts.observed()));
		put(parts, "start", Optional.ofNullable(facts.period()).map(Period::start).orElse(null));
		put(parts, "end", Optional.ofNullable(facts.period()).map(Period::lastDay).orElse(null));
		put(parts, "due", facts.due());
		put(parts, "other", facts.other());
		parts.put("count", facts.count());
		parts.put("asked", facts.asked());
		parts.put("names", facts.names());
		parts.put("sources", reason.sources().stream().map(RecordFormat::source).toList());
		put(parts, "therefore", code(reason.therefore()));
		parts.put("sentence", reason.sentence());
		return parts;
	}

	private static List<Object> source(Source source) {
		return List.of(source.delivery().value(), source.fileName(),
				(source.place().cell() != null) ? source.place().cell() : (Object) source.place().line());
	}

	/** Without trailing zeros, so that equal values are kept alike. */
	private static @Nullable String plain(@Nullable BigDecimal value) {
		return (value != null) ? value.stripTrailingZeros().toPlainString() : null;
	}

	private static void put(Map<String, Object> parts, String name, @Nullable Object value) {
		if (value != null) {
			parts.put(name, (value instanceof LocalDate day) ? day.toString() : value);
		}
	}

}
