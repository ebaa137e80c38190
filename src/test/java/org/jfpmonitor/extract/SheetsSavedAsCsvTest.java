package org.jfpmonitor.extract;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

import org.jfpmonitor.EveryCase.Cases;
import org.jfpmonitor.extract.Shipped.Read;
import org.jfpmonitor.extract.workbook.BookWriter;
import org.jfpmonitor.observation.Observation;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/** A sheet says the same whether it comes in its workbook or was saved as CSV. */
class SheetsSavedAsCsvTest {

	@TempDir
	private Path folder;

	static Stream<Arguments> sheets() {
		return Cases.oneIn(5, Stream
			.of("dm01-provider-march-2025-as-displayed.csv", "dm01-provider-march-2025-raw-values.csv",
					"dm01-provider-by-test-march-2025-cut.csv",
					"kh03-overnight-q4-2024-25-trust-by-sector-as-displayed.csv",
					"kh03-overnight-q4-2024-25-trust-by-sector-raw-values.csv",
					"virtual-ward-april-2025-icb-as-displayed.csv", "virtual-ward-april-2025-provider-as-displayed.csv",
					"cwt-crs-commissioner-march-2025-final-28-day-fds-all-routes-as-displayed.csv",
					"cwt-crs-commissioner-march-2025-final-62-day-all-cancer-as-displayed.csv",
					"cwt-crs-provider-extract-oct-2024-to-mar-2025-cut.csv",
					"uec-sitrep-beds-2024-25-five-trusts-derived.csv", "April-2021-revised-120522-ABC456.csv")
			.flatMap((csv) -> Stream.of(BookWriter.values()).map((kind) -> Arguments.of(csv, kind))));
	}

	@ParameterizedTest(name = "{0} as {1}")
	@MethodSource("sheets")
	void giveTheSameFigures(String csv, BookWriter kind) {
		Read saved = Shipped.read(Shipped.SAMPLES.resolve(csv));

		Read book = Shipped.read(kind.write(Shipped.SAMPLES.resolve(csv), this.folder, "The sheet"));

		assertThat(book.refusal()).isNull();
		assertThat(book.rejections()).isEmpty();
		assertThat(figures(book)).isEqualTo(figures(saved));
		assertThat(book.extract().warnings()).isEqualTo(saved.extract().warnings());
		assertThat(
				List.of(book.extract().lines().read(), book.extract().lines().used(), book.extract().lines().leftOut()))
			.isEqualTo(List.of(saved.extract().lines().read(), saved.extract().lines().used(),
					saved.extract().lines().leftOut()));
		assertThat(book.extract().observations())
			.allSatisfy((each) -> assertThat(each.place().cell()).matches("'The sheet'![A-Z]+" + each.place().line()));
	}

	private static Map<String, BigDecimal> figures(Read read) {
		Map<String, BigDecimal> figures = new TreeMap<>();
		for (Observation each : read.extract().observations()) {
			BigDecimal value = each.figure().value();
			figures.put(each.cell() + " " + each.scope() + " " + each.lines() + " " + each.figure().mark(),
					(value != null) ? value.stripTrailingZeros() : null);
		}
		return figures;
	}

}
