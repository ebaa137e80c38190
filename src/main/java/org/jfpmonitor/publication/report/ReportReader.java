package org.jfpmonitor.publication.report;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jfpmonitor.assessment.ObjectiveAssessment;
import org.jfpmonitor.assessment.PlanAssessment;
import org.jfpmonitor.assessment.reason.Reason;
import org.jfpmonitor.assessment.words.Phrasing;
import org.jfpmonitor.calendar.Period;
import org.jfpmonitor.calendar.Today;
import org.jfpmonitor.commentary.Commentary;
import org.jfpmonitor.commentary.Comments;
import org.jfpmonitor.commentary.Opening;
import org.jfpmonitor.commentary.Openings;
import org.jfpmonitor.intake.delivery.Deliveries;
import org.jfpmonitor.intake.delivery.Delivery;
import org.jfpmonitor.observation.DeliveryId;
import org.jfpmonitor.observation.Place;
import org.jfpmonitor.plan.Objective;
import org.jfpmonitor.plan.Plan;
import org.jfpmonitor.plan.PlanVersion;
import org.jfpmonitor.plan.id.ObjectiveCode;
import org.jfpmonitor.progress.Origin;
import org.jfpmonitor.progress.ProgressReports;
import org.jfpmonitor.progress.PublishedPosition;
import org.jfpmonitor.progress.ReportLedger;
import org.jfpmonitor.progress.StatusOverride;
import org.jfpmonitor.publication.Viewpoint;
import org.jfpmonitor.publication.board.BoardFilter;
import org.jfpmonitor.publication.board.BoardReader;
import org.jfpmonitor.publication.board.BoardRows;
import org.jfpmonitor.publication.board.PublishedMark;
import org.jfpmonitor.publication.comments.CommentBlock;
import org.jfpmonitor.publication.objective.Disagreement;
import org.jfpmonitor.publication.page.LondonTime;
import org.jfpmonitor.publication.page.SourceLine;
import org.jfpmonitor.publication.page.StatusMark;
import org.jfpmonitor.publication.received.DeliveryRow;

import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/** Puts the report together from where the plan stands. */
@Component
public class ReportReader {

	private final BoardReader board;

	private final Deliveries deliveries;

	private final ProgressReports reports;

	private final Comments comments;

	private final Openings openings;

	private final Today today;

	ReportReader(BoardReader board, Deliveries deliveries, ProgressReports reports, Comments comments,
			Openings openings, Today today) {
		this.board = board;
		this.deliveries = deliveries;
		this.reports = reports;
		this.comments = comments;
		this.openings = openings;
		this.today = today;
	}

	/**
	 * The report with what was published as of the very day, and otherwise with the
	 * statuses that hold.
	 * @param drafts whether it may open with points that no report was published with
	 */
	public ReportPage read(Viewpoint viewpoint, boolean drafts) {
		Optional<Opening> opening = this.openings.shown(viewpoint.edition().plan().id(), viewpoint.asOf(),
				viewpoint.knownOn(), drafts);
		return read(viewpoint, Map.of(), opening.map(Opening::points).orElse(List.of()))
			.withDraft(opening.filter((each) -> !each.approved()).isPresent());
	}

	/**
	 * The report.
	 * @param decisions what is published in place of the status that holds, by objective
	 * @param opening the points that it opens with
	 */
	public ReportPage read(Viewpoint viewpoint, Map<ObjectiveCode, Decision> decisions, List<String> opening) {
		BoardReader.Reading found = this.board.read(viewpoint);
		List<ReportPage.ReportSection> sections = sections(found.now(), decisions, viewpoint);
		PlanAssessment now = published(found.now(), decisions, sections);
		BoardReader.Reading reading = new BoardReader.Reading(now, found.rows(), found.news());
		return new ReportPage(now, opening, false, reading.page(BoardFilter.ALL), sections, differences(reading),
				unassessed(now), warnings(now), sources(now), version(now.plan()));
	}

	/** A report that is published speaks of the positions that it publishes itself. */
	private PlanAssessment published(PlanAssessment now, Map<ObjectiveCode, Decision> decisions,
			List<ReportPage.ReportSection> sections) {
		Map<ObjectiveCode, ReportLine> lines = sections.stream()
			.flatMap((section) -> section.lines().stream())
			.collect(Collectors.toMap(ReportLine::code, Function.identity()));
		return new PlanAssessment(now.plan(), now.asOf(), now.knownOn(), now.objectives().stream().map((each) -> {
			Decision decision = decisions.get(each.objective().code());
			ReportLine line = lines.get(each.objective().code());
			return (decision != null && line != null) ? new ObjectiveAssessment(each.reason(), each.measures(),
					each.milestones(), position(line, decision, now.asOf()), each.override()) : each;
		}).toList());
	}

	private PublishedPosition position(ReportLine line, Decision decision, LocalDate asOf) {
		return new PublishedPosition(line.code(), asOf, decision.status(), line.comment().text(), decision.reason(),
				new Origin(null, null, Place.line(0), this.today.now()));
	}

	private List<ReportPage.ReportSection> sections(PlanAssessment now, Map<ObjectiveCode, Decision> decisions,
			Viewpoint viewpoint) {
		Commentary commentary = this.comments.commentary(viewpoint.plan(), viewpoint.asOf());
		ReportLedger ledger = this.reports.ledger(now.plan().plan().id());
		return now.plan()
			.plan()
			.ambitions()
			.stream()
			.map((ambition) -> new ReportPage.ReportSection(ambition.number() + ". " + ambition.title(), now
				.objectives()
				.stream()
				.filter((each) -> each.objective().ambition().equals(ambition.number()))
				.map((each) -> line(each, decisions.get(each.objective().code()), commentary, ledger, viewpoint))
				.toList()))
			.filter((section) -> !section.lines().isEmpty())
			.toList();
	}

	/** As published of the day; otherwise as it holds, with a person's reason. */
	private static Decision standing(ObjectiveAssessment objective, Viewpoint viewpoint) {
		PublishedPosition published = objective.published();
		if (published != null && published.asOf().equals(viewpoint.asOf())) {
			return new Decision(published.status(), published.reason());
		}
		StatusOverride override = objective.override();
		return new Decision(objective.status(), (override != null) ? override.reason() : "");
	}

	private static ReportLine line(ObjectiveAssessment assessed, @Nullable Decision decided, Commentary commentary,
			ReportLedger ledger, Viewpoint viewpoint) {
		Decision decision = (decided != null) ? decided : standing(assessed, viewpoint);
		Objective objective = assessed.objective();
		List<PublishedPosition> positions = positions(objective.code(), ledger, viewpoint);
		Optional<PublishedPosition> last = positions.stream()
			.filter((each) -> each.asOf().isBefore(viewpoint.asOf()))
			.findFirst();
		boolean isPublished = decided != null
				|| positions.stream().anyMatch((each) -> each.asOf().equals(viewpoint.asOf()));
		boolean differs = decision.status() != assessed.computed();
		return new ReportLine(objective.code(), objective.title(), objective.shortTitle(), objective.success(),
				StatusMark.of(decision.status()), StatusMark.of(assessed.computed()), differs ? decision.reason() : "",
				differs ? decided(decision, assessed) : "", isPublished,
				LineComment.of(commentary.shown(objective.code(), null, viewpoint.asOf(), viewpoint.knownOn()),
						positions, viewpoint.asOf()),
				measureComments(objective, commentary, viewpoint),
				last.map((each) -> StatusMark.of(each.status())).orElse(null),
				last.map((each) -> Period.day(each.asOf()).inWords()).orElse(""));
	}

	/** What the board says of a status that is not the computed one. */
	private static String decided(Decision decision, ObjectiveAssessment assessed) {
		StatusOverride override = assessed.override();
		return (override != null && override.status() == decision.status()) ? Phrasing.setManually(override)
				: "published otherwise than computed (" + Phrasing.status(assessed.computed()) + ")";
	}

	/** What was published up to the day, the newest first, one for each day. */
	private static List<PublishedPosition> positions(ObjectiveCode code, ReportLedger ledger, Viewpoint viewpoint) {
		return Stream
			.iterate(ledger.position(code, viewpoint.asOf(), viewpoint.knownOn()), Optional::isPresent,
					(each) -> ledger.position(code, each.orElseThrow().asOf().minusDays(1), viewpoint.knownOn()))
			.flatMap(Optional::stream)
			.toList();
	}

	private static List<ReportLine.MeasureComment> measureComments(Objective objective, Commentary commentary,
			Viewpoint viewpoint) {
		return objective.measures()
			.stream()
			.flatMap(
					(measure) -> commentary.shown(objective.code(), measure.id(), viewpoint.asOf(), viewpoint.knownOn())
						.map((comment) -> new ReportLine.MeasureComment(measure.shortTitle(), CommentBlock.of(comment)))
						.stream())
			.toList();
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
					objective.objective().shortTitle(),
					objective.because().stream().map(Reason::statement).distinct().toList()))
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
