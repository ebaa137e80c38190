package org.jfpmonitor.extract.layout;

import java.util.List;
import java.util.Map;

import org.jfpmonitor.plan.id.FeedId;
import org.jspecify.annotations.Nullable;

/**
 * How files of one kind are recognised and read.
 *
 * @param id its name in deliveries and messages
 * @param title its name for people
 * @param feed the supply such files belong to
 * @param fingerprint SHA-256 of the layout file, in hexadecimal
 * @param reads what comes out of such files
 * @param because for {@link Reads#NOTHING}: what to tell whoever sent one
 * @param recordLevel whether one row may be one person; then a reject keeps no value
 * unless the column is safe
 * @param encoding the encoding, or null to recognise it
 * @param delimiter what stands between fields, or null to recognise it
 * @param columns by id, in the order written
 * @param notWith folded names of columns that such files never have
 * @param sheets the sheets of workbooks that are read by it; none means any
 * @param periods how the period is found; the first rule whose columns are there counts
 * @param vintage how new a file is
 * @param organisations what becomes of rows about an organisation that is not registered
 * @param leaveOut rows left out: those that meet all tests of any one of these
 * @param levels the kinds of figure by organisation
 * @param figures what is reckoned
 * @param named how rows that name their own measure are read, or null
 * @param estimates how rows that name estimates are read, or null
 * @param checks what must hold
 * @param limits how many rejects are borne
 */
public record Layout(String id, String title, FeedId feed, String fingerprint, Reads reads, String because,
		boolean recordLevel, @Nullable String encoding, @Nullable Character delimiter, Map<String, Column> columns,
		List<String> notWith, List<SheetName> sheets, List<PeriodRule> periods, VintageRule vintage,
		Unregistered organisations, List<Conditions> leaveOut, List<Level> levels, List<FigureRule> figures,
		@Nullable NamedFigures named, @Nullable EstimateRule estimates, List<FileCheck> checks, RejectLimits limits) {

	public Layout {
		notWith = List.copyOf(notWith);
		sheets = List.copyOf(sheets);
		periods = List.copyOf(periods);
		leaveOut = List.copyOf(leaveOut);
		levels = List.copyOf(levels);
		figures = List.copyOf(figures);
		checks = List.copyOf(checks);
	}

	/** Whether a sheet of that name may be read by it. */
	public boolean isOfSheet(String name) {
		return this.sheets.isEmpty() || this.sheets.stream().anyMatch((each) -> each.matches(name));
	}

	/** The column of the id, which the layout is known to have. */
	public Column column(String id) {
		Column column = this.columns.get(id);
		if (column == null) {
			throw new IllegalArgumentException("Layout " + this.id + " has no column " + id);
		}
		return column;
	}

	/** What comes out of a file. */
	public enum Reads {

		/** Figures reckoned from its rows. */
		FIGURES,
		/** Figures of measures that the rows name themselves. */
		NAMED_FIGURES,
		/** Which figures of other tables are estimates. */
		ESTIMATES,
		/** Milestones, positions and overrides. */
		PROGRESS,
		/** Nothing: it is known, and there are no figures in it. */
		NOTHING

	}

	/** What becomes of rows about an organisation that is not registered. */
	public enum Unregistered {

		/** Left out by rule: the file is about everyone. */
		LEFT_OUT,
		/** Rejected: the file is about our own. */
		REJECTED

	}

}
