package org.jfpmonitor.plan.reading;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.jfpmonitor.calendar.Cadence;
import org.jfpmonitor.organisation.OrganisationCode;
import org.jfpmonitor.plan.ChartSettings;
import org.jfpmonitor.plan.Direction;
import org.jfpmonitor.plan.Measure;
import org.jfpmonitor.plan.Unit;
import org.jfpmonitor.plan.id.FeedId;
import org.jfpmonitor.plan.id.MeasureId;
import org.jfpmonitor.plan.target.Target;
import org.jfpmonitor.plan.yaml.Block;
import org.jfpmonitor.plan.yaml.Form;
import org.jfpmonitor.plan.yaml.Nearest;
import org.jspecify.annotations.Nullable;

/** Reads measures, with or without a target. */
final class MeasureReader {

	private final PlanNames names;

	private final KnownOrganisations organisations;

	private final @Nullable OrganisationCode planOrganisation;

	MeasureReader(PlanNames names, KnownOrganisations organisations, @Nullable OrganisationCode planOrganisation) {
		this.names = names;
		this.organisations = organisations;
		this.planOrganisation = planOrganisation;
	}

	/** The measure, or empty when what every measure has cannot be read. */
	Optional<Measure> read(Block block, boolean watched) {
		this.names.give("measure", block, "id");
		MeasureId id = block.required("id", PlanForms.MEASURE_ID);
		String title = block.required("title", Form.text());
		String definition = block.required("definition", Form.text());
		Unit unit = block.required("unit", PlanForms.UNIT);
		Direction direction = block.required("better", PlanForms.DIRECTION);
		Cadence cadence = block.required("cadence", PlanForms.CADENCE);
		FeedId feed = feed(block);
		List<OrganisationCode> judged = organisations(block);
		BigDecimal lowest = block.optional("lowest", Form.number());
		BigDecimal highest = block.optional("highest", Form.number());
		Bounds bounds = bounds(block, unit, lowest, highest);
		Integer smallDenominator = block.optional("small-denominator", Form.wholeNumber(0));
		ChartSettings chart = chart(block);
		PromiseReader promise = new PromiseReader(block, this.names, bounds, direction, cadence);
		Target target = watched ? promise.none() : promise.target();
		if (id == null || title == null || definition == null || unit == null || direction == null || cadence == null
				|| feed == null) {
			this.names.takeFaulty(id, unit);
			return Optional.empty();
		}
		Measure measure = new Measure(id, title, definition, unit, direction, cadence, feed, judged, target,
				promise.note(), (smallDenominator != null) ? smallDenominator : 0, inBaseUnits(unit, lowest),
				inBaseUnits(unit, highest), chart);
		this.names.take(measure);
		return Optional.of(measure);
	}

	private @Nullable FeedId feed(Block block) {
		FeedId feed = block.required("feed", PlanForms.FEED_ID);
		if (feed != null) {
			this.names.onceAllAreKnown(() -> {
				if (!this.names.knows("feed", feed.value())) {
					String advice = Nearest.to(feed.value(), this.names.all("feed"))
						.map((near) -> "Write \"feed: " + near + "\", or add ")
						.orElse("Write one of the feeds there, or add ");
					block.fault("feed", "expected feed: one of the list \"feeds:\", found \"" + feed + "\". " + advice
							+ feed + " to the list.");
				}
			});
		}
		return feed;
	}

	private List<OrganisationCode> organisations(Block block) {
		if (!block.has("organisations")) {
			return (this.planOrganisation != null) ? List.of(this.planOrganisation) : List.of();
		}
		if (block.isEmptyList("organisations")) {
			block.fault("organisations", "expected organisations: at least one code, found an empty list. Write the"
					+ " codes, or delete the line to judge the plan's organisation.");
		}
		List<Block.Entry<OrganisationCode>> entries = block.entries("organisations", PlanForms.ORGANISATION);
		this.organisations.checkSummed(block, "organisations", entries);
		return entries.stream().map(Block.Entry::value).toList();
	}

	private static @Nullable Bounds bounds(Block block, @Nullable Unit unit, @Nullable BigDecimal lowest,
			@Nullable BigDecimal highest) {
		if (lowest != null && highest != null && lowest.compareTo(highest) >= 0) {
			block.fault("highest", "expected highest: more than the lowest, " + lowest + ", found " + highest
					+ ". Correct one of the two.");
			return null;
		}
		return (unit != null) ? new Bounds(unit, lowest, highest) : null;
	}

	private static @Nullable BigDecimal inBaseUnits(Unit unit, @Nullable BigDecimal shown) {
		return (shown != null) ? unit.toBase(shown) : null;
	}

	private static ChartSettings chart(Block measure) {
		return measure.block("chart", "chart", PlanKeys.CHART)
			.map(MeasureReader::chartSettings)
			.orElseGet(ChartSettings::standard);
	}

	private static ChartSettings chartSettings(Block block) {
		List<ChartSettings.Rebase> rebases = new ArrayList<>();
		for (Block entry : block.blocks("rebases", "rebase", "from", PlanKeys.REBASE)) {
			LocalDate from = entry.required("from", Form.date());
			String reason = entry.required("reason", Form.text());
			if (from != null && !rebases.isEmpty() && !from.isAfter(rebases.get(rebases.size() - 1).from())) {
				entry.fault("from", "expected from: later than the rebase before it, found " + from
						+ ". Put the rebases in the order of their dates, each date once.");
			}
			if (from != null && reason != null) {
				rebases.add(new ChartSettings.Rebase(from, reason));
			}
		}
		Integer fixAfter = block.optional("fix-after", Form.wholeNumber(12));
		Boolean screen = block.optional("screen-outliers", Form.flag());
		return new ChartSettings(rebases, fixAfter, screen == null || screen);
	}

}
