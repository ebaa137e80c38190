package org.jfpmonitor.extract;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jfpmonitor.extract.Shipped.Read;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** A table below another one, whose lines would be read as if they were of the first. */
class SecondTableTest {

	/**
	 * The months of the rows, the file, columns and headings; lines are parted by a
	 * slash.
	 */
	private static final Map<String, String> LAYOUTS = Map.of("rows", """
			layout: wards
			title: Beds and occupied beds
			feed: virtual-wards
			columns: {code: Code, month: Month, beds: Beds, occupied: Occupied}
			period: {column: month}
			levels: [{scope: ward, organisation: code}]
			figures:
			  - {measure: virtual-ward-beds, value: {sum: beds}}
			  - {measure: virtual-ward-occupancy, numerator: {sum: occupied}, denominator: {sum: beds}}
			""", "file", """
			layout: wards
			title: Beds and occupied beds of a month
			feed: virtual-wards
			columns: {code: Code, beds: Beds, occupied: Occupied}
			period: {preamble: "Month:"}
			levels: [{scope: ward, organisation: code}]
			figures:
			  - {measure: virtual-ward-beds, value: {sum: beds}}
			  - {measure: virtual-ward-occupancy, numerator: {sum: occupied}, denominator: {sum: beds}}
			""", "above", """
			layout: wards
			title: Months over measures
			feed: virtual-wards
			columns: {code: Code, beds: Beds, occupied: Occupied}
			period: {above: true}
			levels: [{scope: ward, organisation: code}]
			figures:
			  - {measure: virtual-ward-beds, value: {sum: beds}}
			  - {measure: virtual-ward-occupancy, numerator: {sum: occupied}, denominator: {sum: beds}}
			""", "columns", """
			layout: wards
			title: Months beside each other
			feed: virtual-wards
			reads: named-figures
			columns: {measure: Indicator, organisation: Code}
			period: {headers: true, as: monthly}
			named: {measure: measure, organisation: organisation}
			""", "organisations", """
			layout: wards
			title: Organisations over months
			feed: virtual-wards
			reads: named-figures
			columns: {measure: Indicator}
			period: {headers: true, as: monthly}
			named: {measure: measure, organisation-above: true}
			""", "lines", """
			layout: wards
			title: Lines that name their measure
			feed: virtual-wards
			reads: named-figures
			columns: {measure: Indicator, organisation: Code, month: Month, value: Value}
			period: {column: month}
			named: {measure: measure, organisation: organisation, value: value}
			""", "persons", """
			layout: wards
			title: A line a person
			feed: virtual-wards
			record-level: true
			small-numbers: none
			columns: {code: Code, type: Type, outcome: Outcome}
			period: {preamble: "Month:"}
			levels: [{scope: ward, organisation: code}]
			figures:
			  - {measure: virtual-ward-beds, value: {count: rows}}
			""", "groups", """
			layout: wards
			title: Beds and occupied beds in groups
			feed: virtual-wards
			columns:
			  code: Code
			  month: Month
			  beds: {is: General, under: Available}
			  occupied: {is: General, under: Taken}
			period: {column: month}
			levels: [{scope: ward, organisation: code}]
			figures:
			  - {measure: virtual-ward-beds, value: {sum: beds}}
			  - {measure: virtual-ward-occupancy, numerator: {sum: occupied}, denominator: {sum: beds}}
			""");

	private static final Map<String, String> FIRST = Map.of("persons",
			"Month:,October 2024, / Code,Type,Outcome / QMM,Planned,Seen", "lines",
			"Indicator,Code,Month,Value / virtual-ward-beds,QMM,Oct 2024,10", "groups",
			",,Available,,Taken, / Code,Month,General,Other,General,Other / QMM,Oct 2024,10,1,8,1", "rows",
			"Code,Month,Beds,Occupied / QMM,Oct 2024,10,8", "file",
			"Month:,October 2024, / Code,Beds,Occupied / QMM,10,8", "above",
			",Oct 2024,,Nov 2024, / Code,Beds,Occupied,Beds,Occupied / QMM,10,8,20,18", "columns",
			"Indicator,Code,Oct 2024,Nov 2024 / virtual-ward-beds,QMM,10,20", "years",
			",,2023/24,2024/25 / Indicator,Code,Mar,Apr / virtual-ward-beds,QMM,10,20", "organisations",
			",QMM,,RM1, / Indicator,Oct 2024,Nov 2024,Oct 2024,Nov 2024 / virtual-ward-beds,10,20,30,40");

	@TempDir
	private Path folder;

	@ParameterizedTest
	@ValueSource(strings = { "Code,Month,Occupied,Beds", "Month,Code,Beds,Occupied", "Org,Code,Month,Beds",
			",Code,Month,Beds" })
	void withItsColumnsInOtherPlacesIsRefused(String header) throws IOException {
		assertThat(
				read("rows", "Code,Month,Beds,Occupied / QMM,Oct 2024,10,8 / ,,, / " + header + " / QMM,Nov 2024,20,18")
					.refusal())
			.hasMessageContaining(
					"Line 4: expected lines of the table that begins above, found the header of another, with ")
			.hasMessageEndingWith(
					" in another place. Send what stands below it in a file or sheet of its own, or delete"
							+ " the row if it changes nothing.");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			textBlock = """
					rows          | Code,Month,Admitted,Discharged / QMM,Oct 2024,11,9            | the header of another, with "Admitted"
					rows          | Code,Month,Planned beds,Planned occupied / QMM,Oct 2024,11,9  | the header of another, with "Planned beds"
					rows          | Code,Month,Beds,Referred / QMM,Oct 2024,11,9                  | the header of another, with "Referred"
					rows          | Trust,Period,Admitted,Discharged / RM1,Oct 2024,11,9          | the header of another, with "Admitted"
					rows          | Plan,,, / QMM,Oct 2024,11,9                                   | "Plan"
					rows          | PLAN,,, / QMM,Oct 2024,11,9                                   | "PLAN"
					rows          | ,Plan 2025/26,, / Code,Month,Beds,Occupied / RM1,Nov 2024,1,1 | "Plan 2025/26"
					file          | November 2024,, / QMM,11,9                                    | "November 2024"
					file          | Open and closed in November 2024,, / RM1,11,9                 | "Open and closed in November 2024"
					file          | Period:,November 2024, / Code,Beds,Occupied / QMM,11,9        | "November 2024"
					file          | Plan for October 2024,, / QMM,11,9                            | "Plan for October 2024"
					file          | Code,Referrals,Discharges / RM1,11,9                          | the header of another, with "Referrals"
					file          | Code,2024,2025 / RM1,11,9                                     | "2024"
					above         | ,Oct 2024,,Nov 2024, / Code,Staff,Absent,Staff,Absent / RM1,1,2,3,4 | the header of another, with "Staff"
					above         | Plan,,,, / RM1,1,2,3,4                                        | "Plan"
					above         | 2023,,,, / RM1,1,2,3,4                                        | "2023"
					columns       | ,,01/2025,02/2025 / virtual-ward-beds,RM1,1,2                 | "01/2025"
					columns       | ,,January,February / virtual-ward-beds,RM1,1,2                | "January"
					columns       | 2023/24,,, / virtual-ward-beds,RM1,1,2                        | "2023/24"
					columns       | ,,Plan,Plan / virtual-ward-beds,RM1,1,2                       | "Plan"
					columns       | ,,Target,Owner / virtual-ward-beds,RM1,1,2                    | "Target"
					columns       | Indicator,Code,Open,Closed / virtual-ward-beds,RM1,1,2        | the header of another, with "Open"
					columns       | Indicator,Code,Dec 2024,Jan 2025 / virtual-ward-beds,QMM,1,2  | "Dec 2024"
					years         | ,,2022,2023 / virtual-ward-beds,RM1,1,2                       | "2022"
					years         | 2023,,, / virtual-ward-beds,RM1,1,2                           | "2023"
					lines         | Indicator,Code,Month,Target / virtual-ward-beds,RM1,Oct 2024,5 | "Target"
					lines         | Plan,,, / Indicator,Code,Month,Value / virtual-ward-beds,RM1,Oct 2024,5 | "Plan"
					groups        | ,,Taken,,Available, / Code,Month,General,Other,General,Other / RM1,Oct 2024,8,1,10,1 | the header of another, with "Taken"
					organisations | ,RGP,,RM1, / virtual-ward-occupancy,1,2,3,4                   | "RGP"
					organisations | Plan,,,, / virtual-ward-occupancy,1,2,3,4                     | "Plan"
					rows | Table 2: Plan,,, / QMM,Oct 2024,11,9 | "Table 2: Plan"
					rows | Beds planned,,, / QMM,Oct 2024,11,9 | "Beds planned"
					rows | Last year,,, / QMM,Oct 2024,11,9 | "Last year"
					rows | YTD,,, / Code,Month,Beds,Occupied / QMM,Oct 2024,11,9 | "YTD"
					rows | Code,Month,0-17,18+ / RM1,Oct 2024,11,9 | the header of another, with "0-17"
					file | 30/04/2025,, / RM1,11,9 | "30/04/2025"
					file | Date: 30/04/2025,, / RM1,11,9 | "Date: 30/04/2025"
					file | 202504,, / RM1,11,9 | "202504"
					file | 45777,, / RM1,11,9 | "45777"
					file | Quarter 1,, / RM1,11,9 | "Quarter 1"
					file | FY2025/26,, / RM1,11,9 | "FY2025/26"
					above | ,202501,,202502, / RM1,1,2,3,4 | "202501"
					columns | ,,45658,45689 / virtual-ward-beds,RM1,1,2 | "45658"
					columns | Table 2: plan,,, / virtual-ward-beds,RM1,1,2 | "Table 2: plan"
					organisations | RGP,,,, / virtual-ward-occupancy,1,2,3,4 | "RGP"
					organisations | Trust:,RGP,,, / virtual-ward-occupancy,1,2,3,4 | "RGP"
					rows | 12 months to date,,, / RM1,Oct 2024,11,9 | "12 months to date"
					rows | Quarter to date,,, / RM1,Oct 2024,11,9 | "Quarter to date"
					rows | Rolling 12 months,,, / RM1,Oct 2024,11,9 | "Rolling 12 months"
					rows | Change since last month,,, / RM1,Oct 2024,11,9 | "Change since last month"
					file | Variance,, / RM1,11,9 | "Variance"
					file | Of which frailty,, / RM1,11,9 | "Of which frailty"
					persons | Code,Type,Due date / RM1,Planned,Seen | the header of another, with "Due date"
					""")
	void ofOtherColumnsOrPeriodsIsRefused(String layout, String below, String found) throws IOException {
		for (String between : Stream.of("", " / ,,,,").toList()) {
			assertThat(read(layout, FIRST.get(layout) + between + " / " + below).refusal()).as(between)
				.hasMessageContaining(": expected lines of the table that begins above, found " + found + ". Send");
		}
	}

	/** Page breaks, units, groups, notes, and lines of measures that nobody asks for. */
	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			rows          | Beds,,, / Code,Month,Beds,Occupied / RM1,Oct 2024,2,1
			groups        | ,,Available,,Taken, / Code,Month,General,Other,General,Other / RM1,Oct 2024,10,1,8,1
			lines         | An indicator of others,RM1,Oct 2024,n/a / virtual-ward-beds,RM1,Oct 2024,5
			rows          | Acute trusts,,, / RM1,Oct 2024,2,1 / Note: the plan is in another file,,,
			rows          | ZZZ,Oct 2024,n/a,n/a / RM1,Oct 2024,2,1
			rows          | RM1,Oct 2024,2,1 / ,,, / Code,Month,Planned,Target / ,,see,page 2
			rows          | Note: beds planned for closure are not counted,,, / RM1,Oct 2024,2,1
			rows          | * The target is 92%,,, / RM1,Oct 2024,2,1
			rows          | (see note 2 on forecasts),,, / RM1,Oct 2024,2,1
			rows          | Planned care,,, / RM1,Oct 2024,2,1
			rows          | Records up to date,,, / RM1,Oct 2024,2,1
			rows          | RM1,Oct 2024,2,1 / Source: return
			file          | ,, / Code,Beds,Occupied / RM1,2,1
			file          | Printed 10 November 2024,, / Code,Beds,Occupied / RM1,2,1
			file          | Month:,October 2024, / Code,Beds,Occupied / RM1,2,1
			above         | ,,,, / Code,Beds,Occupied,Beds,Occupied / RM1,2,1,2,1
			above         | ,Oct 2024,,Nov 2024, / Code,Beds,Occupied,Beds,Occupied / RM1,2,1,2,1
			columns       | Indicator,Code,Oct 2024,Nov 2024 / virtual-ward-beds,RM1,2,2
			columns       | Planned care,,, / virtual-ward-beds,RM1,2,2
			columns       | Patients who may wait,,, / virtual-ward-beds,RM1,2,2
			columns       | The board has signed off,,Yes,Yes / virtual-ward-beds,RM1,2,2
			years         | Indicator,Code,Mar,Apr / virtual-ward-beds,RM1,2,2
			years         | ,,2023/24,2024/25 / Indicator,Code,Mar,Apr / virtual-ward-beds,RM1,2,2
			rows | ,,Number,Number / RM1,Oct 2024,2,1
			rows | ,,(n),(%) / RM1,Oct 2024,2,1
			rows | (a),(b),(c),(d) / RM1,Oct 2024,2,1
			above | ,October 2024,,November 2024, / Code,Beds,Occupied,Beds,Occupied / RM1,2,1,2,1
			columns | Next review,,June 2025,July 2025 / virtual-ward-beds,RM1,2,2
			columns | virtual-ward-beds,,Due June 2025, / virtual-ward-beds,RM1,2,2
			lines | virtual-ward-beds,,,Forecast / virtual-ward-beds,RM1,Oct 2024,5
			persons | ,Planned,Seen / RM1,Planned,Seen
			persons | Unknown,Planned,12 April 2025 / RM1,Planned,Seen
			persons | ,,April 2025 / RM1,Planned,Seen
			organisations | ,QMM,,RM1, / Indicator,Oct 2024,Nov 2024,Oct 2024,Nov 2024 / virtual-ward-occupancy,1,2,3,4
			organisations | Indicator,Oct 2024,Nov 2024,Oct 2024,Nov 2024 / virtual-ward-occupancy,1,2,3,4
			""")
	void whatGoesOnIsRead(String layout, String below) throws IOException {
		Read whole = read(layout, FIRST.get(layout) + " / " + below);

		assertThat(whole.refusal()).isNull();
		assertThat(whole.figures()).hasSizeGreaterThan(read(layout, FIRST.get(layout)).figures().size())
			.containsAll(read(layout, FIRST.get(layout)).figures());
	}

	/** Whatever the title says, or where there is none. */
	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			rows   | Ambition,,, / QMM,Oct 2024,11,9
			rows   | ,,(beds), / QMM,Oct 2024,11,9
			rows   | ,,Mental health,Mental health / QMM,Oct 2024,11,9
			rows   | Code,Month,Beds,Occupied / QMM,Oct 2024,11,9
			rows   | Table 2,,, / Code,Month,Beds,Occupied / RM1,Oct 2024,2,1 / QMM,Oct 2024,11,9
			rows   | ,,, / QMM,Oct 2024,11,9
			rows   | Code,Month,%,% / QMM,Oct 2024,11,9
			file   | Winter surge,, / QMM,11,9
			above  | Scenario,,,, / QMM,1,2,3,4
			groups | Best case,,,,, / QMM,Oct 2024,10,1,8,1
			""")
	void linesThatComeAgainBelowARowBetweenAreRefused(String layout, String below) throws IOException {
		assertThat(read(layout, FIRST.get(layout) + " / " + below).refusal())
			.hasMessageContaining(": expected lines of the table that begins above, each once, found one that stands"
					+ " above already, with a row between that is no line of it. Where another table begins there, send"
					+ " it in a file or sheet of its own; where both lines count, delete what stands between them.");
	}

	@Test
	void linesThatComeTwiceWithoutARowBetweenAreAddedUpInTheWholeFile() throws IOException {
		assertThat(read("rows",
				FIRST.get("rows") + " / QMM,Oct 2024,1,1 / Acute trusts,,, / QMM,Oct 2024,2,2 / ,,, / QMM,Oct 2024,4,4")
			.figures()).anySatisfy((figure) -> assertThat(figure).contains("virtual-ward-beds", "17"));
	}

	@Test
	void rowsBelowTheHeaderAreOfItsHead() throws IOException {
		String head = "Code,Month,Beds,Occupied / 1,2,3,4 / ,,(number),(of these) / ,,Plan,Actual / ";

		assertThat(read("rows", head + "QMM,Oct 2024,10,8 / ,,, / " + head + "RM1,Oct 2024,2,1").figures()).hasSize(4);
	}

	@Test
	void theRowsAboveTheHeaderAreNoRejectsOfTheNextPages() throws IOException {
		String pages = " / ,, / " + FIRST.get("years").replace("QMM", "%s");
		Read read = read("years",
				FIRST.get("years")
						+ Stream.of("RM1", "RGP", "RCX", "RGT", "RDE", "RAJ", "RY3", "RMY", "R1H", "RDU", "RQW")
							.map(pages::formatted)
							.collect(Collectors.joining()));

		assertThat(read.rejects()).isEmpty();
		assertThat(read.figures()).hasSize(24);
	}

	/** The number of a line would tell how many stand above it. */
	@Test
	void ofWhatIsWithheldNoLineIsSaid() throws IOException {
		String layout = LAYOUTS.get("rows") + "small-numbers: {below: 5, round-to: 5}\n";

		assertThat(
				readBy(layout, FIRST.get("rows") + " / Code,Month,Admitted,Discharged / RM1,Oct 2024,11,9").refusal())
			.hasMessage("A line: expected lines of the table that begins above, found the header of another, with other"
					+ " headings. Send what stands below it in a file or sheet of its own, or delete the row if it"
					+ " changes nothing.");
	}

	private Read read(String layout, String lines) throws IOException {
		return readBy(LAYOUTS.get(layout.equals("years") ? "columns" : layout), lines);
	}

	private Read readBy(String layout, String lines) throws IOException {
		Path layouts = Files.createDirectories(this.folder.resolve("layouts"));
		Files.writeString(layouts.resolve("wards.yaml"), layout);
		return Read.by(Shipped.layouts(layouts, Shipped.PLAN), Shipped.PLAN,
				Shipped.write(this.folder, "wards.csv", Arrays.stream(lines.split(" / ", -1)).toArray(String[]::new)),
				Shipped.TODAY);
	}

}
