package org.jfpmonitor.extract.recognition;

import java.util.ArrayList;
import java.util.List;

import org.jfpmonitor.extract.layout.Layout;
import org.jfpmonitor.extract.result.ExtractRefused;
import org.jfpmonitor.extract.text.SourceFile;
import org.jfpmonitor.extract.text.TextForm;
import org.jfpmonitor.extract.text.TextTable;
import org.jfpmonitor.extract.text.Unreadable;
import org.jfpmonitor.extract.workbook.Sheet;
import org.jfpmonitor.extract.workbook.Workbook;

/**
 * What of a file is read: a text, whatever stands between its fields, or those sheets of
 * a workbook that layouts are for.
 *
 * @param tables at least one, each with its layout
 * @param unread what of the file is not read: each sheet, with why
 */
public record Recognised(List<Recognition> tables, List<String> unread) {

	private static final char[] DELIMITERS = { ',', ';', '\t', '|' };

	private static final String HIDDEN = " (hidden)";

	private static final String CHECK = ". Check that the file is the one meant, or add a layout (docs/adding-a-layout.md).";

	public Recognised {
		tables = List.copyOf(tables);
		unread = List.copyOf(unread);
	}

	/**
	 * Recognises the file.
	 * @throws ExtractRefused when no layout fits, or several fit one table
	 * @throws Unreadable when it cannot be read
	 */
	public static Recognised of(SourceFile source, List<Layout> layouts) {
		return source.kind().isWorkbook() ? ofWorkbook(source, layouts) : ofText(source, layouts);
	}

	private static Recognised ofText(SourceFile source, List<Layout> layouts) {
		HeaderSearch search = new HeaderSearch(layouts.size() == 1);
		for (char delimiter : DELIMITERS) {
			search.look(new TextTable(source, new TextForm(null, delimiter)), layouts.stream()
				.filter((layout) -> layout.format().delimiter() == null || layout.format().delimiter() == delimiter)
				.toList());
		}
		if (search.matches().size() == 1) {
			return new Recognised(List.of(search.matches().get(0).withoutIdleHeadings()), List.of());
		}
		String name = source.name();
		if (search.matches().size() > 1) {
			throw new ExtractRefused(List.of("Expected a file of one layout, found that " + name + " fits "
					+ search.layouts() + ". Tell them apart with not-with: in config/layouts."));
		}
		search.failure().ifPresent((failure) -> {
			throw layouts.stream().anyMatch(Layout::isControlled) ? failure.withoutLine() : failure;
		});
		if (!search.foundAnything()) {
			throw new ExtractRefused(List.of("Expected a CSV file with a header and data, found only blank lines in "
					+ name + ". Get the file again."));
		}
		throw new ExtractRefused(List.of(search.nearMiss(name)
			.orElseGet(() -> "Expected the header of a known layout among the first " + HeadRows.ROWS_LOOKED_AT
					+ " rows, found none of the " + layouts.size() + " layouts in " + name + CHECK)));
	}

	private static Recognised ofWorkbook(SourceFile source, List<Layout> layouts) {
		List<Recognition> tables = new ArrayList<>();
		List<String> unread = new ArrayList<>();
		List<String> faults = new ArrayList<>();
		List<String> nearMisses = new ArrayList<>();
		for (Sheet sheet : Workbook.of(source).sheets()) {
			String quoted = "\"" + sheet.name() + "\"";
			if (sheet.hidden()) {
				unread.add(quoted + HIDDEN);
				continue;
			}
			HeaderSearch search = new HeaderSearch(layouts.size() == 1);
			search.look(sheet, layouts.stream().filter((layout) -> layout.format().isOfSheet(sheet.name())).toList(),
					(layout) -> sheet);
			tables.addAll(search.matches());
			if (search.matches().size() > 1) {
				faults.add("Expected a sheet of one layout, found that " + quoted + " of " + source.name() + " fits "
						+ search.layouts() + ". Tell them apart with not-with: or sheet: in config/layouts.");
			}
			if (search.matches().isEmpty()) {
				search.nearMiss(source.name()).ifPresent(nearMisses::add);
				unread.add(quoted + (search.foundAnything() ? search.lack().map((lack) -> " (" + lack + ")").orElse("")
						: " (empty)"));
			}
		}
		if (!faults.isEmpty()) {
			throw new ExtractRefused(faults);
		}
		if (tables.isEmpty() && unread.stream().allMatch((each) -> each.endsWith(HIDDEN))) {
			throw new ExtractRefused(List.of("Expected a sheet that people can see, found that all of " + source.name()
					+ " are hidden: " + String.join(", ", unread)
					+ ". Unhide the one that is meant, save the workbook and send that."));
		}
		if (tables.isEmpty()) {
			throw new ExtractRefused(!nearMisses.isEmpty() ? nearMisses
					: List.of("Expected a sheet with the header of a known layout among its first "
							+ HeadRows.ROWS_LOOKED_AT + " rows, found none of the " + layouts.size()
							+ " layouts in the sheets of " + source.name() + ": " + String.join(", ", unread) + CHECK));
		}
		return new Recognised(tables, unread);
	}

}
