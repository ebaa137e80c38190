package org.jfpmonitor.extract.layout.reading;

import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

import org.jfpmonitor.extract.layout.Conditions;
import org.jfpmonitor.extract.layout.Contents;
import org.jfpmonitor.extract.layout.EstimateRule;
import org.jfpmonitor.extract.layout.FigureRule;
import org.jfpmonitor.extract.layout.FileFormat;
import org.jfpmonitor.extract.layout.Layout;
import org.jfpmonitor.extract.layout.Level;
import org.jfpmonitor.extract.layout.NamedFigures;
import org.jfpmonitor.extract.layout.PeriodRule;
import org.jfpmonitor.extract.layout.SheetName;
import org.jfpmonitor.observation.SmallNumbers;
import org.jfpmonitor.extract.layout.VintageRule;
import org.jfpmonitor.extract.spelling.NormalisedText;
import org.jfpmonitor.plan.Measure;
import org.jfpmonitor.plan.id.FeedId;
import org.jfpmonitor.plan.id.MeasureId;
import org.jfpmonitor.plan.yaml.YamlNode;
import org.jspecify.annotations.Nullable;

/** Reads a layout file; what it comes to is of use only when no fault was taken down. */
final class LayoutReader {

	private static final Map<String, Character> DELIMITERS = Map.of("comma", ',', "semicolon", ';', "tab", '\t', "bar",
			'|');

	private static final Contents UNASKED = new Contents.Nothing(
			"The plan asks for nothing that such files give. To judge a measure of them, add it,"
					+ " with its feed, to the plan.");

	/** In place of what is not said. */
	private static final Contents FAULTY = new Contents.Nothing("");

	private final YamlNode file;

	private final PlanReferences plan;

	private final Columns columns;

	LayoutReader(YamlNode file, PlanReferences plan) {
		this.file = file;
		this.plan = plan;
		this.columns = new Columns(file);
	}

	Layout read(String fingerprint) {
		Reads reads = Objects.requireNonNullElse(this.file.optional("reads", (word) -> word.word(Reads.class)),
				Reads.FIGURES);
		List<Level> levels = new LevelReader(this.columns).read(this.file);
		List<String> scopes = levels.stream().map(Level::scope).distinct().toList();
		List<Conditions> leaveOut = leaveOut();
		List<PeriodRule> periods = new PeriodRuleReader(this.columns).read(this.file);
		SmallNumbers smallNumbers = SmallNumbersReader.read(this.file,
				this.file.isTrue("record-level") ? SmallNumbers.USUAL : null);
		List<FigureRule> figures = new FigureReader(this.columns, this.plan, leaveOut, periods, smallNumbers)
			.read(this.file, scopes);
		SmallNumbersReader.warnOfLevels(this.file, levels, figures);
		Optional<NamedFigures> named = this.file.find("named").map(this::named);
		Optional<EstimateRule> estimates = this.file.find("estimates").map(this::estimates);
		boolean given = !figures.isEmpty() || estimates.filter((rule) -> !rule.measures().isEmpty()).isPresent();
		FeedId feed = this.file.required("feed", (id) -> this.plan.feed(this.file, id, given), FeedId.of("faulty"));
		// What any plan may be told of is read whichever feeds it has.
		boolean asked = switch (reads) {
			case FIGURES, ESTIMATES -> given || (this.plan.unasked().isEmpty() && this.plan.has(feed));
			case NAMED_FIGURES, PROGRESS, NOTHING -> true;
		};
		CheckReader checks = new CheckReader(this.file, this.columns, this.plan);
		Contents contents = switch (reads) {
			case FIGURES -> new Contents.Figures("known".equals(this.file.text("organisations"))
					? Contents.Unregistered.REJECTED : Contents.Unregistered.LEFT_OUT, levels, figures);
			case NAMED_FIGURES -> named.<Contents>map(Contents.Named::new).orElse(FAULTY);
			case ESTIMATES -> estimates.<Contents>map(Contents.Estimates::new).orElse(FAULTY);
			case PROGRESS -> new Contents.Progress();
			case NOTHING -> new Contents.Nothing(this.file.text("because"));
		};
		return new Layout(this.file.required("layout", YamlNode::text, ""),
				this.file.required("title", YamlNode::text, ""), feed, fingerprint, this.file.isTrue("record-level"),
				smallNumbers, format(), this.columns.all(), periods, vintage(), leaveOut, asked ? contents : UNASKED,
				checks.read(reads, figures), checks.limits());
	}

	private FileFormat format() {
		return new FileFormat(encoding(),
				this.file.optional("delimiter", (word) -> Objects.requireNonNull(DELIMITERS.get(word.text()))),
				this.file.texts("not-with").stream().map(NormalisedText::header).toList(),
				this.file.texts("sheet").stream().map(SheetName::of).toList());
	}

	private @Nullable String encoding() {
		return this.file.find("encoding").map((written) -> {
			try {
				if (Charset.isSupported(written.text())) {
					return Charset.forName(written.text()).name();
				}
			}
			catch (IllegalCharsetNameException noName) {
				// Said below.
			}
			this.file.fault("encoding", "expected encoding: an encoding such as windows-1252, found \"" + written.text()
					+ "\". Write for example \"encoding: windows-1252\".");
			return "";
		}).orElse(null);
	}

	private List<Conditions> leaveOut() {
		List<Conditions> ways = new ArrayList<>();
		for (YamlNode block : this.file.all("leave-out")) {
			Conditions conditions = this.columns.conditions(block);
			if (ways.contains(conditions)) {
				block.fault("expected each way to be left out once, found one again. Delete one of the two.");
			}
			ways.add(conditions);
		}
		return ways;
	}

	private NamedFigures named(YamlNode block) {
		Map<String, MeasureId> names = new HashMap<>();
		block.find("names").ifPresent((below) -> below.members().forEach((name) -> {
			this.plan.measure(below, name);
			MeasureId other = names.putIfAbsent(NormalisedText.value(name.key()), MeasureId.of(name.text()));
			if (other != null) {
				below.fault(name, "expected each name once, found \"" + name.key()
						+ "\", which is compared as one that stands above. Delete one of the two.");
			}
		}));
		NamedFigures named = new NamedFigures(this.columns.required(block, "measure"),
				this.columns.optional(block, "organisation"), block.isTrue("organisation-above"),
				this.columns.optional(block, "value"), this.columns.optional(block, "numerator"),
				this.columns.optional(block, "denominator"), "base".equals(block.text("units")), names);
		checkValues(block);
		return named;
	}

	private EstimateRule estimates(YamlNode block) {
		this.file.all("period")
			.stream()
			.filter((way) -> way.isBlock() && !way.has("preamble") && !way.has("file-name"))
			.forEach(
					(way) -> way.fault("expected period: preamble or file-name with \"reads: estimates\", found another"
							+ " way. A list is about one period; write for example \"period: {preamble: Period}\"."));
		List<MeasureId> measures = new ArrayList<>();
		block.all("measures").forEach((id) -> this.plan.measure(block, id).map(Measure::id).ifPresent(measures::add));
		return new EstimateRule(this.columns.required(block, "organisation"), this.columns.required(block, "name"),
				block.required("scope", YamlNode::text, ""), measures);
	}

	/**
	 * The values stand below the headers that are periods, or in columns of their own.
	 */
	private void checkValues(YamlNode block) {
		List<YamlNode> periods = this.file.all("period");
		boolean inHeaders = !periods.isEmpty() && periods.stream().allMatch((each) -> each.has("headers"));
		if (inHeaders) {
			List.of("value", "numerator", "denominator")
				.stream()
				.filter(block::has)
				.forEach((key) -> block.fault(key, "expected no " + key + " beside \"period: {headers: true}\", found"
						+ " it. Delete it; the values stand below the headers."));
		}
		if (!inHeaders && block.has("organisation-above")) {
			block.fault("organisation-above",
					"expected organisation-above: beside \"period: {headers: true}\" only, found it"
							+ " with periods that stand elsewhere. Delete it, or name the column with the organisation.");
		}
		if (!inHeaders && !periods.isEmpty() && !block.has("value") && !block.has("numerator")) {
			block.fault("expected value: the column with the values, found nothing. Add for example \"value: value\","
					+ " or numerator and denominator.");
		}
	}

	private VintageRule vintage() {
		return this.file.find("vintage")
			.map(this::vintage)
			.orElseGet(() -> new VintageRule(List.of(), false, null, Map.of(), null, VintageRule.Otherwise.ARRIVAL));
	}

	private VintageRule vintage(YamlNode block) {
		Map<String, Integer> words = new HashMap<>();
		block.find("words").ifPresent((below) -> below.members().forEach((word) -> {
			if (words.put(NormalisedText.value(word.key()), word.wholeNumber()) != null) {
				below.fault(word, "expected each word once, found \"" + word.key()
						+ "\", which is compared as one that stands above. Delete one of the two.");
			}
		}));
		VintageRule.Otherwise otherwise = block.optional("otherwise", (word) -> word.word(VintageRule.Otherwise.class));
		return new VintageRule(block.texts("preamble"), block.has("file-name"), this.columns.optional(block, "column"),
				words, this.columns.optional(block, "status"),
				Objects.requireNonNullElse(otherwise, VintageRule.Otherwise.ARRIVAL));
	}

}
