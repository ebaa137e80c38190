package org.jfpmonitor.plan.reading;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

import org.jfpmonitor.calendar.Period;
import org.jfpmonitor.organisation.OrganisationCode;
import org.jfpmonitor.organisation.Organisations;
import org.jfpmonitor.plan.Ambition;
import org.jfpmonitor.plan.Feed;
import org.jfpmonitor.plan.Measure;
import org.jfpmonitor.plan.Milestone;
import org.jfpmonitor.plan.Objective;
import org.jfpmonitor.plan.Plan;
import org.jfpmonitor.plan.catalogue.Catalogue;
import org.jfpmonitor.plan.id.EmailAddress;
import org.jfpmonitor.plan.id.FeedId;
import org.jfpmonitor.plan.id.MeasureId;
import org.jfpmonitor.plan.id.MilestoneId;
import org.jfpmonitor.plan.id.ObjectiveCode;
import org.jfpmonitor.plan.id.PlanId;
import org.jfpmonitor.plan.reading.words.WordsReader;
import org.jfpmonitor.plan.yaml.Fault;
import org.jfpmonitor.plan.yaml.Grammar;
import org.jfpmonitor.plan.yaml.YamlDocument;
import org.jfpmonitor.plan.yaml.YamlFile;
import org.jfpmonitor.plan.yaml.YamlNode;
import org.jspecify.annotations.Nullable;

/**
 * Reads all files of one plan together. The schema has seen each file for itself; here is
 * what it cannot see: that names are given once and refer to something, that dates are in
 * order, that a value can be.
 */
final class PlanReader {

	/** By their numbers, then those that are called by letters. */
	private static final Comparator<Ambition> IN_ORDER = Comparator.comparingInt(
			(Ambition each) -> each.number().matches("[0-9]+") ? Integer.parseInt(each.number()) : Integer.MAX_VALUE)
		.thenComparing((each) -> each.number().toUpperCase(Locale.ROOT));

	private static final Grammar GRAMMAR = Grammar.named("plan");

	private static final ObjectiveCode FAULTY_CODE = ObjectiveCode.of("0a");

	private static final OrganisationCode FAULTY = OrganisationCode.of("FAULTY");

	private final List<Fault> faults = new ArrayList<>();

	private final PlanNames names = new PlanNames();

	private final Catalogue catalogue;

	private final KnownOrganisations organisations;

	private final List<YamlDocument> documents;

	private final Optional<YamlNode> head;

	private final @Nullable Plan legible;

	private PlanReader(Path directory, List<YamlFile> files, @Nullable Organisations register, Catalogue catalogue,
			List<Fault> unreadable) {
		this.catalogue = catalogue;
		this.organisations = new KnownOrganisations(register);
		this.documents = files.stream().map(GRAMMAR::read).toList();
		this.faults.addAll(unreadable);
		// What an unreadable file or key says is unknown, so nothing can be said to be
		// missing.
		boolean whole = unreadable.isEmpty() && this.documents.stream().allMatch(YamlDocument::isWhole);
		List<YamlNode> roots = this.documents.stream().map(YamlDocument::root).flatMap(Optional::stream).toList();
		this.head = head(directory, roots, whole);
		this.legible = read(roots, this.head, whole);
	}

	/**
	 * Reads the files as one plan.
	 * @param directory where they lie, for faults that no single file has
	 * @param files in the order of their names
	 * @param register the organisations that may be named, or null to name any
	 * @param catalogue what it may refer to
	 * @param unreadable faults of files that could not even be read as text
	 */
	static PlanReader of(Path directory, List<YamlFile> files, @Nullable Organisations register, Catalogue catalogue,
			List<Fault> unreadable) {
		return new PlanReader(directory, files, register, catalogue, unreadable);
	}

	/** What came of it, with the faults that were found since. */
	PlanReading result() {
		List<Fault> all = Stream
			.concat(this.faults.stream(), this.documents.stream().flatMap((each) -> each.faults().stream()))
			.sorted(Comparator.comparing((Fault fault) -> fault.file().toString())
				.thenComparingInt(Fault::line)
				.thenComparingInt(Fault::column))
			.toList();
		return new PlanReading(this.legible, all,
				this.documents.stream().flatMap((each) -> each.warnings().stream()).toList());
	}

	/** As much of the plan as could be read. */
	Optional<Plan> legible() {
		return Optional.ofNullable(this.legible);
	}

	/** Where the edition is described; empty when that is missing or faulty. */
	Optional<YamlNode> head() {
		return this.head;
	}

	/** Where the measure is described first; empty when it is not. */
	Optional<YamlNode> block(MeasureId measure) {
		return this.names.block("measure", measure.value());
	}

	/** Where the feed is described; empty where the catalogue alone does. */
	Optional<YamlNode> block(FeedId feed) {
		return this.names.block("feed", feed.value());
	}

	private @Nullable Plan read(List<YamlNode> roots, Optional<YamlNode> head, boolean whole) {
		FeedReader reader = new FeedReader(this.catalogue, this.names, this.organisations);
		List<Feed> written = roots.stream()
			.flatMap((root) -> root.all("feeds").stream())
			.map(reader::read)
			.flatMap(Optional::stream)
			.toList();
		OrganisationCode organisation = head.flatMap((block) -> block.find("organisation"))
			.map((code) -> OrganisationCode.of(code.text()))
			.orElse(FAULTY);
		LocalDate end = head.flatMap((block) -> block.find("to")).map(YamlNode::date).orElse(LocalDate.MIN);
		MeasureReader measures = new MeasureReader(this.catalogue, this.names, this.organisations, organisation, end,
				measureBlocks(roots));
		List<Ambition> ambitions = roots.stream()
			.filter((root) -> root.find("ambition").isPresent() || root.has("objectives"))
			.map((root) -> ambition(root, measures))
			.sorted(IN_ORDER)
			.toList();
		List<Measure> watched = new ArrayList<>(roots.stream()
			.flatMap((root) -> root.all("measures").stream())
			.map(measures::watched)
			.flatMap(Optional::stream)
			.toList());
		List<Measure> asked = Stream
			.concat(ambitions.stream()
				.flatMap((ambition) -> ambition.objectives().stream())
				.flatMap((objective) -> objective.measures().stream()), watched.stream())
			.toList();
		List<Feed> feeds = reader.withThoseOf(asked, written);
		head.map((block) -> reader.watchedBesides(block, organisation, asked, feeds)).ifPresent(watched::addAll);
		head.flatMap((block) -> block.find("from")).map(YamlNode::date).ifPresent((begin) -> {
			head.ifPresent((block) -> this.organisations.warnOfClosed(block, "organisation", begin));
			// What is only watched may be of those who were before.
			measureBlocks(roots).stream()
				.filter((block) -> block.has("target"))
				.forEach((block) -> this.organisations.warnOfClosed(block, "organisations", begin));
		});
		if (!whole) {
			return null;
		}
		this.names.check();
		return head.map((block) -> plan(block, ambitions, watched, feeds))
			.orElseGet(() -> new Plan(PlanId.of("faulty"), "", FAULTY, Period.day(LocalDate.EPOCH), null, ambitions,
					watched, feeds));
	}

	private static List<YamlNode> measureBlocks(List<YamlNode> roots) {
		return roots.stream()
			.flatMap((root) -> Stream.concat(
					root.all("objectives").stream().flatMap((objective) -> objective.all("measures").stream()),
					root.all("measures").stream()))
			.toList();
	}

	private Optional<YamlNode> head(Path directory, List<YamlNode> roots, boolean whole) {
		List<YamlNode> heads = roots.stream().filter((root) -> root.has("plan")).toList();
		for (YamlNode again : heads.subList(Math.min(1, heads.size()), heads.size())) {
			again.fault("plan",
					"expected plan: once in all files, found it again (first in " + heads.get(0).file().name()
							+ ", line " + heads.get(0).find("plan").orElse(heads.get(0)).line()
							+ "). Delete one of the two.");
		}
		if (heads.isEmpty() && whole) {
			this.faults.add(Fault.of(directory, "expected plan: once in all files, found nothing. Add to one file"
					+ " \"plan:\" with the keys id, title, organisation, from, to and office below it."));
		}
		return heads.stream().findFirst().flatMap((root) -> root.find("plan"));
	}

	private Plan plan(YamlNode block, List<Ambition> ambitions, List<Measure> watched, List<Feed> feeds) {
		block.find("organisation").ifPresent((code) -> this.organisations.check(block, "organisation", code));
		LocalDate from = block.required("from", YamlNode::date, LocalDate.EPOCH);
		LocalDate to = block.required("to", YamlNode::date, from);
		if (to.isBefore(from) && block.find("from").isPresent()) {
			block.fault("to", "expected to: the last day of the plan, later than " + from + ", found " + to
					+ ". Correct one of the two dates.");
		}
		return new Plan(block.required("id", (id) -> PlanId.of(id.text()), PlanId.of("faulty")),
				block.required("title", YamlNode::text, ""),
				block.required("organisation", (code) -> OrganisationCode.of(code.text()), FAULTY),
				Period.ofClosed(from, to.isBefore(from) ? from : to), block.optional("office", PlanReader::address),
				ambitions, watched, feeds, block.optional("succeeds", (id) -> PlanId.of(id.text())),
				WordsReader.read(block));
	}

	private Ambition ambition(YamlNode root, MeasureReader measures) {
		Optional<YamlNode> block = root.find("ambition");
		block.ifPresent((ambition) -> this.names.give("ambition", ambition, "number"));
		String number = block.map((ambition) -> ambition.text("number")).filter((text) -> !text.isEmpty()).orElse("0");
		List<Objective> objectives = root.all("objectives")
			.stream()
			.map((each) -> objective(each, number, measures))
			.toList();
		return new Ambition(number, block.map((ambition) -> ambition.required("title", YamlNode::text, "")).orElse(""),
				block.map((ambition) -> ambition.all("copies"))
					.orElse(List.of())
					.stream()
					.map(PlanReader::address)
					.toList(),
				objectives);
	}

	private Objective objective(YamlNode block, String ambition, MeasureReader measures) {
		this.names.give("objective", block, "code");
		ObjectiveCode code = block.required("code", (written) -> code(block, ambition, written), FAULTY_CODE);
		if (!ambition.equals("0") && !code.equals(FAULTY_CODE) && isOfAnother(ambition, code)) {
			block.fault("code",
					"expected code: one that begins with " + ambition + ", because the file is that of ambition "
							+ ambition + ", found \"" + code
							+ "\". Correct the code, or move the objective to its ambition.");
		}
		List<Measure> judgedBy = block.all("measures").stream().map(measures::judged).flatMap(List::stream).toList();
		List<Milestone> milestones = block.all("milestones").stream().map(this::milestone).toList();
		return new Objective(code, ambition, block.required("title", YamlNode::text, ""),
				block.required("short-title", YamlNode::text, ""), block.required("success", YamlNode::text, ""),
				block.optional("owner", PlanReader::address), block.optional("due", YamlNode::date), judgedBy,
				milestones, block.optional("retired", PlanReader::retirement));
	}

	/** A number is the code as it is written: 1.10 is not 1.1. */
	private static ObjectiveCode code(YamlNode block, String ambition, YamlNode written) {
		if (ObjectiveCode.isOne(written.text())) {
			return ObjectiveCode.of(written.text());
		}
		block.fault("code", "expected code: up to 12 letters, digits, dots and hyphens, found \"" + written.text()
				+ "\". Write a shorter one, as in \"code: " + (ambition.equals("0") ? "1" : ambition) + "a\".");
		return FAULTY_CODE;
	}

	/** Codes such as 6b and 6.2 begin with the number of their ambition. */
	private static boolean isOfAnother(String ambition, ObjectiveCode code) {
		return ambition.matches("[0-9]+") && code.value().matches("[0-9]+([a-z]|[.].*)")
				&& !code.value().matches("0*" + ambition + "([a-z]|[.].*)");
	}

	private static Objective.Retirement retirement(YamlNode block) {
		return new Objective.Retirement(block.required("from", YamlNode::date, LocalDate.EPOCH),
				block.required("reason", YamlNode::text, ""));
	}

	private Milestone milestone(YamlNode block) {
		this.names.give("milestone", block, "id");
		return new Milestone(block.required("id", (id) -> MilestoneId.of(id.text()), MilestoneId.of("faulty")),
				block.required("title", YamlNode::text, ""), block.required("due", YamlNode::date, LocalDate.EPOCH),
				block.optional("assumption", YamlNode::text));
	}

	static EmailAddress address(YamlNode written) {
		return EmailAddress.of(written.text());
	}

}
