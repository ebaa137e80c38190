package org.jfpmonitor.command;

import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jfpmonitor.access.settings.AccessProperties;
import org.jfpmonitor.command.settings.NoApplication;
import org.jfpmonitor.command.settings.Settings;
import org.jfpmonitor.extract.Layouts;
import org.jfpmonitor.plan.Plan;
import org.jfpmonitor.plan.catalogue.CatalogueReading;
import org.jfpmonitor.plan.id.MeasureId;
import org.jfpmonitor.plan.reading.EditionFiles;
import org.jfpmonitor.plan.reading.EditionsReading;
import org.jfpmonitor.plan.reading.OrganisationsFile;
import org.jfpmonitor.plan.reading.OrganisationsReading;
import org.jfpmonitor.plan.yaml.OverlaidFiles;
import org.jfpmonitor.plan.yaml.ShippedFiles;
import org.jfpmonitor.plan.yaml.WordList;

import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.bind.handler.IgnoreErrorsBindHandler;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.context.ApplicationContext;
import org.springframework.core.env.ConfigurableEnvironment;

/**
 * Says everything that is wrong with plan, organisations, layouts and settings, and
 * touches nothing.
 */
class Check implements Command {

	private static final String RETENTION = "jfp.retention.layouts";

	private static final int MOST_NAMED = 3;

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
		OverlaidFiles ownCatalogue = OverlaidFiles.of(config.resolve("catalogue"), ShippedFiles.in("catalogue"));
		CatalogueReading catalogue = CatalogueReading.of(ownCatalogue);
		EditionsReading plan = EditionFiles.in(config)
			.read(organisations.organisations().orElse(null), catalogue.catalogue());
		List<Object> faults = new ArrayList<>(organisations.faults());
		faults.addAll(catalogue.faults());
		faults.addAll(plan.faults());
		List<Object> warnings = new ArrayList<>(plan.warnings());
		Set<MeasureId> unasked = new TreeSet<>();
		List<Path> own = new ArrayList<>(OrganisationsFile.inPlaceOfShipped(config.resolve("organisations.yaml")));
		own.addAll(ownCatalogue.inPlaceOfShipped());
		ConfigurableEnvironment environment = (ConfigurableEnvironment) context.getEnvironment();
		plan.legible().map((legible) -> Layouts.in(config, legible, catalogue.catalogue())).ifPresent((layouts) -> {
			faults.addAll(layouts.faults());
			warnings.addAll(layouts.warnings());
			unasked.addAll(layouts.unasked());
			own.addAll(layouts.inPlaceOfShipped());
			if (layouts.layouts() != null) {
				warnings.addAll(unknownLayouts(environment, layouts.layouts()));
			}
		});
		faults.addAll(Settings.faults(environment));
		faults.addAll(unknownPlans(environment, plan));
		warnings.addAll(Settings.warnings(environment));
		faults.forEach(out::println);
		warnings.forEach((warning) -> out.println("warning: " + warning));
		own.forEach((file) -> out.println("Own file: " + file + " stands in place of the shipped one, which says"
				+ " something else. Delete it to follow the program."));
		skipped(unasked).ifPresent(out::println);
		Optional<String> next = nextStep(config, plan);
		next.ifPresent(out::println);
		out.println(faults.isEmpty() ? sound(plan, config, next.isPresent()) : count(faults.size()));
		return faults.isEmpty() ? CommandLine.DONE : CommandLine.WRONG;
	}

	private static List<String> unknownLayouts(ConfigurableEnvironment environment, Layouts layouts) {
		return Binder.get(environment)
			.bind(RETENTION, Bindable.mapOf(String.class, String.class))
			.orElse(Map.of())
			.keySet()
			.stream()
			.map((each) -> layouts.fault(RETENTION, each))
			.flatMap(Optional::stream)
			.toList();
	}

	/**
	 * Plans that users and accounts are kept to and that are not there: they would see
	 * none.
	 */
	private static List<String> unknownPlans(ConfigurableEnvironment environment, EditionsReading reading) {
		List<String> ids = reading.editions().stream().map((each) -> each.plan().id().value()).toList();
		List<AccessProperties.User> users = Binder.get(environment)
			.bind(ConfigurationPropertyName.of("jfp.access.users"), Bindable.listOf(AccessProperties.User.class),
					new IgnoreErrorsBindHandler())
			.orElse(List.of());
		Stream<Optional<String>> ofUsers = users.stream()
			.flatMap((user) -> Stream.concat(user.keptTo().stream(), user.editorOf().stream())
				.distinct()
				.map((plan) -> unknownPlan("jfp.access.users, " + user.name() + ": expected plans: the id", plan,
						ids)));
		Stream<Optional<String>> ofAccounts = Stream.of("jfp.access.sign-on.plans", "jfp.access.sign-on.editors-of")
			.flatMap((setting) -> Binder.get(environment)
				.bind(setting, Bindable.mapOf(String.class, Object.class))
				.orElse(Map.of())
				.keySet()
				.stream()
				.map((plan) -> unknownPlan(setting + ": expected the id", plan, ids)));
		return Stream.concat(ofUsers, ofAccounts).flatMap(Optional::stream).toList();
	}

	private static Optional<String> unknownPlan(String expected, String plan, List<String> ids) {
		return (ids.isEmpty() || ids.contains(plan)) ? Optional.empty()
				: Optional.of(expected + " of a plan, found \"" + plan + "\". " + WordList.instead(plan, ids));
	}

	private static String sound(EditionsReading reading, Path config, boolean unfinished) {
		List<Plan> plans = reading.editions().stream().map(EditionsReading.Edition::plan).toList();
		String verdict = unfinished ? "No mistake, but a plan that is not finished, in " : "Nothing is wrong in ";
		if (plans.size() == 1) {
			return "%s%s: %s.".formatted(verdict, config, contents(plans.get(0)));
		}
		long first = plans.stream().filter((each) -> each.succeeds() == null).count();
		return "%s%s: %s%s. %s".formatted(verdict, config, (first > 1) ? number((int) first, "plan") + " with " : "",
				number(plans.size(), "edition"),
				plans.stream()
					.map((each) -> "%s from %s: %s.".formatted(each.id(), each.duration().start(), contents(each)))
					.collect(Collectors.joining(" ")));
	}

	private static String contents(Plan plan) {
		return "%s, %s, %s, %s".formatted(number(plan.ambitions().size(), "ambition"),
				number(plan.objectives().size(), "objective"), number(plan.measures().size(), "measure"),
				number(plan.feeds().size(), "feed"));
	}

	private static Optional<String> skipped(Set<MeasureId> unasked) {
		String names = unasked.stream().limit(MOST_NAMED).map(MeasureId::value).collect(Collectors.joining(", "));
		int more = unasked.size() - MOST_NAMED;
		return unasked.isEmpty() ? Optional.empty()
				: Optional.of("Skipped: figures of " + number(unasked.size(), "measure")
						+ " that the layouts know and the plan does not ask for: " + names
						+ ((more > 0)
								? " and " + more + " more. Of those that are published, docs/catalogue.md lists all."
								: "."));
	}

	/** What to do where there is no plan at all, or nothing in it. */
	private static Optional<String> nextStep(Path config, EditionsReading reading) {
		Optional<Plan> empty = reading.editions()
			.stream()
			.map(EditionsReading.Edition::plan)
			.filter((plan) -> plan.objectives().isEmpty() && plan.measures().isEmpty())
			.findFirst();
		if (reading.faults().isEmpty() && empty.isPresent()) {
			return Optional.of("Next step: the plan " + empty.get().id() + " has no objective. Write a file for each"
					+ " ambition beside plan.yaml, such as ambition-1.yaml, with \"ambition:\" and \"objectives:\";"
					+ " docs/writing-a-plan.md shows how.");
		}
		Optional<Path> folder = reading.emptyFolders().stream().findFirst();
		return folder.map((each) -> {
			boolean there = Files.exists(each);
			return "Next step: \"" + (there ? each : config)
					+ "\" has no plan. \"init --organisation CODE --folder FOLDER\""
					+ " writes a configuration to begin with"
					+ (there ? "; take the files of its folder config/plan."
							: Files.isDirectory(config) ? "; take the folder config/plan from it." : ".")
					+ " To check another folder write: check --jfp.config=FOLDER";
		});
	}

	private static String count(int faults) {
		return number(faults, "mistake") + ".";
	}

	private static String number(int number, String what) {
		return number + " " + what + ((number == 1) ? "" : "s");
	}

}
