package org.jfpmonitor.plan.reading;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.jfpmonitor.calendar.Cadence;
import org.jfpmonitor.organisation.OrganisationCode;
import org.jfpmonitor.plan.ChartSettings;
import org.jfpmonitor.plan.Direction;
import org.jfpmonitor.plan.Measure;
import org.jfpmonitor.plan.Unit;
import org.jfpmonitor.plan.id.FeedId;
import org.jfpmonitor.plan.id.MeasureId;
import org.jfpmonitor.plan.target.Target;
import org.jfpmonitor.plan.yaml.Nearest;
import org.jfpmonitor.plan.yaml.YamlNode;
import org.jspecify.annotations.Nullable;

/** Reads measures, with or without a target. */
final class MeasureReader {

	private final PlanNames names;

	private final KnownOrganisations organisations;

	private final OrganisationCode planOrganisation;

	private final LocalDate planEnd;

	MeasureReader(PlanNames names, KnownOrganisations organisations, OrganisationCode planOrganisation,
			LocalDate planEnd) {
		this.names = names;
		this.organisations = organisations;
		this.planOrganisation = planOrganisation;
		this.planEnd = planEnd;
	}

	/** A measure that belongs to no objective; empty when it has no legible name. */
	Optional<Measure> watched(YamlNode block) {
		return read(block, null);
	}

	/** A measure that an objective is judged by; empty when it has no legible name. */
	Optional<Measure> judged(YamlNode block) {
		Optional<YamlNode> target = block.find("target").filter(YamlNode::isBlock);
		target.ifPresent((written) -> written.find("planned-by")
			.ifPresent((planned) -> this.names.onceAllAreKnown(() -> checkPlanned(block, written, planned))));
		return read(block, target.map((written) -> new TargetReader(block, written).read(this.planEnd)).orElse(null));
	}

	private Optional<Measure> read(YamlNode block, @Nullable Target target) {
		this.names.give("measure", block, "id");
		Unit unit = block.required("unit", (word) -> word.word(Unit.class), Unit.COUNT);
		this.organisations.checkSummed(block, "organisations");
		List<OrganisationCode> written = block.texts("organisations").stream().map(OrganisationCode::of).toList();
		FeedId feed = block.required("feed", (id) -> FeedId.of(id.text()), FeedId.of("faulty"));
		block.find("feed").ifPresent((id) -> this.names.onceAllAreKnown(() -> checkFeed(block, id)));
		BigDecimal lowest = block.optional("lowest", YamlNode::number);
		BigDecimal highest = block.optional("highest", YamlNode::number);
		if (lowest != null && highest != null && lowest.compareTo(highest) >= 0) {
			block.fault("highest", "expected highest: more than the lowest, " + lowest + ", found " + highest
					+ ". Correct one of the two.");
		}
		Direction direction = block.required("better", (word) -> word.word(Direction.class), Direction.HIGHER);
		Cadence cadence = block.required("cadence", (word) -> word.word(Cadence.class), Cadence.MONTHLY);
		String definition = block.required("definition", YamlNode::text, "");
		String title = block.required("title", YamlNode::text, "");
		String shortTitle = block.text("short-title");
		Integer small = block.optional("small-denominator", YamlNode::wholeNumber);
		ChartSettings chart = block.find("chart").map(MeasureReader::chart).orElseGet(ChartSettings::standard);
		return block.find("id")
			.map((id) -> new Measure(MeasureId.of(id.text()), title, shortTitle.isEmpty() ? title : shortTitle,
					definition, unit, direction, cadence, feed,
					written.isEmpty() ? List.of(this.planOrganisation) : written, target, block.text("target-note"),
					(small != null) ? small : 0, inBaseUnits(unit, lowest), inBaseUnits(unit, highest), chart));
	}

	private void checkFeed(YamlNode block, YamlNode feed) {
		if (!this.names.all("feed").contains(feed.text())) {
			block.fault(feed,
					"expected feed: one of the list \"feeds:\", found \"" + feed.text() + "\". "
							+ Nearest.to(feed.text(), this.names.all("feed"))
								.map((near) -> "Write \"feed: " + near + "\", or add ")
								.orElse("Write one of the feeds there, or add ")
							+ feed.text() + " to the list.");
		}
	}

	private void checkPlanned(YamlNode measure, YamlNode target, YamlNode planned) {
		String id = planned.text();
		String found = ", found \"" + id + "\". ";
		if (measure.text("id").equals(id)) {
			target.fault(planned, "expected planned-by: another measure" + found
					+ "Write the id of the measure whose figures are the plan.");
			return;
		}
		this.names.block("measure", id).ifPresentOrElse((other) -> {
			checkSame(measure, target, planned, other, "unit");
			checkSame(measure, target, planned, other, "cadence");
		}, () -> {
			Set<String> others = this.names.all("measure");
			others.remove(measure.text("id"));
			target.fault(planned,
					"expected planned-by: a measure of the plan" + found
							+ Nearest.to(id, others)
								.map((near) -> "Write \"planned-by: " + near + "\".")
								.orElse("Correct it, or add it to the list \"measures:\"."));
		});
	}

	private static void checkSame(YamlNode measure, YamlNode target, YamlNode planned, YamlNode other, String key) {
		String own = measure.text(key);
		String others = other.text(key);
		if (!own.isEmpty() && !others.isEmpty() && !own.equals(others)) {
			target.fault(planned, "expected planned-by: a measure with \"" + key + ": " + own + "\", found "
					+ planned.text() + " with \"" + key + ": " + others + "\". Give both the same " + key + ".");
		}
	}

	private static @Nullable BigDecimal inBaseUnits(Unit unit, @Nullable BigDecimal shown) {
		return (shown != null) ? unit.toBase(shown) : null;
	}

	private static ChartSettings chart(YamlNode block) {
		List<ChartSettings.Rebase> rebases = new ArrayList<>();
		for (YamlNode entry : block.all("rebases")) {
			LocalDate from = entry.required("from", YamlNode::date, LocalDate.MAX);
			if (!rebases.isEmpty() && !from.isAfter(rebases.get(rebases.size() - 1).from())) {
				entry.fault("from", "expected from: later than the rebase before it, found " + from
						+ ". Put the rebases in the order of their dates, each date once.");
			}
			rebases.add(new ChartSettings.Rebase(from, entry.text("reason")));
		}
		return new ChartSettings(rebases, block.optional("fix-after", YamlNode::wholeNumber),
				block.find("screen-outliers").map(YamlNode::flag).orElse(true));
	}

}
