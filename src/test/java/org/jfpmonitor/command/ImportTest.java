package org.jfpmonitor.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class ImportTest {

	private final Import command = new Import();

	@TempDir
	private Path folder;

	@BeforeEach
	void aFileInAFolderOfItsDay() throws IOException {
		Files.writeString(Files.createDirectories(this.folder.resolve("past/2024-06-13")).resolve("a.csv"), "a");
		Files.writeString(this.folder.resolve("past/.gitattributes"), "");
		Files.writeString(this.folder.resolve("past/README.md"), "");
		Files.writeString(this.folder.resolve("past/2024-06-13/.hidden"), "");
		Files.writeString(this.folder.resolve("past/2024-06-13/Thumbs.db"), "");
		Files.writeString(this.folder.resolve("past/2024-06-13/~$b.xlsx"), "");
		Files.writeString(Files.createDirectories(this.folder.resolve("loose")).resolve("a.csv"), "a");
		Files.createDirectories(this.folder.resolve("deep/2024-06-13/more"));
		Files.writeString(Files.createDirectories(this.folder.resolve("other/June")).resolve("a.csv"), "a");
		Files.createDirectories(this.folder.resolve("empty/2024-06-13"));
	}

	private List<String> words(String words) {
		return words.isEmpty() ? List.of() : List.of(words.replace("F/", this.folder + "/").split(" "));
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = { "'' | Expected at least one file, found none.",
			"F/no.csv | 'Expected files that can be read, found no such file: \"F/no.csv\".'",
			"F/past | 'Expected files that can be read, found no such file: \"F/past\".'",
			"--anew F/past/2024-06-13/a.csv | 'Expected --again, --arrived, --history or a file, found \"--anew\".'",
			"--arrived | 'Expected at least one file, found none. Expected a day such as 2024-06-13 after --arrived, found \"\".'",
			"--arrived 13/06/2024 F/past/2024-06-13/a.csv | 'Expected a day such as 2024-06-13 after --arrived, found \"13/06/2024\".'",
			"--arrived 0224-06-13 F/past/2024-06-13/a.csv | 'Expected a day such as 2024-06-13 after --arrived, found \"0224-06-13\".'",
			"--again --arrived 2024-06-13 F/past/2024-06-13/a.csv | 'Expected one of --again, --arrived and --history, found --again and --arrived.'",
			"--history F/no | 'Expected a folder after --history, found that \"F/no\" is none that can be read.'",
			"--history F/empty | 'Expected files in the folders of \"F/empty\", found none.'",
			"--history F/past F/no.csv | 'Expected nothing beside --history and its folder, found \"F/no.csv\".'",
			"--history F/other | 'Expected in \"F/other\" folders named by the day on which their files arrived, such as 2024-06-13, found the folder \"June\". Name it by the day, or take it away.'",
			"--history F/loose | 'Expected in \"F/loose\" folders named by the day on which their files arrived, such as 2024-06-13, found the file \"a.csv\". Move it into the folder of its day, or take it away.'",
			"--history F/deep | 'Expected in \"F/deep/2024-06-13\" files only, found \"more\". Move its files up into that folder, or take it away.'" })
	void saysWhatIsWrong(String words, String expected) {
		assertThat(this.command.misuse(words(words))).contains(expected.replace("F/", this.folder + "/")
				+ " Nothing was imported. Write: import [--again | --arrived DAY] FILE... (or import --history FOLDER)");
	}

	@ParameterizedTest
	@CsvSource({ "F/past/2024-06-13/a.csv", "--again F/past/2024-06-13/a.csv", "F/past/2024-06-13/a.csv --again",
			"--arrived 2024-06-13 F/past/2024-06-13/a.csv", "--history F/past" })
	void takesFilesOfNowAndOfThePast(String words) {
		assertThat(this.command.misuse(words(words))).isEmpty();
	}

	@Test
	void takesTheFilesOfEachDayOfAFolder() {
		assertThat(ImportWords.of(words("--history F/past")).arrived())
			.containsOnlyKeys(java.time.LocalDate.of(2024, 6, 13))
			.containsValue(List.of(this.folder.resolve("past/2024-06-13/a.csv")));
	}

	@Test
	void namesWhatItPassesOver() {
		assertThat(ImportWords.of(words("--history F/past")).passedOver()).containsExactly(
				this.folder.resolve("past/.gitattributes"), this.folder.resolve("past/README.md"),
				this.folder.resolve("past/2024-06-13/.hidden"), this.folder.resolve("past/2024-06-13/Thumbs.db"),
				this.folder.resolve("past/2024-06-13/~$b.xlsx"));
	}

}
