package org.jfpmonitor.command;

import java.io.Console;
import java.io.PrintStream;
import java.util.List;
import java.util.Optional;
import java.util.Scanner;

import org.jfpmonitor.command.password.PasswordRules;
import org.jfpmonitor.command.settings.NoApplication;

import org.springframework.context.ApplicationContext;
import org.springframework.security.crypto.factory.PasswordEncoderFactories;

/**
 * Makes the hash of a password for the settings. The password is read from the terminal
 * or the standard input, never from the command line.
 */
class Password implements Command {

	@Override
	public String name() {
		return "password";
	}

	@Override
	public String form() {
		return "password";
	}

	@Override
	public Optional<String> misuse(List<String> words) {
		return words.isEmpty() ? Optional.empty()
				: Optional.of("password takes nothing more: the password is asked for, so that it does not stay in the"
						+ " shell's history.");
	}

	@Override
	public Class<?> source(Class<?> application) {
		return NoApplication.class;
	}

	@Override
	public int carryOut(ApplicationContext context, List<String> words, PrintStream out) {
		String password = read();
		Optional<String> fault = PasswordRules.fault(password);
		if (fault.isPresent()) {
			out.println(fault.get());
			return CommandLine.WRONG;
		}
		out.println(PasswordEncoderFactories.createDelegatingPasswordEncoder().encode(password));
		return CommandLine.DONE;
	}

	// Where there is no terminal, older Java has no console and newer Java has one that
	// reads the standard input.
	@SuppressWarnings("SystemConsoleNull")
	private static String read() {
		Console console = System.console();
		if (console != null) {
			char[] typed = console.readPassword("Password: ");
			return (typed != null) ? new String(typed) : "";
		}
		Scanner input = new Scanner(System.in, java.nio.charset.StandardCharsets.UTF_8);
		return input.hasNextLine() ? input.nextLine() : "";
	}

}
