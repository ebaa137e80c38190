package org.jfpmonitor.plan.reading;

import java.time.LocalDate;
import java.util.List;

import org.jfpmonitor.calendar.Period;
import org.jfpmonitor.organisation.OrganisationCode;
import org.jfpmonitor.plan.Ambition;
import org.jfpmonitor.plan.Feed;
import org.jfpmonitor.plan.Measure;
import org.jfpmonitor.plan.Plan;
import org.jfpmonitor.plan.id.EmailAddress;
import org.jfpmonitor.plan.id.PlanId;
import org.jfpmonitor.plan.yaml.Block;
import org.jfpmonitor.plan.yaml.Form;
import org.jspecify.annotations.Nullable;

/**
 * What stands under {@code plan:}.
 *
 * @param id the edition
 * @param title for people
 * @param organisation whose plan it is
 * @param duration its first to its last day
 * @param office the programme office, or null
 */
record PlanHead(@Nullable PlanId id, @Nullable String title, @Nullable OrganisationCode organisation,
		@Nullable Period duration, @Nullable EmailAddress office) {

	/** What can be read of it; what cannot is null. */
	static PlanHead read(Block block, KnownOrganisations organisations) {
		PlanId id = block.required("id", PlanForms.PLAN_ID);
		String title = block.required("title", Form.text());
		OrganisationCode organisation = block.required("organisation", PlanForms.ORGANISATION);
		if (organisation != null) {
			organisations.check(block, "organisation", block.line("organisation"), organisation);
		}
		return new PlanHead(id, title, organisation, duration(block), block.optional("office", PlanForms.ADDRESS));
	}

	/** The plan with this head, or null when something of the head is missing. */
	@Nullable Plan over(List<Ambition> ambitions, List<Measure> watched, List<Feed> feeds) {
		if (this.id == null || this.title == null || this.organisation == null || this.duration == null) {
			return null;
		}
		return new Plan(this.id, this.title, this.organisation, this.duration, this.office, ambitions, watched, feeds);
	}

	private static @Nullable Period duration(Block block) {
		LocalDate from = block.required("from", Form.date());
		LocalDate to = block.required("to", Form.date());
		if (from == null || to == null) {
			return null;
		}
		if (to.isBefore(from)) {
			block.fault("to", "expected to: the last day of the plan, later than " + from + ", found " + to
					+ ". Correct one of the two dates.");
			return null;
		}
		return Period.ofClosed(from, to);
	}

}
