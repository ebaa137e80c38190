package org.jfpmonitor.plan.reading;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jfpmonitor.calendar.Cadence;
import org.jfpmonitor.organisation.OrganisationCode;
import org.jfpmonitor.plan.BandEnd;
import org.jfpmonitor.plan.ChartSettings;
import org.jfpmonitor.plan.Direction;
import org.jfpmonitor.plan.Measure;
import org.jfpmonitor.plan.Unit;
import org.jfpmonitor.plan.catalogue.Catalogue;
import org.jfpmonitor.plan.catalogue.CatalogueMeasure;
import org.jfpmonitor.plan.id.FeedId;
import org.jfpmonitor.plan.id.MeasureId;
import org.jfpmonitor.plan.reading.target.MeasureFacts;
import org.jfpmonitor.plan.reading.target.TargetReader;
import org.jfpmonitor.plan.target.Target;
import org.jfpmonitor.plan.yaml.Nearest;
import org.jfpmonitor.plan.yaml.YamlNode;
import org.jspecify.annotations.Nullable;

/**
 * Reads measures, with or without a target. What a publication holds is said by the
 * catalogue, and a plan cannot say otherwise; only of a measure that the catalogue does
 * not have does the plan say all. What is asked of each of several organisations, or from
 * below and from above, becomes a measure for each.
 */
final class MeasureReader {

	private static final String EACH = "each";

	private final Catalogue catalogue;

	private final PlanNames names;

	private final KnownOrganisations organisations;

	private final OrganisationCode planOrganisation;

	private final LocalDate planEnd;

	/** The blocks of the plan that describe a measure whole, by its id. */
	private final Map<String, YamlNode> described;

	/** What is known of each measure read so far, by its id. */
	private final Map<String, MeasureFacts> known = new HashMap<>();

	MeasureReader(Catalogue catalogue, PlanNames names, KnownOrganisations organisations,
			OrganisationCode planOrganisation, LocalDate planEnd, List<YamlNode> blocks) {
		this.catalogue = catalogue;
		this.names = names;
		this.organisations = organisations;
		this.planOrganisation = planOrganisation;
		this.planEnd = planEnd;
		this.described = blocks.stream()
			.filter((block) -> block.has("feed") && !block.has("figures-of"))
			.collect(Collectors.toMap((block) -> block.text("id"), (block) -> block, (first, again) -> first));
	}

	/** A measure that belongs to no objective; empty when it has no legible name. */
	Optional<Measure> watched(YamlNode block) {
		MeasureFacts facts = facts(block);
		return block.find("id")
			.map((id) -> measure(block, facts, Judged.together(id.text(), organisations(block)), null));
	}

	/** A measure of the catalogue that the plan keeps without naming it. */
	static Measure watched(CatalogueMeasure national, List<OrganisationCode> organisations) {
		return new Measure(national.id(), national.title(), national.shortTitle(), national.definition(),
				national.unit(), national.direction(), national.cadence(), national.feed(), organisations, null, "",
				national.smallDenominator(), inBaseUnits(national.unit(), national.lowest()),
				inBaseUnits(national.unit(), national.highest()), ChartSettings.standard());
	}

	/**
	 * What one entry asks of an objective: mostly one measure, none when it has no
	 * legible name.
	 */
	List<Measure> judged(YamlNode block) {
		MeasureFacts facts = facts(block);
		Optional<YamlNode> target = block.find("target").filter(YamlNode::isBlock);
		target.ifPresent((written) -> written.find("planned-by")
			.ifPresent((planned) -> this.names.onceAllAreKnown(() -> checkPlanned(block, written, planned))));
		List<Judged> apart = block.find("id")
			.map((id) -> apart(block, id.text(), organisations(block), target))
			.orElse(List.of());
		boolean band = block.text("better").equals(MeasureFacts.WITHIN);
		if (!band) {
			Target promised = target
				.map((written) -> new TargetReader(facts, facts.direction(), null, written).read(this.planEnd))
				.orElse(null);
			return apart.stream().map((each) -> measure(block, facts, each, promised)).toList();
		}
		Map<BandEnd, Target> targets = new EnumMap<>(BandEnd.class);
		target.ifPresent((written) -> Stream.of(BandEnd.values())
			.forEach((end) -> targets.put(end,
					new TargetReader(facts, end.direction(), end.key(), written).read(this.planEnd))));
		return Stream.of(BandEnd.values()).flatMap((end) -> {
			Target own = targets.get(end);
			Target other = targets.get(end.other());
			Target promised = (own != null && other != null) ? own.beside(other.trajectory()) : null;
			return apart.stream().map((each) -> measure(block, facts, derived(block, each.from(end)), promised));
		}).toList();
	}

	/** Each of the organisations, where each has to meet the target; or all together. */
	private List<Judged> apart(YamlNode block, String id, List<OrganisationCode> organisations,
			Optional<YamlNode> target) {
		if (!block.text("judged").equals(EACH) || organisations.size() == 1) {
			return List.of(Judged.together(id, organisations));
		}
		target
			.ifPresent((written) -> written.find("planned-by")
				.ifPresent((planned) -> written.fault(planned,
						"expected no planned-by beside \"judged: each\", because one measure's figures plan for"
								+ " organisations together, found \"" + planned.text()
								+ "\". Write a measure for each.")));
		return organisations.stream()
			.map((code) -> derived(block, Judged.alone(id, code, this.organisations.nameOf(code))))
			.toList();
	}

	/** Takes the name that comes about. */
	private Judged derived(YamlNode block, Judged judged) {
		this.names.give("measure", block, "id", judged.id());
		return judged;
	}

	private List<OrganisationCode> organisations(YamlNode block) {
		List<OrganisationCode> written = block.texts("organisations").stream().map(OrganisationCode::of).toList();
		return written.isEmpty() ? List.of(this.planOrganisation) : written;
	}

	/** What is so of the figures that the block judges. */
	private MeasureFacts facts(YamlNode block) {
		this.names.give("measure", block, "id");
		this.organisations.checkSummed(block, "organisations");
		block.find("feed").ifPresent((id) -> this.names.onceAllAreKnown(() -> checkFeed(block, id)));
		String key = block.has("figures-of") ? "figures-of" : "id";
		Optional<YamlNode> id = block.find(key);
		Optional<CatalogueMeasure> national = id
			.flatMap((written) -> this.catalogue.measure(MeasureId.of(written.text())));
		Optional<YamlNode> other = id.flatMap((written) -> Optional.ofNullable(this.described.get(written.text())))
			.filter((written) -> !written.equals(block));
		MeasureFacts facts;
		if (national.isPresent()) {
			facts = MeasureFacts.of(national.get());
			this.organisations.warnOfKinds(block, national.get(), organisations(block));
		}
		else if (key.equals("figures-of")) {
			facts = other.map((written) -> MeasureFacts.of(written).saidIn(written)).orElse(MeasureFacts.NONE);
		}
		else {
			facts = MeasureFacts.of(block);
		}
		if (facts.place() != null) {
			facts.check(block);
		}
		else if (key.equals("figures-of") || !block.has("feed")) {
			id.ifPresent((written) -> faultUnknown(block, key, written));
		}
		this.known.putIfAbsent(block.text("id"), facts);
		return facts;
	}

	private Measure measure(YamlNode block, MeasureFacts facts, Judged judged, @Nullable Target target) {
		Unit unit = Objects.requireNonNullElse(facts.unit(), Unit.COUNT);
		String title = block.find("title").map(YamlNode::text).orElse(facts.title());
		// Without words of its own, a local title stands for the short one, too.
		String shortTitle = block.find("short-title")
			.map(YamlNode::text)
			.orElse(block.has("title") ? title : facts.shortTitle());
		Integer small = block.optional("small-denominator", YamlNode::wholeNumber);
		ChartSettings chart = block.find("chart").map(MeasureReader::chart).orElseGet(ChartSettings::standard);
		return new Measure(MeasureId.of(judged.id()),
				MeasureId.of(block.find("figures-of").or(() -> block.find("id")).map(YamlNode::text).orElse("faulty")),
				title + judged.words(), shortTitle + judged.words(),
				block.find("definition").map(YamlNode::text).orElse(facts.definition()), unit,
				Objects.requireNonNullElse((judged.end() != null) ? judged.end().direction() : facts.direction(),
						Direction.HIGHER),
				Objects.requireNonNullElse(facts.cadence(), Cadence.MONTHLY),
				Objects.requireNonNullElse(facts.feed(), FeedId.of("faulty")), judged.organisations(), target,
				block.text("target-note"), (small != null) ? small : facts.smallDenominator(),
				inBaseUnits(unit, facts.lowest()), inBaseUnits(unit, facts.highest()), chart);
	}

	private void faultUnknown(YamlNode block, String key, YamlNode id) {
		List<String> all = Stream
			.concat(this.catalogue.measures().stream().map((each) -> each.id().value()),
					this.described.keySet().stream())
			.toList();
		String instead = key.equals("id")
				? "describe the measure here: add feed, title, definition, unit, better and" + " cadence."
				: "describe that measure in the plan.";
		block.fault(id,
				"expected " + key + ": that of a measure in the catalogue, found \"" + id.text() + "\". "
						+ Nearest.to(id.text(), all)
							.map((near) -> "Write \"" + key + ": " + near + "\", or ")
							.orElse("Correct it, or ")
						+ instead);
	}

	private void checkFeed(YamlNode block, YamlNode feed) {
		if (!this.names.all("feed").contains(feed.text()) && this.catalogue.feed(FeedId.of(feed.text())).isEmpty()) {
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

	/**
	 * One of the judgements that an entry of a plan asks for.
	 *
	 * @param id the id of its measure
	 * @param words what its titles say besides those of the entry
	 * @param organisations whose figures are judged, summed where they are several
	 * @param end which end of a band it is about, or null for none
	 */
	private record Judged(String id, String words, List<OrganisationCode> organisations, @Nullable BandEnd end) {

		/** All organisations together, as the entry is called. */
		static Judged together(String id, List<OrganisationCode> organisations) {
			return new Judged(id, "", organisations, null);
		}

		/** One of several organisations, by its code and its name. */
		static Judged alone(String id, OrganisationCode code, String name) {
			return new Judged(id + "-" + code.value().toLowerCase(Locale.ROOT), ", " + name, List.of(code), null);
		}

		/** The same, held against one end of a band. */
		Judged from(BandEnd end) {
			return new Judged(end.idOf(this.id), this.words + end.words(), this.organisations, end);
		}

	}

}
