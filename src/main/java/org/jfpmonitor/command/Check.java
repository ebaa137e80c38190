package org.jfpmonitor.command;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.jfpmonitor.access.settings.AccessSettings;
import org.jfpmonitor.extract.Layouts;
import org.jfpmonitor.notification.MailSettings;
import org.jfpmonitor.plan.Plan;
import org.jfpmonitor.plan.reading.OrganisationsFile;
import org.jfpmonitor.plan.reading.OrganisationsReading;
import org.jfpmonitor.plan.reading.PlanFiles;
import org.jfpmonitor.plan.reading.PlanReading;
import org.jfpmonitor.plan.yaml.Fault;

import org.springframework.context.ApplicationContext;
import org.springframework.core.env.ConfigurableEnvironment;

/**
 * Says everything that is wrong with plan, organisations, layouts and settings, and
 * touches nothing.
 */
class Check implements Command {

	@Override
	public String name() {
		return "check";
	}

	@Override
	public String form() {
		return "check";
	}

	@Override
	public Optional<String> misuse(List<String> words) {
		return words.isEmpty() ? Optional.empty() : Optional.of("check takes nothing more, found \""
				+ String.join(" ", words) + "\". To check another folder write: check --jfp.config=FOLDER");
	}

	@Override
	public Class<?> source(Class<?> application) {
		return NoApplication.class;
	}

	@Override
	public int carryOut(ApplicationContext context, List<String> words, PrintStream out) {
		Path config = Path.of(context.getEnvironment().getProperty("jfp.config", "config"));
		OrganisationsReading organisations = OrganisationsFile.read(config.resolve("organisations.yaml"));
		PlanReading plan = PlanFiles.read(config.resolve("plan"), organisations);
		List<Object> faults = new ArrayList<>(organisations.faults());
		faults.addAll(plan.faults());
		List<Fault> warnings = new ArrayList<>(plan.warnings());
		plan.legible().map((legible) -> Layouts.read(config.resolve("layouts"), legible)).ifPresent((layouts) -> {
			faults.addAll(layouts.faults());
			warnings.addAll(layouts.warnings());
		});
		faults.addAll(Settings.faults((ConfigurableEnvironment) context.getEnvironment()));
		faults.addAll(MailSettings.faults(context.getEnvironment()));
		faults.addAll(AccessSettings.faults(context.getEnvironment()));
		faults.forEach(out::println);
		warnings.forEach((warning) -> out.println("warning: " + warning));
		out.println(faults.isEmpty() ? sound(plan, config) : count(faults.size()));
		return faults.isEmpty() ? CommandLine.DONE : CommandLine.WRONG;
	}

	private static String sound(PlanReading reading, Path config) {
		Plan plan = reading.plan().orElseThrow();
		return "Nothing is wrong in %s: %d ambitions, %d objectives, %d measures, %d feeds.".formatted(config,
				plan.ambitions().size(), plan.objectives().size(), plan.measures().size(), plan.feeds().size());
	}

	private static String count(int faults) {
		return (faults == 1) ? "1 mistake." : faults + " mistakes.";
	}

}
