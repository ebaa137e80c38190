package org.jfpmonitor.intake.run;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.jfpmonitor.calendar.Period;
import org.jfpmonitor.extract.Shipped;
import org.jfpmonitor.intake.ImportOutcome;
import org.jfpmonitor.organisation.Organisation;
import org.jfpmonitor.organisation.OrganisationCode;
import org.jfpmonitor.plan.id.MeasureId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A full extract of diagnostics without the main providers of one ICB, published into a
 * real store. Of the 34,905 who wait in Norfolk and Waveney 27,719 wait at two trusts.
 */
class SumOfMembersTest {

	private static final String HEADER = "Period,Provider Org Code,Commissioner Parent Org Code,Commissioner Org Code,"
			+ "Diagnostic Tests,00 < 01 Week,01 < 06 Weeks,06 < 13 Weeks,13+ Weeks,Total WL";

	private static final String WITHHELD = "Withheld 4 figures that add the lines of many organisations together: QMM for "
			+ "%s 2025 (diagnostics-over-13-weeks, diagnostics-over-6-weeks, diagnostics-waiting-list, "
			+ "diagnostics-within-6-weeks). Expected lines of RM1, RCX, which have figures for February 2025, found none, "
			+ "and less than nine tenths of the figure held then. What is held stays. Import the file whole, as it was published; "
			+ "if it is, send what is right as local figures.";

	private static final List<String> TRUSTS = Shipped.ORGANISATIONS.all()
		.stream()
		.filter((each) -> each.kind() == Organisation.Type.TRUST && each.closed() == null)
		.map((each) -> each.code().value())
		.filter((each) -> !List.of("RM1", "RCX", "RGT", "RGN").contains(each))
		.toList();

	@RegisterExtension
	private static final IntakeRig rig = new IntakeRig(Shipped.PLAN);

	@BeforeEach
	void publishFebruary() {
		rig.read(Shipped.reader()::read);
		arrive("February", "2025-04-10T08:00:00Z", true, 7186);
	}

	private static ImportOutcome arrive(String month, String at, boolean withMainTrusts, int elsewhere) {
		Stream<String> main = withMainTrusts
				? Stream.of(line(month, "RM1", "QMM", 18136), line(month, "RCX", "QMM", 9583)) : Stream.empty();
		Stream<String> others = Stream.of(line(month, "RGT", "QMM", elsewhere), line(month, "RGT", "QUE", 40000),
				line(month, "RGN", "QUE", 300000));
		Stream<String> small = Stream.concat(TRUSTS.stream(), IntStream.range(0, 440).mapToObj("MADE%03d"::formatted))
			.limit(440)
			.map((each) -> line(month, each, "QUE", 100));
		return arrive("DM01-" + month.toUpperCase(Locale.UK) + "-2025-full-extract.csv",
				Stream.of(Stream.of(HEADER), main, others, small).flatMap((each) -> each).toList(), at);
	}

	private static ImportOutcome arrive(String name, List<String> lines, String at) {
		Path file = IntakeRig.write(rig.data().resolve("elsewhere").resolve(name), String.join("\n", lines) + "\n");
		return rig.importFile(file, Instant.parse(at));
	}

	/** A tenth in each band beyond six weeks. */
	private static String line(String month, String provider, String icb, int waiting) {
		int tenth = waiting / 10;
		return "DM01-" + month.toUpperCase(Locale.UK) + "-2025," + provider + "," + icb + ",26A,TOTAL,"
				+ (waiting - 3 * tenth) + "," + tenth + "," + tenth + "," + tenth + "," + waiting;
	}

	/** Period by period. */
	private static List<String> waiting(String organisation) {
		return rig.observations()
			.series(MeasureId.of("diagnostics-waiting-list"), Period.always(), LocalDate.of(2026, 1, 1))
			.stream()
			.filter((each) -> each.organisation().equals(OrganisationCode.of(organisation)))
			.flatMap((each) -> each.points().stream())
			.map((each) -> each.cell().period().inWords() + " " + each.figure().value())
			.toList();
	}

	@Test
	void anIcbWithoutItsMainTrustsIsWithheldAndNamedAndTheOthersArePublished() {
		ImportOutcome outcome = arrive("March", "2025-05-14T08:00:00Z", false, 7186);

		assertThat(outcome.message()).contains(WITHHELD.formatted("March"));
		assertThat(waiting("QMM")).containsExactly("February 2025 34905");
		assertThat(waiting("QUE")).containsExactly("February 2025 384000", "March 2025 384000");
		assertThat(waiting("ENG")).containsExactly("February 2025 418905", "March 2025 391186");
	}

	@Test
	void whatWasHeldOfTheIcbForTheSameMonthStays() {
		ImportOutcome outcome = arrive("February", "2025-05-14T08:00:00Z", false, 7186);

		assertThat(outcome.message()).contains(WITHHELD.formatted("February"));
		assertThat(waiting("QMM")).containsExactly("February 2025 34905");
	}

	@Test
	void aSecondMonthWithoutThemIsComparedWithTheLastFigureToo() {
		arrive("March", "2025-05-14T08:00:00Z", false, 7186);

		ImportOutcome outcome = arrive("April", "2025-06-12T08:00:00Z", false, 7186);

		assertThat(outcome.message()).contains(WITHHELD.formatted("April"));
		assertThat(waiting("QMM")).containsExactly("February 2025 34905");
	}

	@Test
	void theWholeFileAfterwardsCounts() {
		arrive("March", "2025-05-14T08:00:00Z", false, 7186);

		arrive("March", "2025-05-15T08:00:00Z", true, 7000);

		assertThat(waiting("QMM")).containsExactly("February 2025 34905", "March 2025 34719");
	}

	@Test
	void trustsWhosePatientsAreCountedElsewhereLackNothing() {
		arrive("March", "2025-05-14T08:00:00Z", false, 33000);

		assertThat(waiting("QMM")).containsExactly("February 2025 34905", "March 2025 33000");
	}

	@Test
	void whatIsRightCanBeSentAsALocalFigure() {
		arrive("March", "2025-05-14T08:00:00Z", false, 7186);

		arrive("right.csv", List.of("measure,organisation,period,value", "diagnostics-waiting-list,QMM,2025-03,7186"),
				"2025-05-15T08:00:00Z");

		assertThat(waiting("QMM")).containsExactly("February 2025 34905", "March 2025 7186");
	}

}
