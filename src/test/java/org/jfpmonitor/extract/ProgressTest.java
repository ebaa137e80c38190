package org.jfpmonitor.extract;

import java.nio.file.Path;
import java.time.LocalDate;

import org.jfpmonitor.assessment.Example;
import org.jfpmonitor.plan.Milestone;
import org.jfpmonitor.plan.Objective;
import org.jfpmonitor.plan.Plan;
import org.junit.jupiter.params.provider.ValueSource;
import java.util.List;
import org.jfpmonitor.extract.Shipped.Read;
import org.jfpmonitor.extract.result.CommentLine;
import org.jfpmonitor.extract.result.Extract;
import org.jfpmonitor.extract.result.MilestoneLine;
import org.jfpmonitor.extract.result.OverrideLine;
import org.jfpmonitor.extract.result.PositionLine;
import org.jfpmonitor.observation.Place;
import org.jfpmonitor.plan.Status;
import org.jfpmonitor.plan.id.MilestoneId;
import org.jfpmonitor.plan.id.ObjectiveCode;
import org.jfpmonitor.plan.id.PlanId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class ProgressTest {

	private static final String HEADER = "kind,objective,milestone,as-of,status,forecast,achieved,comment,from,until,author";

	private static final PlanId PLAN = PlanId.of("nw-jfp-2024");

	@TempDir
	private Path folder;

	private Read read(String... lines) {
		String[] all = new String[lines.length + 1];
		all[0] = HEADER;
		System.arraycopy(lines, 0, all, 1, lines.length);
		return Shipped.read(this.folder, "progress.csv", all);
	}

	@Test
	void takesAnAchievementBackOnlyInSoManyWords() {
		Extract extract = read("milestone,,frailty-scale-jpuh,2025-03-31,,,Withdrawn,,,,",
				"milestone,,frailty-scale-nnuh,2025-03-31,,,,,,,")
			.extract();

		assertThat(extract.reports().milestones()).extracting(MilestoneLine::withdrawn).containsExactly(true, false);
	}

	@ParameterizedTest
	@ValueSource(strings = { "WF-3", "wf-3", " Wf-3 " })
	void takesTheCodeOfAnObjectiveInCapitalAndSmallLetters(String written) {
		Plan plan = Example.beds()
			.plan(List.of(new Objective(ObjectiveCode.of("WF-3"), "6", "Staff who stay", "Retention", "90%", null, null,
					List.of(), List.of(new Milestone(MilestoneId.of("board-set-up"), "Board set up",
							LocalDate.of(2025, 6, 30), null)),
					null)));
		Path file = Shipped.write(this.folder, "progress.csv", HEADER,
				"milestone," + written + ",board-set-up,2025-03-31,,,2025-03-20,,,,",
				"position," + written + ",,2025-03-31,On Track,,,,,,",
				"comment," + written + ",,2025-03-31,,,,said,,,office");

		Read read = Read.by(Shipped.LAYOUTS, plan, file, Shipped.TODAY);

		assertThat(read.rejections()).isEmpty();
		assertThat(read.extract().reports().milestones()).hasSize(1);
		assertThat(read.extract().reports().positions()).extracting(PositionLine::objective)
			.containsExactly(ObjectiveCode.of("WF-3"));
		assertThat(read.extract().reports().comments()).extracting(CommentLine::objective)
			.containsExactly(ObjectiveCode.of("WF-3"));
	}

	@Test
	void takesTheCommentOfAMonth() {
		assertThat(read("comment,6b,,2025-03-31,,,,\"170 beds. Two wards, one team\",,,office").extract()
			.reports()
			.comments())
			.containsExactly(new CommentLine(PLAN, ObjectiveCode.of("6b"), LocalDate.of(2025, 3, 31),
					"170 beds. Two wards, one team", "office", Place.line(2)));
	}

	@Test
	void whatNoDocumentCanTakeIsRefusedWhereSomebodySpeaks() {
		assertThat(read("comment,6b,,2025-03-31,,,,170\uFFFE beds,,,office",
				"milestone,,frailty-scale-nnuh,2025-03-31,,,,live\u202E,,,",
				"position,6b,,2025-03-31,On Track,,,170\uFFFF,,,",
				"override,6c,,,delayed,,,because\uFFFE,2025-04-01,2025-04-30,office",
				"comment,6b,,2025-02-28,,,,\u200B,,,office")
			.rejects()).extracting((each) -> each.column() + ": " + each.expected())
			.containsExactlyInAnyOrder(": text in one encoding, without zero bytes",
					"comment: letters, digits and signs, no control character",
					": text in one encoding, without zero bytes", ": text in one encoding, without zero bytes",
					"comment: what the figures say");
	}

	@Test
	void anNhsNumberIsRefusedWhereSomebodySpeaks() {
		Read read = read("comment,6b,,2025-03-31,,,,patient 9434765919 waited,,,office",
				"milestone,,frailty-scale-nnuh,2025-03-31,,,,for 943 476 5919,,,",
				"position,6b,,2025-03-31,On Track,,,943-476-5919,,,",
				"override,6c,,,delayed,,,patient 401 023 2137 complained,2025-04-01,2025-04-30,office");

		assertThat(read.rejects()).hasSize(4)
			.allSatisfy((each) -> assertThat(each.expected()).startsWith("words that anybody may read"))
			.noneMatch((each) -> each.toString().contains("5919") || each.toString().contains("2137"));
	}

	@Test
	void takesMilestonesPositionsAndOverrides() {
		Extract extract = read("milestone,,frailty-scale-jpuh,2025-03-31,,2026-06-30,,delayed by a system change,,,",
				"milestone,5a,frailty-scale-nnuh,31/03/2025,,,2025-02-01,live,,,",
				"position,6b,,2025-03-31,On Track,,,170 beds,,,",
				"override,6c,,,delayed,,,the figure is under review,2025-04-01,2025-04-30,plan-office")
			.extract();

		assertThat(extract.reports().milestones()).containsExactly(
				new MilestoneLine(PLAN, MilestoneId.of("frailty-scale-jpuh"), LocalDate.of(2025, 3, 31),
						LocalDate.of(2026, 6, 30), null, false, "delayed by a system change", Place.line(2)),
				new MilestoneLine(PLAN, MilestoneId.of("frailty-scale-nnuh"), LocalDate.of(2025, 3, 31), null,
						LocalDate.of(2025, 2, 1), false, "live", Place.line(3)));
		assertThat(extract.reports().positions()).containsExactly(new PositionLine(PLAN, ObjectiveCode.of("6b"),
				LocalDate.of(2025, 3, 31), Status.ON_TRACK, "170 beds", Place.line(4)));
		assertThat(extract.reports().overrides()).containsExactly(
				new OverrideLine(PLAN, ObjectiveCode.of("6c"), Status.DELAYED, "the figure is under review",
						"plan-office", LocalDate.of(2025, 4, 1), LocalDate.of(2025, 4, 30), Place.line(5)));
		assertThat(extract.feed().value()).isEqualTo("progress");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			textBlock = """
					comment,6b,,2025-03-30,,,,said,,,office     | 2 out_of_range as-of [2025-03-30] the last day of a month, such as 2025-03-31
					comment,6b,,2025-03-31,,,,,,,office         | 2 missing_value comment [] what the figures say
					comment,6b,,2025-03-31,,,,said,,,           | 2 missing_value author [] who wrote it
					goal,6b,,2025-03-31,On Track,,,,,,          | 2 out_of_range kind [goal] milestone, position, comment, override or revocation
					,6b,,2025-03-31,On Track,,,,,,              | 2 missing_value kind [] milestone, position, comment, override or revocation
					milestone,,frailty,2025-03-31,,,,,,,        | 2 unknown_milestone milestone [frailty] the id of a milestone of the plan
					milestone,6b,frailty-scale-nnuh,2025-03-31,,,,,,, | 2 unknown_objective objective [6b] the objective that the milestone belongs to
					milestone,,frailty-scale-nnuh,March,,,,,,,  | 2 not_a_date as-of [March] a date such as 2025-03-31
					milestone,,frailty-scale-nnuh,,,,,,,,       | 2 missing_value as-of [] a date such as 2025-03-31
					milestone,,frailty-scale-nnuh,2025-03-31,,,2025-04-01,,,, | 2 out_of_range achieved [2025-04-01] a day no later than as-of, 2025-03-31
					milestone,,frailty-scale-nnuh,2025-03-31,,9999-12-31,,,,, | 2 out_of_range forecast [9999-12-31] a day from 2006-06-01 to 2046-06-01
					milestone,,frailty-scale-nnuh,2025-03-31,,,0225-03-01,,,, | 2 out_of_range achieved [0225-03-01] a day from 2006-06-01 to 2046-06-01
					position,6b,,1025-03-31,On Track,,,,,,      | 2 out_of_range as-of [1025-03-31] a day from 2006-06-01 to 2046-06-01
					position,9z,,2025-03-31,On Track,,,,,,      | 2 unknown_objective objective [9z] the code of an objective of the plan
					position,6b,,2025-03-31,Green,,,,,,         | 2 unknown_status status [Green] Underperformance, Delayed, On Track, Completed or No Longer Applicable
					position,6b,,2027-03-31,On Track,,,,,,      | 2 period_in_future as-of [2027-03-31] a day no later than 2026-06-01
					override,6b,,,Delayed,,,because,2025-04-30,2025-04-01,me | 2 out_of_range until [2025-04-01] a day no earlier than from, 2025-04-30
					override,6b,,,Delayed,,,because,2025-04-01,2926-03-31,me | 2 out_of_range until [2926-03-31] a day no later than a year after from, 2026-04-01
					override,6b,,,Delayed,,,because,2027-06-02,2027-06-30,me | 2 out_of_range from [2027-06-02] a day no later than a year from now, 2027-06-01
					override,6b,,,Delayed,,,,2025-04-01,2025-04-30,me | 2 missing_value comment [] the reason in words
					override,6b,,,Delayed,,,because,2025-04-01,2025-04-30, | 2 missing_value author [] who set it
					override,6b,,,Delayed,,,because,2025-04-01,soon,me | 2 not_a_date until [soon] a date such as 2025-03-31
					""")
	void saysWhatIsWrongWithALine(String line, String reject) {
		Read read = read(line, "position,6b,,2025-01-31,On Track,,,,,,");

		assertThat(read.rejections()).containsExactly(reject);
		assertThat(read.extract().reports().positions()).hasSize(1);
	}

	@Test
	void saysEverythingThatIsWrongWithALine() {
		Read read = read("override,9z,,,Green,,,,soon,,", "position,6b,,2025-01-31,On Track,,,,,,");

		assertThat(read.rejects()).extracting((each) -> each.column())
			.containsExactly("objective", "status", "from", "until", "comment", "author");
		assertThat(read.extract().lines().rejected()).isEqualTo(1);
	}

	@Test
	void aCommentHasAtMostFourThousandCharacters() {
		Read read = read("milestone,,frailty-scale-nnuh,2025-03-31,,,," + "x".repeat(4001) + ",,,",
				"position,6b,,2025-03-31,On Track,,," + "x".repeat(4001) + ",,,",
				"comment,6b,,2025-03-31,,,," + "x".repeat(4001) + ",,,office",
				"position,6c,,2025-03-31,On Track,,," + "x".repeat(4000) + ",,,");

		assertThat(read.rejects()).extracting((each) -> each.column() + ": " + each.expected())
			.containsExactly("comment: at most 4,000 characters", "comment: at most 4,000 characters",
					"comment: at most 4,000 characters");
		assertThat(read.extract().reports().positions()).hasSize(1);
	}

	@Test
	void aReasonHasAtMostTwoThousandCharacters() {
		Read read = read("override,6b,,,Delayed,,," + "x".repeat(2001) + ",2025-04-01,2025-04-30,me",
				"override,6c,,,Delayed,,," + "x".repeat(2000) + ",2025-04-01,2025-04-30,me");

		assertThat(read.rejects()).extracting((each) -> each.column() + ": " + each.expected())
			.containsExactly("comment: at most 2,000 characters");
		assertThat(read.extract().reports().overrides()).hasSize(1);
	}

	@Test
	void overridesOfOneFileDoNotOverlap() {
		Read read = read("override,6b,,,Delayed,,,because,2025-04-01,2025-04-30,me",
				"override,6b,,,On Track,,,because,2025-04-30,2025-05-31,me",
				"override,6c,,,On Track,,,because,2025-04-30,2025-05-31,me");

		assertThat(read.rejections()).containsExactly("3 overlapping_override from [2025-04-30] days on which no other "
				+ "override of the objective holds; line 2 has 2025-04-01 to 2025-04-30");
		assertThat(read.extract().reports().overrides()).hasSize(2);
	}

	@Test
	void anOverrideThatTheFileRevokesMakesRoomForTheNext() {
		Read read = read("override,6b,,,Delayed,,,because,2025-04-01,2025-04-30,me",
				"revocation,6b,,,,,,it was signed,2025-04-10,,me",
				"override,6b,,,On Track,,,because,2025-04-10,2025-05-31,me", "revocation,6b,,,,,,,,,me");

		assertThat(read.rejections()).containsExactly("5 missing_value from [] a date such as 2025-03-31",
				"5 missing_value comment [] the reason in words");
		assertThat(read.extract().reports().overrides()).hasSize(3)
			.contains(new OverrideLine(PLAN, ObjectiveCode.of("6b"), null, "it was signed", "me",
					LocalDate.of(2025, 4, 10), LocalDate.of(2025, 4, 10), Place.line(3)));
	}

	@Test
	void oneReportForEachMilestoneAndDay() {
		Read read = read("milestone,,frailty-scale-nnuh,2025-03-31,,,,,,,",
				"milestone,,frailty-scale-nnuh,2025-03-31,,,,,,,");

		assertThat(read.rejections()).containsExactly(
				"3 duplicate_key milestone [frailty-scale-nnuh] one line for each milestone and day; line 2 is another one");
	}

}
