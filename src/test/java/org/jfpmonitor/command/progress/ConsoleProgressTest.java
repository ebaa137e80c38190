package org.jfpmonitor.command.progress;

import java.util.List;

import org.jfpmonitor.intake.RunProgress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class ConsoleProgressTest {

	@ParameterizedTest
	@CsvSource({ "60, 0, 0, ..............................", "60, 12, 7, ######===.....................",
			"60, 12, 48, ######========================", "60, 60, 0, ##############################",
			"1300, 1299, 1, #############################=" })
	void theBarHasThirtyCellsForAllFiles(long files, long settled, long read, String cells) {
		assertThat(ConsoleProgress.bar(progress(files, settled, read))).startsWith("[" + cells + "] ");
	}

	@Test
	void theLineSaysTheSameInWords() {
		assertThat(ConsoleProgress.line(progress(1300, 12, 7)))
			.isEqualTo("12 of 1,300 files are dealt with, 7 more are read, 12,345 lines.");
	}

	private static RunProgress progress(long files, long settled, long read) {
		return new RunProgress(files, settled, 0, read, 12_345, List.of(), List.of());
	}

}
