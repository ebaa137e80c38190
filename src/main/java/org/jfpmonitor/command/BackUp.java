package org.jfpmonitor.command;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

import javax.sql.DataSource;

import org.jfpmonitor.store.DatabaseAlone;
import org.jfpmonitor.store.backup.Backup;
import org.jfpmonitor.store.backup.BackupRefused;
import org.jfpmonitor.store.backup.Restore;

import org.springframework.context.ApplicationContext;

/** Writes the whole database into one file, also beside a running service. */
class BackUp implements Command {

	@Override
	public String name() {
		return "backup";
	}

	@Override
	public String form() {
		return "backup --out FILE";
	}

	@Override
	public Optional<String> misuse(List<String> words) {
		if (words.size() != 2 || !words.get(0).equals("--out")) {
			return Optional.of("Expected --out and the file to write, found \"" + String.join(" ", words)
					+ "\". Write: " + form());
		}
		Path file = Path.of(words.get(1)).toAbsolutePath();
		if (Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
			return Optional.of("Expected a file that is not there yet, found \"" + words.get(1)
					+ "\", which is left as it is. Name another one, such as one with the day in it, or move that away.");
		}
		Path folder = file.getParent();
		return (folder != null && Files.isDirectory(folder)) ? Optional.empty() : Optional
			.of("Expected a file in a folder that exists, found \"" + words.get(1) + "\". Write: " + form());
	}

	@Override
	public Class<?> source(Class<?> application) {
		return DatabaseAlone.class;
	}

	@Override
	public int carryOut(ApplicationContext context, List<String> words, PrintStream out) {
		Path file = Path.of(words.get(1)).toAbsolutePath();
		try {
			long rows = new Backup(context.getBean(DataSource.class)).write(file);
			out.println("\"" + words.get(1) + "\" holds the database, " + rows
					+ " rows. The files of data/archive and config are not in it.");
			return CommandLine.DONE;
		}
		catch (FileAlreadyExistsException ex) {
			out.println("Expected a file that is not there yet, found \"" + words.get(1)
					+ "\", which was made meanwhile and is left as it is. Name another one.");
		}
		catch (IOException ex) {
			out.println("Expected a file that can be written, found that \"" + words.get(1) + "\" cannot: "
					+ ex.getMessage() + ". Name another one.");
		}
		catch (SQLException ex) {
			out.println("Expected a database that answers to the end, found: " + ex.getMessage()
					+ ". Nothing was written; mend that and start again.");
		}
		return CommandLine.WRONG;
	}

	/** Fills an empty database from a file that {@link BackUp} wrote. */
	static final class Restoring implements Command {

		@Override
		public String name() {
			return "restore";
		}

		@Override
		public String form() {
			return "restore --from FILE";
		}

		@Override
		public Optional<String> misuse(List<String> words) {
			if (words.size() != 2 || !words.get(0).equals("--from")) {
				return Optional
					.of("Expected --from and the backup, found \"" + String.join(" ", words) + "\". Write: " + form());
			}
			return Files.isRegularFile(Path.of(words.get(1))) ? Optional.empty()
					: Optional.of("Expected a backup, found no file \"" + words.get(1) + "\". Write: " + form());
		}

		@Override
		public Class<?> source(Class<?> application) {
			return DatabaseAlone.class;
		}

		@Override
		public int carryOut(ApplicationContext context, List<String> words, PrintStream out) {
			try {
				long rows = new Restore(context.getBean(DataSource.class)).read(Path.of(words.get(1)));
				out.println("The database holds the " + rows + " rows of \"" + words.get(1)
						+ "\". Put data/archive and config back as well, then start the service.");
				return CommandLine.DONE;
			}
			catch (BackupRefused refused) {
				out.println(refused.getMessage() + " Nothing was changed.");
			}
			catch (IOException ex) {
				out.println("Expected a file that can be read, found that \"" + words.get(1) + "\" cannot: "
						+ ex.getMessage() + ". Nothing was changed.");
			}
			catch (SQLException ex) {
				out.println("Expected a database that takes the rows, found: " + ex.getMessage()
						+ ". Nothing was changed; mend that and start again.");
			}
			return CommandLine.WRONG;
		}

	}

}
