package org.jfpmonitor.assessment.rule;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

import org.jfpmonitor.assessment.Reason;
import org.jfpmonitor.assessment.Rule;
import org.jfpmonitor.assessment.series.PeriodFigure;
import org.jfpmonitor.calendar.Period;
import org.jfpmonitor.observation.Revision;
import org.jfpmonitor.plan.Measure;
import org.jfpmonitor.plan.Milestone;
import org.jfpmonitor.plan.Objective;
import org.jfpmonitor.plan.Status;
import org.jfpmonitor.plan.Unit;
import org.jfpmonitor.progress.Origin;
import org.jspecify.annotations.Nullable;

/** Puts a {@link Reason} together, fact by fact. */
public final class Because {

	private final Rule rule;

	private final String subject;

	private final String part;

	private final @Nullable Unit unit;

	private @Nullable BigDecimal expected;

	private @Nullable BigDecimal observed;

	private @Nullable Period period;

	private @Nullable LocalDate due;

	private @Nullable LocalDate other;

	private int count;

	private int asked;

	private List<String> names = List.of();

	private String note = "";

	private List<Reason.Source> sources = List.of();

	private Because(Rule rule, String subject, String part, @Nullable Unit unit) {
		this.rule = rule;
		this.subject = subject;
		this.part = part;
		this.unit = unit;
	}

	public static Because of(Rule rule, Measure measure) {
		return new Because(rule, measure.title(), measure.id().value(), measure.unit());
	}

	public static Because of(Rule rule, Milestone milestone) {
		return new Because(rule, milestone.title(), milestone.id().value(), null);
	}

	public static Because of(Rule rule, Objective objective) {
		return new Because(rule, objective.shortTitle(), objective.code().value(), null);
	}

	Because expected(@Nullable BigDecimal value) {
		this.expected = value;
		return this;
	}

	/** The figure with its period and where it was read. */
	Because observed(PeriodFigure figure) {
		this.observed = figure.hasValue() ? figure.value() : null;
		this.period = figure.period();
		this.sources = figure.parts().stream().map(Because::source).toList();
		return this;
	}

	Because due(@Nullable LocalDate day) {
		this.due = day;
		return this;
	}

	Because other(@Nullable LocalDate day) {
		this.other = day;
		return this;
	}

	public Because count(int number, int outOf) {
		this.count = number;
		this.asked = outOf;
		return this;
	}

	public Because names(List<String> all) {
		this.names = all;
		return this;
	}

	Because note(String words) {
		this.note = words;
		return this;
	}

	Because reportedIn(@Nullable Origin origin) {
		if (origin != null && origin.delivery() != null && origin.fileName() != null) {
			this.sources = List.of(new Reason.Source(origin.delivery(), origin.fileName(), origin.line()));
		}
		return this;
	}

	public Reason therefore(@Nullable Status status) {
		return new Reason(this.rule, this.subject, this.part, this.unit, this.expected, this.observed, this.period,
				this.due, this.other, this.count, this.asked, this.names, this.note, this.sources, status);
	}

	public static Reason.Source source(Revision revision) {
		return new Reason.Source(revision.provenance().delivery(), revision.provenance().fileName(),
				revision.observation().line());
	}

}
