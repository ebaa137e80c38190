package org.jfpmonitor.extract;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.jfpmonitor.extract.Shipped.Read;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** A total names no period and has that of the line above it, whatever became of that. */
class PeriodAsAboveTest {

	private static final String LAYOUT = """
			layout: attendances
			title: Attendances
			feed: ae
			columns: {period: Month, organisation: Code, name: Name, all: Attendances}
			period: {column: period, as: monthly, or-as-above: true}
			leave-out:
			  - {name: test}
			levels:
			  - {scope: provider, organisation: organisation, kinds: [trust]}
			  - {scope: national, is: ENG, where: {name: total}, lines: one}
			figures:
			  - measure: ae-attendances
			    value: {sum: all}
			""";

	@TempDir
	private Path folder;

	private Read read(String... lines) throws IOException {
		Path layouts = Files.createDirectories(this.folder.resolve("layouts"));
		Files.writeString(layouts.resolve("attendances.yaml"), LAYOUT);
		LayoutsReading reading = Shipped.layouts(layouts, Shipped.PLAN);
		assertThat(reading.faults()).isEmpty();
		String[] all = new String[lines.length + 1];
		all[0] = "Month,Code,Name,Attendances";
		System.arraycopy(lines, 0, all, 1, lines.length);
		return Read.by(reading, Shipped.PLAN, Shipped.write(this.folder, "a.csv", all), Shipped.TODAY);
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "Total", "England" })
	void aTotalHasThePeriodOfTheLineAbove(String written) throws IOException {
		assertThat(read("March 2025,RM1,Norwich,10", written + ",,Total,30").figures())
			.contains("ae-attendances ENG March 2025 = 30");
	}

	@ParameterizedTest
	@CsvSource({ "ZZ9, Nobody", "RM1, Test" })
	void alsoWhereTheLineAboveIsLeftOut(String code, String name) throws IOException {
		assertThat(read("March 2025,RM1,Norwich,10", "April 2025," + code + "," + name + ",20", ",,Total,30").figures())
			.contains("ae-attendances ENG April 2025 = 30")
			.doesNotContain("ae-attendances ENG March 2025 = 30");
	}

	@Test
	void aTotalBelowAPeriodThatCannotBeReadIsRejectedWithIt() throws IOException {
		Read read = read("March 2025,RM1,Norwich,10", "March 20Z5,RCX,Lynn,20", ",,Total,30");

		assertThat(read.rejections()).containsExactly("3 not_a_period Month [March 20Z5] a period such as March 2025",
				"4 not_a_period Month [] a period such as March 2025");
	}

	@ParameterizedTest
	@ValueSource(strings = { "March 20Z5", "March", "13/2025", "Q9" })
	void halfAPeriodIsNotTheOneAbove(String written) throws IOException {
		assertThat(read("March 2025,RM1,Norwich,10", written + ",RCX,Lynn,20").rejections())
			.containsExactly("3 not_a_period Month [" + written + "] a period such as March 2025");
	}

}
