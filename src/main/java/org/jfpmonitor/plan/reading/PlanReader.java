package org.jfpmonitor.plan.reading;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jfpmonitor.calendar.Cadence;
import org.jfpmonitor.organisation.Organisations;
import org.jfpmonitor.plan.Ambition;
import org.jfpmonitor.plan.Feed;
import org.jfpmonitor.plan.Measure;
import org.jfpmonitor.plan.Plan;
import org.jfpmonitor.plan.id.EmailAddress;
import org.jfpmonitor.plan.id.FeedId;
import org.jfpmonitor.plan.id.MeasureId;
import org.jfpmonitor.plan.yaml.Block;
import org.jfpmonitor.plan.yaml.Fault;
import org.jfpmonitor.plan.yaml.Form;
import org.jfpmonitor.plan.yaml.YamlFile;
import org.jspecify.annotations.Nullable;

/** Reads all files of one plan together. */
final class PlanReader {

	private final List<Fault> faults = new ArrayList<>();

	private final PlanNames names = new PlanNames();

	private final KnownOrganisations organisations;

	private final int unreadable;

	private PlanReader(KnownOrganisations organisations, List<Fault> earlier) {
		this.organisations = organisations;
		this.faults.addAll(earlier);
		this.unreadable = earlier.size();
	}

	/**
	 * Reads the files as one plan.
	 * @param directory where they lie, for faults that no single file has
	 * @param files in the order of their names
	 * @param register the organisations that may be named, or null to name any
	 * @param earlier faults of files that could not even be read as text
	 */
	static PlanReading read(Path directory, List<YamlFile> files, @Nullable Organisations register,
			List<Fault> earlier) {
		PlanReader reader = new PlanReader(new KnownOrganisations(register), earlier);
		Plan legible = reader.read(directory, files);
		return new PlanReading(legible, reader.inFileOrder());
	}

	private @Nullable Plan read(Path directory, List<YamlFile> files) {
		List<Block> roots = files.stream()
			.map((file) -> file.open(PlanKeys.FILE, this::fault))
			.flatMap(Optional::stream)
			.toList();
		// What an unreadable file or key says is unknown, so nothing can be said to be
		// missing.
		boolean whole = this.unreadable == 0 && roots.size() == files.size() && roots.stream().allMatch(Block::isWhole);
		PlanHead head = head(directory, roots, whole);
		List<Feed> feeds = roots.stream().flatMap((root) -> feeds(root).stream()).toList();
		MeasureReader measures = new MeasureReader(this.names, this.organisations,
				(head != null) ? head.organisation() : null);
		ObjectiveReader objectives = new ObjectiveReader(this.names, measures);
		List<Ambition> ambitions = roots.stream()
			.map(objectives::read)
			.flatMap(Optional::stream)
			.sorted(Comparator.comparingInt((ambition) -> Integer.parseInt(ambition.number())))
			.toList();
		List<Measure> watched = roots.stream().flatMap((root) -> watched(root, measures).stream()).toList();
		if (!whole) {
			return null;
		}
		this.names.check();
		return (head != null && this.faults.isEmpty()) ? head.over(ambitions, watched, feeds)
				: named(head, ambitions, watched, feeds);
	}

	private @Nullable PlanHead head(Path directory, List<Block> roots, boolean whole) {
		Block first = null;
		for (Block root : roots) {
			if (root.has("plan") && first != null) {
				root.fault("plan", "expected plan: once in all files, found it again (first in "
						+ first.file().getFileName() + ", line " + first.line("plan") + "). Delete one of the two.");
			}
			else if (root.has("plan")) {
				first = root;
			}
		}
		if (first == null && whole) {
			fault(directory, 0,
					"expected plan: once in all files, found nothing. Add to one file \"plan:\" with the keys "
							+ Form.all(PlanKeys.PLAN) + " below it.");
		}
		return (first == null) ? null
				: first.block("plan", "plan", PlanKeys.PLAN)
					.map((block) -> PlanHead.read(block, this.organisations))
					.orElse(null);
	}

	private List<Feed> feeds(Block root) {
		return root.blocks("feeds", "feed", "id", PlanKeys.FEED)
			.stream()
			.map(this::feed)
			.flatMap(Optional::stream)
			.toList();
	}

	private Optional<Feed> feed(Block block) {
		this.names.give("feed", block, "id");
		FeedId id = block.required("id", PlanForms.FEED_ID);
		String title = block.required("title", Form.text());
		Cadence cadence = block.required("cadence", PlanForms.CADENCE);
		Integer lag = block.required("due-after-days", Form.wholeNumber(0));
		Integer grace = block.required("grace-days", Form.wholeNumber(0));
		EmailAddress owner = block.optional("owner", PlanForms.ADDRESS);
		Boolean ended = block.optional("ended", Form.flag());
		if (id == null) {
			return Optional.empty();
		}
		return Optional.of((title == null || cadence == null || lag == null || grace == null) ? StandIn.feed(id)
				: new Feed(id, title, cadence, lag, grace, owner, ended != null && ended));
	}

	private static List<Measure> watched(Block root, MeasureReader measures) {
		return root.blocks("measures", "measure", "id", PlanKeys.MEASURE)
			.stream()
			.map((each) -> measures.read(each, true))
			.flatMap(Optional::stream)
			.toList();
	}

	/**
	 * The names of all that could not be read otherwise, beside what could: other files
	 * refer to them whether they have faults or not.
	 */
	private @Nullable Plan named(@Nullable PlanHead head, List<Ambition> ambitions, List<Measure> watched,
			List<Feed> feeds) {
		Set<MeasureId> judgedBy = ambitions.stream()
			.flatMap((ambition) -> ambition.objectives().stream())
			.flatMap((objective) -> objective.measures().stream())
			.map(Measure::id)
			.collect(Collectors.toSet());
		List<Measure> others = Stream.concat(watched.stream(), this.names.measures().stream())
			.filter((measure) -> judgedBy.add(measure.id()))
			.toList();
		Plan plan = (head != null) ? head.over(ambitions, others, feeds) : null;
		return (plan != null) ? plan : StandIn.head().over(ambitions, others, feeds);
	}

	private void fault(Path file, int line, String message) {
		this.faults.add(new Fault(file, line, message));
	}

	private List<Fault> inFileOrder() {
		return this.faults.stream()
			.sorted(Comparator.comparing((Fault fault) -> fault.file().toString()).thenComparingInt(Fault::line))
			.toList();
	}

}
