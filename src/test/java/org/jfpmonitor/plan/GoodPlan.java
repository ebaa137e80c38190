package org.jfpmonitor.plan;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.regex.Pattern;

import org.jfpmonitor.organisation.Organisation;
import org.jfpmonitor.organisation.OrganisationCode;
import org.jfpmonitor.organisation.Organisations;
import org.jfpmonitor.plan.catalogue.Catalogue;
import org.jfpmonitor.plan.reading.PlanFiles;
import org.jfpmonitor.plan.yaml.Fault;

/**
 * The good plan of the test resources, copied into a folder of the test's own, where the
 * test may make mistakes in it.
 */
public final class GoodPlan {

	public static final Organisations ORGANISATIONS = Organisations
		.of(List.of(organisation("QMM", Organisation.Type.ICB, "E54000022"),
				organisation("RM1", Organisation.Type.TRUST), organisation("RCX", Organisation.Type.TRUST)));

	private static final Path GOOD = Path.of("src/test/resources/plan/good");

	private final Path directory;

	private GoodPlan(Path directory) {
		this.directory = directory;
	}

	public static GoodPlan in(Path directory) {
		try {
			for (String name : List.of("ambition-6.yaml", "plan.yaml")) {
				Files.copy(GOOD.resolve(name), Files.createDirectories(directory).resolve(name),
						StandardCopyOption.REPLACE_EXISTING);
			}
			return new GoodPlan(directory);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** Changes the one place, of both files, that says {@code from}. */
	public GoodPlan change(String from, String to) {
		try {
			int changed = 0;
			for (String name : List.of("ambition-6.yaml", "plan.yaml")) {
				String text = Files.readString(this.directory.resolve(name));
				changed += text.split(Pattern.quote(from), -1).length - 1;
				Files.writeString(this.directory.resolve(name), text.replace(from, to));
			}
			if (changed != 1) {
				throw new IllegalArgumentException("Expected one place that says \"" + from + "\", found " + changed);
			}
			return this;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	public PlanFiles files() {
		return PlanFiles.in(this.directory);
	}

	public Plan plan() {
		return PlanFiles.read(this.directory, ORGANISATIONS, Catalogue.empty()).plan().orElseThrow();
	}

	/** The faults with the names of the files only. */
	List<String> faults() {
		return PlanFiles.read(this.directory, ORGANISATIONS, Catalogue.empty())
			.faults()
			.stream()
			.map((fault) -> byLine(fault).replace(this.directory + "/", "").replace(this.directory.toString(), "."))
			.toList();
	}

	/** The fault without its column. */
	public static String byLine(Fault fault) {
		return fault.file() + ((fault.line() > 0) ? ":" + fault.line() : "") + ": " + fault.message();
	}

	private static Organisation organisation(String code, Organisation.Type kind, String... otherCodes) {
		return new Organisation(OrganisationCode.of(code), code, kind, List.of(otherCodes), null, null, List.of());
	}

}
