package org.jfpmonitor.publication.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;

import org.jfpmonitor.assessment.ObjectiveAssessment;
import org.jfpmonitor.assessment.PlanAssessment;
import org.jfpmonitor.assessment.reason.Reason;
import org.jfpmonitor.intake.delivery.Deliveries;
import org.jfpmonitor.intake.delivery.Delivery;
import org.jfpmonitor.observation.DeliveryId;
import org.jfpmonitor.plan.Plan;
import org.jfpmonitor.plan.PlanVersion;
import org.jfpmonitor.publication.Viewpoint;
import org.jfpmonitor.publication.board.BoardFilter;
import org.jfpmonitor.publication.board.BoardReader;
import org.jfpmonitor.publication.board.BoardRows;
import org.jfpmonitor.publication.board.PublishedMark;
import org.jfpmonitor.publication.objective.Disagreement;
import org.jfpmonitor.publication.page.LondonTime;
import org.jfpmonitor.publication.page.SourceLine;
import org.jfpmonitor.publication.received.DeliveryRow;

import org.springframework.stereotype.Component;

/** Puts the report together from where the plan stands. */
@Component
class ReportReader {

	private final BoardReader board;

	private final Deliveries deliveries;

	ReportReader(BoardReader board, Deliveries deliveries) {
		this.board = board;
		this.deliveries = deliveries;
	}

	ReportPage read(Viewpoint viewpoint) {
		BoardReader.Reading reading = this.board.read(viewpoint);
		PlanAssessment now = reading.now();
		return new ReportPage(reading.page(BoardFilter.ALL), differences(reading), unassessed(now), warnings(now),
				sources(now), version(now.plan()));
	}

	private static List<ReportPage.Difference> differences(BoardReader.Reading reading) {
		List<ReportPage.Difference> differences = new ArrayList<>();
		for (ObjectiveAssessment objective : reading.now().objectives()) {
			Disagreement disagreement = Disagreement.of(objective);
			if (disagreement != null) {
				differences.add(new ReportPage.Difference(reading.rows().row(objective), disagreement));
			}
		}
		return differences;
	}

	private static List<ReportPage.Unassessed> unassessed(PlanAssessment now) {
		return now.objectives()
			.stream()
			.filter((objective) -> objective.computed() == null)
			.map((objective) -> new ReportPage.Unassessed(objective.objective().code(),
					objective.objective().shortTitle(), objective.because().stream().map(Reason::statement).toList()))
			.toList();
	}

	private static List<ReportPage.Warning> warnings(PlanAssessment now) {
		return now.objectives()
			.stream()
			.flatMap((objective) -> BoardRows.warnings(objective)
				.stream()
				.map((warning) -> new ReportPage.Warning(objective.objective().code(), warning)))
			.toList();
	}

	private List<ReportPage.SourceRow> sources(PlanAssessment now) {
		Map<DeliveryId, String> files = new TreeMap<>();
		now.objectives()
			.stream()
			.flatMap(ReportReader::sources)
			.forEach((source) -> files.put(source.delivery(), source.fileName()));
		return files.entrySet().stream().map((file) -> row(file.getKey(), file.getValue(), now.plan().plan())).toList();
	}

	private static Stream<SourceLine> sources(ObjectiveAssessment objective) {
		Stream<SourceLine> behind = objective.because()
			.stream()
			.map(Reason::sources)
			.flatMap(List::stream)
			.map(SourceLine::of);
		PublishedMark published = PublishedMark.of(objective.published());
		return (published != null) ? Stream.concat(behind, Stream.of(published.source()).filter(Objects::nonNull))
				: behind;
	}

	private ReportPage.SourceRow row(DeliveryId id, String fileName, Plan plan) {
		Delivery delivery = this.deliveries.find(id).orElse(null);
		if (delivery == null) {
			return new ReportPage.SourceRow(fileName, id.toString(), null, null);
		}
		DeliveryRow shown = DeliveryRow.of(delivery, plan);
		return new ReportPage.SourceRow(fileName, id.toString(), shown.feed(), shown.arrived());
	}

	private static String version(PlanVersion version) {
		return "Version %d of the plan files (%s), known from %s".formatted(version.number(),
				version.fingerprint().substring(0, Math.min(12, version.fingerprint().length())),
				LondonTime.dayInWords(version.knownFrom()));
	}

}
