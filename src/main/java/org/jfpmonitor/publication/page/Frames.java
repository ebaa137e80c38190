package org.jfpmonitor.publication.page;

import org.jfpmonitor.assessment.words.Phrasing;
import org.jfpmonitor.calendar.Today;
import org.jfpmonitor.organisation.Organisations;
import org.jfpmonitor.plan.Plan;
import org.jfpmonitor.plan.PlanVersions;
import org.jfpmonitor.publication.Viewpoint;

import org.springframework.stereotype.Component;

/** Knows what stands around every page. */
@Component
public class Frames {

	private final PlanVersions plans;

	private final Organisations organisations;

	private final Today today;

	private final BoardProperties properties;

	Frames(PlanVersions plans, Organisations organisations, Today today, BoardProperties properties) {
		this.plans = plans;
		this.organisations = organisations;
		this.today = today;
		this.properties = properties;
	}

	public Frame frame(Viewpoint viewpoint, Visitor visitor) {
		Plan plan = this.plans.knownOn(viewpoint.knownOn()).plan();
		String closure = this.organisations.find(plan.organisation())
			.map((each) -> Phrasing.closure(each, viewpoint.asOf(), this.organisations.successorOf(each)))
			.orElse("");
		return new Frame(plan.title(), this.organisations.nameOf(plan.organisation()), closure, this.properties.demo(),
				visitor, new Links(viewpoint, this.today.day()));
	}

}
