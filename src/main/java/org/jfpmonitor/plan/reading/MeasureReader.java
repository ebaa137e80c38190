package org.jfpmonitor.plan.reading;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

import org.jfpmonitor.calendar.Cadence;
import org.jfpmonitor.organisation.OrganisationCode;
import org.jfpmonitor.plan.ChartSettings;
import org.jfpmonitor.plan.Direction;
import org.jfpmonitor.plan.Measure;
import org.jfpmonitor.plan.Unit;
import org.jfpmonitor.plan.catalogue.Catalogue;
import org.jfpmonitor.plan.catalogue.CatalogueMeasure;
import org.jfpmonitor.plan.id.FeedId;
import org.jfpmonitor.plan.id.MeasureId;
import org.jfpmonitor.plan.target.Target;
import org.jfpmonitor.plan.yaml.Nearest;
import org.jfpmonitor.plan.yaml.YamlNode;
import org.jspecify.annotations.Nullable;

/**
 * Reads measures, with or without a target. What a publication holds is said by the
 * catalogue, and a plan cannot say otherwise; only of a measure that the catalogue does
 * not have does the plan say all.
 */
final class MeasureReader {

	private final Catalogue catalogue;

	private final PlanNames names;

	private final KnownOrganisations organisations;

	private final OrganisationCode planOrganisation;

	private final LocalDate planEnd;

	/** What is known of each measure read so far, by its id. */
	private final Map<String, MeasureFacts> known = new HashMap<>();

	MeasureReader(Catalogue catalogue, PlanNames names, KnownOrganisations organisations,
			OrganisationCode planOrganisation, LocalDate planEnd) {
		this.catalogue = catalogue;
		this.names = names;
		this.organisations = organisations;
		this.planOrganisation = planOrganisation;
		this.planEnd = planEnd;
	}

	/** A measure that belongs to no objective; empty when it has no legible name. */
	Optional<Measure> watched(YamlNode block) {
		return read(block, facts(block), null);
	}

	/** A measure that an objective is judged by; empty when it has no legible name. */
	Optional<Measure> judged(YamlNode block) {
		MeasureFacts facts = facts(block);
		Optional<YamlNode> target = block.find("target").filter(YamlNode::isBlock);
		target.ifPresent((written) -> written.find("planned-by")
			.ifPresent((planned) -> this.names.onceAllAreKnown(() -> checkPlanned(block, written, planned))));
		return read(block, facts,
				target.map((written) -> new TargetReader(facts, written).read(this.planEnd)).orElse(null));
	}

	/** A measure of the catalogue that the plan keeps without naming it. */
	Measure watched(CatalogueMeasure national, List<OrganisationCode> organisations) {
		return new Measure(national.id(), national.title(), national.shortTitle(), national.definition(),
				national.unit(), national.direction(), national.cadence(), national.feed(), organisations, null, "",
				national.smallDenominator(), inBaseUnits(national.unit(), national.lowest()),
				inBaseUnits(national.unit(), national.highest()), ChartSettings.standard());
	}

	private MeasureFacts facts(YamlNode block) {
		this.names.give("measure", block, "id");
		MeasureFacts facts = national(block).map((national) -> MeasureFacts.of(block, national))
			.orElseGet(() -> MeasureFacts.of(block));
		this.known.putIfAbsent(block.text("id"), facts);
		return facts;
	}

	private Optional<CatalogueMeasure> national(YamlNode block) {
		return block.find("id").flatMap((id) -> this.catalogue.measure(MeasureId.of(id.text())));
	}

	private Optional<Measure> read(YamlNode block, MeasureFacts facts, @Nullable Target target) {
		Optional<CatalogueMeasure> national = national(block);
		if (national.isEmpty() && !block.has("feed")) {
			faultUnknown(block);
		}
		this.organisations.checkSummed(block, "organisations");
		List<OrganisationCode> written = block.texts("organisations").stream().map(OrganisationCode::of).toList();
		List<OrganisationCode> organisations = written.isEmpty() ? List.of(this.planOrganisation) : written;
		national.ifPresent((held) -> this.organisations.warnOfKinds(block, held, organisations));
		block.find("feed").ifPresent((id) -> this.names.onceAllAreKnown(() -> checkFeed(block, id)));
		Unit unit = Objects.requireNonNullElse(facts.unit(), Unit.COUNT);
		String title = text(block, "title", national.map(CatalogueMeasure::title));
		// Without words of its own, a local title stands for the short one, too.
		String shortTitle = text(block, "short-title",
				national.filter((unused) -> !block.has("title")).map(CatalogueMeasure::shortTitle));
		Integer small = block.optional("small-denominator", YamlNode::wholeNumber);
		ChartSettings chart = block.find("chart").map(MeasureReader::chart).orElseGet(ChartSettings::standard);
		return block.find("id")
			.map((id) -> new Measure(MeasureId.of(id.text()), title, shortTitle.isEmpty() ? title : shortTitle,
					text(block, "definition", national.map(CatalogueMeasure::definition)), unit,
					Objects.requireNonNullElse(facts.direction(), Direction.HIGHER),
					Objects.requireNonNullElse(facts.cadence(), Cadence.MONTHLY),
					Objects.requireNonNullElse(facts.feed(), FeedId.of("faulty")), organisations, target,
					block.text("target-note"),
					(small != null) ? small : national.map(CatalogueMeasure::smallDenominator).orElse(0L),
					inBaseUnits(unit, facts.lowest()), inBaseUnits(unit, facts.highest()), chart));
	}

	private static String text(YamlNode block, String key, Optional<String> otherwise) {
		return block.find(key).map(YamlNode::text).or(() -> otherwise).orElse("");
	}

	private void faultUnknown(YamlNode block) {
		block.find("id").ifPresent((id) -> {
			List<String> all = this.catalogue.measures().stream().map((each) -> each.id().value()).toList();
			block.fault(id,
					"expected id: that of a measure in the catalogue, found \"" + id.text() + "\". "
							+ Nearest.to(id.text(), all)
								.map((near) -> "Write \"id: " + near + "\", or describe the measure here: add ")
								.orElse("Correct it, or describe the measure here: add ")
							+ "feed, title, definition, unit, better and cadence.");
		});
	}

	private void checkFeed(YamlNode block, YamlNode feed) {
		if (!this.names.all("feed").contains(feed.text())
				&& this.catalogue.feed(FeedId.of(feed.text())).isEmpty()) {
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
		MeasureFacts own = this.known.getOrDefault(measure.text("id"), MeasureFacts.NONE);
		Optional.ofNullable(this.known.get(id)).ifPresentOrElse((other) -> {
			checkSame(target, planned, "unit", word(own.unit()), word(other.unit()));
			checkSame(target, planned, "cadence", word(own.cadence()), word(other.cadence()));
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

	private static void checkSame(YamlNode target, YamlNode planned, String key, String own, String others) {
		if (!own.isEmpty() && !others.isEmpty() && !own.equals(others)) {
			target.fault(planned, "expected planned-by: a measure with \"" + key + ": " + own + "\", found "
					+ planned.text() + " with \"" + key + ": " + others + "\". Give both the same " + key + ".");
		}
	}

	private static String word(@Nullable Unit unit) {
		return (unit != null) ? unit.word() : "";
	}

	private static String word(@Nullable Cadence cadence) {
		return (cadence != null) ? cadence.word() : "";
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
