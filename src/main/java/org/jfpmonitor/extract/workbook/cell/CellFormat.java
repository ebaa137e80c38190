package org.jfpmonitor.extract.workbook.cell;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

import org.apache.poi.ss.usermodel.BuiltinFormats;
import org.apache.poi.ss.usermodel.DateUtil;
import org.jspecify.annotations.Nullable;

/**
 * What the number format of a cell makes of its number: a day, a month, a year, a time, a
 * percentage or a plain number, of which no digit is lost that people do not see; or a
 * text that stands in its place, such as the {@code *} of a small number. Spreadsheets
 * hold numbers as binary fractions; what these add to a short number is taken off.
 */
public final class CellFormat {

	/** A number as it is. */
	public static final CellFormat PLAIN = new CellFormat(List.of(FormatSection.NUMBER));

	/** A fraction that is shown as a percentage. */
	static final CellFormat PERCENTAGE = new CellFormat(List.of(FormatSection.PERCENT));

	/** Spreadsheets write no longer one. */
	private static final int LONGEST = 255;

	/** What a spreadsheet shows at most. */
	private static final MathContext DIGITS_SHOWN = new MathContext(15, RoundingMode.HALF_UP);

	/** A number of more digits is no sum of short ones, and keeps all of them. */
	private static final int SHORT = 12;

	/** Excel writes no more of them; a difference that ought to be zero may have 300. */
	private static final int MOST_DECIMALS = 20;

	private static final double MOST = 1e28;

	private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("MMM-uuuu", Locale.ENGLISH);

	private static final DateTimeFormatter DAY_WITHOUT_YEAR = DateTimeFormatter.ofPattern("d-MMM", Locale.ENGLISH);

	private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss");

	private static final Pattern NO_MORE_THAN_DASH = Pattern.compile("\\s*[£$€]?\\s*[-\u2013]?\\s*");

	private final List<FormatSection> sections;

	private final boolean plain;

	private CellFormat(List<FormatSection> sections) {
		this.sections = sections;
		this.plain = sections.stream().allMatch(FormatSection::isPlain);
	}

	/**
	 * The format. One that is longer than any is taken for none.
	 * @param id its number; those below 164 are built in
	 * @param code as the workbook writes it, or null where it is built in
	 */
	public static CellFormat of(int id, @Nullable String code) {
		String written = (code != null) ? code : BuiltinFormats.getBuiltinFormat(id);
		if (written == null || written.isEmpty() || written.length() > LONGEST) {
			return PLAIN;
		}
		return new CellFormat(FormatReader.sections(written));
	}

	/** Whether every number stands for itself. */
	public boolean isPlain() {
		return this.plain;
	}

	/**
	 * The number as text.
	 * @param from1904 whether days are counted from 1904 and not from 1900
	 */
	public String text(double number, boolean from1904) {
		if (!Double.isFinite(number)) {
			return CellError.NOT_FINITE;
		}
		FormatSection section = section(number);
		return switch (section.kind()) {
			case NUMBER -> padded(plain(number, 0), section);
			case PERCENT -> plain(number, 2) + "%";
			case NUMBER_WITH_SIGN -> plain(number, 0) + "%";
			case NUMBER_OF_UNITS -> plain(number, 0) + section.text();
			case DAY, DAY_WITHOUT_YEAR, MONTH, YEAR, TIME -> date(number, section.kind(), from1904);
			case TEXT -> isZeroAsDash(number, section) ? "0" : section.text();
		};
	}

	private FormatSection section(double number) {
		int count = this.sections.size();
		for (int i = 0; i < count; i++) {
			if (this.sections.get(i).isFor(number, i, count)) {
				return this.sections.get(i);
			}
		}
		return FormatSection.NUMBER;
	}

	/**
	 * Accountants write a dash or nothing for zero, beside other numbers that are shown.
	 */
	private boolean isZeroAsDash(double number, FormatSection section) {
		FormatSection positive = this.sections.get(0);
		return number == 0 && section.condition() == null && positive.condition() == null
				&& positive.kind() != NumberKind.TEXT && isDash(section.text());
	}

	/** Whether a text is what accountants write for zero, with or without a currency. */
	static boolean isDash(String text) {
		return NO_MORE_THAN_DASH.matcher(text).matches();
	}

	private static String date(double number, NumberKind kind, boolean from1904) {
		if (kind == NumberKind.TIME || number < 0 || !DateUtil.isValidExcelDate(number)) {
			return (kind == NumberKind.TIME && number >= 0 && number < MOST) ? time(number) : plain(number, 0);
		}
		try {
			LocalDateTime moment = DateUtil.getLocalDateTime(number, from1904, true);
			if (moment == null) {
				return plain(number, 0);
			}
			return text(moment, kind);
		}
		catch (DateTimeException outOfRange) {
			return plain(number, 0);
		}
	}

	/** A day that is written as one and not counted; any other text as it stands. */
	public String text(String written) {
		try {
			return text(
					(written.indexOf('T') < 0) ? LocalDate.parse(written).atStartOfDay() : LocalDateTime.parse(written),
					this.sections.get(0).kind());
		}
		catch (DateTimeException noDay) {
			return written;
		}
	}

	private static String text(LocalDateTime moment, NumberKind kind) {
		return switch (kind) {
			case MONTH -> MONTH.format(moment);
			case DAY_WITHOUT_YEAR -> DAY_WITHOUT_YEAR.format(moment);
			case YEAR -> String.valueOf(moment.getYear());
			default -> moment.toLocalTime().equals(LocalTime.MIDNIGHT) ? moment.toLocalDate().toString()
					: MOMENT.format(moment);
		};
	}

	/** Hours may go beyond a day: {@code 27:05:30}. */
	private static String time(double days) {
		long seconds = Math.round(days * 24 * 60 * 60);
		return String.format(Locale.ROOT, "%02d:%02d:%02d", seconds / 3600, seconds / 60 % 60, seconds % 60);
	}

	/** The digits of a number that people can see. */
	static String plain(double number, int shift) {
		if (Math.abs(number) >= MOST) {
			return Double.toString(number);
		}
		BigDecimal exact = withoutNoise(new BigDecimal(Double.toString(number))).movePointRight(shift);
		if (exact.scale() > MOST_DECIMALS) {
			exact = exact.setScale(MOST_DECIMALS, RoundingMode.HALF_EVEN);
		}
		return (exact.signum() == 0) ? "0" : exact.stripTrailingZeros().toPlainString();
	}

	/** 0.1 + 0.2 is 0.30000000000000004 in binary fractions and 0.3 to everybody. */
	private static BigDecimal withoutNoise(BigDecimal stored) {
		BigDecimal shown = stored.round(DIGITS_SHOWN).stripTrailingZeros();
		return (shown.precision() <= SHORT) ? shown : stored;
	}

	private static String padded(String number, FormatSection section) {
		boolean whole = number.chars().allMatch((each) -> each >= '0' && each <= '9');
		return (whole && !section.places().isEmpty()) ? section.padded(number) : number;
	}

}
