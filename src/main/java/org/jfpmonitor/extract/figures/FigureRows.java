package org.jfpmonitor.extract.figures;

import java.util.ArrayList;
import java.util.List;

import org.jfpmonitor.extract.checks.LineChecks;
import org.jfpmonitor.extract.layout.Conditions;
import org.jfpmonitor.extract.layout.Layout;
import org.jfpmonitor.extract.layout.Level;
import org.jfpmonitor.extract.result.ExtractRefused;
import org.jfpmonitor.extract.result.ReadingContext;
import org.jfpmonitor.extract.result.RejectCode;
import org.jfpmonitor.extract.result.Rejects;
import org.jfpmonitor.extract.result.Result;
import org.jfpmonitor.extract.result.Warnings;
import org.jfpmonitor.extract.row.ColumnFinder;
import org.jfpmonitor.extract.row.Numbers;
import org.jfpmonitor.extract.row.Recognition;
import org.jfpmonitor.extract.row.RowTests;
import org.jfpmonitor.extract.row.Rows;
import org.jfpmonitor.extract.row.StatusWord;
import org.jfpmonitor.organisation.Organisations;

/**
 * Reckons figures from rows. A row is first judged whole, then added; so a rejected row
 * has added nothing.
 */
public final class FigureRows implements Rows {

	private final ColumnFinder finder;

	private final Rejects rejects;

	private final Numbers numbers = new Numbers();

	private final RowTests tests = new RowTests(this.numbers);

	private final PeriodTable periods;

	private final PeriodFit fit;

	private final RowTests.Tested[] leaveOut;

	private final Hits hits;

	private final Targets targets;

	private final LineChecks checks;

	private final StatusWord status;

	private final UnheardOf unheardOf;

	private final FigureResults results;

	public FigureRows(Recognition recognition, String fileName, Organisations register, ReadingContext context,
			Rejects rejects, Warnings warnings) {
		Layout layout = recognition.layout();
		this.finder = new ColumnFinder(layout, recognition.header());
		this.rejects = rejects;
		this.periods = PeriodTable.of(recognition, fileName, context.today());
		List<FigurePlan> figures = new FigurePlan.Builder(this.finder, this.numbers, this.tests, context, warnings)
			.build();
		List<LevelPlan> levels = new ArrayList<>();
		if (figures.isEmpty()) {
			throw new ExtractRefused(warnings.all());
		}
		for (Level level : layout.levels()) {
			String column = level.column();
			if ((column == null || this.finder.has(column)) && this.finder.canTest(level.where())) {
				levels.add(new LevelPlan(level, this.finder, this.tests, register, fileName));
			}
		}
		this.fit = new PeriodFit(figures);
		this.leaveOut = layout.leaveOut()
			.stream()
			.filter(this.finder::canTest)
			.map(this::ready)
			.toArray(RowTests.Tested[]::new);
		this.hits = new Hits(figures, this.numbers, this.tests);
		this.targets = new Targets(this.finder, this.tests, figures, levels, rejects);
		this.checks = new LineChecks(layout.checks(), this.finder, this.numbers, this.tests, warnings);
		this.status = new StatusWord(layout.vintage(), this.finder);
		this.unheardOf = new UnheardOf(this.finder, this.tests, figures, levels, warnings);
		this.results = new FigureResults(layout, figures, levels, this.periods, register, context, warnings);
	}

	private RowTests.Tested ready(Conditions conditions) {
		return this.tests.ready(conditions, this.finder);
	}

	@Override
	public Outcome take(String[] row, long line) {
		this.numbers.turnTo(row);
		this.tests.turnTo(row);
		this.checks.seeTotals(row, line);
		for (RowTests.Tested each : this.leaveOut) {
			if (this.tests.areMet(each)) {
				return Outcome.LEFT_OUT;
			}
		}
		long hit = this.hits.turn();
		if (hit == 0) {
			return Outcome.LEFT_OUT;
		}
		Outcome targeted = this.targets.turnTo(row, line);
		return (targeted == Outcome.USED) ? takeOf(row, line, hit & this.targets.figures()) : targeted;
	}

	private Outcome takeOf(String[] row, long line, long wanted) {
		if (wanted == 0) {
			return Outcome.LEFT_OUT;
		}
		PeriodTable.Found period = this.periods.of(row);
		if (period.fault() != null) {
			rejectPeriod(row, line, period.fault(), period.expected());
			return Outcome.REJECTED;
		}
		if ((wanted & this.fit.ofOtherLength(period)) != 0) {
			rejectPeriod(row, line, RejectCode.PERIOD_NOT_OF_CADENCE, this.fit.expected(period, wanted));
			return Outcome.REJECTED;
		}
		long taken = wanted & this.fit.taken(period);
		if (taken == 0) {
			return Outcome.LEFT_OUT;
		}
		if (!this.targets.areOpen(row, line, period.get())) {
			return Outcome.REJECTED;
		}
		if (!isSound(row, line, period.number(), taken)) {
			this.targets.lose(period.number(), taken, line);
			return Outcome.REJECTED;
		}
		this.targets.add(period.number(), taken, line, this.hits);
		this.status.see(row);
		return Outcome.USED;
	}

	private boolean isSound(String[] row, long line, int period, long taken) {
		return this.hits.areNumbers(taken, line, this.rejects) && this.checks.areMet(row, line, this.rejects)
				&& this.targets.areFree(row, line, period, taken, this.hits);
	}

	private void rejectPeriod(String[] row, long line, RejectCode code, String expected) {
		if (this.periods.position() < 0) {
			this.rejects.line(line, code, this.periods.shown(row), expected);
		}
		else {
			this.rejects.field(line, code, this.finder.column(this.periods.column()), this.periods.position(),
					this.periods.shown(row), expected);
		}
		if (code != RejectCode.PERIOD_IN_FUTURE) {
			this.targets.loseOfAnyPeriod();
		}
	}

	@Override
	public boolean needs(int position) {
		return this.numbers.uses(position);
	}

	@Override
	public void lineLost() {
		this.targets.loseOfAnyone();
	}

	@Override
	public Result finish() {
		this.periods.refuseMonthFirst();
		this.checks.finish();
		this.unheardOf.warn();
		return this.results.finish(this.status.word());
	}

}
