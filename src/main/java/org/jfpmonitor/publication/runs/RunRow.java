package org.jfpmonitor.publication.runs;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jfpmonitor.calendar.Period;
import org.jfpmonitor.intake.RunProgress;
import org.jfpmonitor.publication.page.LondonTime;
import org.jfpmonitor.schedule.RunLog.LoggedRun;

/**
 * One run and how far it has come, as a page shows it.
 *
 * @param id its number
 * @param title what made it start
 * @param day the day it is for, in words
 * @param started when it was begun, in words
 * @param finished whether nothing of it is left undone
 * @param ended when that was and how long it took, in words; empty before
 * @param files how many files it received
 * @param settled how many of them are published, refused or known, and put away, or
 * passed over
 * @param passedOver how many of these were passed over
 * @param readAhead how many are read and wait for their turn
 * @param left how many are not settled
 * @param lines lines read of those that are settled
 * @param read files that are being read ahead
 * @param waiting the first files that wait
 * @param more how many wait besides
 */
record RunRow(long id, String title, String day, String started, boolean finished, String ended, long files,
		long settled, long passedOver, long readAhead, long left, String lines, List<FileRow> read,
		List<FileRow> waiting, long more) {

	static RunRow of(LoggedRun run, RunProgress progress) {
		List<FileRow> read = FileRow.all(progress.read());
		List<FileRow> waiting = FileRow.all(progress.waiting());
		return new RunRow(run.id(), run.kind().inWords(), Period.day(run.day()).inWords(),
				LondonTime.inWords(run.startedAt()), run.finishedAt() != null, ended(run), progress.files(),
				progress.settled(), progress.passedOver(), progress.readAhead(), progress.left(),
				number(progress.lines()), read, waiting, progress.left() - read.size() - waiting.size());
	}

	/** Twelve of its sixty files, as a sentence. */
	public String inWords() {
		if (this.files == 0) {
			return this.finished ? "It received no file, or which ones is no longer recorded."
					: "It has received no file yet.";
		}
		return number(this.settled) + " of its " + number(this.files) + ((this.files == 1) ? " file" : " files")
				+ ((this.settled == 1) ? " is" : " are") + " dealt with.";
	}

	private static String number(long number) {
		return String.format(Locale.UK, "%,d", number);
	}

	private static String ended(LoggedRun run) {
		return (run.finishedAt() != null)
				? LondonTime.inWords(run.finishedAt()) + run.duration().map(RunRow::after).orElse("") : "";
	}

	private static String after(Duration took) {
		String parts = Stream
			.of(counted(took.toHours(), "hour"), counted(took.toMinutesPart(), "minute"),
					counted(took.toSecondsPart(), "second"))
			.filter((each) -> !each.isEmpty())
			.collect(Collectors.joining(" "));
		return ", after " + (parts.isEmpty() ? "less than a second" : parts);
	}

	private static String counted(long count, String noun) {
		return (count == 0) ? "" : count + " " + noun + ((count == 1) ? "" : "s");
	}

	/**
	 * One file that is not settled.
	 *
	 * @param name the name that people read
	 * @param since since when it is being read, in words; empty when it is not
	 * @param published whether it only has to be put away
	 * @param trouble what was in its way last; empty when nothing was
	 */
	record FileRow(String name, String since, boolean published, String trouble) {

		static List<FileRow> all(List<RunProgress.FileAtHand> files) {
			return files.stream()
				.map((each) -> new FileRow(each.name(), (each.since() != null) ? LondonTime.inWords(each.since()) : "",
						each.published(), (each.trouble() != null) ? each.trouble() : ""))
				.toList();
		}

	}

}
