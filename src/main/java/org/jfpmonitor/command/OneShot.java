package org.jfpmonitor.command;

import java.io.PrintStream;
import java.util.List;
import java.util.Optional;

import org.springframework.context.ApplicationContext;

/** One command: what it is called, what it takes and what it does. */
interface OneShot {

	/** The word that calls it. */
	String name();

	/** How it is written, for help: {@code import FILE...}. */
	String form();

	/**
	 * What is wrong with the words given, as a sentence that says what to write instead;
	 * empty when nothing is.
	 */
	Optional<String> misuse(List<String> words);

	/** What to start: the whole application, unless less will do. */
	default Class<?> source(Class<?> application) {
		return application;
	}

	/**
	 * Carries it out.
	 * @return the exit code
	 */
	int carryOut(ApplicationContext context, List<String> words, PrintStream out);

}
