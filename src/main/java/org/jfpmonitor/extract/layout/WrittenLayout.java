package org.jfpmonitor.extract.layout;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

import org.jfpmonitor.extract.spelling.NormalisedText;
import org.jfpmonitor.organisation.Organisation;
import org.jfpmonitor.organisation.OrganisationCode;
import org.jfpmonitor.plan.Feed;
import org.jfpmonitor.plan.Measure;
import org.jfpmonitor.plan.Plan;
import org.jfpmonitor.plan.id.FeedId;
import org.jfpmonitor.plan.id.MeasureId;
import org.jfpmonitor.plan.yaml.Block;
import org.jfpmonitor.plan.yaml.Form;
import org.jfpmonitor.plan.yaml.Nearest;
import org.jspecify.annotations.Nullable;

/**
 * One layout file, as written. Every fault goes to its block; what is faulty is left out.
 */
final class WrittenLayout {

	static final List<String> KEYS = List.of("layout", "title", "about", "feed", "reads", "because", "record-level",
			"encoding", "delimiter", "columns", "not-with", "period", "vintage", "organisations", "leave-out", "levels",
			"figures", "named", "checks", "rejects");

	static final List<String> LEVEL_KEYS = List.of("scope", "organisation", "is", "file-name", "kinds", "where",
			"lines", "expect");

	static final List<String> NAMED_KEYS = List.of("measure", "organisation", "value", "numerator", "denominator",
			"units", "names");

	private static final List<String> PROGRESS_COLUMNS = List.of("kind", "objective", "milestone", "as-of", "status",
			"forecast", "achieved", "comment", "from", "until", "author");

	private final Block file;

	private final Plan plan;

	private final WrittenColumns columns;

	WrittenLayout(Block file, Plan plan) {
		this.file = file;
		this.plan = plan;
		this.columns = new WrittenColumns(file);
	}

	/** The layout; of use only when no fault was taken down. */
	Optional<Layout> read(String fingerprint) {
		String id = this.file.required("layout", LayoutForms.ID);
		String title = this.file.required("title", Form.text());
		this.file.optional("about", Form.text());
		FeedId feed = feed();
		Layout.Reads reads = orElse(this.file.optional("reads", LayoutForms.READS), Layout.Reads.FIGURES);
		Map<String, Column> known = this.columns.read();
		WrittenRows rows = new WrittenRows(this.file, this.columns);
		List<Level> levels = levels(rows);
		List<FigureRule> figures = new WrittenFigures(this.file, this.columns, rows, this.plan).read(scopes(levels));
		List<FileCheck> checks = new WrittenChecks(this.file, this.columns, rows, this).read();
		NamedFigures named = named(reads);
		List<PeriodRule> periods = rows.periods();
		askFor(reads, levels, figures, periods);
		boolean recordLevel = orElse(this.file.optional("record-level", Form.flag()), false);
		String encoding = this.file.optional("encoding", LayoutForms.ENCODING);
		Character delimiter = this.file.optional("delimiter", LayoutForms.DELIMITER);
		Layout.Unregistered organisations = orElse(this.file.optional("organisations", LayoutForms.ORGANISATIONS),
				Layout.Unregistered.LEFT_OUT);
		List<String> notWith = notWith();
		VintageRule vintage = rows.vintage();
		List<Conditions> leaveOut = rows.leaveOut();
		RejectLimits limits = new WrittenChecks(this.file, this.columns, rows, this).limits();
		String because = because(reads);
		if (id == null || title == null || feed == null) {
			return Optional.empty();
		}
		return Optional.of(new Layout(id, title, feed, fingerprint, reads, because, recordLevel, encoding, delimiter,
				known, notWith, periods, vintage, organisations, leaveOut, levels, figures, named, checks, limits));
	}

	private @Nullable FeedId feed() {
		FeedId feed = this.file.required("feed", LayoutForms.FEED);
		List<String> feeds = this.plan.feeds().stream().map(Feed::id).map(FeedId::value).toList();
		if (feed != null && !feeds.contains(feed.value())) {
			this.file.fault("feed", unknown("feed: a feed of the plan", feed.value(), feeds));
		}
		return feed;
	}

	private String because(Layout.Reads reads) {
		boolean needed = reads == Layout.Reads.NOTHING;
		return orElse(needed ? this.file.required("because", Form.text()) : this.file.optional("because", Form.text()),
				"");
	}

	private List<String> notWith() {
		return this.file.entries("not-with", Form.text())
			.stream()
			.map((each) -> NormalisedText.header(each.value()))
			.toList();
	}

	private void askFor(Layout.Reads reads, List<Level> levels, List<FigureRule> figures, List<PeriodRule> periods) {
		if (reads == Layout.Reads.FIGURES) {
			ask(levels.isEmpty(), "levels", "- {scope: provider, organisation: provider}");
			ask(figures.isEmpty(), "figures", "- {measure: ..., value: {sum: ...}}");
		}
		if (reads == Layout.Reads.FIGURES || reads == Layout.Reads.NAMED_FIGURES) {
			ask(periods.isEmpty(), "period", "{column: period}");
		}
		if (reads == Layout.Reads.PROGRESS) {
			PROGRESS_COLUMNS.forEach(
					(column) -> ask(!this.columns.known().contains(column), "columns", column + ": the column's name"));
		}
	}

	private void ask(boolean missing, String key, String example) {
		if (missing) {
			this.file.fault(key,
					"expected " + key + " with at least one entry, found none. Write for example \"" + example + "\".");
		}
	}

	private List<Level> levels(WrittenRows rows) {
		List<Level> levels = new ArrayList<>();
		for (Block block : this.file.blocks("levels", "level", "scope", LEVEL_KEYS)) {
			String scope = block.required("scope", LayoutForms.ID);
			boolean fromName = orElse(block.optional("file-name", Form.flag()), false);
			OrganisationCode one = block.optional("is", LayoutForms.ORGANISATION);
			String column = (one != null || fromName) ? null : this.columns.required(block, "organisation");
			Level.Whose whose = fromName ? Level.Whose.FILE_NAME : (one != null) ? Level.Whose.ONE : Level.Whose.COLUMN;
			Set<Organisation.Kind> kinds = new TreeSet<>(
					block.entries("kinds", LayoutForms.KIND).stream().map(Block.Entry::value).toList());
			boolean oneLine = "one".equals(block.optional("lines", Form.words(Map.of("one", "one"))));
			List<String> expected = block.entries("expect", LayoutForms.ORGANISATION)
				.stream()
				.map((each) -> each.value().value())
				.toList();
			if (scope != null) {
				levels.add(new Level(scope, whose, column, (one != null) ? one.value() : null, kinds,
						rows.conditions(block, "where"), oneLine, expected));
			}
		}
		return levels;
	}

	private static List<String> scopes(List<Level> levels) {
		return levels.stream().map(Level::scope).distinct().toList();
	}

	private @Nullable NamedFigures named(Layout.Reads reads) {
		Optional<Block> written = this.file.block("named", "named", NAMED_KEYS);
		if (written.isEmpty()) {
			ask(reads == Layout.Reads.NAMED_FIGURES, "named", "{measure: measure, value: value}");
			return null;
		}
		Block block = written.get();
		String measure = this.columns.required(block, "measure");
		Map<String, MeasureId> names = new HashMap<>();
		List<String> spellings = block.keysBelow("names");
		block.block("names", "names", spellings).ifPresent((below) -> spellings.forEach((name) -> {
			MeasureId id = below.required(name, LayoutForms.MEASURE);
			if (id != null && measure(below, name, id) != null) {
				names.put(NormalisedText.value(name), id);
			}
		}));
		return new NamedFigures(Objects.requireNonNullElse(measure, "measure"),
				this.columns.optional(block, "organisation"), this.columns.optional(block, "value"),
				this.columns.optional(block, "numerator"), this.columns.optional(block, "denominator"),
				orElse(block.optional("units", LayoutForms.BASE_UNITS), false), names);
	}

	/** The measure of the plan, or null with a fault at the key. */
	@Nullable Measure measure(Block block, String key, @Nullable MeasureId id) {
		if (id == null) {
			return null;
		}
		Optional<Measure> found = this.plan.measure(id);
		if (found.isEmpty()) {
			List<String> all = this.plan.measures().stream().map((each) -> each.id().value()).toList();
			block.fault(key, unknown(key + ": a measure of the plan", id.value(), all));
		}
		return found.orElse(null);
	}

	/** Expected, found, and what was probably meant. */
	static String unknown(String expected, String found, List<String> known) {
		return "expected " + expected + ", found \"" + found + "\". "
				+ Nearest.to(found, known)
					.map((word) -> "Write \"" + word + "\".")
					.orElse(known.size() > 12 ? "Write one that is there."
							: known.isEmpty() ? "There is none yet." : "Write one of " + Form.either(known) + ".");
	}

	static <T> T orElse(@Nullable T value, T otherwise) {
		return (value != null) ? value : otherwise;
	}

}
