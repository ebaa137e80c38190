package org.jfpmonitor.command.init;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.Month;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

import org.jfpmonitor.intake.inbox.FolderRights;
import org.jfpmonitor.organisation.Organisation;

import org.springframework.boot.system.ApplicationHome;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.util.PropertyPlaceholderHelper;

/**
 * A folder from which the service starts for an organisation: settings, a plan with two
 * example objectives, the schemas for editors, and a unit for systemd. Layouts, catalogue
 * and the register of organisations are those inside the program until there is a file of
 * one's own. Dates count from the financial year before the day it is made on, so that
 * files that are published by then are judged at once.
 */
public final class NewInstallation {

	private static final PropertyPlaceholderHelper PLACES = new PropertyPlaceholderHelper("{{", "}}");

	private final Path folder;

	private final Map<String, String> words = new HashMap<>();

	private final boolean ambulances;

	/**
	 * Nothing is written yet.
	 * @param folder the folder, which need not be there
	 * @param organisation whose plan it is
	 * @param today the day from which its dates are reckoned
	 * @param passwordHash the hash of the first user's password, with its method in front
	 */
	public NewInstallation(Path folder, Organisation organisation, LocalDate today, String passwordHash) {
		this.folder = folder.toAbsolutePath().normalize();
		this.ambulances = organisation.kind() == Organisation.Type.AMBULANCE_TRUST;
		LocalDate april = LocalDate.of(today.getYear(), Month.APRIL, 1);
		LocalDate from = april.minusYears(today.isBefore(april) ? 2 : 1);
		this.words.put("code", organisation.code().value());
		this.words.put("id", organisation.code().value().toLowerCase(Locale.ROOT));
		this.words.put("name", organisation.name());
		this.words.put("from", from.toString());
		this.words.put("to", from.plusYears(5).minusDays(1).toString());
		this.words.put("due", from.plusYears(2).minusDays(1).toString());
		this.words.put("password", passwordHash);
		this.words.put("folder", this.folder.toString());
		String user = System.getProperty("user.name", "");
		this.words.put("user", user.equals("root") ? "jfp-monitor" : user);
		this.words.put("java", Path.of(System.getProperty("java.home"), "bin", "java").toString());
		this.words.put("jar", program());
	}

	/** What is wrong with starting anew there, as a sentence; empty when nothing is. */
	public Optional<String> hindrance() {
		for (String name : new String[] { "config", "data", "jfp-monitor.service" }) {
			if (Files.exists(this.folder.resolve(name))) {
				return Optional.of("Expected a folder without " + name + ", found one in \"" + this.folder
						+ "\". Nothing was written: name another folder, or move that away.");
			}
		}
		return Optional.empty();
	}

	/**
	 * Writes the files.
	 * @throws IOException when one cannot be written, or is there already
	 */
	public void write() throws IOException {
		Path config = this.folder.resolve("config");
		write(config.resolve("application.yaml"), filled("application.yaml"));
		this.words.put("local", filled("plan/local.yaml"));
		write(config.resolve("plan/plan.yaml"), filled("plan/plan.yaml"));
		write(config.resolve("plan/ambition-1.yaml"),
				filled(this.ambulances ? "plan/ambition-1-ambulance.yaml" : "plan/ambition-1.yaml"));
		copy("schema/*.json", config.resolve("schema"));
		write(this.folder.resolve("jfp-monitor.service"), filled("jfp-monitor.service"));
	}

	/** How the program is called from the folder. */
	public String program() {
		Path source = Optional.ofNullable(new ApplicationHome(NewInstallation.class).getSource())
			.map((file) -> file.toPath().toAbsolutePath())
			.filter(Files::isRegularFile)
			.orElse(this.folder.resolve("jfp-monitor.jar"));
		return source.toString();
	}

	private String filled(String template) throws IOException {
		return PLACES.replacePlaceholders(
				new ClassPathResource("init/" + template).getContentAsString(StandardCharsets.UTF_8), this.words::get);
	}

	private static void copy(String files, Path folder) throws IOException {
		for (Resource file : new PathMatchingResourcePatternResolver().getResources("classpath:" + files)) {
			write(folder.resolve(String.valueOf(file.getFilename())), file.getContentAsString(StandardCharsets.UTF_8));
		}
	}

	/** For the owner alone: the settings hold the hash of a password. */
	private static void write(Path file, String content) throws IOException {
		FolderRights.make(Objects.requireNonNull(file.getParent()));
		Files.createFile(file, FolderRights.of(file));
		Files.writeString(file, content);
	}

}
