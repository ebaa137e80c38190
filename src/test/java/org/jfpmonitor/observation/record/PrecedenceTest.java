package org.jfpmonitor.observation.record;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;

import org.jfpmonitor.calendar.Period;
import org.jfpmonitor.observation.Cell;
import org.jfpmonitor.observation.Coverage;
import org.jfpmonitor.observation.DeliveryId;
import org.jfpmonitor.observation.Figure;
import org.jfpmonitor.observation.Observation;
import org.jfpmonitor.observation.Place;
import org.jfpmonitor.observation.Provenance;
import org.jfpmonitor.observation.Vintage;
import org.jfpmonitor.observation.record.RevisionLedger.Covering;
import org.jfpmonitor.organisation.OrganisationCode;
import org.jfpmonitor.plan.id.MeasureId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Which of several files counts, by what each says of itself and when it came. */
class PrecedenceTest {

	private static final MeasureId BEDS = MeasureId.of("beds");

	private static final Period DECEMBER = Period.month(2025, 12);

	private static final OrganisationCode RM1 = OrganisationCode.of("RM1");

	private static final OrganisationCode RGP = OrganisationCode.of("RGP");

	private static final LocalDate FIRST = LocalDate.of(2026, 1, 10);

	/** Both are levels whole, and the second arrives on the same day. */
	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			stated 2026-01-08 v1 a   | arrived v1 a             | first
			stated 2026-01-08 v1 a   | arrived v9 b             | first
			stated 2026-01-08 v1 a   | period 2025-12-31 v9 a   | first
			stated 2026-01-08 v1 a   | stated 2026-01-07 v9 b   | first
			stated 2026-01-08 v1 a   | stated 2026-01-09 v1 b   | second
			stated 2026-01-08 v2 a   | stated 2026-01-08 v1 a   | first
			stated 2026-01-08 v2 a   | stated 2026-01-08 v1 b   | second
			stated 2026-01-08 v1 a   | stated 2026-01-08 v1 a   | second
			arrived v1 a             | stated 2025-12-31 v1 b   | second
			period 2025-12-31 v2 a   | stated 2025-12-01 v1 b   | second
			arrived v1 a             | arrived v1 a             | second
			arrived v2 a             | arrived v1 a             | first
			arrived v2 a             | arrived v1 b             | second
			arrived final a          | arrived v1 b             | second
			arrived final a          | arrived provisional b    | first
			arrived provisional a    | arrived final b          | second
			arrived v2 a             | period 2025-12-31 v1 a   | second
			arrived v1 a             | period 2025-12-31 v1 b   | second
			period 2026-01-31 v1 a   | arrived v1 b             | second
			period 2025-12-31 v1 a   | arrived v1 a             | second
			period 2026-01-31 v1 a   | period 2025-12-31 v9 a   | first
			period 2026-01-31 v1 a   | period 2025-12-31 v9 b   | first
			period 2025-12-31 v2 a   | period 2025-12-31 v1 a   | first
			period 2025-12-31 v2 a   | period 2025-12-31 v1 b   | second
			period 2025-12-31 final a | period 2025-12-31 provisional b | first
			period 2025-12-31 provisional a | period 2025-12-31 final b | second
			""")
	void theLaterFileCountsUnlessTheFirstIsNewerByItsOwnWord(String first, String second, String counts) {
		Covering one = covering(1, first, 9, "provider", RM1);
		Covering other = covering(2, second, 15, "provider", RM1);

		assertThat(current(RM1, Precedence.settled(List.of(one), List.of(other))))
			.contains(counts.equals("first") ? 1L : 2L);
		assertThat(current(RM1, Precedence.settled(List.of(other), List.of(one))))
			.contains(counts.equals("first") ? 1L : 2L);
	}

	@Test
	void aVersionOfAFileAboutAnotherOrganisationKeepsNoCorrectionOut() {
		List<Covering> held = Precedence.settled(List.of(),
				List.of(covering(1, "arrived v2 a", 9, "provider", RGP),
						covering(2, "arrived v1 b", 10, "provider RM1", RM1),
						covering(3, "arrived v1 b", 11, "provider RM1", RM1)));

		assertThat(current(RM1, held)).contains(3L);
		assertThat(current(RGP, held)).contains(1L);
	}

	@Test
	void aLocalLineIsKeptInPlaceByNothingThatSaysNothingOfItsOrganisation() {
		List<Covering> held = Precedence.settled(List.of(),
				List.of(covering(1, "stated 2026-01-08 v1 a", 9, "provider", RGP),
						covering(2, "arrived v1 figures", 10, "RM1", RM1),
						covering(3, "arrived v1 b", 11, "trust", RM1)));

		assertThat(current(RM1, held)).contains(3L);
	}

	@Test
	void whatAWithdrawnFigureHadReplacedDoesNotComeBack() {
		Covering line = covering(1, "arrived v1 a", 9, "RM1", RM1);
		Covering issue = covering(2, "stated 2026-01-08 v1 b", 10, "provider", RM1, RGP);
		Covering without = covering(3, "stated 2026-01-09 v1 b", 11, "provider", RGP);
		Covering laterLine = covering(4, "arrived v1 a", 12, "RM1", RM1);

		assertThat(current(RM1, inTurn(List.of(line, issue)))).contains(2L);
		assertThat(current(RM1, inTurn(List.of(line, issue, without)))).isEmpty();
		assertThat(current(RM1, inTurn(List.of(line, without)))).contains(1L);
		assertThat(current(RM1, inTurn(List.of(line, issue, without, laterLine)))).contains(4L);
	}

	@Test
	void whatIsLaterStandsAboveWhatItCannotBeComparedWithAndBelowWhatIsNewer() {
		List<Covering> held = Precedence.settled(List.of(),
				List.of(covering(1, "period 2026-01-31 v1 a", 9, "provider", RM1),
						covering(2, "stated 2026-01-05 v1 c", 10, "icb", RGP),
						covering(3, "arrived v1 b", 11, "provider RM1", RM1),
						covering(4, "period 2025-12-31 v1 a", 12, "provider", RM1, RGP)));

		assertThat(current(RM1, held)).contains(3L);
		assertThat(current(RGP, held)).contains(2L);
	}

	@ParameterizedTest
	@ValueSource(longs = { 1, 2, 3, 4, 5, 6, 7, 8 })
	void itComesToTheSameInWhateverOrderTheFilesAreBroughtIn(long seed) {
		Random random = new Random(seed);
		for (int round = 0; round < 60; round++) {
			List<Covering> files = new ArrayList<>();
			for (int i = 0; i < 7; i++) {
				files.add(drawn(random, i));
			}
			List<Covering> inOrder = inTurn(files);
			Collections.shuffle(files, random);

			List<Covering> shuffled = inTurn(files);

			assertThat(shuffled).containsExactlyInAnyOrderElementsOf(inOrder);
		}
	}

	@ParameterizedTest
	@ValueSource(longs = { 1, 2, 3, 4, 5, 6, 7, 8 })
	void theNewestLineOfAnOrganisationDependsOnNothingThatIsSaidOfOthers(long seed) {
		Random random = new Random(seed);
		for (int round = 0; round < 60; round++) {
			List<Covering> files = new ArrayList<>();
			for (int i = 0; i < 7; i++) {
				files.add(drawn(random, i));
			}
			List<Covering> ofRm1 = files.stream().filter((each) -> each.revisions().containsKey(RM1)).toList();
			boolean apart = files.stream()
				.filter((each) -> !each.revisions().containsKey(RM1))
				.noneMatch((each) -> each.coverage().scope().equals("provider"))
					&& ofRm1.stream().allMatch((each) -> each.revisions().size() == 1);

			if (apart) {
				assertThat(current(RM1, inTurn(files))).isEqualTo(current(RM1, inTurn(ofRm1)));
			}
		}
	}

	@ParameterizedTest
	@ValueSource(longs = { 1, 2, 3, 4, 5, 6, 7, 8 })
	void theLatestOfAFigureCountsWhereNothingHeldIsNewerByItsWord(long seed) {
		Random random = new Random(seed);
		for (int round = 0; round < 60; round++) {
			List<Covering> files = new ArrayList<>();
			for (int i = 0; i < 6; i++) {
				files.add(drawn(random, i));
			}
			Covering last = files.get(5);
			boolean newer = files.subList(0, 5)
				.stream()
				.filter((each) -> !each.isRankedByArrival())
				.anyMatch((each) -> each.provenance().isNewerByItsWord(last.provenance()));

			if (!newer || last.isRankedByArrival()) {
				last.revisions()
					.keySet()
					.forEach((each) -> assertThat(current(each, inTurn(files)))
						.contains(last.provenance().delivery().value()));
			}
		}
	}

	private static List<Covering> inTurn(List<Covering> files) {
		List<Covering> held = List.of();
		for (Covering each : files) {
			held = Precedence.settled(held, List.of(each));
		}
		return held;
	}

	private static Covering drawn(Random random, int number) {
		String dated = List
			.of("arrived", "arrived", "period 2025-12-31", "period 2026-01-31", "stated 2026-01-08",
					"stated 2026-01-09")
			.get(random.nextInt(6));
		String version = List.of("v1", "v1", "v2", "provisional", "final").get(random.nextInt(5));
		String of = dated + " " + version + " " + (random.nextBoolean() ? "a" : "b");
		return switch (random.nextInt(6)) {
			case 0 -> covering(number, of, 9 + number, "provider", RM1, RGP);
			case 1 -> covering(number, of, 9 + number, "provider", RM1);
			case 2 -> covering(number, of, 9 + number, "RM1", RM1);
			case 3 -> covering(number, of, 9 + number, "RGP", RGP);
			case 4 -> covering(number, of, 9 + number, "provider RGP", RGP);
			default -> covering(number, of, 9 + number, "provider RM1", RM1);
		};
	}

	/**
	 * What a delivery says.
	 * @param of its day, version and layout, such as {@code stated 2026-01-08 v2 a}
	 * @param hour of its arrival
	 */
	private static Covering covering(long delivery, String of, int hour, String scope, OrganisationCode... about) {
		String[] words = of.split(" ", -1);
		boolean arrived = words[0].equals("arrived");
		String version = words[words.length - 2];
		Vintage vintage = new Vintage(switch (words[0]) {
			case "stated" -> Vintage.DatedBy.PUBLISHER;
			case "period" -> Vintage.DatedBy.LATEST_PERIOD;
			default -> Vintage.DatedBy.ARRIVAL;
		}, arrived ? FIRST : LocalDate.parse(words[1]), switch (version) {
			case "provisional" -> Vintage.versionOf(10, 1);
			case "final" -> Vintage.versionOf(30, 1);
			default -> Vintage.versionOf(0, Integer.parseInt(version.substring(1)));
		});
		Provenance provenance = new Provenance(DeliveryId.of(delivery), delivery + ".csv", words[words.length - 1],
				vintage, Instant.parse(FIRST + "T%02d:00:00Z".formatted(hour)));
		Covering covering = Covering.arrived(new Coverage(BEDS, scope, DECEMBER), provenance);
		for (OrganisationCode each : about) {
			covering.add(new Observation(new Cell(BEDS, each, DECEMBER), Figure.of(BigDecimal.valueOf(delivery)), scope,
					Place.line(2), 1));
		}
		return covering;
	}

	/** The number of the delivery whose figure counts. */
	private static Optional<Long> current(OrganisationCode organisation, List<Covering> all) {
		return new RevisionLedger(all, List.of()).series(BEDS, organisation, FIRST.plusDays(1))
			.at(DECEMBER)
			.map((each) -> each.provenance().delivery().value());
	}

}
