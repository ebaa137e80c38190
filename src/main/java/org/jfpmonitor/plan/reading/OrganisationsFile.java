package org.jfpmonitor.plan.reading;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import org.jfpmonitor.organisation.Organisation;
import org.jfpmonitor.organisation.OrganisationCode;
import org.jfpmonitor.organisation.Organisations;
import org.jfpmonitor.plan.yaml.Fault;
import org.jfpmonitor.plan.yaml.Grammar;
import org.jfpmonitor.plan.yaml.ShippedFiles;
import org.jfpmonitor.plan.yaml.YamlDocument;
import org.jfpmonitor.plan.yaml.YamlFile;
import org.jfpmonitor.plan.yaml.YamlNode;

/**
 * The file that holds the register of organisations. It is read here, not in the room of
 * the organisations, because it is written and checked like the plan files.
 */
public final class OrganisationsFile {

	private static final String NAME = "organisations.yaml";

	private static final Grammar GRAMMAR = Grammar.named("organisations");

	/** Where each code, in capitals, was first used. */
	private final Map<String, YamlNode> codes = new HashMap<>();

	private OrganisationsFile() {
	}

	/**
	 * Reads the register; where there is no such file, the one that comes with the
	 * program.
	 * @param path usually {@code config/organisations.yaml}
	 */
	public static OrganisationsReading read(Path path) {
		List<Fault> faults = new ArrayList<>();
		return read(Files.exists(path) ? YamlFile.onDisk(path, faults) : Optional.of(ShippedFiles.named(NAME)), faults);
	}

	/**
	 * The file, where it is there and says something else than the register that comes
	 * with the program.
	 */
	public static List<Path> inPlaceOfShipped(Path path) {
		return Files.exists(path) ? YamlFile.onDisk(path, new ArrayList<>())
			.filter((own) -> !own.content().equals(ShippedFiles.named(NAME).content()))
			.map((own) -> List.of(path))
			.orElse(List.of()) : List.of();
	}

	/** The register that comes with the program. */
	public static Organisations shipped() {
		return read(Optional.of(ShippedFiles.named(NAME)), new ArrayList<>()).organisations().orElseThrow();
	}

	private static OrganisationsReading read(Optional<YamlFile> file, List<Fault> faults) {
		Optional<YamlDocument> document = file.map(GRAMMAR::read);
		List<Organisation> all = document.flatMap(YamlDocument::root)
			.map((root) -> new OrganisationsFile().organisations(root))
			.orElse(List.of());
		document.ifPresent((read) -> faults.addAll(read.faults()));
		return new OrganisationsReading(faults.isEmpty() ? Organisations.of(all) : null, faults);
	}

	private List<Organisation> organisations(YamlNode root) {
		List<YamlNode> blocks = root.all("organisations");
		List<Organisation> all = blocks.stream().map(this::organisation).toList();
		blocks.forEach(this::checkSuccessors);
		return all;
	}

	private Organisation organisation(YamlNode block) {
		block.find("code").ifPresent((code) -> use(block, "code", code));
		block.all("other-codes").forEach((code) -> use(block, "other-codes", code));
		LocalDate opened = block.optional("opened", YamlNode::date);
		LocalDate closed = block.optional("closed", YamlNode::date);
		if (opened != null && closed != null && closed.isBefore(opened)) {
			block.fault("closed", "expected closed: the last day, not before " + opened + " (opened), found " + closed
					+ ". Correct one of the two dates.");
		}
		return new Organisation(
				block.required("code", (code) -> OrganisationCode.of(code.text()), OrganisationCode.of("FAULTY")),
				block.required("name", YamlNode::text, ""),
				block.required("kind", (word) -> word.word(Organisation.Type.class), Organisation.Type.PLACE),
				block.texts("other-codes"), opened, closed,
				block.all("successor").stream().map((code) -> OrganisationCode.of(code.text())).toList());
	}

	private void use(YamlNode block, String key, YamlNode code) {
		YamlNode first = this.codes.putIfAbsent(code.text().toUpperCase(Locale.ROOT), block);
		if (first != null) {
			String owner = first.text("code");
			block.fault(code,
					"expected " + key + ": a code of one organisation only, found \"" + code.text()
							+ "\" again (first for " + (owner.isEmpty() ? "an organisation without code" : owner)
							+ ", line " + first.line() + "). Delete it in one of the two places.");
		}
	}

	private void checkSuccessors(YamlNode block) {
		block.all("successor").forEach((successor) -> {
			YamlNode next = this.codes.get(successor.text().toUpperCase(Locale.ROOT));
			if (next == null || next.equals(block)) {
				block.fault(successor, "expected successor: the code of another organisation in this file, found \""
						+ successor.text() + "\". Correct it, or add that organisation.");
			}
		});
	}

}
