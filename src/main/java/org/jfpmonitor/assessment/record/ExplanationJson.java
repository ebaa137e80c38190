package org.jfpmonitor.assessment.record;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.jfpmonitor.assessment.ObjectiveAssessment;
import org.jfpmonitor.assessment.Reason;
import org.jfpmonitor.assessment.words.Phrasing;
import org.jfpmonitor.calendar.Period;
import org.jfpmonitor.plan.Unit;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** How explanations are kept: as data, with the sentence that was said at the time. */
public final class ExplanationJson {

	private static final JsonMapper JSON = JsonMapper.builder().build();

	private ExplanationJson() {
	}

	/** Everything behind the status of an objective. */
	public static String of(ObjectiveAssessment objective) {
		Map<String, Object> whole = new LinkedHashMap<>();
		whole.put("because", objective.because().stream().map(ExplanationJson::reason).toList());
		Optional.ofNullable(objective.published())
			.ifPresent((published) -> whole.put("published", Map.of("status", published.status().code(), "asOf",
					published.asOf().toString(), "comment", published.comment())));
		Optional.ofNullable(objective.override())
			.ifPresent((override) -> whole.put("override",
					Map.of("status", override.status().code(), "reason", override.reason(), "author", override.author(),
							"from", override.from().toString(), "until", override.until().toString())));
		whole.put("warnings",
				objective.measures().stream().map(Phrasing::warning).filter((words) -> !words.isEmpty()).toList());
		return JSON.writeValueAsString(whole);
	}

	public static String of(MonthEnds monthEnds) {
		return JSON.writeValueAsString(monthEnds);
	}

	static MonthEnds monthEnds(String json) {
		return JSON.readValue(json, MonthEnds.class);
	}

	private static Map<String, Object> reason(Reason reason) {
		Map<String, Object> parts = new LinkedHashMap<>();
		parts.put("part", reason.part());
		parts.put("rule", reason.rule().code());
		put(parts, "unit", Optional.ofNullable(reason.unit()).map(Unit::base).orElse(null));
		put(parts, "expected", plain(reason.expected()));
		put(parts, "observed", plain(reason.observed()));
		put(parts, "start", Optional.ofNullable(reason.period()).map(Period::start).orElse(null));
		put(parts, "end", Optional.ofNullable(reason.period()).map(Period::lastDay).orElse(null));
		put(parts, "due", reason.due());
		put(parts, "other", reason.other());
		parts.put("count", reason.count());
		parts.put("asked", reason.asked());
		parts.put("names", reason.names());
		parts.put("sources", reason.sources().stream().map(ExplanationJson::source).toList());
		put(parts, "therefore", (reason.therefore() != null) ? reason.therefore().code() : null);
		parts.put("sentence", Phrasing.sentence(reason));
		return parts;
	}

	private static List<Object> source(Reason.Source source) {
		return List.of(source.delivery().value(), source.fileName(), source.line());
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
