package org.jfpmonitor.plan.yaml;

import java.io.IOException;
import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.reader.ReaderException;

/**
 * One YAML file as text. Line ends are those of Unix, whatever the file on disk has, so
 * that the same words are the same file everywhere.
 *
 * @param path where it lies; its name is part of every fault
 * @param content what it says
 */
public record YamlFile(Path path, String content) {

	/**
	 * The file on disk, or empty when it cannot be read as text; then the fault says why.
	 */
	public static Optional<YamlFile> onDisk(Path path, Faults faults) {
		try {
			String content = StandardCharsets.UTF_8.newDecoder()
				.decode(ByteBuffer.wrap(Files.readAllBytes(path)))
				.toString();
			String text = content.startsWith("\uFEFF") ? content.substring(1) : content;
			return Optional.of(new YamlFile(path, text.replace("\r\n", "\n")));
		}
		catch (CharacterCodingException notUtf8) {
			faults.add(path, 0, "expected text in UTF-8, found other bytes. Save the file with the encoding UTF-8.");
		}
		catch (IOException unreadable) {
			faults.add(path, 0, "expected a file that can be read, found none (" + unreadable.getClass().getSimpleName()
					+ "). Create the file, or allow the service to read it.");
		}
		return Optional.empty();
	}

	/** The name without the folder. */
	public String name() {
		return String.valueOf(this.path.getFileName());
	}

	/**
	 * The whole file as one block with the given keys, or empty when it is not one; then
	 * a fault says why.
	 */
	public Optional<Block> open(List<String> keys, Faults faults) {
		try {
			Node root = new Yaml(new LoaderOptions()).compose(new StringReader(this.content));
			if (root instanceof MappingNode mapping) {
				return Optional.of(new Block(this.path, "", NodeWords.line(mapping), mapping, keys, faults));
			}
			faults.add(this.path, (root != null) ? NodeWords.line(root) : 0,
					"expected one of the keys " + Form.either(keys) + ", found " + NodeWords.found(root)
							+ ". Write at least one of these keys, or delete the file.");
		}
		catch (MarkedYAMLException malformed) {
			faults.add(this.path, Malformed.line(malformed), Malformed.message(malformed));
		}
		catch (ReaderException unprintable) {
			faults.add(this.path, lineAt(unprintable.getPosition()),
					"expected text, found a character that cannot be" + " printed. Delete it and write the line anew.");
		}
		catch (YAMLException malformed) {
			faults.add(this.path, 0, "expected YAML, found what cannot be read as such: " + malformed.getMessage());
		}
		return Optional.empty();
	}

	private int lineAt(int position) {
		String before = this.content.substring(0, Math.min(position, this.content.length()));
		return (int) before.chars().filter((each) -> each == '\n').count() + 1;
	}

}
