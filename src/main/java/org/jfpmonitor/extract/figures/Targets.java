package org.jfpmonitor.extract.figures;

import java.util.List;

import org.jfpmonitor.calendar.Period;
import org.jfpmonitor.extract.figures.FigurePlan.Part;
import org.jfpmonitor.extract.figures.LevelPlan.Cell;
import org.jfpmonitor.extract.figures.LevelPlan.Owner;
import org.jfpmonitor.extract.layout.FigureRule.Aggregate;
import org.jfpmonitor.extract.layout.Layout;
import org.jfpmonitor.extract.result.ExtractRefused;
import org.jfpmonitor.extract.result.RejectCode;
import org.jfpmonitor.extract.result.Rejects;
import org.jfpmonitor.extract.row.ColumnFinder;
import org.jfpmonitor.extract.row.RowTests;
import org.jfpmonitor.extract.row.Rows.Outcome;
import org.jspecify.annotations.Nullable;

/** Whose the current row is at each level, and the cells it goes into. */
final class Targets {

	private static final int MOST_CELLS = 200_000;

	private final ColumnFinder finder;

	private final RowTests tests;

	private final List<FigurePlan> figures;

	private final LevelPlan[] levels;

	private final long[] figuresOfLevel;

	private final @Nullable Owner[] owners;

	private final Rejects rejects;

	/** Whether anything may be said only once, so that earlier lines matter. */
	private final boolean once;

	private int cells;

	Targets(ColumnFinder finder, RowTests tests, List<FigurePlan> figures, List<LevelPlan> levels, Rejects rejects) {
		this.finder = finder;
		this.tests = tests;
		this.figures = figures;
		this.levels = levels.toArray(new LevelPlan[0]);
		this.owners = new Owner[this.levels.length];
		this.rejects = rejects;
		this.once = levels.stream().anyMatch((level) -> level.level().oneLine()) || figures.stream()
			.flatMap((figure) -> figure.parts().stream())
			.anyMatch((part) -> part.aggregate() == Aggregate.ONLY);
		this.figuresOfLevel = levels.stream().mapToLong((level) -> figuresOf(level.level().scope())).toArray();
	}

	private long figuresOf(String scope) {
		return this.figures.stream()
			.filter((figure) -> figure.isOf(scope))
			.mapToLong(FigurePlan::bit)
			.reduce(0, (one, other) -> one | other);
	}

	/** Turns to the next row. */
	Outcome turnTo(String[] row, long line) {
		boolean any = false;
		for (int i = 0; i < this.levels.length; i++) {
			LevelPlan level = this.levels[i];
			Owner owner = this.tests.areMet(level.tested()) ? level.owner(row) : null;
			if (owner != null && owner.isNobody()
					&& this.finder.layout().organisations() == Layout.Unregistered.REJECTED) {
				String code = row[level.position()];
				reject(line, level, code.isBlank() ? RejectCode.MISSING_VALUE : RejectCode.UNKNOWN_ORGANISATION, row,
						"the code of an organisation in organisations.yaml");
				return Outcome.REJECTED;
			}
			boolean taken = owner != null && level.takes(owner);
			this.owners[i] = taken ? owner : null;
			any = any || taken;
		}
		return any ? Outcome.USED : Outcome.LEFT_OUT;
	}

	private void reject(long line, LevelPlan level, RejectCode code, String[] row, String expected) {
		int position = level.position();
		if (position < 0) {
			this.rejects.line(line, code, null, expected);
			return;
		}
		this.rejects.field(line, code, this.finder.column(String.valueOf(level.level().column())), position,
				row[position], expected);
	}

	/** The figures of the levels that the row belongs to, one bit each. */
	long figures() {
		long all = 0;
		for (int i = 0; i < this.levels.length; i++) {
			all |= (this.owners[i] != null) ? this.figuresOfLevel[i] : 0;
		}
		return all;
	}

	/** Whether everyone whose row it is still existed; who did not is taken down. */
	boolean areOpen(String[] row, long line, Period period) {
		for (int i = 0; i < this.levels.length; i++) {
			Owner owner = this.owners[i];
			if (owner != null && owner.isClosedBefore(period.start())) {
				reject(line, this.levels[i], RejectCode.CLOSED_ORGANISATION, row, owner.stillOpen());
				return false;
			}
		}
		return true;
	}

	/** Whether no earlier line said what only one may say; a second one is taken down. */
	boolean areFree(String[] row, long line, int period, long taken, Hits hits) {
		for (int i = 0; i < this.levels.length && this.once; i++) {
			Owner owner = this.owners[i];
			Cell cell = (owner != null) ? owner.cell(period) : null;
			long earlier = (cell != null) ? earlier(cell, this.levels[i], taken & this.figuresOfLevel[i], hits) : 0;
			if (earlier > 0) {
				reject(line, this.levels[i], RejectCode.DUPLICATE_KEY, row,
						"one line for each organisation and period; line " + earlier + " is another one");
				return false;
			}
		}
		return true;
	}

	private long earlier(Cell cell, LevelPlan level, long taken, Hits hits) {
		for (FigurePlan figure : this.figures) {
			if ((taken & figure.bit()) == 0) {
				continue;
			}
			boolean second = level.level().oneLine() && cell.lines(figure.number()) > 0;
			for (Part part : figure.parts()) {
				second = second
						|| (part.aggregate() == Aggregate.ONLY && hits.has(part) && cell.accumulator(part).rows() > 0);
			}
			if (second) {
				return cell.firstLine(figure.number());
			}
		}
		return 0;
	}

	/** Adds the row to every cell it goes into. */
	void add(int period, long taken, long line, Hits hits) {
		for (int i = 0; i < this.levels.length; i++) {
			Owner owner = this.owners[i];
			if (owner != null) {
				hits.add(cell(owner, period), taken & this.figuresOfLevel[i], line);
			}
		}
	}

	private Cell cell(Owner owner, int period) {
		Cell cell = owner.cell(period);
		if (cell == null) {
			if (++this.cells > MOST_CELLS) {
				throw new ExtractRefused(List.of("Expected at most " + MOST_CELLS
						+ " cells of organisation and period, found more. Check the columns that name them."));
			}
			cell = new Cell(this.figures);
			owner.put(period, cell);
		}
		return cell;
	}

	/** The row was rejected: the figures it belonged to lack it. */
	void lose(int period, long taken, long line) {
		for (int i = 0; i < this.levels.length; i++) {
			Owner owner = this.owners[i];
			if (owner != null) {
				cell(owner, period).lineLost(taken & this.figuresOfLevel[i], line, this.figures);
			}
		}
	}

	/**
	 * The row was rejected and its period is unknown: all figures of its owners lack it.
	 */
	void loseOfAnyPeriod() {
		for (int i = 0; i < this.levels.length; i++) {
			Owner owner = this.owners[i];
			if (owner != null && !this.levels[i].level().oneLine()) {
				owner.lineLost();
			}
		}
	}

	/** A line could not be read: all figures that many lines go into may lack it. */
	void loseOfAnyone() {
		for (LevelPlan level : this.levels) {
			level.lineLost();
		}
	}

}
