package org.jfpmonitor.extract;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;

import org.jfpmonitor.extract.disclosure.CountedTable;
import org.jfpmonitor.extract.disclosure.DisclosureControl;
import org.jfpmonitor.extract.disclosure.KindsOfRejects;
import org.jfpmonitor.extract.disclosure.Withheld;
import org.jfpmonitor.extract.estimates.EstimateRows;
import org.jfpmonitor.extract.figures.FigureRows;
import org.jfpmonitor.extract.layout.Contents;
import org.jfpmonitor.extract.layout.FileCheck;
import org.jfpmonitor.extract.layout.Layout;
import org.jfpmonitor.extract.named.NamedRows;
import org.jfpmonitor.extract.person.PersonalHeadings;
import org.jfpmonitor.extract.progress.ProgressRows;
import org.jfpmonitor.extract.recognition.PeriodBlocks;
import org.jfpmonitor.extract.recognition.Recognition;
import org.jfpmonitor.extract.recognition.TitlesAbove;
import org.jfpmonitor.extract.result.Extract;
import org.jfpmonitor.extract.result.ExtractRefused;
import org.jfpmonitor.extract.result.HeldFigureRule;
import org.jfpmonitor.extract.result.LineCounts;
import org.jfpmonitor.extract.result.ParseResult;
import org.jfpmonitor.extract.result.ReadingContext;
import org.jfpmonitor.extract.result.Reject;
import org.jfpmonitor.extract.row.DataSection;
import org.jfpmonitor.extract.row.NoRows;
import org.jfpmonitor.extract.row.RowHandler;
import org.jfpmonitor.extract.text.SourceFile;
import org.jfpmonitor.extract.text.Unreadable;
import org.jfpmonitor.observation.Figure;
import org.jfpmonitor.observation.Observation;
import org.jfpmonitor.observation.SmallNumbers;
import org.jfpmonitor.observation.Vintage;
import org.jfpmonitor.organisation.Organisations;
import org.jspecify.annotations.Nullable;

/** One table, from its header to its end. */
final class TableReading {

	private final SourceFile source;

	private final Recognition recognition;

	private final String layouts;

	private final Organisations organisations;

	private final ReadingContext context;

	private final @Nullable SmallNumbers control;

	private @Nullable RowHandler handler;

	private @Nullable DataSection data;

	private String nothing = "";

	TableReading(SourceFile source, Recognition recognition, String layouts, Organisations organisations,
			ReadingContext context) {
		this.source = source;
		this.recognition = recognition;
		this.layouts = layouts;
		this.organisations = organisations;
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

	/** Whether figures of it may be withheld. */
	boolean withholds() {
		return control().withholds();
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
		List<Recognition> parts = PeriodBlocks.of(this.recognition);
		RowHandler taking = handler(parts);
		this.handler = taking;
		if (isOfFigures()) {
			TitlesAbove.refuseOther(this.recognition, taking::usesNumber);
		}
		SmallNumbers rule = this.control;
		if (rule == null || !toldWithoutLines()) {
			this.data = new DataSection(this.recognition, parts, taking, rejects);
			this.data.read();
			return;
		}
		KindsOfRejects kinds = new KindsOfRejects();
		this.data = new DataSection(this.recognition, parts, taking, kinds);
		try {
			this.data.read();
		}
		finally {
			kinds.handOn(rule, rejects);
		}
	}

	private boolean isOfFigures() {
		return this.recognition.layout().contents() instanceof Contents.Figures
				|| this.recognition.layout().contents() instanceof Contents.Named;
	}

	private RowHandler handler(List<Recognition> parts) {
		Contents contents = this.recognition.layout().contents();
		if (contents instanceof Contents.Figures rules) {
			return RowsOfPeriods.of(parts,
					(part) -> new FigureRows(part, rules, this.source.name(), this.organisations, this.context));
		}
		if (contents instanceof Contents.Named named) {
			return new NamedRows(this.recognition, named, this.organisations, this.context);
		}
		if (contents instanceof Contents.Estimates estimates) {
			return new EstimateRows(this.recognition, estimates.rule(), this.source.name(), this.organisations,
					this.context);
		}
		return (contents instanceof Contents.Nothing nothing) ? new NoRows(nothing.because())
				: new ProgressRows(this.recognition, this.context);
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
			section.refuseTooManyRejects(isControlled() ? counted().linesLetOut(withheld) : section.counts().used());
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
			throw refused(
					List.of(String.valueOf((toldWithoutLines() ? unreadable.withoutLine() : unreadable).getMessage())));
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
		if (!layout.mayHoldPersons()) {
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
		if (layout.contents() instanceof Contents.Figures) {
			TitlesAbove.refuseOtherPeriods(this.recognition, Objects.requireNonNull(this.handler)::usesNumber,
					result.observations().stream().map((each) -> each.cell().period()).distinct().toList());
		}
		List<String> warnings = new ArrayList<>(result.warnings());
		idle().ifPresent(warnings::add);
		FileNamePeriod.warning(this.source.name(), "file", result.observations()).ifPresent(warnings::add);
		if (this.recognition.table().isSheet()) {
			FileNamePeriod.warning(name(), "sheet", result.observations()).ifPresent(warnings::add);
		}
		warnings.addAll(PeriodBlocks.notRead(this.recognition));
		Vintage vintage = Vintages.of(layout.vintage(), this.recognition, this.source.name(), result,
				Objects.requireNonNull(this.data).published(), this.context.arrivedOn(), warnings::add);
		DisclosureControl control = control();
		List<Observation> published = control.published(result.observations(), withheld);
		List<Observation> kept = published.stream()
			.filter((each) -> each.figure().mark() == Figure.Mark.SUPPRESSED && withheld.has(each))
			.toList();
		if (!kept.isEmpty()) {
			warnings.add(control.warning(kept, published.size()));
		}
		return new Extract(layout.id(), layout.fingerprint(), layout.feed(), vintage, Map.of(), result.coverages(),
				published, result.estimates(), result.reports(), withheld.told(result), control.together(published),
				result.sameLines(), heldFigureRules(layout), control.counts(counts(), result.observations()),
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
