package org.jfpmonitor.intake.delivery;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.jfpmonitor.extract.result.RejectCode;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class RejectsCsvTest {

	@Test
	void isDocumentedWithEveryCode() throws IOException {
		List<String> documented = Pattern.compile("(?m)^\\| `(\\w+)` \\| ")
			.matcher(Files.readString(Path.of("docs/rejects.md")))
			.results()
			.map((match) -> match.group(1))
			.toList();

		assertThat(documented)
			.containsAll(Stream.concat(Stream.of(RejectCode.values()).map(RejectCode::code), Stream.of("file_refused"))
				.toList());
	}

}
