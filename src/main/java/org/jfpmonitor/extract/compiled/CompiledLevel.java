package org.jfpmonitor.extract.compiled;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.jfpmonitor.extract.header.FileColumns;
import org.jfpmonitor.extract.layout.Level;
import org.jfpmonitor.extract.result.ExtractRefused;
import org.jfpmonitor.extract.result.Reject;
import org.jfpmonitor.extract.result.RejectCode;
import org.jfpmonitor.extract.spelling.LookupCache;
import org.jfpmonitor.extract.row.Rejects;
import org.jfpmonitor.extract.row.Row;
import org.jfpmonitor.extract.row.RowFilter;
import org.jfpmonitor.extract.spelling.NormalisedText;
import org.jfpmonitor.organisation.Organisation;
import org.jfpmonitor.organisation.Organisations;

/** One level made ready for one file: whose a row is there, and for which figures. */
public final class CompiledLevel {

	private final Level level;

	/** Where the organisation is named, counting from 0; -1 when no column names it. */
	private final int position;

	/** Where the organisations are named whose lines are added together; -1 when not. */
	private final int summedPosition;

	private final RowFilter filter;

	private final Organisations register;

	/** By the number of the figure. */
	private final boolean[] figures;

	private final Map<Organisation, Destination> destinations = new HashMap<>();

	private final LookupCache<Optional<Destination>> known = new LookupCache<>(this::find);

	/** Where no column names it: whose all rows are. */
	private final Optional<Destination> always;

	/**
	 * Ready for a file that has its columns.
	 * @throws ExtractRefused when nobody can tell whose figures they are: an organisation
	 * that the layout names is not registered, or none is named in the name of the file
	 */
	public CompiledLevel(Level level, FileColumns columns, List<CompiledFigure> figures, Organisations register,
			String fileName) {
		this.level = level;
		this.position = (level.column() != null) ? columns.position(level.column()) : -1;
		Level.SumOver sumOver = level.sumOver();
		this.summedPosition = (sumOver != null) ? columns.position(sumOver.column()) : -1;
		this.filter = new RowFilter(level.where(), columns);
		this.register = register;
		this.figures = new boolean[figures.size()];
		figures.forEach((figure) -> this.figures[figure.number()] = figure.isOf(level.scope()));
		this.always = switch (level.whose()) {
			case COLUMN -> Optional.empty();
			case ONE -> Optional.of(find(String.valueOf(level.code())).orElseThrow(() -> new ExtractRefused(
					List.of("Expected organisation " + level.code() + " of layout " + columns.layout().id()
							+ " in organisations.yaml, found none. Add it there, or change the layout."))));
			case FILE_NAME -> Optional.of(inName(fileName));
		};
	}

	/** The first part of the name that is a registered code. */
	private Destination inName(String fileName) {
		return Arrays.stream(fileName.split("[^A-Za-z0-9]+"))
			.map(this::find)
			.flatMap(Optional::stream)
			.findFirst()
			.orElseThrow(() -> new ExtractRefused(List
				.of("Expected the code of an organisation in the name of the file, found none in " + fileName
						+ ". Write the code before it, as in ABC_" + fileName + ", or register the organisation.")));
	}

	private Optional<Destination> find(String code) {
		return this.register.find(NormalisedText.code(code))
			.map((found) -> this.destinations.computeIfAbsent(found, (each) -> new Destination(this, each)));
	}

	/** Whether the file has the columns that the level asks for. */
	public static boolean isPossible(Level level, FileColumns columns) {
		String column = level.column();
		Level.SumOver sumOver = level.sumOver();
		return (column == null || columns.has(column)) && (sumOver == null || columns.has(sumOver.column()))
				&& columns.canTest(level.where());
	}

	/** What the layout says. */
	public Level level() {
		return this.level;
	}

	/** Whether it adds the lines of many organisations together. */
	public boolean isSum() {
		return this.summedPosition >= 0;
	}

	/** Whether one line states the figures of one organisation that the layout names. */
	public boolean isOneLineOfOne() {
		return this.level.oneLine() && this.level.whose() == Level.Whose.ONE;
	}

	/**
	 * Where the organisations are named whose lines are added together, counting from 0;
	 * -1 when not.
	 */
	public int summedPosition() {
		return this.summedPosition;
	}

	/** Whether the figure of the number is reckoned here. */
	public boolean has(int figure) {
		return this.figures[figure];
	}

	/** Whether the row belongs here, whosever it is. */
	public boolean matches(Row row) {
		return this.filter.matches(row);
	}

	/**
	 * Whether a row that says nothing of whose it is, or names somebody of its kinds, may
	 * belong here, because a field is blank that would tell.
	 */
	public boolean mayHave(Row row) {
		return this.position >= 0 && this.filter.match(row) == RowFilter.Match.BLANK
				&& (code(row).isBlank() || named(row).isPresent());
	}

	/** Whom of its kinds the row names, whether or not it belongs here. */
	public Optional<Destination> named(Row row) {
		return find(code(row)).filter(this::takes);
	}

	/** Why such a row is refused. */
	public List<Reject> rejectUnsure(Row row, Rejects rejects) {
		return this.filter.rejectUnsure(row, rejects);
	}

	/** Whose row it is; empty when no registered organisation's. */
	public Optional<Destination> destination(Row row) {
		return (this.level.whose() == Level.Whose.COLUMN) ? this.known.get(row.text(this.position)) : this.always;
	}

	/** The text that names whose row it is; empty where no column does. */
	public String code(Row row) {
		return (this.position >= 0) ? row.text(this.position) : "";
	}

	/** The codes met so far of which no organisation of its kinds is registered. */
	public List<String> unregistered() {
		return this.known.texts((found) -> found.filter(this::takes).isEmpty())
			.stream()
			.filter((code) -> !code.isBlank())
			.toList();
	}

	/** Whether an organisation of its kind belongs here. */
	public boolean takes(Destination destination) {
		return this.level.kinds().isEmpty() || this.level.kinds().contains(destination.organisation().kind());
	}

	/** The row is refused for whose it is. */
	public Reject reject(Row row, RejectCode code, String expected, Rejects rejects) {
		String column = this.level.column();
		return (column != null) ? rejects.of(row, code, column, expected) : rejects.ofLine(row, code, expected);
	}

	/** The row is refused because nobody registered is named in it. */
	public Reject rejectUnregistered(Row row, Rejects rejects) {
		boolean blank = row.text(this.position).isBlank();
		return reject(row, blank ? RejectCode.MISSING_VALUE : RejectCode.UNKNOWN_ORGANISATION,
				"the code of an organisation in organisations.yaml", rejects);
	}

	/**
	 * One organisation at the level. There is one object for each, so it is its own key.
	 */
	public static final class Destination {

		private final CompiledLevel level;

		private final Organisation organisation;

		private Destination(CompiledLevel level, Organisation organisation) {
			this.level = level;
			this.organisation = organisation;
		}

		/** The level. */
		public CompiledLevel level() {
			return this.level;
		}

		/** Whose figures they are. */
		public Organisation organisation() {
			return this.organisation;
		}

	}

}
