package org.jfpmonitor.command;

import java.io.PrintStream;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;

import org.jfpmonitor.command.signal.StopSignal;
import org.jfpmonitor.store.DatabaseWatch;
import org.yaml.snakeyaml.error.YAMLException;

import org.springframework.boot.Banner;
import org.springframework.boot.ExitCodeGenerator;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.context.config.ConfigDataException;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;

/**
 * What was typed after the name of the program when it was not to serve: a command, its
 * words and its options. Exit codes: 0 all in, 1 something was refused, 2 wrong use or
 * broken configuration, 3 cut off by something that passes.
 */
public final class CommandLine {

	/** Everything was taken. */
	static final int DONE = 0;

	/** Something was refused; what and why was printed. */
	static final int REFUSED = 1;

	/** Wrong use or broken configuration; what to write instead was printed. */
	static final int WRONG = 2;

	/** Something passing was in the way; what is left undone is taken up again. */
	static final int CUT_OFF = 3;

	private static final List<String> HELP = List.of("--help", "-h", "help");

	private final String command;

	private final List<String> words;

	private final String[] arguments;

	private CommandLine(String command, List<String> words, String[] arguments) {
		this.command = command;
		this.words = words;
		this.arguments = arguments;
	}

	/**
	 * The command among the arguments; empty when there is none and the program is to
	 * serve. Options that set properties ({@code --name=value}) may stand anywhere.
	 */
	public static Optional<CommandLine> of(String... arguments) {
		List<String> words = Arrays.stream(arguments).filter((each) -> !isProperty(each)).toList();
		if (words.isEmpty()) {
			return Optional.empty();
		}
		return Optional.of(new CommandLine(words.get(0), words.subList(1, words.size()),
				Arrays.stream(arguments).filter(CommandLine::isProperty).toArray(String[]::new)));
	}

	/**
	 * Starts the service. Where it does not start, why was said, and the program ends:
	 * with exit code 2 where the configuration is to blame, with 3 where another process
	 * has the data folder or the database does not answer, else with 1.
	 * @param application the application class
	 */
	public static void serve(Class<?> application, String... arguments) {
		StopSignal stop = StopSignal.expected("Stopped before the start was done.", System.err);
		SpringApplication spring = new SpringApplication(application);
		AtomicBoolean settled = new AtomicBoolean();
		spring.addInitializers((context) -> settled.set(true));
		try {
			spring.run(arguments);
			stop.over();
		}
		catch (RuntimeException ex) {
			stop.over();
			System.exit(settled.get() ? exitCode(ex).orElse(isConfiguration(ex) ? WRONG : REFUSED) : WRONG);
		}
	}

	/**
	 * Carries the command out.
	 * @param application the application class
	 * @param out where results are printed
	 * @param error where wrong use is printed
	 * @return the exit code
	 */
	public int run(Class<?> application, PrintStream out, PrintStream error) {
		if (HELP.contains(this.command)) {
			out.println("java -jar jfp-monitor.jar [COMMAND] [--name=value ...]" + System.lineSeparator()
					+ "Without a command the program serves; " + Commands.forms());
			return DONE;
		}
		Optional<Command> known = Commands.named(this.command);
		if (known.isEmpty()) {
			error.println("Expected one of " + Commands.names() + ", found \"" + this.command
					+ "\". Without a command the program serves; " + Commands.forms());
			return WRONG;
		}
		Command oneShot = known.get();
		if (this.words.stream().anyMatch(HELP::contains)) {
			out.println("java -jar jfp-monitor.jar " + oneShot.form());
			return DONE;
		}
		Optional<String> misuse = oneShot.misuse(this.words);
		if (misuse.isPresent()) {
			error.println(misuse.get());
			return WRONG;
		}
		return carryOut(oneShot, application, out);
	}

	private int carryOut(Command oneShot, Class<?> application, PrintStream out) {
		StopSignal stop = StopSignal
			.expected("Stopped. What is left undone is taken up by a service that runs, or by the"
					+ " next nightly or import.", System.err);
		try (ConfigurableApplicationContext context = start(oneShot.source(application))) {
			return oneShot.carryOut(context, this.words, out);
		}
		catch (StartRefused ex) {
			return exitCode(ex).orElse(WRONG);
		}
		catch (DataAccessException | TransactionException ex) {
			if (stop.hasCome()) {
				return CUT_OFF;
			}
			out.println("Expected a database that answers to the end, found that it stopped: "
					+ NestedExceptionUtils.getMostSpecificCause(ex).getMessage()
					+ ". What was finished before is kept; once that is mended, a service that runs takes up what is"
					+ " left by itself, as does the next nightly or import.");
			return CUT_OFF;
		}
		catch (RuntimeException ex) {
			if (stop.hasCome()) {
				return CUT_OFF;
			}
			throw ex;
		}
		finally {
			stop.over();
		}
	}

	/** The one that the failure itself says. */
	private static OptionalInt exitCode(Throwable failure) {
		if (DatabaseWatch.isPassing(failure)) {
			return OptionalInt.of(CUT_OFF);
		}
		return Stream.iterate(failure, Objects::nonNull, Throwable::getCause)
			.filter(ExitCodeGenerator.class::isInstance)
			.mapToInt((each) -> ((ExitCodeGenerator) each).getExitCode())
			.findFirst();
	}

	/** Whether what is to be mended stands in the settings or the files of the plan. */
	private static boolean isConfiguration(Throwable failure) {
		return Stream.iterate(failure, Objects::nonNull, Throwable::getCause)
			.anyMatch((each) -> each instanceof BindException
					|| each instanceof InvalidConfigurationPropertyValueException || each instanceof ConfigDataException
					|| each instanceof YAMLException);
	}

	private ConfigurableApplicationContext start(Class<?> source) {
		SpringApplication spring = new SpringApplication(source);
		spring.setWebApplicationType(WebApplicationType.NONE);
		spring.setBannerMode(Banner.Mode.OFF);
		spring.setLogStartupInfo(false);
		spring.setAdditionalProfiles("command");
		try {
			return spring.run(this.arguments);
		}
		catch (RuntimeException ex) {
			// Spring Boot has said what is wrong and what to do.
			throw new StartRefused(ex);
		}
	}

	private static boolean isProperty(String argument) {
		return argument.startsWith("--") && argument.contains("=");
	}

	private static final class StartRefused extends RuntimeException {

		private static final long serialVersionUID = 1L;

		StartRefused(RuntimeException cause) {
			super(cause);
		}

	}

}
