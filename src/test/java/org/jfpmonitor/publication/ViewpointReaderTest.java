package org.jfpmonitor.publication;

import java.time.Clock;
import java.time.LocalDate;
import java.util.function.Function;

import org.jfpmonitor.calendar.Today;
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

class ViewpointReaderTest {

	private static final LocalDate TODAY = LocalDate.of(2025, 5, 15);

	private final ViewpointReader reader = new ViewpointReader(Today.fixedAt(TODAY, Clock.systemUTC()));

	@ParameterizedTest
	@NullSource
	@ValueSource(strings = { "", "  ", "2025-05-15" })
	void withoutADayMeansToday(String text) {
		assertThat(this.reader.read(text, text)).isEqualTo(Viewpoint.on(TODAY));
	}

	@Test
	void keepsTheTwoDaysApart() {
		assertThat(this.reader.read("2025-01-31", "2025-02-28"))
			.isEqualTo(new Viewpoint(LocalDate.of(2025, 1, 31), LocalDate.of(2025, 2, 28)));
	}

	@Test
	void asksAboutTheDayOfTheKnowledgeUnlessToldOtherwise() {
		assertThat(this.reader.read(null, "2025-02-28")).isEqualTo(Viewpoint.on(LocalDate.of(2025, 2, 28)));
	}

	@Test
	void looksAheadOfWhatWasKnown() {
		assertThat(this.reader.read("2025-03-31", "2025-02-28"))
			.isEqualTo(new Viewpoint(LocalDate.of(2025, 3, 31), LocalDate.of(2025, 2, 28)));
	}

	@ParameterizedTest
	@ValueSource(strings = { "31 March 2025", "2025-3-31", "2025-02-30", "25-03-31", "+12025-03-31", "tomorrow",
			"2025-03-31T00:00" })
	void refusesWhatIsNoDay(String text) {
		assertThatExceptionOfType(RefusedQuery.class).isThrownBy(() -> this.reader.read(text, null))
			.satisfies((refused) -> assertThat(refused.faults()).containsExactly(
					"as-of: expected a day such as 2025-05-15, found \"%s\". Write the year, the month and the day as numbers."
						.formatted(text)));
	}

	@ParameterizedTest
	@CsvSource({ "2025-05-16, 16 May 2025", "1999-12-31, 31 December 1999", "9999-12-31, 31 December 9999" })
	void refusesDaysThatNothingIsKnownOf(String text, String inWords) {
		assertThatExceptionOfType(RefusedQuery.class).isThrownBy(() -> this.reader.read(null, text))
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
		assertThat(this.reader.read(sent(query)).asOf()).isEqualTo(day);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			as-of-day=31&as-of-month=&as-of-year=2025   | 31  2025
			as-of-day=31&as-of-month=2&as-of-year=2025  | 2025-02-31
			as-of-day=31&as-of-month=May&as-of-year=25  | 31 May 25
			""")
	void refusesThreeFieldsThatAreNoDay(String query, String found) {
		assertThatExceptionOfType(RefusedQuery.class).isThrownBy(() -> this.reader.read(sent(query)))
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
		assertThatExceptionOfType(RefusedQuery.class).isThrownBy(() -> this.reader.read("x", "y"))
			.satisfies((refused) -> assertThat(refused.faults()).hasSize(2));
	}

}
