package org.jfpmonitor.command.progress;

import java.io.Console;
import java.io.PrintStream;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

import org.jfpmonitor.intake.RunProgress;

import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;

/**
 * Shows whoever waits for a run how far it has come: a bar where there is a terminal, a
 * line from time to time where there is none.
 */
public final class ConsoleProgress implements AutoCloseable {

	private static final int CELLS = 30;

	private static final Duration BAR_EVERY = Duration.ofSeconds(1);

	private static final Duration LINE_EVERY = Duration.ofSeconds(10);

	private final ScheduledExecutorService looks = Executors.newSingleThreadScheduledExecutor((work) -> {
		Thread thread = new Thread(work, "console-progress");
		thread.setDaemon(true);
		return thread;
	});

	private final Supplier<Optional<RunProgress>> progress;

	private final PrintStream out;

	private final boolean terminal;

	private final ScheduledFuture<?> looking;

	private String said = "";

	private ConsoleProgress(Supplier<Optional<RunProgress>> progress, PrintStream out, boolean terminal) {
		this.progress = progress;
		this.out = out;
		this.terminal = terminal;
		long every = (terminal ? BAR_EVERY : LINE_EVERY).toMillis();
		this.looking = this.looks.scheduleWithFixedDelay(this::look, every, every, TimeUnit.MILLISECONDS);
	}

	/**
	 * Shows it until it is closed.
	 * @param progress asked from time to time; empty when nothing is under way
	 */
	public static ConsoleProgress begin(Supplier<Optional<RunProgress>> progress, PrintStream out) {
		return new ConsoleProgress(progress, out, isTerminal());
	}

	/** {@code 12 of 60 files are dealt with, 7 more are read, 12,345 lines.} */
	static String line(RunProgress progress) {
		return String.format(Locale.UK, "%,d of %,d files are dealt with, %,d more are read, %,d lines.",
				progress.settled(), progress.files(), progress.readAhead(), progress.lines());
	}

	/**
	 * {@code [######===.....................] 12 of 60 files ...}: dealt with, read, and
	 * the rest.
	 */
	static String bar(RunProgress progress) {
		long files = Math.max(1, progress.files());
		int settled = (int) (CELLS * progress.settled() / files);
		int read = (int) (CELLS * (progress.settled() + progress.readAhead()) / files) - settled;
		return "[" + "#".repeat(settled) + "=".repeat(read) + ".".repeat(CELLS - settled - read) + "] "
				+ line(progress);
	}

	/** A database that is away is said by the run itself. */
	private void look() {
		try {
			this.progress.get().filter((run) -> run.files() > 0).ifPresent(this::show);
		}
		catch (DataAccessException | TransactionException ex) {
			this.said = "";
		}
	}

	private synchronized void show(RunProgress run) {
		String now = this.terminal ? bar(run) : line(run);
		if (this.looking.isCancelled() || now.equals(this.said)) {
			return;
		}
		if (this.terminal) {
			this.out.print("\r" + now + " ".repeat(Math.max(0, this.said.length() - now.length())));
		}
		else {
			this.out.println(now);
		}
		this.out.flush();
		this.said = now;
	}

	/** Takes the bar away, so that what came of the run stands alone. */
	@Override
	public synchronized void close() {
		this.looking.cancel(false);
		this.looks.shutdown();
		if (this.terminal && !this.said.isEmpty()) {
			this.out.print("\r" + " ".repeat(this.said.length()) + "\r");
			this.out.flush();
		}
	}

	/**
	 * From Java 22 on there is a console where output goes to a file, too, and it says
	 * so.
	 */
	@SuppressWarnings("SystemConsoleNull") // null up to Java 21
	private static boolean isTerminal() {
		Console console = System.console();
		if (console == null) {
			return false;
		}
		try {
			return Boolean.TRUE.equals(Console.class.getMethod("isTerminal").invoke(console));
		}
		catch (NoSuchMethodException before22) {
			return true;
		}
		catch (ReflectiveOperationException ex) {
			return false;
		}
	}

}
