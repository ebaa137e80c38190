package org.jfpmonitor.extract;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jfpmonitor.extract.Shipped.Read;
import org.jfpmonitor.extract.result.RejectCode;
import org.jfpmonitor.plan.Plan;
import org.jfpmonitor.plan.reading.PlanFiles;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** What the documents show works, word for word. */
class DocumentedLayoutsTest {

	@TempDir
	private Path folder;

	private static List<String> blocks(String language) throws IOException {
		String document = Files.readString(Path.of("docs/adding-a-layout.md"));
		Matcher matcher = Pattern.compile("```" + language + "\n(.*?)```", Pattern.DOTALL).matcher(document);
		List<String> blocks = new ArrayList<>();
		while (matcher.find()) {
			blocks.add(matcher.group(1));
		}
		return blocks;
	}

	/** The shipped plan with the measure that the example adds. */
	private Plan plan() throws IOException {
		Path plan = Files.createDirectory(this.folder.resolve("plan"));
		try (var files = Files.list(Shipped.CONFIG.resolve("plan"))) {
			for (Path file : files.toList()) {
				Files.copy(file, plan.resolve(file.getFileName()));
			}
		}
		Files.writeString(plan.resolve("example.yaml"), """
				measures:
				  - id: urgent-community-response
				    title: Urgent community response within two hours
				    definition: Seen within two hours out of all two-hour referrals.
				    unit: percent
				    better: higher
				    cadence: monthly
				    feed: figures
				""");
		return PlanFiles.read(plan, Shipped.ORGANISATIONS, Shipped.CATALOGUE).plan().orElseThrow();
	}

	@Test
	void theWorkedExampleWorks() throws IOException {
		Plan plan = plan();
		Path layouts = Files.createDirectory(this.folder.resolve("layouts"));
		List<String> written = blocks("yaml");
		for (int i = 0; i < written.size(); i++) {
			Files.writeString(layouts.resolve(i + ".yaml"), written.get(i));
		}
		Path file = Files.writeString(this.folder.resolve("UCR-April-2025.csv"), blocks("csv").get(0));

		LayoutsReading reading = Shipped.layouts(layouts, plan);
		assertThat(reading.faults()).isEmpty();
		Read read = Read.by(reading, plan, file, Shipped.TODAY);

		assertThat(read.rejections()).isEmpty();
		assertThat(read.extract().warnings()).isEmpty();
		assertThat(read.extract().observations())
			.extracting((each) -> each.cell().organisation() + " " + each.figure().numerator() + "/"
					+ each.figure().denominator() + " " + each.figure().mark())
			.containsExactly("RY3 1172/1615 NONE", "RYV null/null SUPPRESSED");
		assertThat(
				List.of(read.extract().lines().read(), read.extract().lines().used(), read.extract().lines().leftOut()))
			.containsExactly(4L, 3L, 1L);
		assertThat(read.extract().vintage().day()).isEqualTo("2025-05-12");
	}

	@Test
	void everyLayoutAndEveryCodeIsDescribed() throws IOException {
		String document = Files.readString(Path.of("docs/extracts.md"));
		try (var files = Files.list(Shipped.CONFIG.resolve("layouts"))) {
			assertThat(files.map((file) -> file.getFileName().toString().replace(".yaml", "")))
				.filteredOn((layout) -> !layout.matches("spcreporter-.*-config"))
				.allSatisfy((layout) -> assertThat(document).contains("`" + layout + "`"));
		}
		assertThat(Arrays.stream(RejectCode.values()).map((code) -> code.name().toLowerCase(Locale.ROOT)))
			.allSatisfy((code) -> assertThat(document).contains("`" + code + "`"));
	}

	@Test
	void theExampleOfBandsWithSubtotalsBetweenThemWorks() throws IOException {
		Path layouts = Files.createDirectory(this.folder.resolve("layouts"));
		String layout = blocks("yaml").stream()
			.filter((each) -> each.contains("layout: weekly-waits"))
			.findFirst()
			.orElseThrow();
		Files.writeString(layouts.resolve("weekly-waits.yaml"), layout);
		LayoutsReading reading = Shipped.layouts(layouts, Shipped.PLAN);
		assertThat(reading.faults()).isEmpty();

		Read read = Read.by(reading, Shipped.PLAN,
				Path.of("src/test/resources/intake/cases/weekly-bands-with-subtotals.csv"), Shipped.TODAY);

		assertThat(read.rejections()).isEmpty();
		assertThat(read.figures()).containsExactly("diagnostics-waiting-list QMM February 2024 = 251",
				"diagnostics-waiting-list QMM January 2024 = 360");
	}

}
