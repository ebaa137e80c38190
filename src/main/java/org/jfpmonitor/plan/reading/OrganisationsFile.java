package org.jfpmonitor.plan.reading;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import org.jfpmonitor.organisation.Organisation;
import org.jfpmonitor.organisation.OrganisationCode;
import org.jfpmonitor.organisation.Organisations;
import org.jfpmonitor.plan.yaml.Block;
import org.jfpmonitor.plan.yaml.Fault;
import org.jfpmonitor.plan.yaml.Form;
import org.jfpmonitor.plan.yaml.YamlFile;

/**
 * The file that holds the register of organisations. It is read here, not in the room of
 * the organisations, because it is written and checked like the plan files.
 */
public final class OrganisationsFile {

	public static final List<String> FILE = List.of("organisations");

	public static final List<String> ORGANISATION = List.of("code", "name", "kind", "other-codes", "opened", "closed",
			"successor");

	static final Form<Organisation.Kind> KIND = Form.words(Organisation.Kind.values(), PlanForms::word);

	private final List<Fault> faults = new ArrayList<>();

	/** Where each code, folded, was first used. */
	private final Map<String, Block> codes = new HashMap<>();

	private OrganisationsFile() {
	}

	/**
	 * Reads the register.
	 * @param path usually {@code config/organisations.yaml}
	 */
	public static OrganisationsReading read(Path path) {
		OrganisationsFile reader = new OrganisationsFile();
		List<Organisation> all = YamlFile.onDisk(path, reader::fault)
			.flatMap((file) -> file.open(FILE, reader::fault))
			.map(reader::organisations)
			.orElse(List.of());
		List<Fault> faults = reader.faults.stream().sorted(Comparator.comparingInt(Fault::line)).toList();
		return new OrganisationsReading(faults.isEmpty() ? Organisations.of(all) : null, faults);
	}

	private List<Organisation> organisations(Block file) {
		List<Block> blocks = file.blocks("organisations", "organisation", "code", ORGANISATION);
		if (file.isEmptyList("organisations")) {
			file.fault("organisations", "expected organisations: at least one, found an empty list. Add an entry that"
					+ " starts with \"- code:\".");
		}
		List<Organisation> all = blocks.stream().map(this::organisation).flatMap(Optional::stream).toList();
		blocks.forEach(this::checkSuccessor);
		return all;
	}

	private Optional<Organisation> organisation(Block block) {
		OrganisationCode code = block.required("code", PlanForms.ORGANISATION);
		if (code != null) {
			use(block, "code", block.line("code"), code.value());
		}
		String name = block.required("name", Form.text());
		Organisation.Kind kind = block.required("kind", KIND);
		List<Block.Entry<String>> otherCodes = block.entries("other-codes", Form.text());
		otherCodes.forEach((each) -> use(block, "other-codes", each.line(), each.value()));
		LocalDate opened = block.optional("opened", Form.date());
		LocalDate closed = block.optional("closed", Form.date());
		if (opened != null && closed != null && closed.isBefore(opened)) {
			block.fault("closed", "expected closed: the last day, not before " + opened + " (opened), found " + closed
					+ ". Correct one of the two dates.");
		}
		OrganisationCode successor = block.optional("successor", PlanForms.ORGANISATION);
		return (code == null || name == null || kind == null) ? Optional.empty() : Optional.of(new Organisation(code,
				name, kind, otherCodes.stream().map(Block.Entry::value).toList(), opened, closed, successor));
	}

	private void use(Block block, String key, int line, String code) {
		Block first = this.codes.putIfAbsent(code.toUpperCase(Locale.ROOT), block);
		if (first != null) {
			block.fault(line,
					"expected " + key + ": a code of one organisation only, found \"" + code + "\" again (first for "
							+ first.written("code").orElse("an organisation without code") + ", line " + first.line()
							+ "). Delete it in one of the two places.");
		}
	}

	private void checkSuccessor(Block block) {
		String successor = block.written("successor").orElse("");
		if (successor.isEmpty()) {
			return;
		}
		Block next = this.codes.get(successor.toUpperCase(Locale.ROOT));
		if (block.lacks("closed")) {
			block.fault("successor", "expected successor: only with \"closed:\", found it for an organisation that is"
					+ " still open. Add the last day as \"closed:\", or delete the line.");
		}
		if (next == null || next.equals(block)) {
			block.fault("successor", "expected successor: the code of another organisation in this file, found \""
					+ successor + "\". Correct it, or add that organisation.");
		}
	}

	private void fault(Path file, int line, String message) {
		this.faults.add(new Fault(file, line, message));
	}

}
