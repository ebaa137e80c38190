package org.jfpmonitor.command;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.jfpmonitor.notification.MailPreview;
import org.jfpmonitor.notification.MailTrial;
import org.jfpmonitor.notification.MailTrial.TrialOutcome;
import org.jfpmonitor.plan.id.EmailAddress;
import org.jfpmonitor.schedule.Runs;

import org.springframework.context.ApplicationContext;

/** Tries whether mails go out, or shows what tonight's run would send, then stops. */
class Mail implements Command {

	private static final String TEST = "--test";

	private static final String PREVIEW = "--preview";

	@Override
	public String name() {
		return "mail";
	}

	@Override
	public String form() {
		return "mail --test ADDRESS, or mail --preview [FOLDER]";
	}

	@Override
	public Optional<String> misuse(List<String> words) {
		String what = words.isEmpty() ? "" : words.get(0);
		return switch (what) {
			case TEST -> (words.size() == 2) ? address(words.get(1))
					: wrong("Expected one address after --test, found " + (words.size() - 1) + ".");
			case PREVIEW -> switch (words.size()) {
				case 1 -> Optional.empty();
				case 2 -> folder(words.get(1));
				default -> wrong("Expected one folder at most after --preview, found " + (words.size() - 1) + ".");
			};
			default ->
				wrong("Expected --test or --preview, found " + (what.isEmpty() ? "neither" : "\"" + what + "\"") + ".");
		};
	}

	@Override
	public int carryOut(ApplicationContext context, List<String> words, PrintStream out) {
		return words.get(0).equals(TEST) ? test(context, EmailAddress.of(words.get(1)), out)
				: preview(context, words, out);
	}

	private static int test(ApplicationContext context, EmailAddress recipient, PrintStream out) {
		TrialOutcome outcome = context.getBean(MailTrial.class).send(recipient);
		out.println(outcome.words());
		return outcome.taken() ? CommandLine.DONE : CommandLine.REFUSED;
	}

	private static int preview(ApplicationContext context, List<String> words, PrintStream out) {
		MailPreview preview = context.getBean(MailPreview.class);
		Path folder = (words.size() == 2) ? Path.of(words.get(1)) : preview.usualFolder();
		try {
			List<String> mails = preview.write(folder);
			out.println(switch (mails.size()) {
				case 0 -> "A run now would send no mail: there is no news.";
				case 1 -> "A run now would send 1 mail; it is in \"" + folder + "\":";
				default -> "A run now would send " + mails.size() + " mails; they are in \"" + folder + "\":";
			});
			mails.forEach(out::println);
			if (context.getBean(Runs.class).hasFilesWaiting()) {
				out.println(
						"Files wait in the inbox. They are imported before the mails are written, so the run may find more.");
			}
			out.println("Nothing was sent or recorded.");
			return CommandLine.DONE;
		}
		catch (IOException ex) {
			out.println("Expected a folder that can be written to, found that \"" + folder + "\" cannot: "
					+ ex.getMessage() + ". Name another one.");
			return CommandLine.WRONG;
		}
	}

	private Optional<String> address(String word) {
		try {
			EmailAddress.of(word);
			return Optional.empty();
		}
		catch (IllegalArgumentException ex) {
			return wrong("Expected a mail address such as name@example.org after --test, found \"" + word + "\".");
		}
	}

	/** A folder that holds anything may hold what nobody wants replaced. */
	private Optional<String> folder(String word) {
		Path folder = Path.of(word);
		if (!Files.exists(folder)) {
			return Optional.empty();
		}
		try (Stream<Path> content = Files.list(folder)) {
			return content.findAny().isEmpty() ? Optional.empty() : wrong(
					"Expected a new or an empty folder after --preview, found that \"" + word + "\" holds something.");
		}
		catch (IOException ex) {
			return wrong("Expected a folder after --preview, found that \"" + word + "\" cannot be listed.");
		}
	}

	private Optional<String> wrong(String what) {
		return Optional.of(what + " Write: " + form());
	}

}
