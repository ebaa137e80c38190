package org.jfpmonitor.intake.trial;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jfpmonitor.calendar.Period;
import org.jfpmonitor.calendar.Today;
import org.jfpmonitor.extract.ExtractReader;
import org.jfpmonitor.extract.LayoutFolder;
import org.jfpmonitor.extract.Layouts;
import org.jfpmonitor.extract.result.Extract;
import org.jfpmonitor.extract.result.ExtractRefused;
import org.jfpmonitor.extract.result.LineCounts;
import org.jfpmonitor.extract.result.ReadingContext;
import org.jfpmonitor.extract.result.Reject;
import org.jfpmonitor.intake.checks.CheckedExtract;
import org.jfpmonitor.intake.checks.CheckedReader;
import org.jfpmonitor.intake.delivery.Deliveries;
import org.jfpmonitor.intake.delivery.DeliveryLog;
import org.jfpmonitor.intake.inbox.Fingerprint;
import org.jfpmonitor.observation.Cell;
import org.jfpmonitor.observation.Coverage;
import org.jfpmonitor.observation.DeliveryId;
import org.jfpmonitor.observation.EstimateList;
import org.jfpmonitor.observation.Ledger;
import org.jfpmonitor.observation.Observation;
import org.jfpmonitor.observation.Observations;
import org.jfpmonitor.observation.Provenance;
import org.jfpmonitor.observation.Revision;
import org.jfpmonitor.organisation.OrganisationCode;
import org.jfpmonitor.organisation.Organisations;
import org.jfpmonitor.plan.Plan;
import org.jfpmonitor.plan.PlanVersions;
import org.jfpmonitor.plan.Plans;
import org.jfpmonitor.plan.yaml.WordList;
import org.jfpmonitor.progress.Sender;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/** Reads files by the layouts of the configuration, beside the figures of the store. */
@Component
class FileTrials implements Trials {

	private static final int MOST_REJECTS = 100;

	/** The number of a delivery that is none yet. */
	private static final DeliveryId NEXT = DeliveryId.of(Long.MAX_VALUE);

	private static final Duration LONGEST_WAIT = Duration.ofSeconds(20);

	/** What the cells of a workbook share is held, so several at once are too much. */
	private final Semaphore oneWorkbook = new Semaphore(1, true);

	private final LayoutFolder layouts;

	private final Organisations organisations;

	private final Observations observations;

	private final CheckedReader reader;

	private final PlanVersions plans;

	private final Deliveries deliveries;

	private final DeliveryLog log;

	private final Today today;

	FileTrials(LayoutFolder layouts, Organisations organisations, Observations observations, CheckedReader reader,
			PlanVersions plans, Deliveries deliveries, DeliveryLog log, Today today) {
		this.layouts = layouts;
		this.organisations = organisations;
		this.observations = observations;
		this.reader = reader;
		this.plans = plans;
		this.deliveries = deliveries;
		this.log = log;
		this.today = today;
	}

	@Override
	public List<String> layouts() {
		return this.layouts.inForce().ids();
	}

	@Override
	public Trial read(Path file, String fileName, @Nullable String layout, Sender sender) {
		if (!ExtractReader.isWorkbook(file, fileName)) {
			return attempt(file, fileName, layout, sender);
		}
		boolean mine = false;
		try {
			mine = this.oneWorkbook.tryAcquire(LONGEST_WAIT.toSeconds(), TimeUnit.SECONDS);
			if (!mine) {
				throw new TrialsBusy(fileName);
			}
			return attempt(file, fileName, layout, sender);
		}
		catch (OutOfMemoryError besideAnImport) {
			throw new TrialsBusy(fileName);
		}
		catch (InterruptedException stopped) {
			Thread.currentThread().interrupt();
			throw new TrialsBusy(fileName);
		}
		finally {
			if (mine) {
				this.oneWorkbook.release();
			}
		}
	}

	private Trial attempt(Path file, String fileName, @Nullable String layout, Sender sender) {
		List<Reject> first = new ArrayList<>();
		long[] more = new long[1];
		Consumer<Reject> rejects = (reject) -> {
			if (first.size() < MOST_REJECTS) {
				first.add(reject);
			}
			else {
				more[0]++;
			}
		};
		Layouts all = this.layouts.inForce();
		List<String> beside = Stream.concat(edits().stream(), known(file, sender).stream()).toList();
		if (layout != null && !all.ids().contains(layout)) {
			return refused(fileName, null, LineCounts.NONE, List
				.of("Expected the id of a layout, found \"" + layout + "\". " + WordList.instead(layout, all.ids())),
					first, 0, beside);
		}
		try {
			Plans plans = this.plans.current();
			LocalDate day = this.today.day();
			ExtractReader parser = new ExtractReader((layout != null) ? all.only(layout) : all, this.organisations);
			CheckedExtract checked = this.reader.read(parser::read, file, fileName,
					new ReadingContext(plans, day, sender, true), rejects);
			return published(fileName, checked, plans.asked(), day, first, more[0], beside);
		}
		catch (ExtractRefused refused) {
			return refused(fileName, refused.layout(), refused.counts(), refused.faults(), first, more[0], beside);
		}
	}

	/** An import of bytes that came before changes nothing, whatever reads them. */
	private Optional<String> known(Path file, Sender sender) {
		try {
			return this.deliveries.find(Fingerprint.of(file))
				.filter((each) -> !this.log.mayBeSaidNow(each, sender))
				.map((each) -> "The same bytes came on "
						+ Period.day(LocalDate.ofInstant(each.arrivedAt(), Today.LONDON)).inWords() + " as "
						+ each.fileName() + " (delivery " + each.id() + "), so that an import changes nothing. To have"
						+ " them read again, as after a change of a layout, import the file with --again.");
		}
		catch (IOException saidWhenItIsRead) {
			return Optional.empty();
		}
	}

	/** As for an import, what was faultily edited is not in force. */
	private List<String> edits() {
		return this.layouts.faults()
			.stream()
			.map((fault) -> "The layouts were edited and have a fault, so those before the edit were used: " + fault)
			.toList();
	}

	private static Trial refused(String fileName, @Nullable String layout, LineCounts counts, List<String> faults,
			List<Reject> rejects, long more, List<String> beside) {
		return new Trial(fileName, layout, "", counts, faults, List.of(), List.of(), List.of(), 0, Map.of(), List.of(),
				rejects, more, beside);
	}

	private Trial published(String fileName, CheckedExtract checked, Plan plan, LocalDate day, List<Reject> rejects,
			long more, List<String> beside) {
		Extract extract = checked.extract();
		Map<Cell, Revision> held = held(extract, day);
		Provenance provenance = new Provenance(NEXT, fileName, extract.layout(), extract.vintage(), this.today.now());
		Ledger imported = this.observations.ledgerWith(provenance, extract.vintages(), extract.observations());
		Set<String> why = new LinkedHashSet<>();
		List<TriedFigure> figures = new ArrayList<>();
		for (Observation each : extract.observations()) {
			Optional<Revision> current = imported
				.series(each.cell().measure(), each.cell().organisation(), Today.endOf(day))
				.at(each.cell().period());
			boolean counts = current.filter((one) -> one.provenance().delivery().equals(NEXT)).isPresent();
			if (!counts) {
				current.flatMap((newer) -> newer.provenance().whyNotReplacedBy(provenance)).ifPresent(why::add);
			}
			figures.add(new TriedFigure(each, plan.measure(each.cell().measure()).orElseThrow().unit(),
					held.get(each.cell()), counts));
		}
		List<String> takenBack = held.values()
			.stream()
			.filter((each) -> imported.series(each.cell().measure(), each.cell().organisation(), Today.endOf(day))
				.at(each.cell().period())
				.isEmpty())
			.map((each) -> each.cell().measure() + ", " + each.cell().organisation() + ", "
					+ each.cell().period().inWords() + ": "
					+ TriedFigure.inWords(each.figure(), plan.measure(each.cell().measure()).orElseThrow().unit()))
			.sorted()
			.toList();
		Map<String, String> names = new HashMap<>();
		extract.observations()
			.stream()
			.map((each) -> each.cell().organisation())
			.distinct()
			.forEach((code) -> this.organisations.find(code)
				.ifPresent((organisation) -> names.put(code.value(), organisation.name())));
		return new Trial(fileName, extract.layout(),
				Period.day(extract.vintage().day()).inWords() + ", " + extract.vintage().datedBy().inWords(),
				extract.lines(), List.of(), figures, takenBack,
				extract.estimates().stream().map(FileTrials::inWords).toList(), extract.reports().size(), names,
				extract.unregistered(), rejects, more,
				Stream.of(beside, extract.warnings(), checked.warnings(), List.copyOf(why))
					.flatMap(List::stream)
					.toList());
	}

	private static String inWords(EstimateList list) {
		String named = list.organisations()
			.stream()
			.sorted()
			.map(OrganisationCode::value)
			.collect(Collectors.joining(", "));
		return list.coverage().measure() + " for " + list.coverage().period().inWords() + ": "
				+ (named.isEmpty() ? "nobody's" : named);
	}

	/** What is held now of the periods of the extract. */
	private Map<Cell, Revision> held(Extract extract, LocalDate day) {
		Map<Cell, Revision> held = new HashMap<>();
		Optional<Period> span = extract.coverages().stream().map(Coverage::period).reduce(Period::enclosing);
		span.ifPresent((within) -> extract.coverages()
			.stream()
			.map(Coverage::measure)
			.distinct()
			.forEach((measure) -> this.observations.series(measure, within, day)
				.forEach((series) -> series.points().forEach((point) -> held.put(point.cell(), point)))));
		return held;
	}

}
