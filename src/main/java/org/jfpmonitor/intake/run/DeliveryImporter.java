package org.jfpmonitor.intake.run;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jfpmonitor.calendar.Period;
import org.jfpmonitor.commentary.Comments;
import org.jfpmonitor.extract.result.Extract;
import org.jfpmonitor.extract.result.ExtractRefused;
import org.jfpmonitor.extract.result.LineCounts;
import org.jfpmonitor.extract.result.ReadingContext;
import org.jfpmonitor.intake.checks.CheckedExtract;
import org.jfpmonitor.intake.checks.CheckedReader.ExtractParser;
import org.jfpmonitor.intake.checks.CheckedReader;
import org.jfpmonitor.intake.delivery.DeliveryLog;
import org.jfpmonitor.intake.delivery.NewDelivery.News;
import org.jfpmonitor.intake.delivery.NewDelivery;
import org.jfpmonitor.intake.delivery.ReceivedFile;
import org.jfpmonitor.intake.delivery.RejectLog;
import org.jfpmonitor.intake.reading.ReadAhead;
import org.jfpmonitor.intake.reading.RecordedReading;
import org.jfpmonitor.intake.received.RunFile;
import org.jfpmonitor.observation.Coverage;
import org.jfpmonitor.observation.DeliveryId;
import org.jfpmonitor.observation.EstimateList;
import org.jfpmonitor.observation.Observation;
import org.jfpmonitor.observation.Observations;
import org.jfpmonitor.observation.Provenance;
import org.jfpmonitor.plan.Measure;
import org.jfpmonitor.plan.PlanVersions;
import org.jfpmonitor.plan.id.FeedId;
import org.jfpmonitor.plan.id.MeasureId;
import org.jfpmonitor.progress.Origin;
import org.jfpmonitor.progress.ProgressReports;

import org.springframework.stereotype.Component;

/**
 * Turns a file into a delivery: reads it and writes down all that it says and all that
 * was refused of it, inside the caller's transaction.
 */
@Component
class DeliveryImporter {

	private final CheckedReader reader;

	private final ExtractParser parser;

	private final DeliveryLog deliveries;

	private final Observations observations;

	private final ProgressReports progress;

	private final Comments comments;

	private final PlanVersions plans;

	private final ReadAhead ahead;

	DeliveryImporter(CheckedReader reader, ExtractParser parser, DeliveryLog deliveries, Observations observations,
			ProgressReports progress, Comments comments, PlanVersions plans, ReadAhead ahead) {
		this.reader = reader;
		this.parser = parser;
		this.ahead = ahead;
		this.deliveries = deliveries;
		this.observations = observations;
		this.progress = progress;
		this.comments = comments;
		this.plans = plans;
	}

	/**
	 * Reads the file, unless it was read ahead, and publishes it, or writes down why it
	 * was refused whole.
	 * @return the delivery
	 */
	DeliveryId publish(RunFile source, ReceivedFile file) {
		long start = System.nanoTime();
		Optional<RecordedReading> read = this.ahead.of(source, file);
		ExtractParser parser = read.isPresent() ? read.get() : this.parser;
		Duration reading = read.map(RecordedReading::took).orElse(Duration.ZERO);
		DeliveryId id = this.deliveries.nextNumber();
		RejectLog rejects = this.deliveries.rejectsOf(id);
		CurrentFigures figures = new CurrentFigures(this.observations, file.arrivedOn());
		try {
			CheckedExtract checked = this.reader.read(parser, source.path(), file.fileName(),
					new ReadingContext(this.plans.current(), file.arrivedOn(), file.sender()), rejects);
			Extract extract = checked.extract();
			ProgressLines lines = new ProgressLines(this.progress, this.comments,
					(place) -> new Origin(id, file.fileName(), place, file.arrivedAt()), rejects);
			lines.publish(extract.reports());
			CurrentFigures.Changes changes = publishFigures(id, file, extract, figures);
			News news = new News(extract.observations().size(), changes.added(), changes.revised(), lines.news());
			LineCounts counts = extract.lines().refusing(lines.refusedOverrides());
			this.deliveries.add(new NewDelivery(id, file, extract.feed(), extract.layout(), extract.layoutFingerprint(),
					extract.vintage(), counts, news, periods(extract), reading.plus(since(start)), List.of(),
					warnings(checked, changes, outrankedLists(file, extract))), rejects);
		}
		catch (ExtractRefused refused) {
			this.deliveries.add(NewDelivery.refused(id, file, refused, reading.plus(since(start))), rejects);
		}
		return id;
	}

	/** Writes down that the file was refused for a reason outside it. */
	DeliveryId refuse(ReceivedFile file, String fault) {
		DeliveryId id = this.deliveries.nextNumber();
		this.deliveries.add(NewDelivery.refused(id, file, new ExtractRefused(List.of(fault)), Duration.ZERO),
				this.deliveries.rejectsOf(id));
		return id;
	}

	/** Lists of estimates in place of which a newer one counts. */
	private List<String> outrankedLists(ReceivedFile file, Extract extract) {
		return extract.estimates()
			.stream()
			.filter((list) -> !this.observations.estimates(list.coverage(), file.arrivedOn()).equals(Optional.of(list)))
			.map((list) -> "This list of estimates does not count, because a newer one is held for "
					+ list.coverage().period().inWords() + "; it is kept.")
			.distinct()
			.toList();
	}

	private static List<String> warnings(CheckedExtract checked, CurrentFigures.Changes changes,
			List<String> outrankedLists) {
		Extract extract = checked.extract();
		return Stream.of(extract.warnings(), checked.warnings(), changes.inWords(), outrankedLists)
			.flatMap(List::stream)
			.toList();
	}

	private CurrentFigures.Changes publishFigures(DeliveryId id, ReceivedFile file, Extract extract,
			CurrentFigures figures) {
		List<DeliveryId> earlier = this.deliveries.earlierReadings(file);
		spans(extract).forEach(figures::hold);
		if (!earlier.isEmpty()) {
			measuresOf(extract.feed()).forEach((measure) -> figures.hold(measure, Period.always()));
		}
		earlier.forEach((each) -> this.observations.withdraw(each, file.arrivedAt()));
		Provenance provenance = new Provenance(id, file.fileName(), extract.layout(), extract.vintage(),
				file.arrivedAt());
		if (!extract.coverages().isEmpty() || !extract.estimates().isEmpty()) {
			this.observations.record(provenance, extract.vintages(), extract.observations(), extract.estimates());
		}
		return figures.changes(provenance,
				extract.observations().stream().map(Observation::cell).collect(Collectors.toSet()));
	}

	/** Of each measure, the time from its first to its last period in the extract. */
	private static Map<MeasureId, Period> spans(Extract extract) {
		Map<MeasureId, Period> spans = new HashMap<>();
		Stream.concat(extract.coverages().stream(), extract.estimates().stream().map(EstimateList::coverage))
			.forEach((each) -> spans.merge(each.measure(), each.period(), Period::enclosing));
		return spans;
	}

	/** What an earlier reading of a file of the feed may have spoken of. */
	private List<MeasureId> measuresOf(FeedId feed) {
		return this.plans.current()
			.asked()
			.measures()
			.stream()
			.filter((measure) -> measure.feed().equals(feed))
			.map(Measure::id)
			.toList();
	}

	/** The periods spoken for, with whether anything came for them. */
	private static SortedMap<Period, Boolean> periods(Extract extract) {
		Map<Period, Boolean> held = new HashMap<>();
		for (Coverage each : extract.coverages()) {
			held.put(each.period(), false);
		}
		for (Observation each : extract.observations()) {
			held.put(each.cell().period(), true);
		}
		extract.reports().days().forEach((day) -> held.put(Period.day(day), true));
		return new TreeMap<>(held);
	}

	private static Duration since(long start) {
		return Duration.ofNanos(System.nanoTime() - start);
	}

}
