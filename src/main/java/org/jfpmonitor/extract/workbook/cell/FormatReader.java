package org.jfpmonitor.extract.workbook.cell;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

import org.jfpmonitor.extract.workbook.cell.FormatSection.FormatCondition;
import org.jspecify.annotations.Nullable;

/** Takes a number format apart, character by character, as spreadsheets do. */
final class FormatReader {

	/** A fourth section is for texts. */
	private static final int MOST_SECTIONS = 3;

	private static final int MOST_PLACES = 18;

	private static final Pattern ELAPSED = Pattern.compile("h+|m+|s+", Pattern.CASE_INSENSITIVE);

	/** Places, of which one may show a zero before others, and nothing else. */
	private static final Pattern PADDING = Pattern.compile("(?=.*[0#?])(?=.*(0.|[a-j]))[0#?a-j]{2,18}");

	/** What stands behind the last digit that multiplies the number. */
	private static final Pattern MULTIPLE = Pattern.compile("k|000|thousands?|millions?");

	/** The same behind pounds; elsewhere these are metres and minutes. */
	private static final Pattern OF_POUNDS = Pattern.compile("mn?|bn?|tn");

	private final String format;

	private int at;

	/** The text of the section, and the part of it that follows its last place. */
	private final StringBuilder text = new StringBuilder();

	private final StringBuilder after = new StringBuilder();

	/** Places for digits and own digits; anything else makes them no code. */
	private final StringBuilder places = new StringBuilder();

	private final StringBuilder dayLetters = new StringBuilder();

	private boolean number;

	private boolean onlyPlaces;

	private boolean percent;

	private boolean elapsed;

	private boolean ofText;

	private @Nullable FormatCondition condition;

	private FormatReader(String format) {
		this.format = format;
	}

	/** The sections of a format that are for numbers: at least one. */
	static List<FormatSection> sections(String format) {
		FormatReader reader = new FormatReader(format);
		List<FormatSection> sections = new ArrayList<>();
		while (sections.size() < MOST_SECTIONS && reader.at <= format.length()) {
			FormatSection section = reader.section();
			if (!reader.ofText || sections.isEmpty()) {
				sections.add(section);
			}
		}
		return List.copyOf(sections);
	}

	private FormatSection section() {
		this.text.setLength(0);
		this.after.setLength(0);
		this.places.setLength(0);
		this.dayLetters.setLength(0);
		this.number = false;
		this.onlyPlaces = true;
		this.percent = false;
		this.elapsed = false;
		this.ofText = false;
		this.condition = null;
		while (this.at < this.format.length() && this.format.charAt(this.at) != ';') {
			take(this.format.charAt(this.at++));
		}
		this.at++;
		String padding = this.places.toString();
		boolean pads = this.onlyPlaces && PADDING.matcher(padding).matches();
		NumberKind kind = kind();
		String own = ((kind == NumberKind.NUMBER_OF_UNITS) ? this.after : this.text).toString().strip();
		return new FormatSection(kind, own, pads ? padding : "", this.condition);
	}

	private void take(char sign) {
		switch (sign) {
			case '"' -> {
				int end = this.format.indexOf('"', this.at);
				int stop = (end >= 0) ? end : this.format.length();
				own(this.format.substring(this.at, stop));
				this.at = stop + 1;
			}
			case '\\' -> own(nextCharacter());
			case '_' -> {
				nextCharacter();
				own(" ");
			}
			case '*' -> nextCharacter();
			case '[' -> {
				int end = this.format.indexOf(']', this.at);
				int stop = (end >= 0) ? end : this.format.length();
				bracket(this.format.substring(this.at, stop));
				this.at = stop + 1;
			}
			case '0', '#', '?' -> place(sign);
			case '%' -> {
				this.percent = true;
				this.onlyPlaces = false;
			}
			case '@' -> {
				this.ofText = true;
				this.number = true;
			}
			default -> letter(sign);
		}
	}

	private void letter(char sign) {
		int from = this.at - 1;
		if (startsWith("general", from)) {
			this.number = true;
			this.onlyPlaces = false;
			this.at = from + "general".length();
		}
		else if (startsWith("am/pm", from) || startsWith("a/p", from)) {
			this.dayLetters.append('h');
			this.at = from + (startsWith("a/p", from) ? "a/p" : "am/pm").length();
		}
		else if ("ymdhs".indexOf(Character.toLowerCase(sign)) >= 0) {
			this.dayLetters.append(Character.toLowerCase(sign));
			this.onlyPlaces = false;
		}
		else {
			own(String.valueOf(sign));
		}
	}

	private boolean startsWith(String word, int from) {
		return this.format.regionMatches(true, from, word, 0, word.length());
	}

	private String nextCharacter() {
		return (this.at < this.format.length()) ? String.valueOf(this.format.charAt(this.at++)) : "";
	}

	private void own(String shown) {
		this.text.append(shown);
		this.after.append(shown);
		for (int i = 0; i < shown.length(); i++) {
			char each = shown.charAt(i);
			boolean digit = each >= '0' && each <= '9' && this.places.length() < MOST_PLACES;
			this.onlyPlaces = this.onlyPlaces && (digit || each == ' ');
			if (digit) {
				this.places.append((char) (FormatSection.OWN_ZERO + each - '0'));
			}
		}
	}

	private void place(char sign) {
		boolean ofSeconds = this.at >= 2 && ".,0".indexOf(this.format.charAt(this.at - 2)) >= 0
				&& (this.elapsed || this.dayLetters.indexOf("s") >= 0);
		this.number = this.number || !ofSeconds;
		this.after.setLength(0);
		if (this.places.length() < MOST_PLACES) {
			this.places.append(sign);
		}
		else {
			this.onlyPlaces = false;
		}
	}

	private void bracket(String inside) {
		FormatCondition found = FormatCondition.of(inside);
		if (found != null) {
			this.condition = found;
		}
		else if (ELAPSED.matcher(inside).matches()) {
			this.elapsed = true;
		}
		else if (inside.startsWith("$")) {
			int end = inside.indexOf('-');
			own(inside.substring(1, (end >= 0) ? end : inside.length()));
		}
	}

	private NumberKind kind() {
		String letters = this.dayLetters.toString();
		if (!this.number && (this.elapsed || !letters.isEmpty())) {
			return this.elapsed ? NumberKind.TIME : kindOfDay(letters);
		}
		if (!this.number) {
			return NumberKind.TEXT;
		}
		if (this.percent) {
			return NumberKind.PERCENT;
		}
		String behind = this.after.toString().strip().toLowerCase(Locale.ROOT);
		if (MULTIPLE.matcher(behind).matches()
				|| (this.text.indexOf("£") >= 0 && OF_POUNDS.matcher(behind).matches())) {
			return NumberKind.NUMBER_OF_UNITS;
		}
		return behind.startsWith("%") ? NumberKind.NUMBER_WITH_SIGN : NumberKind.NUMBER;
	}

	private static NumberKind kindOfDay(String letters) {
		boolean year = letters.indexOf('y') >= 0;
		boolean month = letters.indexOf('m') >= 0;
		boolean time = letters.indexOf('h') >= 0 || letters.indexOf('s') >= 0;
		if (letters.indexOf('d') >= 0) {
			return (!year && !time && month) ? NumberKind.DAY_WITHOUT_YEAR : NumberKind.DAY;
		}
		if (letters.contains("mmm") || (month && (year || !time))) {
			return NumberKind.MONTH;
		}
		return year ? NumberKind.YEAR : NumberKind.TIME;
	}

}
