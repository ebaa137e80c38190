package org.jfpmonitor.extract;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;

import org.jfpmonitor.extract.estimates.EstimateRows;
import org.jfpmonitor.extract.figures.FigureRows;
import org.jfpmonitor.extract.header.PersonalHeadings;
import org.jfpmonitor.extract.header.Recognised;
import org.jfpmonitor.extract.header.Recognition;
import org.jfpmonitor.extract.layout.Contents;
import org.jfpmonitor.extract.layout.FileCheck;
import org.jfpmonitor.extract.layout.Layout;
import org.jfpmonitor.extract.named.NamedRows;
import org.jfpmonitor.extract.progress.ProgressRows;
import org.jfpmonitor.extract.result.Extract;
import org.jfpmonitor.extract.result.ExtractRefused;
import org.jfpmonitor.extract.result.LineCounts;
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
		for (Recognition each : recognised.tables()) {
			TableReading reading = new TableReading(source, each, context);
			Optional<Extract> extract = reading.read(rejects);
			extract.ifPresent((read) -> {
				extracts.add(read);
				names.add(each.table().name());
			});
			if (extract.isEmpty()) {
				unread.add("\"" + each.table().name() + "\" (nothing about organisations and measures of the plan)");
				empty.add(reading);
			}
		}
		if (extracts.isEmpty()) {
			throw empty.get(0).nothing();
		}
		return SheetExtracts.merge(extracts, names, unread, source.name());
	}

	private RowHandler handler(Recognition recognition, String fileName, ReadingContext context) {
		Contents contents = recognition.layout().contents();
		if (contents instanceof Contents.Figures rules) {
			return new FigureRows(recognition, rules, fileName, this.organisations, context);
		}
		if (contents instanceof Contents.Named named) {
			return new NamedRows(recognition, named.rule(), this.organisations, context);
		}
		if (contents instanceof Contents.Estimates estimates) {
			return new EstimateRows(recognition, estimates.rule(), fileName, this.organisations, context);
		}
		return (contents instanceof Contents.Nothing nothing) ? new NoRows(nothing.because())
				: new ProgressRows(recognition, context);
	}

	/** One table, from its header to its end. */
	private final class TableReading {

		private final SourceFile source;

		private final Recognition recognition;

		private final ReadingContext context;

		private LineCounts counts = LineCounts.NONE;

		private String nothing = "";

		TableReading(SourceFile source, Recognition recognition, ReadingContext context) {
			this.source = source;
			this.recognition = recognition;
			this.context = context;
		}

		/** What it says; empty when that is nothing. */
		Optional<Extract> read(Consumer<Reject> rejects) {
			try {
				refuseLinesOfPersons();
				RowHandler handler = handler(this.recognition, this.source.name(), this.context);
				DataSection data = new DataSection(this.recognition, handler, rejects);
				try {
					data.read();
				}
				finally {
					this.counts = data.counts();
				}
				this.nothing = data.nothing().orElse("");
				return this.nothing.isEmpty() ? Optional.of(extract(handler.finish())) : Optional.empty();
			}
			catch (Unreadable unreadable) {
				throw refused(List.of(unreadable.getMessage()));
			}
			catch (ExtractRefused refused) {
				throw refused(refused.faults());
			}
		}

		/**
		 * Read as anything else, its values would be quoted and its numbers published.
		 */
		private void refuseLinesOfPersons() {
			Layout layout = this.recognition.layout();
			if (!layout.recordLevel() && !(layout.contents() instanceof Contents.Nothing)) {
				PersonalHeadings.in(this.recognition.header()).ifPresent((name) -> {
					throw new ExtractRefused(List.of("Expected no lines of single persons, as layout " + layout.id()
							+ " has none, found the column \"" + name + "\". Take the column out of the file, or, where"
							+ " it belongs there, set \"record-level: true\" in the layout."));
				});
			}
		}

		ExtractRefused nothing() {
			return refused(List.of(this.nothing));
		}

		private Optional<String> idle() {
			String names = this.recognition.header()
				.idle()
				.stream()
				.map((name) -> "\"" + name + "\"")
				.collect(Collectors.joining(", "));
			return names.isEmpty() ? Optional.empty()
					: Optional.of("Expected a field below each heading, found that every line ends before " + names
							+ ". The others were read by their places; check that none of them is shifted.");
		}

		private ExtractRefused refused(List<String> faults) {
			Layout layout = this.recognition.layout();
			return new ExtractRefused(faults, layout.id(), layout.feed(), this.counts);
		}

		private Extract extract(ParseResult result) {
			Layout layout = this.recognition.layout();
			List<String> warnings = new ArrayList<>(result.warnings());
			idle().ifPresent(warnings::add);
			Vintage vintage = Vintages.of(layout.vintage(), this.recognition, this.source.name(), result,
					this.context.arrivedOn(), warnings::add);
			DisclosureControl control = new DisclosureControl(layout, this.context.plan());
			DisclosureControl.Controlled controlled = control.control(result.observations());
			if (controlled.withheld() > 0) {
				warnings.add(control.warning(controlled));
			}
			return new Extract(layout.id(), layout.fingerprint(), layout.feed(), vintage, result.coverages(),
					controlled.observations(), result.estimates(), result.reports(), result.sums(),
					heldFigureRules(layout), (controlled.withheld() > 0) ? this.counts.withoutUsed() : this.counts,
					result.unregistered(), warnings);
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

	}

}
