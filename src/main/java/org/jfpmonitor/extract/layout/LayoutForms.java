package org.jfpmonitor.extract.layout;

import java.nio.charset.Charset;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

import org.jfpmonitor.calendar.Cadence;
import org.jfpmonitor.organisation.Organisation;
import org.jfpmonitor.organisation.OrganisationCode;
import org.jfpmonitor.plan.Unit;
import org.jfpmonitor.plan.id.FeedId;
import org.jfpmonitor.plan.id.MeasureId;
import org.jfpmonitor.plan.yaml.Form;

/** The forms of the values in layout files. */
final class LayoutForms {

	static final Form<String> ID = Form.of("small letters, digits and hyphens", "dm01-full-extract", (written) -> {
		if (!written.matches("[a-z0-9]+(?:-[a-z0-9]+)*")) {
			throw new IllegalArgumentException(written);
		}
		return written;
	});

	static final Form<FeedId> FEED = Form.of("the id of a feed", "dm01", FeedId::of);

	static final Form<MeasureId> MEASURE = Form.of("the id of a measure", "virtual-ward-beds", MeasureId::of);

	static final Form<OrganisationCode> ORGANISATION = Form.of("an ODS code in capitals", "RM1", OrganisationCode::of);

	static final Form<Unit> UNIT = Form.words(Unit.values(), Unit::word);

	static final Form<Cadence> CADENCE = Form.words(Cadence.values(), Cadence::word);

	static final Form<Organisation.Kind> KIND = Form.words(Organisation.Kind.values(), LayoutForms::word);

	static final Form<Layout.Reads> READS = Form.words(Layout.Reads.values(), LayoutForms::word);

	static final Form<Layout.Unregistered> ORGANISATIONS = Form
		.words(words("registered", Layout.Unregistered.LEFT_OUT, "known", Layout.Unregistered.REJECTED));

	static final Form<Column.WhenAbsent> WHEN_ABSENT = Form.words(Column.WhenAbsent.values(), LayoutForms::word);

	static final Form<VintageRule.Otherwise> OTHERWISE = Form.words(VintageRule.Otherwise.values(), LayoutForms::word);

	static final Form<FileCheck.Then> THEN = Form.words(FileCheck.Then.values(), LayoutForms::word);

	static final Form<Boolean> PUBLISH_INCOMPLETE = Form.words(words("withhold", false, "publish", true));

	static final Form<Boolean> BASE_UNITS = Form.words(words("shown", false, "base", true));

	static final Form<Character> DELIMITER = Form.words(delimiters());

	static final Form<String> ENCODING = Form.of("an encoding such as windows-1252", "windows-1252",
			(written) -> Charset.forName(written).name());

	static final Form<HeaderPattern> PATTERN = Form.of("a name with {from} and, but for the last band, {to}",
			"{from} < {to} weeks", HeaderPattern::of);

	private LayoutForms() {
	}

	static String word(Enum<?> constant) {
		return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
	}

	private static <T> Map<String, T> words(String one, T oneMeaning, String other, T otherMeaning) {
		Map<String, T> words = new LinkedHashMap<>();
		words.put(one, oneMeaning);
		words.put(other, otherMeaning);
		return words;
	}

	private static Map<String, Character> delimiters() {
		Map<String, Character> words = new LinkedHashMap<>(words("comma", ',', "semicolon", ';'));
		words.putAll(words("tab", '\t', "bar", '|'));
		return words;
	}

}
