package org.jfpmonitor.publication.api;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

import org.jfpmonitor.assessment.reason.Facts;
import org.jfpmonitor.assessment.reason.Reason;
import org.jfpmonitor.assessment.reason.Source;
import org.jspecify.annotations.Nullable;

/**
 * One step of an explanation: by which rule, what was expected and observed, from which
 * lines, therefore what.
 */
record ReasonJson(String rule, String part, String subject, @Nullable String unit, @Nullable BigDecimal expected,
		@Nullable BigDecimal observed, MeasureJson.@Nullable PeriodJson period, @Nullable LocalDate due,
		@Nullable LocalDate other, int count, int asked, List<String> names, List<LineJson> sources,
		@Nullable String therefore, String words) {

	static ReasonJson of(Reason reason) {
		Facts facts = reason.facts();
		return new ReasonJson(reason.rule().code(), reason.part(), reason.subject(),
				(facts.unit() != null) ? facts.unit().base() : null, facts.expected(), facts.observed(),
				MeasureJson.PeriodJson.of(facts.period()), facts.due(), facts.other(), facts.count(), facts.asked(),
				facts.names(), reason.sources().stream().map(LineJson::of).toList(),
				ObjectiveJson.code(reason.therefore()), reason.sentence());
	}

	/**
	 * A place in a file: the line or row, and the cell of a workbook; neither for a file
	 * as a whole.
	 */
	record LineJson(long delivery, String file, @Nullable Long line, @Nullable String cell) {

		static LineJson of(Source source) {
			return new LineJson(source.delivery().value(), source.fileName(), line(source), source.place().cell());
		}

		static @Nullable Long line(Source source) {
			return source.place().isWholeFile() ? null : source.place().line();
		}

	}

}
