package org.jfpmonitor.extract.spelling;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class NormalisedTextTest {

	@ParameterizedTest
	@ValueSource(strings = { "Total WL", " TOTAL  wl ", "\uFEFFTotal WL", "Total\u00A0WL", "Total_WL", "Total\r\nWL",
			"Total WL (see note 1)", "Total WL \n(see notes 1 and 4) ", "Total WL*", "TOTAL WL (1)", "Total\u200B WL",
			"TotalWL" })
	void oneNameInManySpellings(String name) {
		assertThat(NormalisedText.header(name)).isEqualTo("totalwl");
	}

	@Test
	void bracketsThatAreNoNoteStay() {
		assertThat(NormalisedText.header("INTEGRATED CARE BOARD (ICB)")).isEqualTo("integratedcareboard(icb)");
		assertThat(NormalisedText.header("Total (2024)")).isEqualTo("total(2024)");
	}

	@ParameterizedTest
	@CsvSource({ "Org Code,OrganisationCode", "Org Code,organization code",
			"Attendances over 4hrs Type 1,Attendances over 4 hours Type 1", "12+ hrs from DTA,12+ hs from DTA",
			"Other A&E Department,Other A and E department", "via A&E - Type 1,via A & E-Type 1",
			"00 < 01 Week,00<01 week", "Standard or Item,Standard_or_Item" })
	void wordsThatPublishersSpellInSeveralWaysAreOne(String one, String other) {
		assertThat(NormalisedText.header(one)).isEqualTo(NormalisedText.header(other));
	}

	@ParameterizedTest
	@CsvSource({ "Type 1,Type 11", "Gt 1 2 Weeks,Gt 12 Weeks", "% within,within", "4-12 hrs,12 hrs",
			"Total (2024),Total" })
	void namesThatMeanDifferentThingsStayApart(String one, String other) {
		assertThat(NormalisedText.header(one)).isNotEqualTo(NormalisedText.header(other));
	}

	@Test
	void aFieldsTextKeepsUnderscoresAndAsterisks() {
		assertThat(NormalisedText.value(" Part_2 ")).isEqualTo("part_2");
		assertThat(NormalisedText.value("100%*")).isEqualTo("100%*");
		assertThat(NormalisedText.value("King’s – Lynn")).isEqualTo("king's - lynn");
	}

	@Test
	void foldingTwiceChangesNothing() {
		for (String text : new String[] { "a  b", " -   ", "Ａ", "x\u200Ey", "é", "" }) {
			assertThat(NormalisedText.value(NormalisedText.value(text))).isEqualTo(NormalisedText.value(text));
		}
	}

}
