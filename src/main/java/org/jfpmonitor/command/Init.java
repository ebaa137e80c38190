package org.jfpmonitor.command;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Base64;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.jfpmonitor.calendar.Today;
import org.jfpmonitor.command.init.NewInstallation;
import org.jfpmonitor.command.settings.NoApplication;
import org.jfpmonitor.organisation.Organisation;
import org.jfpmonitor.organisation.Organisations;
import org.jfpmonitor.plan.reading.OrganisationsFile;
import org.jfpmonitor.plan.yaml.WordList;

import org.springframework.context.ApplicationContext;
import org.springframework.core.env.CommandLinePropertySource;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.PropertySource;
import org.springframework.security.crypto.factory.PasswordEncoderFactories;

/** Writes the files with which an installation for one organisation begins. */
class Init implements Command {

	private static final String FORM = "init --organisation CODE --folder FOLDER";

	private static final Set<Organisation.Type> WITH_A_PLAN = EnumSet.of(Organisation.Type.ICB, Organisation.Type.TRUST,
			Organisation.Type.AMBULANCE_TRUST);

	@Override
	public String name() {
		return "init";
	}

	@Override
	public String form() {
		return FORM;
	}

	@Override
	public Optional<String> misuse(List<String> words) {
		Map<String, String> options = Options.of(words);
		if (!options.keySet().equals(Set.of("--organisation", "--folder")) || options.containsValue("")) {
			return Optional.of("Expected --organisation with an ODS code and --folder, found \""
					+ String.join(" ", words) + "\". Write for example: init --organisation QKS --folder jfp");
		}
		Path folder = Path.of(options.getOrDefault("--folder", ""));
		return (!Files.exists(folder) || Files.isDirectory(folder)) ? Optional.empty()
				: Optional.of("Expected a folder, found the file \"" + folder + "\". Name another one.");
	}

	@Override
	public Class<?> source(Class<?> application) {
		return NoApplication.class;
	}

	@Override
	public int carryOut(ApplicationContext context, List<String> words, PrintStream out) {
		Map<String, String> options = Options.of(words);
		String folder = options.getOrDefault("--folder", "");
		Organisations register = OrganisationsFile.shipped();
		String code = options.getOrDefault("--organisation", "");
		LocalDate today = today((ConfigurableEnvironment) context.getEnvironment());
		Optional<Organisation> found = register.find(code);
		Optional<String> refusal = refusal(code, found, register, today);
		if (refusal.isPresent()) {
			out.println(refusal.get());
			return CommandLine.WRONG;
		}
		byte[] random = new byte[15];
		new SecureRandom().nextBytes(random);
		String password = Base64.getUrlEncoder().encodeToString(random);
		NewInstallation installation = new NewInstallation(Path.of(folder), found.orElseThrow(), today,
				PasswordEncoderFactories.createDelegatingPasswordEncoder().encode(password));
		Optional<String> hindrance = installation.hindrance();
		if (hindrance.isPresent()) {
			out.println(hindrance.get());
			return CommandLine.WRONG;
		}
		try {
			installation.write();
		}
		catch (IOException ex) {
			out.println("Expected a folder that can be written, found that \"" + folder + "\" cannot: "
					+ ex.getMessage() + ". Name another one, or allow this user to write there.");
			return CommandLine.WRONG;
		}
		out.println("\"" + folder + "\" holds the beginnings of an installation for " + found.orElseThrow().name()
				+ ". Next:");
		out.println("  cd " + folder);
		out.println("  java -jar " + installation.program() + " check");
		out.println("  java -jar " + installation.program());
		out.println("Sign in at http://localhost:8080 as \"analyst\" with the password " + password
				+ " (only its hash is kept, in config/application.yaml). Then correct config/plan.");
		return CommandLine.DONE;
	}

	/** Why there is no plan for that code. */
	private static Optional<String> refusal(String code, Optional<Organisation> found, Organisations register,
			LocalDate today) {
		if (found.isEmpty()) {
			return Optional.of("Expected the ODS code of an integrated care board or NHS trust in England, found \""
					+ code + "\", which the register does not have. Boards: " + boards(register, today)
					+ "; trusts have codes such as " + trust(register, today) + ".");
		}
		Organisation organisation = found.get();
		if (!WITH_A_PLAN.contains(organisation.kind())) {
			return Optional.of("Expected the code of an integrated care board or NHS trust, found " + code + ", "
					+ organisation.name() + ". Write the code of the organisation whose plan it is.");
		}
		if (!organisation.isOpenOn(today)) {
			return Optional.of("Expected an organisation that is open on " + today + ", found " + code + ", "
					+ organisation.name() + ", which is not." + followed(register.successorsOf(organisation))
					+ whileOpen(organisation, today));
		}
		return Optional.empty();
	}

	private static String whileOpen(Organisation organisation, LocalDate today) {
		LocalDate closed = organisation.closed();
		return " For a plan of days on which it is open, add one of these days, such as --jfp.today="
				+ ((closed != null && closed.isBefore(today)) ? closed : organisation.opened()) + ".";
	}

	private static String followed(List<Organisation> successors) {
		String codes = WordList.either(successors.stream().map((each) -> each.code().value()).toList());
		return successors.isEmpty() ? " Write the code of the one that is."
				: " " + WordList.all(successors.stream().map((each) -> each.code() + ", " + each.name()).toList())
						+ ", followed it: write --organisation " + codes + ".";
	}

	/**
	 * A day that is set for another installation, in whose folder this is called, is not
	 * its day.
	 */
	private static LocalDate today(ConfigurableEnvironment environment) {
		PropertySource<?> typed = environment.getPropertySources()
			.get(CommandLinePropertySource.COMMAND_LINE_PROPERTY_SOURCE_NAME);
		LocalDate day = (typed != null && typed.containsProperty("jfp.today"))
				? environment.getProperty("jfp.today", LocalDate.class) : null;
		return (day != null) ? day : Today.by(Clock.systemUTC()).day();
	}

	private static String trust(Organisations register, LocalDate today) {
		return register.all()
			.stream()
			.filter((each) -> each.kind() == Organisation.Type.TRUST && each.isOpenOn(today))
			.map((each) -> each.code().value())
			.findFirst()
			.orElseThrow();
	}

	private static String boards(Organisations register, LocalDate today) {
		return String.join(", ",
				register.all()
					.stream()
					.filter((each) -> each.kind() == Organisation.Type.ICB && each.isOpenOn(today))
					.map((each) -> each.code().value())
					.toList());
	}

}
