package org.jfpmonitor.plan.yaml;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * One YAML file as text. Line ends are those of Unix, whatever the file on disk has, so
 * that the same words are the same file everywhere.
 *
 * @param path where it lies; its name is part of every fault
 * @param content what it says
 */
public record YamlFile(Path path, String content) {

	/**
	 * The file on disk, or empty when it cannot be read as text; then a fault says why.
	 */
	public static Optional<YamlFile> onDisk(Path path, List<Fault> faults) {
		try {
			String content = StandardCharsets.UTF_8.newDecoder()
				.decode(ByteBuffer.wrap(Files.readAllBytes(path)))
				.toString();
			String text = content.startsWith("\uFEFF") ? content.substring(1) : content;
			return Optional.of(new YamlFile(path, text.replace("\r\n", "\n")));
		}
		catch (CharacterCodingException notUtf8) {
			faults.add(Fault.of(path,
					"expected text in UTF-8, found other bytes. Save the file with the encoding UTF-8."));
		}
		catch (IOException unreadable) {
			faults.add(Fault.of(path, "expected a file that can be read, found none ("
					+ unreadable.getClass().getSimpleName() + "). Create the file, or allow the service to read it."));
		}
		return Optional.empty();
	}

	/** The name without the folder. */
	public String name() {
		return String.valueOf(this.path.getFileName());
	}

}
