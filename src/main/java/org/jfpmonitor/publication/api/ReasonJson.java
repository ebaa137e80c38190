package org.jfpmonitor.publication.api;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

import org.jfpmonitor.assessment.Reason;
import org.jfpmonitor.assessment.words.Phrasing;
import org.jspecify.annotations.Nullable;

/**
 * One step of an explanation: by which rule, what was expected and observed, from which
 * lines, therefore what.
 */
record ReasonJson(String rule, String part, String subject, @Nullable String unit, @Nullable BigDecimal expected,
		@Nullable BigDecimal observed, MeasureJson.@Nullable Span period, @Nullable LocalDate due,
		@Nullable LocalDate other, int count, int asked, List<String> names, List<Source> sources,
		@Nullable String therefore, String words) {

	static ReasonJson of(Reason reason) {
		return new ReasonJson(reason.rule().code(), reason.part(), reason.subject(),
				(reason.unit() != null) ? reason.unit().base() : null, reason.expected(), reason.observed(),
				MeasureJson.Span.of(reason.period()), reason.due(), reason.other(), reason.count(), reason.asked(),
				reason.names(), reason.sources().stream().map(Source::of).toList(),
				ObjectiveJson.code(reason.therefore()), Phrasing.sentence(reason));
	}

	/** A place in a file. */
	record Source(long delivery, String file, long line) {

		static Source of(Reason.Source source) {
			return new Source(source.delivery().value(), source.fileName(), source.line());
		}

	}

}
