package org.jfpmonitor.extract;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;

import org.jfpmonitor.extract.figures.FigureRows;
import org.jfpmonitor.extract.header.Header;
import org.jfpmonitor.extract.header.Recognition;
import org.jfpmonitor.extract.layout.FileCheck;
import org.jfpmonitor.extract.layout.Layout;
import org.jfpmonitor.extract.named.NamedRows;
import org.jfpmonitor.extract.progress.ProgressRows;
import org.jfpmonitor.extract.result.Extract;
import org.jfpmonitor.extract.result.ExtractRefused;
import org.jfpmonitor.extract.result.ExtractRefused.Counts;
import org.jfpmonitor.extract.result.HeldFigureRule;
import org.jfpmonitor.extract.result.ParseResult;
import org.jfpmonitor.extract.result.ReadingContext;
import org.jfpmonitor.extract.result.Reject;
import org.jfpmonitor.extract.row.DataSection;
import org.jfpmonitor.extract.row.NoRows;
import org.jfpmonitor.extract.row.RowHandler;
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

	private Extract read(SourceFile source, Recognition recognition, ReadingContext context, Consumer<Reject> rejects) {
		Layout layout = recognition.layout();
		Counts counts = Counts.NONE;
		try {
			RowHandler handler = handler(recognition, source.name(), context);
			DataSection data = new DataSection(source, recognition, handler, rejects);
			try {
				data.read();
			}
			finally {
				counts = data.counts();
			}
			ParseResult result = handler.finish();
			List<String> warnings = new ArrayList<>(result.warnings());
			idle(recognition.header()).ifPresent(warnings::add);
			Vintage vintage = Vintages.of(layout.vintage(), recognition, source.name(), result, context.arrivedOn(),
					warnings::add);
			return new Extract(layout.id(), layout.fingerprint(), layout.feed(), vintage, result.coverages(),
					result.observations(), result.milestones(), result.positions(), result.overrides(), result.sums(),
					heldFigureRules(layout), counts.read(), counts.used(), counts.leftOut(), counts.rejected(),
					result.unregistered(), warnings);
		}
		catch (Unreadable unreadable) {
			throw new ExtractRefused(List.of(unreadable.getMessage()), layout.id(), layout.feed(), counts);
		}
		catch (ExtractRefused refused) {
			throw new ExtractRefused(refused.faults(), layout.id(), layout.feed(), counts);
		}
	}

	private static Optional<String> idle(Header header) {
		String names = header.idle().stream().map((name) -> "\"" + name + "\"").collect(Collectors.joining(", "));
		return names.isEmpty() ? Optional.empty()
				: Optional.of("Expected a field below each heading, found that every line ends before " + names
						+ ". The others were read by their places; check that none of them is shifted.");
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

	private RowHandler handler(Recognition recognition, String fileName, ReadingContext context) {
		Layout layout = recognition.layout();
		return switch (layout.reads()) {
			case FIGURES -> new FigureRows(recognition, fileName, this.organisations, context);
			case NAMED_FIGURES ->
				new NamedRows(recognition, Objects.requireNonNull(layout.named()), this.organisations, context);
			case PROGRESS -> new ProgressRows(recognition, context);
			case NOTHING -> new NoRows(layout.because());
		};
	}

}
