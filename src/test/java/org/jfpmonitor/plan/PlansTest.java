package org.jfpmonitor.plan;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

import org.jfpmonitor.calendar.Cadence;
import org.jfpmonitor.calendar.Period;
import org.jfpmonitor.organisation.OrganisationCode;
import org.jfpmonitor.plan.id.FeedId;
import org.jfpmonitor.plan.id.MeasureId;
import org.jfpmonitor.plan.id.PlanId;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class PlansTest {

	private static final OrganisationCode NORFOLK = OrganisationCode.of("QMM");

	private static final OrganisationCode SUFFOLK = OrganisationCode.of("QJG");

	private static final Plans PLANS = Plans
		.of(List.of(edition("b-2026", "2026-04-01", "b-2025", SUFFOLK), edition("a", "2024-04-01", null, NORFOLK),
				edition("b-2024", "2024-04-01", null, SUFFOLK), edition("b-2025", "2025-04-01", "b-2024", SUFFOLK)));

	@Test
	void editionsThatSucceedEachOtherAreOnePlanCalledByTheFirst() {
		assertThat(PLANS.all()).extracting(PlanEditions::id).containsExactly(PlanId.of("a"), PlanId.of("b-2024"));
		assertThat(PLANS.all().get(1).all()).extracting((each) -> each.plan().id().value())
			.containsExactly("b-2024", "b-2025", "b-2026");
	}

	@Test
	void aPlanIsFoundByAnyOfItsEditions() {
		assertThat(PLANS.find(PlanId.of("b-2026"))).get().isSameAs(PLANS.all().get(1));
		assertThat(PLANS.find(PlanId.of("c"))).isEmpty();
	}

	@Test
	void noneOfSeveralIsTakenUnasked() {
		assertThat(PLANS.single()).isEmpty();
		assertThat(Plans.of(List.of(edition("a", "2024-04-01", null, NORFOLK))).single()).isPresent();
	}

	@Test
	void anEditionWhosePredecessorWasTakenOutBeginsThePlan() {
		assertThat(Plans.of(List.of(edition("b-2026", "2026-04-01", "b-2025", SUFFOLK))).all()).singleElement()
			.extracting(PlanEditions::id)
			.isEqualTo(PlanId.of("b-2026"));
	}

	@Test
	void filesAreReadForTheOrganisationsOfEveryEditionOfEveryPlan() {
		Plans plans = Plans.of(List.of(edition("a", "2024-04-01", null, NORFOLK, "beds", "calls"),
				edition("b", "2026-04-01", null, SUFFOLK, "beds", "falls")));
		assertThat(plans.asked().measures()).extracting((each) -> each.id().value() + " " + each.organisations())
			.containsExactly("beds [QMM, QJG]", "calls [QMM]", "falls [QJG]");
	}

	private static PlanVersion edition(String id, String from, @Nullable String succeeds, OrganisationCode organisation,
			String... watched) {
		Feed feed = new Feed(FeedId.of("beds"), "Beds", Cadence.MONTHLY, 20, 10, null, false);
		return new PlanVersion(1, "0".repeat(64), Instant.EPOCH,
				new Plan(PlanId.of(id), id, organisation,
						Period.ofClosed(LocalDate.parse(from), LocalDate.of(2031, 3, 31)), null, List.of(),
						List.of(watched).stream().map((each) -> measure(each, organisation)).toList(), List.of(feed),
						(succeeds != null) ? PlanId.of(succeeds) : null));
	}

	private static Measure measure(String id, OrganisationCode organisation) {
		return new Measure(MeasureId.of(id), id, id, "", Unit.COUNT, Direction.HIGHER, Cadence.MONTHLY,
				FeedId.of("beds"), List.of(organisation), null, "", 0, null, null, ChartSettings.standard());
	}

}
