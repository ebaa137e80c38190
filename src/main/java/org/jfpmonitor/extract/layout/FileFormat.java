package org.jfpmonitor.extract.layout;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * How files of a layout are written, where that cannot be left to be recognised.
 *
 * @param encoding the encoding, or null to recognise it
 * @param delimiter what stands between fields, or null to recognise it
 * @param notWith folded names of columns that such files never have
 * @param sheets the sheets of workbooks that are read; none means any
 */
public record FileFormat(@Nullable String encoding, @Nullable Character delimiter, List<String> notWith,
		List<SheetName> sheets) {

	public FileFormat {
		notWith = List.copyOf(notWith);
		sheets = List.copyOf(sheets);
	}

	/** Whether a sheet of that name may be read. */
	public boolean isOfSheet(String name) {
		return this.sheets.isEmpty() || this.sheets.stream().anyMatch((each) -> each.matches(name));
	}

}
