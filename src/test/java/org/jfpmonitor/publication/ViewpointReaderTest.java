package org.jfpmonitor.publication;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

import org.jfpmonitor.calendar.Period;
import org.jfpmonitor.calendar.Today;
import org.jfpmonitor.organisation.OrganisationCode;
import org.jfpmonitor.plan.FixedPlans;
import org.jfpmonitor.plan.Plan;
import org.jfpmonitor.plan.PlanEditions;
import org.jfpmonitor.plan.PlanVersion;
import org.jfpmonitor.plan.PlanVersions;
import org.jfpmonitor.plan.Plans;
import org.jfpmonitor.plan.id.PlanId;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.util.MultiValueMap;
import org.springframework.web.util.UriComponentsBuilder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

class ViewpointReaderTest {

	private static final LocalDate TODAY = LocalDate.of(2025, 5, 15);

	private static final PlanEditions PLAN = PlanEditions
		.of(List.of(edition("first", "2024-04-01"), edition("second", "2025-04-01"), edition("third", "2026-04-01")));

	private static final PlanVersions PLANS = new FixedPlans(Plans.only(PLAN));

	private final ViewpointReader reader = new ViewpointReader(Today.fixedAt(TODAY, Clock.systemUTC()), PLANS);

	@ParameterizedTest
	@NullSource
	@ValueSource(strings = { "", "  ", "2025-05-15" })
	void withoutADayMeansToday(String text) {
		assertThat(this.reader.read(Optional.empty(), text, text, null)).isEqualTo(Viewpoint.on(PLAN, TODAY));
	}

	@Test
	void keepsTheTwoDaysApart() {
		assertThat(this.reader.read(Optional.empty(), "2025-01-31", "2025-02-28", null))
			.isEqualTo(new Viewpoint(PLAN, LocalDate.of(2025, 1, 31), LocalDate.of(2025, 2, 28)));
	}

	@Test
	void asksAboutTheDayOfTheKnowledgeUnlessToldOtherwise() {
		assertThat(this.reader.read(Optional.empty(), null, "2025-02-28", null))
			.isEqualTo(Viewpoint.on(PLAN, LocalDate.of(2025, 2, 28)));
	}

	@Test
	void looksAheadOfWhatWasKnown() {
		assertThat(this.reader.read(Optional.empty(), "2025-03-31", "2025-02-28", null))
			.isEqualTo(new Viewpoint(PLAN, LocalDate.of(2025, 3, 31), LocalDate.of(2025, 2, 28)));
	}

	@ParameterizedTest
	@ValueSource(strings = { "31 March 2025", "2025-3-31", "2025-02-30", "25-03-31", "+12025-03-31", "tomorrow",
			"2025-03-31T00:00" })
	void refusesWhatIsNoDay(String text) {
		assertThatExceptionOfType(RefusedQuery.class)
			.isThrownBy(() -> this.reader.read(Optional.empty(), text, null, null))
			.satisfies((refused) -> assertThat(refused.faults()).containsExactly(
					"as-of: expected a day such as 2025-05-15, found \"%s\". Write the year, the month and the day as numbers."
						.formatted(text)));
	}

	@ParameterizedTest
	@CsvSource({ "2025-05-16, 16 May 2025", "1999-12-31, 31 December 1999", "9999-12-31, 31 December 9999" })
	void refusesDaysThatNothingIsKnownOf(String text, String inWords) {
		assertThatExceptionOfType(RefusedQuery.class)
			.isThrownBy(() -> this.reader.read(Optional.empty(), null, text, null))
			.satisfies((refused) -> assertThat(refused.faults()).containsExactly(
					"known-on: expected a day from 1 January 2000 to today, 15 May 2025; found %s. Choose a day in that span."
						.formatted(inWords)));
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			as-of-day=31&as-of-month=3&as-of-year=2025          | 2025-03-31
			as-of-day=+1+&as-of-month=04&as-of-year=2025        | 2025-04-01
			as-of-day=&as-of-month=&as-of-year=                 | 2025-05-15
			as-of-day=&as-of-month=&as-of-year=&as-of=2025-01-31 | 2025-01-31
			""")
	void readsADayFromThreeFieldsAsFormsSendIt(String query, LocalDate day) {
		assertThat(this.reader.read(Optional.empty(), sent(query)).asOf()).isEqualTo(day);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			as-of-day=31&as-of-month=&as-of-year=2025   | 2025--31
			as-of-day=31&as-of-month=2&as-of-year=2025  | 2025-02-31
			as-of-day=31&as-of-month=May&as-of-year=25  | 31 May 25
			""")
	void refusesThreeFieldsThatAreNoDay(String query, String found) {
		assertThatExceptionOfType(RefusedQuery.class).isThrownBy(() -> this.reader.read(Optional.empty(), sent(query)))
			.satisfies((refused) -> assertThat(refused.faults()).singleElement()
				.asString()
				.contains("as-of: expected a day", "found \"" + found + "\""));
	}

	private static Function<String, @Nullable String> sent(String query) {
		MultiValueMap<String, String> parameters = UriComponentsBuilder.fromUriString("/?" + query.replace("+", " "))
			.build()
			.getQueryParams();
		return parameters::getFirst;
	}

	@Test
	void namesBothFaultsAtOnce() {
		assertThatExceptionOfType(RefusedQuery.class)
			.isThrownBy(() -> this.reader.read(Optional.empty(), "x", "y", null))
			.satisfies((refused) -> assertThat(refused.faults()).hasSize(2));
	}

	@Test
	void anEditionMeansTheNewestDayThatItJudges() {
		assertThat(this.reader.read(Optional.empty(), null, null, "first"))
			.isEqualTo(new Viewpoint(PLAN, LocalDate.of(2025, 3, 31), TODAY));
		assertThat(this.reader.read(Optional.empty(), null, null, "second")).isEqualTo(Viewpoint.on(PLAN, TODAY));
		assertThat(this.reader.read(Optional.empty(), "2025-01-31", null, "first"))
			.isEqualTo(new Viewpoint(PLAN, LocalDate.of(2025, 1, 31), TODAY));
	}

	@Test
	void refusesAnEditionThatNobodyHas() {
		assertThat(faults(null, null, "fourth")).containsExactly(
				"edition: expected first, second or third, found \"fourth\". Choose an edition of the plan.");
	}

	@Test
	void refusesADayThatTheEditionDoesNotJudge() {
		assertThat(faults("2025-04-01", null, "first")).containsExactly(
				"edition: expected the edition in force on 1 April 2025, second; found first. Leave out edition or as-of.");
		assertThat(faults(null, null, "third")).containsExactly(
				"edition: expected the edition in force on 15 May 2025, second; found third. Leave out edition or as-of.");
	}

	private List<String> faults(String asOf, String knownOn, String edition) {
		return catchThrowableOfType(RefusedQuery.class,
				() -> this.reader.read(Optional.empty(), asOf, knownOn, edition))
			.faults();
	}

	private static PlanVersion edition(String id, String from) {
		LocalDate first = LocalDate.parse(from);
		return new PlanVersion(1, "0".repeat(64), Instant.EPOCH, new Plan(PlanId.of(id), id, OrganisationCode.of("QMM"),
				Period.ofClosed(first, first.plusYears(5)), null, List.of(), List.of(), List.of()));
	}

}
