package org.jfpmonitor.publication.measures;

import java.util.List;

import org.jfpmonitor.assessment.words.Phrasing;

/**
 * Measures by what their control charts say: variation down, assurance across.
 *
 * @param lines one for each variation that any measure has, the worst first
 */
public record Matrix(List<MatrixRow> lines) {

	/** What may stand across; the last where there is nothing to expect yet. */
	static final List<String> ASSURANCES = List.of("Expected to fail", "Hit and miss", "Expected to pass", "");

	private static final List<String> VARIATIONS = List.of("Concern", "Change", "Usual variation", "Improvement",
			Phrasing.NO_LATEST_FIGURE, "");

	public Matrix {
		lines = List.copyOf(lines);
	}

	public static Matrix of(List<MeasureRow> rows) {
		return new Matrix(VARIATIONS.stream()
			.map((variation) -> new MatrixRow(variation.isEmpty() ? "No chart" : variation,
					ASSURANCES.stream()
						.map((assurance) -> rows.stream()
							.filter((row) -> row.summary().variation().equals(variation)
									&& across(row.summary().assurance()).equals(assurance))
							.toList())
						.toList()))
			.filter((line) -> line.cells().stream().anyMatch((cell) -> !cell.isEmpty()))
			.toList());
	}

	/** The headings, with words where nothing can be expected yet. */
	public List<String> headings() {
		return ASSURANCES.stream()
			.map((each) -> each.isEmpty() ? "Not known; each measure's row says why" : each)
			.toList();
	}

	private static String across(String assurance) {
		return ASSURANCES.contains(assurance) ? assurance : "";
	}

	/**
	 * The measures of one variation.
	 *
	 * @param variation in a word
	 * @param cells one for each assurance
	 */
	public record MatrixRow(String variation, List<List<MeasureRow>> cells) {

		public MatrixRow {
			cells = List.copyOf(cells);
		}

	}

}
