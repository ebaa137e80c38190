package org.jfpmonitor.command.password;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class PasswordRulesTest {

	@ParameterizedTest
	@ValueSource(strings = { "1q2w3e4r5t6y", "QWERTY123456", "unbelievable", "Liverpool2025", "!!password1234",
			"123-dragon-456", "jfp-monitor-1", "Joint Forward Plan 2026", "aaaaaaaaaaaaaaaa", "121212121212",
			"manchester1!" })
	void whatIsGuessedFirstIsRefusedHoweverItIsDressedUp(String common) {
		assertThat(PasswordRules.fault(common)).contains(
				"Expected a password that is not guessed among the first, found one of the commonest, or one with nothing"
						+ " but digits and signs around it. Try again, for example with four words that have nothing to do"
						+ " with each other.");
	}

	@ParameterizedTest
	@ValueSource(strings = { "plinth mosaic ferry candour", "kettle-Orbit-93-walnut", "übergrün Zeltlager",
			"пароль для совета", "x7$Qm2!vR9zp" })
	void whatNobodyGuessesFirstIsTakenInWhateverLetters(String password) {
		assertThat(PasswordRules.fault(password)).isEmpty();
	}

	@Test
	void countsCharactersAsPeopleDoAndBytesAsTheHashDoes() {
		assertThat(PasswordRules.fault("elevenchars"))
			.contains("Expected a password of at least 12 characters, found 11. Try again with a longer one.");
		assertThat(PasswordRules.fault("😀😁😂😃😄😅😆😇😈😉😊")).get().asString().contains("found 11");
		assertThat(PasswordRules.fault("ä".repeat(18) + "plinth mosaic ferry candour otter lamps")).contains(
				"Expected a password of at most 72 bytes, found 75: the hash would not hold the rest. Try again with"
						+ " a shorter one.");
	}

}
