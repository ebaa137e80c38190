package org.jfpmonitor.plan;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

import org.jfpmonitor.calendar.Period;
import org.jfpmonitor.organisation.OrganisationCode;
import org.jfpmonitor.plan.id.PlanId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class PlanEditionsTest {

	@Test
	void oneEditionJudgesEveryDay() {
		PlanEditions editions = PlanEditions.only(version("a", "2024-04-01", "2029-03-31"));
		assertThat(List.of("1990-01-01", "2024-04-01", "2040-01-01"))
			.allSatisfy((day) -> assertThat(on(editions, day)).isEqualTo("a"));
	}

	@Test
	void anEditionJudgesFromItsFirstDayUntilTheNextBegins() {
		PlanEditions editions = PlanEditions
			.of(List.of(version("b", "2026-04-01", "2031-03-31"), version("a", "2024-04-01", "2029-03-31")));
		assertThat(on(editions, "2019-01-01")).isEqualTo("a");
		assertThat(on(editions, "2026-03-31")).isEqualTo("a");
		assertThat(on(editions, "2026-04-01")).isEqualTo("b");
		assertThat(on(editions, "2040-01-01")).isEqualTo("b");
	}

	@Test
	void anEditionJudgesOnUntilTheNextBeginsThoughItsOwnLastDayIsOver() {
		PlanEditions editions = PlanEditions
			.of(List.of(version("a", "2024-04-01", "2025-03-31"), version("b", "2026-04-01", "2031-03-31")));
		assertThat(on(editions, "2025-12-31")).isEqualTo("a");
	}

	@Test
	void theDaysOfTheEditionsFollowEachOtherWithoutGap() {
		PlanEditions editions = PlanEditions
			.of(List.of(version("a", "2024-04-01", "2025-03-31"), version("b", "2026-04-01", "2031-03-31")));
		assertThat(editions.all()).extracting(PlanVersion::inForce)
			.containsExactly(Period.of(Period.always().start(), LocalDate.of(2026, 4, 1)),
					Period.of(LocalDate.of(2026, 4, 1), Period.always().endExclusive()));
	}

	@Test
	void refusesTwoThatBeginOnOneDay() {
		assertThatIllegalArgumentException().isThrownBy(() -> PlanEditions
			.of(List.of(version("a", "2024-04-01", "2029-03-31"), version("b", "2024-04-01", "2029-03-31"))));
	}

	@ParameterizedTest
	@ValueSource(longs = { 1, 2, 3, 4, 5 })
	void oneThatBeginsLaterChangesNoDayBeforeIt(long seed) {
		Random random = new Random(seed);
		List<PlanVersion> editions = new ArrayList<>();
		LocalDate begin = LocalDate.of(2020, 1, 1);
		for (int i = 0; i < 6; i++) {
			begin = begin.plusDays(1 + random.nextInt(400));
			editions.add(version("edition-" + i, begin.toString(), begin.plusDays(random.nextInt(2000)).toString()));
			if (i > 0) {
				PlanEditions before = PlanEditions.of(editions.subList(0, i));
				PlanEditions after = PlanEditions.of(editions);
				for (LocalDate day = LocalDate.of(2019, 1, 1); day.isBefore(begin); day = day.plusDays(1)) {
					assertThat(after.on(day).plan()).isSameAs(before.on(day).plan());
				}
				assertThat(after.on(begin).plan()).isSameAs(editions.get(i).plan());
			}
		}
	}

	private static String on(PlanEditions editions, String day) {
		return editions.on(LocalDate.parse(day)).plan().id().value();
	}

	private static PlanVersion version(String id, String from, String to) {
		return new PlanVersion(1, "0".repeat(64), Instant.EPOCH, new Plan(PlanId.of(id), id, OrganisationCode.of("QMM"),
				Period.ofClosed(LocalDate.parse(from), LocalDate.parse(to)), null, List.of(), List.of(), List.of()));
	}

}
