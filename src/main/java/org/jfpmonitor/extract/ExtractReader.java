package org.jfpmonitor.extract;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Collectors;

import org.jfpmonitor.extract.disclosure.CountedTable;
import org.jfpmonitor.extract.disclosure.DisclosureControl;
import org.jfpmonitor.extract.disclosure.KindsOfRejects;
import org.jfpmonitor.extract.disclosure.Withheld;
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
import org.jfpmonitor.extract.result.SumOfLines;
import org.jfpmonitor.extract.row.DataSection;
import org.jfpmonitor.extract.row.NoRows;
import org.jfpmonitor.extract.row.RowHandler;
import org.jfpmonitor.extract.text.SourceFile;
import org.jfpmonitor.extract.text.Unreadable;
import org.jfpmonitor.observation.Coverage;
import org.jfpmonitor.observation.Figure;
import org.jfpmonitor.observation.Observation;
import org.jfpmonitor.observation.SmallNumbers;
import org.jfpmonitor.observation.Vintage;
import org.jfpmonitor.organisation.Organisations;
import org.jspecify.annotations.Nullable;

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
		List<Recognition> tables = tables(recognised);
		List<TableReading> readings = tables.stream()
			.map((each) -> new TableReading(source, each, layouts(each, tables), context))
			.toList();
		Withheld withheld = withheld(readings, rejects);
		for (TableReading each : readings) {
			each.readLines(rejects);
			each.finish(withheld).ifPresentOrElse((read) -> {
				extracts.add(read);
				names.add(each.name());
			}, () -> {
				unread.add("\"" + each.name() + "\" (nothing about organisations and measures of the plan)");
				empty.add(each);
			});
		}
		if (extracts.isEmpty()) {
			throw empty.get(0).nothing();
		}
		return SheetExtracts.merge(extracts, names, unread, source.name());
	}

	/**
	 * Where one table has small numbers, the others go by them, too: their figures may
	 * count the same people.
	 */
	private static List<Recognition> tables(Recognised recognised) {
		return recognised.tables()
			.stream()
			.flatMap((each) -> each.layout().control().stream())
			.max(SmallNumbers.STRICTNESS)
			.map((rule) -> recognised.tables().stream().map((each) -> each.controlledBy(rule)).toList())
			.orElse(recognised.tables());
	}

	/**
	 * By what a refusal says that the file was read: with small numbers, by all of them.
	 */
	private static String layouts(Recognition table, List<Recognition> all) {
		return table.layout().isControlled()
				? all.stream().map((each) -> each.layout().id()).distinct().collect(Collectors.joining(", "))
				: table.layout().id();
	}

	/** Of small numbers it is decided over all tables, before anything is said of one. */
	private Withheld withheld(List<TableReading> readings, Consumer<Reject> rejects) {
		if (readings.stream().noneMatch(TableReading::isControlled)) {
			return Withheld.NOTHING;
		}
		readings.forEach((each) -> each.readLines(rejects));
		return Withheld.of(readings.stream().map(TableReading::counted).toList(), this.organisations);
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

		private final String layouts;

		private final ReadingContext context;

		private final @Nullable SmallNumbers control;

		private @Nullable RowHandler handler;

		private @Nullable DataSection data;

		private String nothing = "";

		TableReading(SourceFile source, Recognition recognition, String layouts, ReadingContext context) {
			this.source = source;
			this.recognition = recognition;
			this.layouts = layouts;
			this.context = context;
			this.control = recognition.layout().control().orElse(null);
		}

		String name() {
			return this.recognition.table().name();
		}

		/** Whether numbers of it may be withheld. */
		boolean isControlled() {
			return this.control != null;
		}

		/** Whether nobody may be told of single lines; whoever has the file may. */
		private boolean toldWithoutLines() {
			return isControlled() && !this.context.trial();
		}

		/** Reads it to its end, once. */
		void readLines(Consumer<Reject> rejects) {
			if (this.data == null) {
				asRefusal(() -> takeLines(rejects));
			}
		}

		private void takeLines(Consumer<Reject> rejects) {
			refuseLinesOfPersons();
			RowHandler taking = handler(this.recognition, this.source.name(), this.context);
			this.handler = taking;
			SmallNumbers rule = this.control;
			if (rule == null || !toldWithoutLines()) {
				this.data = new DataSection(this.recognition, taking, rejects);
				this.data.read();
				return;
			}
			KindsOfRejects kinds = new KindsOfRejects();
			this.data = new DataSection(this.recognition, taking, kinds);
			try {
				this.data.read();
			}
			finally {
				kinds.handOn(rule, rejects);
			}
		}

		/** Its figures as they were counted. */
		CountedTable counted() {
			return new CountedTable(control(), Objects.requireNonNull(this.handler).counted());
		}

		private DisclosureControl control() {
			return new DisclosureControl(this.recognition.layout(), this.context.plan());
		}

		/** What it says; empty when that is nothing. */
		Optional<Extract> finish(Withheld withheld) {
			return asRefusal(() -> {
				DataSection section = Objects.requireNonNull(this.data);
				section
					.refuseTooManyRejects(isControlled() ? counted().linesLetOut(withheld) : section.counts().used());
				this.nothing = section.nothing().orElse("");
				return this.nothing.isEmpty()
						? Optional.of(extract(Objects.requireNonNull(this.handler).finish(withheld), withheld))
						: Optional.empty();
			});
		}

		private void asRefusal(Runnable reading) {
			asRefusal(() -> {
				reading.run();
				return true;
			});
		}

		private <T> T asRefusal(Supplier<T> reading) {
			try {
				return reading.get();
			}
			catch (Unreadable unreadable) {
				throw refused(List
					.of(String.valueOf((toldWithoutLines() ? unreadable.withoutLine() : unreadable).getMessage())));
			}
			catch (ExtractRefused refused) {
				throw refused(refused.faults());
			}
		}

		/** How far the reading has come, as it may be told. */
		private LineCounts counts() {
			LineCounts counts = (this.data != null) ? this.data.counts() : LineCounts.NONE;
			return (this.control != null) ? counts.rounded(this.control) : counts;
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
			return new ExtractRefused(faults, this.layouts, this.recognition.layout().feed(), counts());
		}

		private Extract extract(ParseResult result, Withheld withheld) {
			Layout layout = this.recognition.layout();
			List<String> warnings = new ArrayList<>(result.warnings());
			idle().ifPresent(warnings::add);
			Vintage vintage = Vintages.of(layout.vintage(), this.recognition, this.source.name(), result,
					this.context.arrivedOn(), warnings::add);
			DisclosureControl control = control();
			List<Observation> published = control.published(result.observations(), withheld);
			long kept = published.stream()
				.filter((each) -> each.figure().mark() == Figure.Mark.SUPPRESSED && withheld.has(each))
				.count();
			if (kept > 0) {
				warnings.add(control.warning(kept, published.size()));
			}
			return new Extract(layout.id(), layout.fingerprint(), layout.feed(), vintage, result.coverages(), published,
					result.estimates(), result.reports(), told(result, withheld), heldFigureRules(layout), counts(),
					result.unregistered(), warnings);
		}

		/**
		 * Nothing depends on how many organisations have lines of a sum that is withheld
		 * anyway, and nobody is told.
		 */
		private static List<SumOfLines> told(ParseResult result, Withheld withheld) {
			Set<Coverage> given = coverages(result, (each) -> !withheld.has(each));
			Set<Coverage> kept = coverages(result, withheld::has);
			return result.sums()
				.stream()
				.filter((each) -> given.contains(each.coverage()) || !kept.contains(each.coverage()))
				.toList();
		}

		private static Set<Coverage> coverages(ParseResult result, Predicate<Observation> which) {
			return result.observations()
				.stream()
				.filter(which)
				.map((each) -> new Coverage(each.cell().measure(), each.scope(), each.cell().period()))
				.collect(Collectors.toSet());
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
