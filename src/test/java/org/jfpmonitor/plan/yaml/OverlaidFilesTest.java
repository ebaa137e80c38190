package org.jfpmonitor.plan.yaml;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** A file of one's own stands for the shipped one of the same name, and for no other. */
class OverlaidFilesTest {

	private static final List<YamlFile> SHIPPED = List.of(shipped("a.yaml"), shipped("b.yaml"));

	@TempDir
	private Path folder;

	@Test
	void withoutAFolderTheShippedOnesHold() {
		OverlaidFiles files = OverlaidFiles.of(this.folder.resolve("none"), SHIPPED);
		assertThat(files.files()).isEqualTo(SHIPPED);
		assertThat(files.faults()).isEmpty();
		assertThat(files.inPlaceOfShipped()).isEmpty();
	}

	@Test
	void onesOwnStandBesideThemOrInTheirPlace() throws IOException {
		Path own = Files.writeString(this.folder.resolve("b.yaml"), "ours");
		Files.writeString(this.folder.resolve("aa.yaml"), "more");

		OverlaidFiles files = OverlaidFiles.of(this.folder, SHIPPED);
		assertThat(files.files()).extracting(YamlFile::content).containsExactly("shipped a.yaml", "more", "ours");
		assertThat(files.inPlaceOfShipped()).containsExactly(own);
	}

	@Test
	void aCopyOfAShippedOneIsNotWorthSaying() throws IOException {
		Files.writeString(this.folder.resolve("b.yaml"), "shipped b.yaml");
		assertThat(OverlaidFiles.of(this.folder, SHIPPED).inPlaceOfShipped()).isEmpty();
	}

	@Test
	void namesAFileThatWouldNotBeRead() throws IOException {
		Path misnamed = Files.writeString(this.folder.resolve("c.yml"), "");
		assertThat(OverlaidFiles.of(this.folder, SHIPPED).faults()).extracting(Fault::toString)
			.containsExactly(
					misnamed + ": expected a name that ends in .yaml, found .yml. Rename the file, or it is not read.");
	}

	private static YamlFile shipped(String name) {
		return new YamlFile(Path.of("shipped", name), "shipped " + name);
	}

}
