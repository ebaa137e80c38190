package org.jfpmonitor.extract.figures;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.jfpmonitor.calendar.Period;
import org.jfpmonitor.extract.layout.Level;
import org.jfpmonitor.extract.result.ExtractRefused;
import org.jfpmonitor.extract.row.ColumnFinder;
import org.jfpmonitor.extract.row.Remembered;
import org.jfpmonitor.extract.row.RowTests;
import org.jfpmonitor.extract.spelling.NormalisedText;
import org.jfpmonitor.organisation.Organisation;
import org.jfpmonitor.organisation.OrganisationCode;
import org.jfpmonitor.organisation.Organisations;
import org.jspecify.annotations.Nullable;

/**
 * One level made ready for one file: whose row it is, and the cells of those
 * organisations.
 */
public final class LevelPlan {

	private static final int MOST_REMEMBERED = 50_000;

	private static final Owner NOBODY = new Owner(null);

	private final Level level;

	private final RowTests.Tested tested;

	private final Organisations register;

	private final int position;

	private final Remembered<Owner> remembered = new Remembered<>(MOST_REMEMBERED);

	private final Map<Organisation, Owner> owners = new LinkedHashMap<>();

	private final @Nullable Owner always;

	private String last = "";

	private Owner lastOwner = NOBODY;

	/** Whether a line that could belong to any cell was rejected. */
	private boolean incomplete;

	LevelPlan(Level level, ColumnFinder finder, RowTests tests, Organisations register, String fileName) {
		this.level = level;
		this.tested = tests.ready(level.where(), finder);
		this.register = register;
		String column = level.column();
		this.position = (column != null) ? finder.position(column) : -1;
		this.always = switch (level.whose()) {
			case COLUMN -> null;
			case ONE -> find(String.valueOf(level.code())).orElseThrow(() -> new ExtractRefused(
					List.of("Expected organisation " + level.code() + " of layout " + finder.layout().id()
							+ " in organisations.yaml, found none. Add it there, or change the layout.")));
			case FILE_NAME -> inName(fileName);
		};
	}

	/** The first part of the name that is a registered code. */
	private Owner inName(String fileName) {
		return Arrays.stream(fileName.split("[^A-Za-z0-9]+"))
			.map(this::find)
			.flatMap(Optional::stream)
			.findFirst()
			.orElseThrow(() -> new ExtractRefused(
					List.of("Expected the code of an organisation in the name of the file, found none in " + fileName
							+ ". Name it as it was sent, such as 26A_Mar_2025.csv, or register the organisation.")));
	}

	private Optional<Owner> find(String code) {
		return this.register.find(NormalisedText.value(code))
			.map((organisation) -> this.owners.computeIfAbsent(organisation, Owner::new));
	}

	public Level level() {
		return this.level;
	}

	RowTests.Tested tested() {
		return this.tested;
	}

	/** Where the column is that names the organisation; -1 when none does. */
	int position() {
		return this.position;
	}

	/** Whose row it is; {@link Owner#isNobody} when no registered organisation's. */
	Owner owner(String[] row) {
		if (this.always != null) {
			return this.always;
		}
		String code = row[this.position];
		if (code.equals(this.last)) {
			return this.lastOwner;
		}
		Owner owner = this.remembered.get(code);
		if (owner == null) {
			owner = find(code).orElse(NOBODY);
			this.remembered.put(code, owner);
		}
		this.last = code;
		this.lastOwner = owner;
		return owner;
	}

	/** Whether an organisation of its kind belongs here. */
	boolean takes(Owner owner) {
		Organisation organisation = owner.organisation;
		return organisation != null
				&& (this.level.kinds().isEmpty() || this.level.kinds().contains(organisation.kind()));
	}

	/** A line that could belong to any cell was rejected. */
	void lineLost() {
		this.incomplete = this.incomplete || !this.level.oneLine();
	}

	boolean isIncomplete() {
		return this.incomplete;
	}

	/** Whether any line went into the figure. */
	boolean hasLines(FigurePlan figure) {
		return this.owners.values()
			.stream()
			.flatMap((owner) -> Arrays.stream(owner.cells))
			.anyMatch((cell) -> cell != null && cell.lines(figure.number()) > 0);
	}

	/** Everyone met, in the order of the file. */
	List<Owner> owners() {
		return new ArrayList<>(this.owners.values());
	}

	/** One organisation's cells at one level. */
	public static final class Owner {

		private final @Nullable Organisation organisation;

		private final @Nullable LocalDate closed;

		private Cell[] cells = new Cell[1];

		private boolean incomplete;

		private Owner(@Nullable Organisation organisation) {
			this.organisation = organisation;
			this.closed = (organisation != null) ? organisation.closed() : null;
		}

		boolean isNobody() {
			return this.organisation == null;
		}

		Organisation organisation() {
			if (this.organisation == null) {
				throw new IllegalStateException("Nobody has no organisation");
			}
			return this.organisation;
		}

		/** Whether it had closed before the day. */
		boolean isClosedBefore(LocalDate day) {
			return this.closed != null && day.isAfter(this.closed);
		}

		/** What a line about it should have said, once it has closed. */
		public String stillOpen() {
			if (this.closed == null) {
				throw new IllegalStateException("It is open");
			}
			return stillOpen(organisation(), this.closed);
		}

		/** What a line about an organisation that has closed should have said. */
		public static String stillOpen(Organisation organisation, LocalDate closed) {
			OrganisationCode successor = organisation.successor();
			return "an organisation that still existed; " + organisation.code() + " closed on "
					+ Period.day(closed).inWords() + ((successor != null) ? ", its successor is " + successor : "");
		}

		/** The cell of the period's number, or null when no row belonged to it. */
		@Nullable Cell cell(int period) {
			return (period < this.cells.length) ? this.cells[period] : null;
		}

		/** Puts a cell in its place. */
		void put(int period, Cell cell) {
			if (period >= this.cells.length) {
				this.cells = Arrays.copyOf(this.cells, Math.max(period + 1, this.cells.length * 2));
			}
			this.cells[period] = cell;
		}

		/** A line of its own, of an unknown period, was rejected. */
		void lineLost() {
			this.incomplete = true;
		}

		boolean isIncomplete() {
			return this.incomplete;
		}

	}

	/** What the rows of one organisation and period have come to. */
	static final class Cell {

		private final Accumulator[] accumulators;

		private final long[] firstLines;

		private final long[] lines;

		private long incomplete;

		Cell(List<FigurePlan> figures) {
			this.accumulators = figures.stream()
				.flatMap((figure) -> figure.parts().stream())
				.map((part) -> Accumulator.of(part.aggregate()))
				.toArray(Accumulator[]::new);
			this.firstLines = new long[figures.size()];
			this.lines = new long[figures.size()];
		}

		Accumulator accumulator(FigurePlan.Part part) {
			return this.accumulators[part.accumulator()];
		}

		Accumulator accumulator(int number) {
			return this.accumulators[number];
		}

		/** A row went into the figures, one bit each. */
		void line(long figures, long line) {
			for (int i = 0; i < this.lines.length; i++) {
				if ((figures & (1L << i)) != 0 && this.lines[i]++ == 0) {
					this.firstLines[i] = line;
				}
			}
		}

		long firstLine(int figure) {
			return this.firstLines[figure];
		}

		long lines(int figure) {
			return this.lines[figure];
		}

		/**
		 * The first line that went into the figure; where none did, the first one looked
		 * at.
		 */
		long firstLineOf(int figure) {
			return (this.firstLines[figure] > 0) ? this.firstLines[figure]
					: Arrays.stream(this.firstLines).filter((line) -> line > 0).min().orElse(1);
		}

		/**
		 * How many lines went into the figure; where none did, how many were looked at.
		 */
		long linesOf(int figure) {
			return (this.lines[figure] > 0) ? this.lines[figure]
					: Math.max(1, Arrays.stream(this.lines).max().orElse(1));
		}

		/** A line that belongs to the figures was rejected. */
		void lineLost(long lost, long line, List<FigurePlan> figures) {
			this.incomplete |= lost;
			for (FigurePlan figure : figures) {
				if ((lost & figure.bit()) != 0 && this.firstLines[figure.number()] == 0) {
					this.firstLines[figure.number()] = line;
				}
			}
		}

		boolean isIncomplete(FigurePlan figure) {
			return (this.incomplete & figure.bit()) != 0;
		}

	}

}
