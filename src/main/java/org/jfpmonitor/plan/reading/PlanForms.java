package org.jfpmonitor.plan.reading;

import java.util.Locale;

import org.jfpmonitor.calendar.Cadence;
import org.jfpmonitor.organisation.OrganisationCode;
import org.jfpmonitor.plan.Direction;
import org.jfpmonitor.plan.Unit;
import org.jfpmonitor.plan.id.EmailAddress;
import org.jfpmonitor.plan.id.FeedId;
import org.jfpmonitor.plan.id.MeasureId;
import org.jfpmonitor.plan.id.MilestoneId;
import org.jfpmonitor.plan.id.ObjectiveCode;
import org.jfpmonitor.plan.id.PlanId;
import org.jfpmonitor.plan.target.Basis;
import org.jfpmonitor.plan.target.Target;
import org.jfpmonitor.plan.yaml.Form;

/** The forms of the values in plan files. */
public final class PlanForms {

	static final Form<PlanId> PLAN_ID = Form.of("an id of small letters, digits and hyphens", "nw-jfp-2024",
			PlanId::of);

	static final Form<FeedId> FEED_ID = Form.of("an id of small letters, digits and hyphens", "dm01", FeedId::of);

	static final Form<MeasureId> MEASURE_ID = Form.of("an id of small letters, digits and hyphens", "virtual-ward-beds",
			MeasureId::of);

	static final Form<MeasureId> PLANNED_BY = Form.of("the id of the measure whose figures are the plan",
			"virtual-ward-beds-plan", MeasureId::of);

	static final Form<MilestoneId> MILESTONE_ID = Form.of("an id of small letters, digits and hyphens",
			"dental-plan-published", MilestoneId::of);

	static final Form<ObjectiveCode> OBJECTIVE_CODE = Form.of("a number and a small letter", "6b", ObjectiveCode::of);

	static final Form<String> AMBITION_NUMBER = Form.of("a number of one or two digits", "6", (written) -> {
		if (!written.matches("[0-9]{1,2}")) {
			throw new IllegalArgumentException(written);
		}
		return written;
	});

	static final Form<OrganisationCode> ORGANISATION = Form.of("an ODS code in capitals", "QMM", OrganisationCode::of);

	static final Form<EmailAddress> ADDRESS = Form.of("one mail address", "uec-lead@example.org", EmailAddress::of);

	static final Form<Unit> UNIT = Form.words(Unit.values(), Unit::word);

	static final Form<Direction> DIRECTION = Form.words(Direction.values(), Direction::code);

	static final Form<Cadence> CADENCE = Form.words(Cadence.values(), Cadence::word);

	static final Form<Target.Kind> KIND = Form.words(Target.Kind.values(), PlanForms::word);

	static final Form<Basis.Span> BASIS = Form.words(Basis.Span.values(), PlanForms::word);

	static final Form<Basis.Combined> COMBINED = Form.words(Basis.Combined.values(), PlanForms::word);

	static final Form<Path> PATH = Form.words(Path.values(), PlanForms::word);

	private PlanForms() {
	}

	/** The constant as files write it: {@code YEAR_TO_DATE} is {@code year-to-date}. */
	static String word(Enum<?> constant) {
		return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
	}

	/** The ways to write a trajectory. */
	public enum Path {

		BY_DATE, STRAIGHT_LINE, POINTS, SUPPLIED

	}

}
