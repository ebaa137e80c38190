package org.jfpmonitor.command.signal;

import java.io.PrintStream;
import java.util.concurrent.atomic.AtomicBoolean;

import ch.qos.logback.classic.LoggerContext;
import org.slf4j.LoggerFactory;

/**
 * A stop from outside (SIGTERM, Ctrl-C) while a start or a command is under way. It is
 * said in one sentence; that what was under way breaks off because of it is no news, so
 * nothing is logged from then on.
 */
public final class StopSignal {

	private final Thread hook;

	private final AtomicBoolean come;

	private StopSignal(Thread hook, AtomicBoolean come) {
		this.hook = hook;
		this.come = come;
	}

	/**
	 * Waits for it until it is {@link #over()}.
	 * @param sentence what is said, once
	 */
	public static StopSignal expected(String sentence, PrintStream out) {
		AtomicBoolean come = new AtomicBoolean();
		Thread hook = new Thread(() -> {
			come.set(true);
			if (LoggerFactory.getILoggerFactory() instanceof LoggerContext logs) {
				// They would say that nobody hears what is logged.
				logs.getStatusManager()
					.getCopyOfStatusListenerList()
					.forEach((each) -> logs.getStatusManager().remove(each));
				logs.stop();
			}
			out.println(sentence);
		}, "stop-signal");
		Runtime.getRuntime().addShutdownHook(hook);
		return new StopSignal(hook, come);
	}

	/** Whether it has come. */
	public boolean hasCome() {
		return this.come.get();
	}

	/** What was under way has ended by itself. */
	public void over() {
		try {
			Runtime.getRuntime().removeShutdownHook(this.hook);
		}
		catch (IllegalStateException stopping) {
			// It has come.
		}
	}

}
