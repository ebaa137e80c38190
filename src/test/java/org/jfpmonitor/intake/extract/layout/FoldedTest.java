package org.jfpmonitor.intake.extract.layout;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class FoldedTest {

	@ParameterizedTest
	@ValueSource(strings = { "Total WL", " TOTAL  wl ", "\uFEFFTotal WL", "Total\u00A0WL", "Total_WL", "Total\r\nWL",
			"Total WL (see note 1)", "Total WL \n(see notes 1 and 4) ", "Total WL*", "TOTAL WL (1)", "Total\u200B WL" })
	void oneNameInManySpellings(String name) {
		assertThat(Folded.header(name)).isEqualTo("total wl");
	}

	@Test
	void bracketsThatAreNoNoteStay() {
		assertThat(Folded.header("INTEGRATED CARE BOARD (ICB)")).isEqualTo("integrated care board (icb)");
		assertThat(Folded.header("Total (2024)")).isEqualTo("total (2024)");
	}

	@Test
	void aFieldsTextKeepsUnderscoresAndAsterisks() {
		assertThat(Folded.value(" Part_2 ")).isEqualTo("part_2");
		assertThat(Folded.value("100%*")).isEqualTo("100%*");
		assertThat(Folded.value("King’s – Lynn")).isEqualTo("king's - lynn");
	}

	@Test
	void foldingTwiceChangesNothing() {
		for (String text : new String[] { "a  b", " -   ", "Ａ", "x\u200Ey", "é", "" }) {
			assertThat(Folded.value(Folded.value(text))).isEqualTo(Folded.value(text));
		}
	}

}
