package org.jfpmonitor.extract;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

import org.jfpmonitor.extract.figures.FigureRows;
import org.jfpmonitor.extract.layout.FileCheck;
import org.jfpmonitor.extract.layout.Layout;
import org.jfpmonitor.extract.layout.NamedFigures;
import org.jfpmonitor.extract.named.NamedRows;
import org.jfpmonitor.extract.progress.ProgressRows;
import org.jfpmonitor.extract.result.Extract;
import org.jfpmonitor.extract.result.ExtractRefused;
import org.jfpmonitor.extract.result.HeldFigureRule;
import org.jfpmonitor.extract.result.ReadingContext;
import org.jfpmonitor.extract.result.Reject;
import org.jfpmonitor.extract.result.Rejects;
import org.jfpmonitor.extract.result.Result;
import org.jfpmonitor.extract.result.Warnings;
import org.jfpmonitor.extract.row.Body;
import org.jfpmonitor.extract.row.NoRows;
import org.jfpmonitor.extract.row.Recognition;
import org.jfpmonitor.extract.row.Rows;
import org.jfpmonitor.extract.text.SourceFile;
import org.jfpmonitor.extract.text.Unreadable;
import org.jfpmonitor.observation.Vintage;
import org.jfpmonitor.organisation.Organisations;

/**
 * Reads one file at a time by the layout that recognises it. May be used by several
 * threads.
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
			Recognition recognition = Recognition.of(source, this.layouts.all());
			return read(source, recognition, context, rejects);
		}
		catch (Unreadable unreadable) {
			throw new ExtractRefused(List.of(unreadable.getMessage()));
		}
	}

	private Extract read(SourceFile source, Recognition recognition, ReadingContext context,
			Consumer<Reject> consumer) {
		Layout layout = recognition.layout();
		Warnings warnings = new Warnings();
		Rejects rejects = new Rejects(consumer, layout.recordLevel(), recognition.header());
		Body body = new Body(source, recognition, rejects);
		try {
			Rows rows = rows(recognition, source.name(), context, rejects, warnings);
			body.read(rows);
			Result result = rows.finish();
			ExtractRefused.Counts counts = body.counts();
			Vintage vintage = Vintages.of(layout.vintage(), recognition, source.name(), result, context.arrivedOn(),
					warnings::add);
			return new Extract(layout.id(), layout.fingerprint(), layout.feed(), vintage, result.coverages(),
					result.observations(), result.milestones(), result.positions(), result.overrides(),
					heldFigureRules(layout), counts.read(), counts.used(), counts.leftOut(), counts.rejected(),
					warnings.all());
		}
		catch (Unreadable unreadable) {
			throw new ExtractRefused(List.of(unreadable.getMessage()), layout.id(), layout.feed(), body.counts());
		}
		catch (ExtractRefused refused) {
			throw new ExtractRefused(refused.faults(), layout.id(), layout.feed(), body.counts());
		}
	}

	private static List<HeldFigureRule> heldFigureRules(Layout layout) {
		List<HeldFigureRule> rules = new ArrayList<>();
		for (FileCheck check : layout.checks()) {
			boolean refuses = check.then() == FileCheck.Then.REFUSE;
			if (check instanceof FileCheck.CopiedPeriod copied) {
				rules.add(new HeldFigureRule.NoCopiedPeriod(copied.organisations(), refuses));
			}
			else if (check instanceof FileCheck.Jump jump) {
				rules.add(new HeldFigureRule.NoJump(jump.measure(), jump.moreThan(), jump.fromAtLeast(), refuses));
			}
		}
		return rules;
	}

	private Rows rows(Recognition recognition, String fileName, ReadingContext context, Rejects rejects,
			Warnings warnings) {
		NamedFigures named = recognition.layout().named();
		return switch (recognition.layout().reads()) {
			case FIGURES -> new FigureRows(recognition, fileName, this.organisations, context, rejects, warnings);
			case NAMED_FIGURES -> new NamedRows(recognition, java.util.Objects.requireNonNull(named),
					this.organisations, context, rejects, warnings);
			case PROGRESS -> new ProgressRows(recognition, context, rejects);
			case NOTHING -> {
				warnings.add(recognition.layout().because());
				yield new NoRows();
			}
		};
	}

}
