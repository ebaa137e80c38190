package org.jfpmonitor.extract;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;

import org.jfpmonitor.extract.disclosure.Withheld;
import org.jfpmonitor.extract.recognition.Recognised;
import org.jfpmonitor.extract.recognition.Recognition;
import org.jfpmonitor.extract.result.Extract;
import org.jfpmonitor.extract.result.ExtractRefused;
import org.jfpmonitor.extract.result.ReadingContext;
import org.jfpmonitor.extract.result.Reject;
import org.jfpmonitor.extract.text.SourceFile;
import org.jfpmonitor.extract.text.Unreadable;
import org.jfpmonitor.observation.SmallNumbers;
import org.jfpmonitor.organisation.Organisations;

/**
 * Reads one file at a time, each of its tables by the layout that recognises it. May be
 * used by several threads.
 */
public final class ExtractReader {

	private final Layouts layouts;

	private final Organisations organisations;

	/** A reader that knows these layouts and organisations. */
	public ExtractReader(Layouts layouts, Organisations organisations) {
		this.layouts = layouts;
		this.organisations = organisations;
	}

	/**
	 * Reads the whole file.
	 * @param file where it lies
	 * @param fileName the name it arrived under, which may hold its period or vintage
	 * @param context what it is read against
	 * @param rejects is handed every reject, in file order; none is held. Also called
	 * before a refusal
	 * @throws ExtractRefused when nothing of the file can be taken
	 */
	public Extract read(Path file, String fileName, ReadingContext context, Consumer<Reject> rejects) {
		try {
			SourceFile source = SourceFile.of(file, fileName);
			return read(source, Recognised.of(source, this.layouts.all()), context, rejects);
		}
		catch (Unreadable unreadable) {
			throw new ExtractRefused(List.of(unreadable.getMessage()));
		}
	}

	/** Whether the file is a workbook, of which more is held in memory than of a text. */
	public static boolean isWorkbook(Path file, String fileName) {
		try {
			return SourceFile.of(file, fileName).kind().isWorkbook();
		}
		catch (Unreadable saidWhenItIsRead) {
			return false;
		}
	}

	private Extract read(SourceFile source, Recognised recognised, ReadingContext context, Consumer<Reject> rejects) {
		List<Extract> extracts = new ArrayList<>();
		List<String> names = new ArrayList<>();
		List<String> unread = new ArrayList<>(recognised.unread());
		List<TableReading> empty = new ArrayList<>();
		List<Recognition> tables = tables(recognised);
		List<TableReading> readings = tables.stream()
			.map((each) -> new TableReading(source, each, layouts(each, tables), this.organisations, context))
			.toList();
		Withheld withheld = withheld(readings, rejects);
		for (TableReading each : readings) {
			each.readLines(rejects);
			each.finish(withheld).ifPresentOrElse((read) -> {
				extracts.add(read);
				names.add(each.name());
			}, () -> {
				unread.add("\"" + each.name() + "\" (nothing about organisations and measures of the plan)");
				empty.add(each);
			});
		}
		if (extracts.isEmpty()) {
			throw empty.get(0).nothing();
		}
		return SheetExtracts.merge(extracts, names, unread, source.name());
	}

	/**
	 * Where one table has small numbers, the others go by them, too: their figures may
	 * count the same people.
	 */
	private static List<Recognition> tables(Recognised recognised) {
		return recognised.tables()
			.stream()
			.flatMap((each) -> each.layout().control().stream())
			.max(SmallNumbers.STRICTNESS)
			.map((rule) -> recognised.tables().stream().map((each) -> each.controlledBy(rule)).toList())
			.orElse(recognised.tables());
	}

	/**
	 * By what a refusal says that the file was read: with small numbers, by all of them.
	 */
	private static String layouts(Recognition table, List<Recognition> all) {
		return table.layout().isControlled()
				? all.stream().map((each) -> each.layout().id()).distinct().collect(Collectors.joining(", "))
				: table.layout().id();
	}

	/** Of small numbers it is decided over all tables, before anything is said of one. */
	private Withheld withheld(List<TableReading> readings, Consumer<Reject> rejects) {
		if (readings.stream().noneMatch(TableReading::withholds)) {
			return Withheld.NOTHING;
		}
		readings.forEach((each) -> each.readLines(rejects));
		return Withheld.of(readings.stream().map(TableReading::counted).toList(), this.organisations);
	}

}
