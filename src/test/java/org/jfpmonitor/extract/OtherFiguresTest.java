package org.jfpmonitor.extract;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.jfpmonitor.extract.Shipped.Read;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Files that hold something else than what came about in each period, or the same twice,
 * and say so somewhere: in a title, a heading, a word of a line, the wording of a period.
 */
class OtherFiguresTest {

	private static final String HEADER = "Month,Code,Name,Team,Referred,Seen";

	private static final String[] LINES = { "April 2025,RM1,NNUH,East,410,302", "April 2025,RM1,NNUH,West,1205,870",
			"April 2025,RGP,Paget,East,330,251" };

	private static final List<String> RIGHT = List.of("virtual-ward-beds RM1 April 2025 = 1,615",
			"virtual-ward-beds RGP April 2025 = 330");

	@TempDir
	private Path folder;

	@Test
	void aFileThatSaysNothingElseIsRead() throws IOException {
		assertThat(read(lines(HEADER, LINES)).figures()).containsExactlyInAnyOrderElementsOf(RIGHT);
	}

	@ParameterizedTest
	@ValueSource(strings = { "Year to date", "Cumulative since April", "Rolling 12 months to April 2025",
			"Team returns (figures in thousands)", "Units: 000s", "10% sample", "Last year", "Plan", "Forecast",
			"Numbers (000s)", "(thousands)", "12 month rolling total", "Rolling average", "Annual plan",
			"Operational plan 2025/26", "Return: trajectory", "Agreed trajectory 2025/26", "Demand forecast",
			"Full year forecast", "Values in £m", "£ thousands", "Variance to plan", "Values as fractions",
			"Dummy data", "Mock data", "Withdrawn", "Team returns - previous year", "Figures in hundreds" })
	void aTitleMaySayWhatTheFiguresAre(String title) throws IOException {
		assertThat(read(lines(title, lines(HEADER, LINES))).refusal().faults()).singleElement()
			.asString()
			.contains("found the title \"" + title + "\"")
			.endsWith(" in a file of its own. Where the lines below are such figures all the same, change that title;"
					+ " where what it says is meant, say so in the layout's title.");
	}

	@ParameterizedTest
	@ValueSource(strings = { "Community services return", "Operational planning return", "Returns of all teams",
			"Provisional", "Operational plan metrics 2025/26", "Joint Forward Plan 2024/25", "Diagnostic test data",
			"Trusts of the region that had a plan in place last winter and sent their figures by the end of May" })
	void mostTitlesSayNothing(String title) throws IOException {
		assertThat(read(lines(title, lines(HEADER, LINES))).figures()).containsExactlyInAnyOrderElementsOf(RIGHT);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			value = { "Plan | Expected figures of what came about",
					"Thousands | Expected figures of the periods that the lines name",
					"2023/24 | Expected above \"April 2025\" a period that it lies in, or nothing, found \"2023/24\"",
					"Last year | Expected figures of the periods that the lines name" })
	void soMayAHeadingAboveTheColumns(String heading, String fault) throws IOException {
		assertThat(read(lines(",,,," + heading + ",", lines(HEADER, LINES))).refusal().faults()).singleElement()
			.asString()
			.startsWith(fault);
	}

	@ParameterizedTest
	@ValueSource(strings = { "Period: March 2025", "Quarter 4 2024/25", "Reporting month March 2025", "March 2025",
			"Figures for March 2025", "Data for: Mar-25" })
	void aTitleMayNameAnotherPeriod(String title) throws IOException {
		assertThat(read(lines(title, lines(HEADER, LINES))).refusal().faults()).singleElement()
			.asString()
			.startsWith(
					"Expected above the header a period that the figures are for, or nothing, found \"" + title + "\"");
	}

	/** As workbooks of the NHS name what they hold. */
	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			Period:,March 2025           | found "Period: March 2025", while they are for April 2025
			Period covered:,March 2025   | found "Period covered: March 2025", while they are for April 2025
			Data for,February 2025       | found "Data for February 2025", while they are for April 2025
			Title:,Cumulative since April | found the title "Title: Cumulative since April"
			Basis:,Year to date          | found the title "Basis: Year to date"
			Units:,thousands             | found the title "Units: thousands"
			Status:,Withdrawn            | found the title "Status: Withdrawn"
			Data type:,Plan              | found the title "Data type: Plan"
			""")
	void soMayTheCellBesideALabel(String row, String fault) throws IOException {
		assertThat(read(lines(row + ",,,,", lines(HEADER, LINES))).refusal().faults()).singleElement()
			.asString()
			.contains(fault);
	}

	@ParameterizedTest
	@ValueSource(strings = { "Period:,April 2025", "Period:,2025/26", "Published:,June 2025", "Status:,Published",
			"Basis:,Provider", "Basis:,\"Monthly, not year to date\"", "Status:,On target",
			"Notes:,Year to date figures are in the next sheet", "Source:,Plan of the region", "May 2025 issue,",
			"June 2025," })
	void mostCellsBesideLabelsSayNothing(String row) throws IOException {
		assertThat(read(lines(row + ",,,,", lines(HEADER, LINES))).figures())
			.containsExactlyInAnyOrderElementsOf(RIGHT);
	}

	/** Columns that the layout does not read. */
	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			Year           | 2025/26 | 2025/26 | 2024/25
			FINANCIAL_YEAR | 2025-26 | 2025/26 | 2026/27
			Month name     | April   | APR     | March
			Month Name     | Apr-25  | April 2025 | Jan-25
			""")
	void aColumnThatContradictsThePeriodRejectsTheLine(String column, String first, String second, String third)
			throws IOException {
		Read read = read(
				lines(HEADER + "," + column, LINES[0] + "," + first, LINES[1] + "," + third, LINES[2] + "," + second));

		assertThat(read.rejections()).containsExactly(
				"3 not_a_period Month [April 2025] the period that column \"" + column + "\" says, \"" + third + "\"");
		assertThat(read.figures()).containsExactlyInAnyOrder("virtual-ward-beds RM1 April 2025 = MISSING",
				"virtual-ward-beds RGP April 2025 = 330");
	}

	@ParameterizedTest
	@ValueSource(strings = { ",,,,2025/26,", ",,,,Community,", "Month:,April 2025,,,Comparison:,April 2024" })
	void aHeadingThatFitsChangesNothing(String heading) throws IOException {
		assertThat(read(lines(heading, lines(HEADER, LINES))).figures()).containsExactlyInAnyOrderElementsOf(RIGHT);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = { "Last year,This year", "2024,2025", "Plan,Actual", "%,No." })
	void ofSeveralColumnsBelowOneHeadingNobodyKnowsWhichIsMeant(String below) throws IOException {
		String[] names = below.split(",", -1);
		Read read = read(lines("Month,Code,Name,Team,Referred,,Seen,,Note", lines(",,,," + below + "," + below + ",",
				"April 2025,RM1,NNUH,East,310,410,242,302,", "April 2025,RGP,Paget,East,230,330,191,251,")));

		assertThat(read.refusal().faults())
			.containsExactly("Expected one column below the heading \"Referred\", found \"" + names[0] + "\" and \""
					+ names[1] + "\". Keep the one that is meant, with one heading above it.");
	}

	@ParameterizedTest
	@ValueSource(strings = { "April 2025 plan", "April 2025 target", "Apr 2025 R12", "Change April 2025",
			"April 2025 (last year)", "not April 2025", "April 2025 (rolling 12 months)", "April-2025-12months",
			"April 2025 YTD", "to April 2025", "until April 2025", "April 2025 onwards", "from April 2025" })
	void aLineOfAnotherKindIsNotOfItsMonth(String month) throws IOException {
		Read read = read(lines(HEADER, lines(month + ",RM1,NNUH,East,500,400", LINES)));

		assertThat(read.rejections()).singleElement().asString().startsWith("2 not_a_period Month [" + month + "]");
		assertThat(read.figures()).containsExactlyInAnyOrder("virtual-ward-beds RM1 April 2025 = MISSING",
				RIGHT.get(1));
	}

	@ParameterizedTest
	@ValueSource(strings = { "Apr-25", "2025-04", "April 2025 revised", "2025-04-07" })
	void theSameMonthInOtherWordsIsNotAddedToIt(String month) throws IOException {
		Read read = read(lines(HEADER, lines(month + ",RM1,NNUH,East,500,400", LINES)));

		assertThat(read.figures()).containsExactlyInAnyOrder("virtual-ward-beds RM1 April 2025 = MISSING",
				RIGHT.get(1));
		assertThat(read.extract().warnings())
			.contains("No figure of virtual-ward-beds for RM1 in April 2025: expected their"
					+ " period written in one way, found \"" + month
					+ "\" and \"April 2025\". The same lines may stand there twice,"
					+ " or lines of something else. Keep the lines that are meant, write their period alike, and import the file"
					+ " again.");
	}

	@Test
	void weeksOfAMonthAddUpToIt() throws IOException {
		Read read = read(lines(HEADER, "2025-04-07,RM1,NNUH,East,100,1", "2025-04-14,RM1,NNUH,East,200,1",
				"2025-04-21,RM1,NNUH,East,300,1", "05/05/2025,RM1,NNUH,East,7,1", "28/05/2025,RM1,NNUH,East,7,1"));

		assertThat(read.figures()).containsExactlyInAnyOrder("virtual-ward-beds RM1 April 2025 = 600",
				"virtual-ward-beds RM1 May 2025 = 14");
	}

	@ParameterizedTest
	@ValueSource(strings = { "Plan", "Target", "Year to date", "Same month last year", "Average", "Peer median", "YTD",
			"Variance", "National target", "Target (national)", "Plan (revised)", "Target value", "Year-end forecast",
			"Forecast outturn", "12-month rolling", "Cumulative total", "Planned activity", "FYTD", "R12", "Plan v2",
			"Monthly average", "Variance from plan" })
	void aWordOfALineMaySayThatItIsOfOtherFigures(String team) throws IOException {
		Read read = read(lines(HEADER, lines("April 2025,RM1,NNUH," + team + ",500,400", LINES)));

		assertThat(read.rejections()).containsExactly("2 other_figures Team [" + team
				+ "] a line of what came about; leave"
				+ " out such lines by \"leave-out\" in the layout, or delete them; if the word is a name, say \"of-names: true\" of"
				+ " the column in the layout");
		assertThat(read.figures()).containsExactlyInAnyOrder("virtual-ward-beds RM1 April 2025 = MISSING",
				RIGHT.get(1));
	}

	@ParameterizedTest
	@ValueSource(strings = { "Planned", "Planned care", "Budget", "Difference", "Target practice", "Mean Street",
			"Actual", "Last" })
	void mostWordsOfLinesSayNothing(String team) throws IOException {
		Read read = read(lines(HEADER, lines("April 2025,RM1,NNUH," + team + ",500,400", LINES)));

		assertThat(read.rejections()).isEmpty();
		assertThat(read.figures()).contains("virtual-ward-beds RM1 April 2025 = 2,115");
	}

	@ParameterizedTest
	@ValueSource(strings = { "Plan", "Target", "000s", "YTD" })
	void aColumnBesideNamedFiguresMaySayWhatTheyAre(String word) {
		Read read = Shipped.read(this.folder, "figures.csv",
				"measure,organisation,period,value,numerator,denominator,type",
				"virtual-ward-beds,QMM,2025-04,500,,," + word, "virtual-ward-beds,QMM,2025-04,400,,,Actual");

		assertThat(read.figures()).containsExactly("virtual-ward-beds QMM April 2025 = 400");
		assertThat(read.rejections()).singleElement().asString().startsWith("2 other_figures type [" + word + "]");
	}

	@ParameterizedTest
	@CsvSource({ "Plan,false", "forecast,false", "YTD,false", "Planned work on the ward,true", "Average,true",
			"Target met,true" })
	void aRemarkMaySayThatTheFigureIsAPlan(String remark, boolean published) {
		Read read = Shipped.read(this.folder, "figures.csv",
				"measure,organisation,period,value,numerator,denominator,Comment",
				"virtual-ward-beds,QMM,2025-04,500,,," + remark, "virtual-ward-beds,QMM,2025-03,400,,,");

		assertThat(read.figures().contains("virtual-ward-beds QMM April 2025 = 500")).isEqualTo(published);
		assertThat(read.rejections().isEmpty()).isEqualTo(published);
	}

	@ParameterizedTest
	@ValueSource(strings = { "april 2025,rm1,nnuh,EAST,410,302", "April 2025,RM1 ,NNUH,East,410,302",
			"April 2025,RM1,NNUH, East,410,302" })
	void aLineThatDiffersInCapitalsOrSpacesIsTheSame(String again) throws IOException {
		Read read = read(lines(HEADER, lines(again, LINES)));

		assertThat(read.rejections()).singleElement().asString().startsWith("3 duplicate_key Month [April 2025]");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = { "1-3", "Q1-Q3", "Q1 to Q3", "up to Q3", "1 to 3" })
	void severalQuartersAreNotTheLastOfThem(String quarter) {
		Read read = Shipped.read(this.folder, "smok-time-del-eng-q3-2425.csv",
				"FinancialYear,Quarter,OrgCode,OrgName,Measure,Value",
				"2024-2025," + quarter + ",QMM,NORFOLK,Number of maternities,9000",
				"2024-2025," + quarter + ",QMM,NORFOLK,Women known to be smokers at time of delivery,900");

		assertThat(read.refusal().faults()).singleElement().asString().startsWith("Expected lines to use, found none:");
	}

	@ParameterizedTest
	@CsvSource({ "Q3,true", "Q3 (provisional),true", "Q3 2024/25,true", "2024/25 Q3,true", "Oct to Dec,true",
			"Q3 2023/24,false", "2023/24 Q3,false" })
	void aQuarterBesideItsYearMayNameItAgain(String quarter, boolean read) {
		Read found = Shipped.read(this.folder, "smok-time-del-eng-q3-2425.csv",
				"FinancialYear,Quarter,OrgCode,OrgName,Measure,Value",
				"2024-2025," + quarter + ",E54000022,N,Number of maternities,2000",
				"2024-2025," + quarter + ",E54000022,N,Women known to be smokers at time of delivery,200",
				"2024-2025," + quarter + ",E54000022,N,Women known to be non-smokers at time of delivery,1800",
				"2024-2025," + quarter + ",E54000022,N,Women whose smoking status was not known at time of delivery,0");

		if (read) {
			assertThat(found.figures()).contains("smoking-at-delivery QMM October to December 2024 = 10%");
		}
		else {
			assertThat(found.refusal().faults()).singleElement()
				.asString()
				.startsWith("Expected lines to use, found none:");
		}
	}

	/** Of a month that nobody changed in a template, or of a file with a wrong name. */
	@Test
	void theNameOfAFileIsHeldAgainstItsFigures() throws IOException {
		Path named = Files.copy(Path.of("src/test/resources/intake/samples/Monthly-AE-March-2025.csv"),
				this.folder.resolve("Monthly-AE-May-2025.csv"));

		assertThat(Shipped.read(named).extract().warnings()).contains(
				"Expected figures for May 2025, as the name of the file says, found those for March 2025. Check which of"
						+ " the two is right: Monthly-AE-May-2025.csv.");
	}

	@Test
	void theMonthInWhichAFileWasSentIsNoMonthOfItsFigures() throws IOException {
		Path named = Files.copy(Path.of("src/test/resources/intake/samples/Monthly-AE-March-2025.csv"),
				this.folder.resolve("AE-sent-May-2025.csv"));

		assertThat(Shipped.read(named).extract().warnings()).noneMatch((warning) -> warning.contains("May 2025"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "teams-published-12-May-2025.csv", "teams received 2025-05-12.csv" })
	void theDayOnWhichAFileWasPublishedIsNotItsPeriod(String name) throws IOException {
		String[] lines = Arrays.stream(lines(HEADER, LINES))
			.map((line) -> line.replaceFirst("[^,]*,", ""))
			.toArray(String[]::new);

		assertThat(read("period: {file-name: true, as: monthly}", name, lines).refusal().faults()).singleElement()
			.asString()
			.startsWith("Expected the period of the figures in the name of the file, found none in " + name);
	}

	@ParameterizedTest
	@ValueSource(strings = { "Published 8 May 2025", "Next publication June 2025", "Comparison with March 2024" })
	void ofDatesAboveAHeaderThatOfThePublicationIsNotThePeriod(String above) throws IOException {
		List<String> lines = new ArrayList<>(Files.readAllLines(
				Shipped.SAMPLES.resolve("cwt-crs-commissioner-march-2025-final-62-day-all-cancer-as-displayed.csv")));
		lines.add(1, above + ",".repeat(17));

		Read read = Shipped.read(Shipped.write(this.folder, "cancer.csv", lines.toArray(new String[0])));

		assertThat(read.figures()).isNotEmpty().allMatch((figure) -> figure.contains(" March 2025 = "));
	}

	@Test
	void ofTwoMonthsAboveAHeaderNobodyKnowsWhichIsMeant() throws IOException {
		Read read = read("period: {preamble: 'Period:', as: monthly}", "teams.csv",
				lines("Period:,March 2025,April 2025,,,", lines(HEADER, LINES)));

		assertThat(read.refusal().faults())
			.containsExactly("Expected one period above the header beside \"Period:\", found"
					+ " \"March 2025\" and \"April 2025\". Keep the one that the figures are for.");
	}

	@Test
	void aQuoteThatIsClosedLinesLaterTakesNoLineAway() throws IOException {
		Read read = read(lines(HEADER, "April 2025,RM1,\"NNUH,East,410,302", "April 2025,RM1,NNUH,West,1205,870",
				"April 2025,RGP,Paget\",East,330,251", "April 2025,RCX,Lynn,East,7,5"));

		assertThat(read.rejections()).isNotEmpty().allMatch((reject) -> reject.contains(" unreadable_line "));
		assertThat(read.figures()).noneMatch((figure) -> figure.contains("RM1 April 2025 = 410"))
			.noneMatch((figure) -> figure.contains("RM1 April 2025 = 251"));
	}

	@Test
	void aCommentOfSeveralLinesIsOne() throws IOException {
		Read read = read(lines(HEADER,
				"April 2025,RM1,\"NNUH, Norwich, which has\nthree, four, five, six, seven sites\",East,410,302"));

		assertThat(read.figures()).containsExactly("virtual-ward-beds RM1 April 2025 = 410");
	}

	@Test
	void aCountWithAPartIsNamed() throws IOException {
		Read read = read(lines(HEADER, "April 2025,RM1,NNUH,West,100.0,0", "April 2025,RM1,NNUH,East,8.3,0",
				"April 2025,RGP,Paget,East,16.75,0"));

		assertThat(read.extract().warnings())
			.contains("Line 3, column \"Referred\": expected a count, found 8.3, which has a"
					+ " part. If it is a share, or counts thousands, the figures are wrong; if such numbers have parts, say"
					+ " \"decimals: true\" of the column in the layout.");
	}

	@Test
	void aLineWithADashInPlaceOfACodeIsNotLeftOutUnsaid() throws IOException {
		Read read = read(lines(HEADER, "April 2025,RM1,NNUH,East,410,302", "April 2025,-,Independent,West,1205,870"));

		assertThat(read.figures()).containsExactly("virtual-ward-beds RM1 April 2025 = 410");
		assertThat(read.extract().warnings())
			.contains("1 line was left out because organisations.yaml does not have \"-\". If"
					+ " they are meant, add them (docs/adding-an-organisation.md).");
	}

	@ParameterizedTest
	@ValueSource(strings = { "(000s),(000s)", "Plan,Plan", "YTD,YTD", "Last year,Last year", "Average,Average" })
	void aRowBelowTheHeaderMaySayWhatTheFiguresAre(String below) throws IOException {
		assertThat(read(lines(HEADER, lines(",,,," + below, LINES))).refusal().faults()).containsExactly(
				"Expected figures of what came about below the heading \"Referred\", found \"" + below.split(",", -1)[0]
						+ "\". Send such figures, or delete that row where the figures are what the heading says.");
	}

	@ParameterizedTest
	@ValueSource(strings = { "number,number", "patients,patients", "(a),(b)", "actual,actual" })
	void mostRowsBelowTheHeaderSayNothing(String below) throws IOException {
		assertThat(read(lines(HEADER, lines(",,,," + below, LINES))).figures())
			.containsExactlyInAnyOrderElementsOf(RIGHT);
	}

	/** The lines that go by their totals lack those of a group that has none. */
	@Test
	void aGroupWithoutItsTotalRefusesTheFile() throws IOException {
		List<String> lines = new ArrayList<>(
				Files.readAllLines(Shipped.SAMPLES.resolve("dm01-provider-by-test-march-2025-cut.csv")));
		assertThat(lines.removeIf((line) -> line.contains(",RGP,") && line.contains(",16,"))).isTrue();

		assertThat(Shipped.read(Shipped.write(this.folder, "dm01-by-test-March-2025.csv", lines.toArray(new String[0])))
			.refusal()
			.faults()).singleElement()
			.asString()
			.endsWith(
					": expected a total beside the lines of its group, as others have, found none. Get the file again; lines"
							+ " may be missing, or spelt otherwise.");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			value = { "62-day | Urgent Suspected Cancer | Screening | STAGE/ROUTE",
					"28-day | NATIONAL SCREENING PROGRAMME | URGENT | STAGE/ROUTE",
					"31-day | Surgery | ALL MODALITIES | TREATMENT MODALITY" })
	void linesPickedByAWordRefuseTheFile(String standard, String kept, String lacked, String column)
			throws IOException {
		List<String> lines = new ArrayList<>(
				Files.readAllLines(Shipped.SAMPLES.resolve("cwt-crs-provider-extract-oct-2024-to-mar-2025-cut.csv")));
		lines.removeIf((line) -> line.contains("," + standard) && !line.contains("," + kept + ","));

		assertThat(Shipped.read(Shipped.write(this.folder, "cwt-provider-final.csv", lines.toArray(new String[0])))
			.refusal()
			.faults()).singleElement()
			.asString()
			.startsWith("Column \"" + column + "\": expected lines for each of ")
			.contains(", found none for ")
			.contains(lacked);
	}

	/** One trust may have no patients of some routes. */
	@Test
	void theLinesOfOneTrustMayLackAWord() throws IOException {
		List<String> lines = new ArrayList<>(
				Files.readAllLines(Shipped.SAMPLES.resolve("cwt-crs-provider-extract-oct-2024-to-mar-2025-cut.csv")));
		lines.removeIf((line) -> line.contains(",RM1,") || line.contains(",RCX,")
				|| line.contains(",NATIONAL SCREENING PROGRAMME,"));

		Read read = Shipped.read(Shipped.write(this.folder, "cwt-provider-final.csv", lines.toArray(new String[0])));

		assertThat(read.figures()).anyMatch((figure) -> figure.startsWith("cancer-28-day-faster-diagnosis RGP "));
		assertThat(read.extract().warnings())
			.anyMatch((warning) -> warning.startsWith("Column \"STAGE/ROUTE\": expected lines for"
					+ " each of \"URGENT SUSPECTED CANCER\", \"BREAST SYMPTOMATIC, CANCER NOT SUSPECTED\", \"NATIONAL SCREENING"
					+ " PROGRAMME\", found none for \"NATIONAL SCREENING PROGRAMME\"."));
	}

	/** Attendances have such columns since August 2020. */
	@Test
	void columnsThatFilesHaveSinceAMonthAreMissedLater() throws IOException {
		List<String> lines = Files.readAllLines(Path.of("src/test/resources/intake/samples/Monthly-AE-March-2025.csv"));
		List<String> without = new ArrayList<>();
		for (String line : lines) {
			String[] fields = line.split(",(?=(?:[^\"]*\"[^\"]*\")*[^\"]*$)", -1);
			List<String> kept = new ArrayList<>();
			for (int i = 0; i < fields.length; i++) {
				if (i < 7 || (i > 9 && i < 13) || i > 15) {
					kept.add(fields[i]);
				}
			}
			without.add(String.join(",", kept));
		}

		Read read = Shipped
			.read(Shipped.write(this.folder, "Monthly-AE-March-2025.csv", without.toArray(new String[0])));

		assertThat(read.figures()).contains("ae-attendances RM1 March 2025 = MISSING")
			.anyMatch((figure) -> figure.startsWith("emergency-admissions RM1 March 2025 = ")
					&& !figure.endsWith("MISSING"));
		assertThat(read.extract().warnings())
			.anyMatch((warning) -> warning.endsWith(": the file has no column \"A&E attendances"
					+ " Booked Appointments Type 1\", which files have since August 2020. Get the file again; if the column is called"
					+ " otherwise now, add that to the layout."));
	}

	/** A board's own file: three trusts, each of the board alone. */
	@ParameterizedTest
	@CsvSource({ "'', 0", "', belongs-to-one: true', 3" })
	void whereEachBelongsToOneSumLinesOfOneAreNotPicked(String belongs, int figures) throws IOException {
		Read read = readWith("""
				layout: teams
				title: Teams
				feed: virtual-wards
				columns: {month: Month, provider: Code, team: Team, board: Name, referred: Referred}
				period: {column: month, as: monthly}
				levels:
				  - {scope: provider, organisation: provider, kinds: [trust]}
				  - {scope: icb, organisation: board, kinds: [icb], sum-over: provider, at-least: 5BELONGS}
				figures:
				  - {measure: virtual-ward-beds, value: {sum: referred}}
				""".replace("BELONGS", belongs), "teams.csv", HEADER, "April 2025,RM1,QMM,East,410,302",
				"April 2025,RGP,QMM,East,330,251", "April 2025,RCX,QMM,East,200,100");

		assertThat(read.figures()).filteredOn((figure) -> !figure.contains(" QMM ")).hasSize(figures);
	}

	/**
	 * Sums of a quarter from its months; one alone may be what the quarter is named by.
	 */
	@ParameterizedTest
	@CsvSource({ "'April 2025', missing", "'April 2025,May 2025', missing", "'April 2025,May 2025,June 2025', 60",
			"'June 2025', 20", "'01/04/2025,01/05/2025', missing", "'01/04/2025,01/05/2025,01/06/2025', 60",
			"'01/04/2025', 20", "'30/06/2025', 20", "'Q1 2025/26', 20" })
	void aQuarterOfSomeMonthsIsWithheld(String months, String figure) throws IOException {
		Read read = readWith("""
				layout: teams
				title: Teams
				feed: dental
				columns: {month: Month, provider: Code, team: Team, referred: Referred}
				period: {column: month, as: quarterly}
				levels:
				  - {scope: icb, organisation: provider, kinds: [icb]}
				figures:
				  - {measure: dental-courses-of-treatment, value: {sum: referred}}
				""", "teams.csv",
				lines(HEADER,
						Arrays.stream(months.split(",", -1))
							.map((month) -> month + ",QMM,NNUH,East,20,1")
							.toArray(String[]::new)));

		assertThat(read.figures()).containsExactly("dental-courses-of-treatment QMM April to June 2025 = "
				+ (figure.equals("missing") ? "MISSING" : figure));
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			value = { ",,,,This month,,Year to date, | 410", ",,,,,This month,,Year to date | refused" })
	void headingsOverTheMiddleOfTheirColumnsSayNothing(String headings, String figure) throws IOException {
		Read read = readWith("""
				layout: teams
				title: Teams
				feed: virtual-wards
				columns:
				  month: Month
				  provider: Code
				  referred: {is: Referred, under: This month}
				period: {column: month, as: monthly}
				levels:
				  - {scope: provider, organisation: provider, kinds: [trust]}
				figures:
				  - {measure: virtual-ward-beds, value: {sum: referred}}
				""", "teams.csv", headings, "Month,Code,Name,Team,Referred,Seen,Referred,Seen",
				"April 2025,RM1,NNUH,East,410,302,1410,1302");

		if (figure.equals("refused")) {
			assertThat(read.refusal().faults()).singleElement()
				.asString()
				.contains("a header without \"Referred\" under \"This month\"");
		}
		else {
			assertThat(read.figures()).containsExactly("virtual-ward-beds RM1 April 2025 = " + figure);
		}
	}

	@Test
	void aFileOfOtherLengthsIsToldSo() {
		Read read = Shipped.read(this.folder, "talking-therapies-activity-2024-25.csv",
				"REPORTING_PERIOD_START,REPORTING_PERIOD_END,GROUP_TYPE,ORG_CODE1,ORG_NAME1,ORG_CODE2,ORG_NAME2,MEASURE_ID,"
						+ "MEASURE_NAME,MEASURE_VALUE_SUPPRESSED",
				"2024-04-01,2025-03-31,England,all,all SubICBs,all,all Providers,M001,Count_ReferralsReceived,147047");

		assertThat(read.refusal().faults())
			.containsExactly("Expected lines about organisations and measures of the plan, found"
					+ " none among 1: its lines are for longer or shorter periods than the layout takes. Send the file that has"
					+ " those.");
	}

	@ParameterizedTest
	@ValueSource(strings = { "2025/26", "Q1 2025/26", "Total" })
	void aLineOfAYearTakesNothingFromItsMonths(String period) throws IOException {
		Read read = read(lines(HEADER, lines(period + ",RM1,NNUH,East,500,400", LINES)));

		assertThat(read.rejections()).singleElement().asString().contains("Month [" + period + "]");
		assertThat(read.figures()).containsExactlyInAnyOrderElementsOf(RIGHT);
	}

	@Test
	void aDayThatIsNoMonthTakesItsMonthAway() throws IOException {
		Read read = read("period: {column: month}", "teams.csv",
				lines(HEADER, lines("2025-04-07,RM1,NNUH,East,500,400", LINES)));

		assertThat(read.figures()).containsExactlyInAnyOrder("virtual-ward-beds RM1 April 2025 = MISSING",
				RIGHT.get(1));
	}

	@ParameterizedTest
	@ValueSource(
			strings = { "RM1*", "RM1 *", "RM1\u2020", "RM1\u00b9", "rm1**", "RM1 (1)", "RM1[note 2]", "RM1 (Note 12)" })
	void aCodeMayHaveTheSignOfANote(String code) throws IOException {
		Read read = read(lines(HEADER, "April 2025," + code + ",NNUH,East,410,302", LINES[1], LINES[2]));

		assertThat(read.figures()).containsExactlyInAnyOrderElementsOf(RIGHT);
	}

	/** The tenth month of a financial year is January to some, and October to others. */
	@ParameterizedTest
	@CsvSource({ "January, 2025", "Jan-25, 2025", "10, ", "Jan-24, " })
	void besideAFinancialYearAMonthIsNamed(String month, @Nullable String year) throws IOException {
		Read read = read("period: {year: team, month: month}", "teams.csv",
				lines(HEADER, "March,RGP,Paget,2024/25,330,251", month + ",RM1,NNUH,2024/25,410,302"));

		assertThat(read.figures()).contains((year != null) ? "virtual-ward-beds RM1 January " + year + " = 410"
				: "virtual-ward-beds RGP March 2025 = 330");
		assertThat(read.rejections()).isEqualTo((year != null) ? List.of() : List.of("3 not_a_period Team [2024/25 "
				+ month
				+ "] a year such as 2025 or 2024/25, and a month, which beside a financial year is named, such as January"));
	}

	@Test
	void ofCommasOneKindAloneIsRead() throws IOException {
		Read read = read(lines(HEADER.replace(',', ';'), "April 2025;RM1;NNUH;East;1,234;302",
				"April 2025;RGP;Paget;East;71,3;251"));

		assertThat(read.refusal().faults()).containsExactly(
				"Expected commas between thousands alone, found 71,3 beside 1,234. Save the file with decimal"
						+ " points, and without separators of thousands.");
	}

	/** As in a continental sheet: no number of thousands begins with a nought. */
	@ParameterizedTest
	@ValueSource(strings = { "0,729", "-0,055", "00,729" })
	void behindANoughtACommaIsADecimalOne(String number) {
		Read read = Shipped.read(this.folder, "figures.csv", "measure;organisation;period;value;numerator;denominator",
				"diagnostics-within-6-weeks;QMM;2025-04;" + number + ";;",
				"diagnostics-within-6-weeks;QMM;2025-03;71.3;;");

		assertThat(read.figures()).containsExactly("diagnostics-within-6-weeks QMM March 2025 = 71.3%");
		assertThat(read.rejections()).singleElement().asString().startsWith("2 not_a_number value [" + number + "]");
	}

	@ParameterizedTest
	@ValueSource(strings = { "w/e 27 April 2025", "1 April 2025 to 15 April 2025", "April 2025 wk 2" })
	void aPartOfAMonthIsNotTheMonth(String period) throws IOException {
		Read read = read(lines(HEADER, period + ",RM1,NNUH,East,410,302", LINES[1], LINES[2]));

		assertThat(read.figures()).noneMatch((figure) -> figure.contains("RM1 April 2025 = 410"));
		assertThat(read.rejections()).singleElement().asString().contains("[" + period + "]");
		assertThat(Shipped
			.read(this.folder, "figures.csv", "measure,organisation,period,value,numerator,denominator",
					"virtual-ward-beds,QMM," + period + ",410,,", "virtual-ward-beds,QMM,2025-03,400,,")
			.figures()).containsExactly("virtual-ward-beds QMM March 2025 = 400");
	}

	@ParameterizedTest
	@CsvSource({ "to April", "May FYTD", "Apr (wk 2)" })
	void aMonthBesideItsYearSaysNoMore(String month) throws IOException {
		Read read = read("period: {year: team, month: month}", "teams.csv",
				lines(HEADER, month + ",RM1,NNUH,2024/25,410,302", "March,RGP,Paget,2024/25,330,251"));

		assertThat(read.figures()).containsExactly("virtual-ward-beds RGP March 2025 = 330");
	}

	@ParameterizedTest
	@ValueSource(strings = { "Teams FYTD Apr 2025.csv", "teams_Q4_April-2025.csv", "teams-week-ending-27-Apr-2025.csv",
			"Teams to April 2025.csv" })
	void theNameOfAFileMayBeAboutAnotherTimeThanAMonth(String name) throws IOException {
		assertThat(read("period: {file-name: true, as: monthly}", name, lines(HEADER, LINES)).refusal().faults())
			.singleElement()
			.asString()
			.contains(name)
			.containsAnyOf("another time than a month", "found none");
		assertThat(read("period: {column: month, as: monthly}", name, lines(HEADER, LINES)).extract()
			.warnings()
			.toString())
			.isEqualTo("[Expected figures of April 2025, found that the name of the file is" + " about another time: "
					+ name + ". Check that they are those of the month.]");
	}

	private static String[] lines(String first, String... others) {
		List<String> lines = new ArrayList<>(List.of(first));
		lines.addAll(List.of(others));
		return lines.toArray(new String[0]);
	}

	private Read read(String... lines) throws IOException {
		return read("period: {column: month, as: monthly}", "teams.csv", lines);
	}

	private Read read(String period, String name, String... lines) throws IOException {
		return readWith("""
				layout: teams
				title: Teams
				feed: virtual-wards
				columns:
				  month: {is: Month, when-absent: no-figure}
				  provider: Code
				  team: Team
				  referred: Referred
				  seen: Seen
				PERIOD
				levels:
				  - {scope: provider, organisation: provider, kinds: [trust]}
				figures:
				  - {measure: virtual-ward-beds, value: {sum: referred}}
				checks:
				  - {unique: [month, provider, team], then: refuse}
				""".replace("PERIOD", period), name, lines);
	}

	private Read readWith(String layout, String name, String... lines) throws IOException {
		Path layouts = Files.createDirectories(this.folder.resolve("layouts"));
		Files.writeString(layouts.resolve("teams.yaml"), layout);
		return Read.by(Shipped.layouts(layouts, Shipped.PLAN), Shipped.PLAN, Shipped.write(this.folder, name, lines),
				Shipped.TODAY);
	}

}
