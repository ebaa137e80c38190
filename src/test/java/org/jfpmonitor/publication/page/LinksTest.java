package org.jfpmonitor.publication.page;

import java.time.LocalDate;

import org.jfpmonitor.observation.DeliveryId;
import org.jfpmonitor.plan.id.ObjectiveCode;
import org.jfpmonitor.publication.Viewpoint;
import org.jfpmonitor.publication.board.ExamplePlan;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class LinksTest {

	private static final LocalDate TODAY = LocalDate.of(2025, 5, 15);

	private static final LocalDate THEN = LocalDate.of(2025, 1, 31);

	@Test
	void areBareWhenLookingFromToday() {
		Links links = new Links(Viewpoint.on(ExamplePlan.EDITIONS, TODAY), TODAY);
		assertThat(links.board()).isEqualTo("/");
		assertThat(links.objective(ObjectiveCode.of("6b"))).isEqualTo("/objectives/6b");
		assertThat(links.deliveries(1)).isEqualTo("/deliveries");
		assertThat(links.lookingBack()).isFalse();
	}

	@Test
	void keepTheViewpoint() {
		Links links = new Links(new Viewpoint(ExamplePlan.EDITIONS, THEN, TODAY.minusDays(1)), TODAY);
		String days = "?as-of=2025-01-31&known-on=2025-05-14";
		assertThat(links.board()).isEqualTo("/" + days);
		assertThat(links.status(StatusMark.ON_TRACK)).isEqualTo("/" + days + "&status=on_track");
		assertThat(links.delivery(DeliveryId.of(12))).isEqualTo("/deliveries/12" + days);
		assertThat(links.deliveries(3)).isEqualTo("/deliveries" + days + "&page=3");
		assertThat(links.report()).isEqualTo("/report" + days);
		assertThat(links.lookingBack()).isTrue();
	}

	@Test
	void leaveOutTheDayThatIsToday() {
		assertThat(new Links(new Viewpoint(ExamplePlan.EDITIONS, THEN, TODAY), TODAY).board())
			.isEqualTo("/?as-of=2025-01-31");
	}

	@Test
	void leaveOutTheDayAskedAboutWhereItIsTheDayOfTheKnowledge() {
		assertThat(new Links(Viewpoint.on(ExamplePlan.EDITIONS, THEN), TODAY).board())
			.isEqualTo("/?known-on=2025-01-31");
		assertThat(new Links(new Viewpoint(ExamplePlan.EDITIONS, TODAY, THEN), TODAY).board())
			.isEqualTo("/?as-of=2025-05-15&known-on=2025-01-31");
	}

}
