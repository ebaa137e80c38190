package org.jfpmonitor.extract.workbook;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Pattern;

import org.apache.poi.ss.usermodel.BuiltinFormats;
import org.apache.poi.ss.usermodel.DateUtil;
import org.jspecify.annotations.Nullable;

/**
 * What a number format says that the number of a cell is: a day, a month, a year, a time,
 * a percentage or a plain number. Digits that it hides are not hidden here.
 *
 * @param kind what the number is
 * @param digits how many digits a code has at least, with zeros before it; 0 for others
 */
record CellFormat(NumberKind kind, int digits) {

	static final CellFormat PLAIN = new CellFormat(NumberKind.NUMBER, 0);

	static final CellFormat PERCENTAGE = new CellFormat(NumberKind.PERCENT, 0);

	/** Quoted and escaped text, colours and conditions say nothing of the kind. */
	private static final Pattern LITERAL = Pattern.compile("\"[^\"]*\"|\\\\.|_.|\\*.|\\[[^hms\\]][^\\]]*]");

	/** A sign that stands beside the number and does not multiply it. */
	private static final Pattern SIGN_BESIDE = Pattern.compile("[0#?]\\s*(\"\\s*%\\s*\"|\\\\%)");

	/** One of the forms that a format has for positive, negative and other numbers. */
	private static final Pattern WITH_NUMBER = Pattern.compile("[0#?]|general");

	private static final Pattern DAY_OR_TIME = Pattern.compile("[ymdhs]");

	private static final Pattern ZEROS = Pattern.compile("0{2,18}");

	/** Excel writes no more of them; a difference that ought to be zero may have 300. */
	private static final int MOST_DECIMALS = 20;

	private static final double MOST = 1e28;

	private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("MMM-uuuu", Locale.ENGLISH);

	private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss");

	/**
	 * The format.
	 * @param id its number; those below 164 are built in
	 * @param code as the workbook writes it, or null where it is built in
	 */
	static CellFormat of(int id, @Nullable String code) {
		String written = (code != null) ? code : BuiltinFormats.getBuiltinFormat(id);
		if (written == null) {
			return PLAIN;
		}
		String[] forms = LITERAL.matcher(written).replaceAll("").toLowerCase(Locale.ROOT).split(";", -1);
		if (DAY_OR_TIME.matcher(forms[0]).find() && DateUtil.isADateFormat(id, forms[0])) {
			return new CellFormat(kindOfDay(forms[0]), 0);
		}
		String form = Arrays.stream(forms).filter((each) -> WITH_NUMBER.matcher(each).find()).findFirst().orElse("");
		if (form.indexOf('%') >= 0) {
			return PERCENTAGE;
		}
		if (SIGN_BESIDE.matcher(written).find()) {
			return new CellFormat(NumberKind.NUMBER_WITH_SIGN, 0);
		}
		return ZEROS.matcher(form).matches() ? new CellFormat(NumberKind.NUMBER, form.length()) : PLAIN;
	}

	private static NumberKind kindOfDay(String form) {
		if (form.indexOf('d') >= 0) {
			return NumberKind.DAY;
		}
		boolean year = form.indexOf('y') >= 0;
		if (form.contains("mmm") || (year && form.indexOf('m') >= 0)) {
			return NumberKind.MONTH;
		}
		return year ? NumberKind.YEAR : NumberKind.TIME;
	}

	/** Whether a number stands for itself. */
	boolean isPlain() {
		return this.kind == NumberKind.NUMBER && this.digits == 0;
	}

	/**
	 * The number as text, exactly.
	 * @param from1904 whether days are counted from 1904 and not from 1900
	 */
	String text(double number, boolean from1904) {
		if (!Double.isFinite(number)) {
			return CellError.NOT_FINITE;
		}
		return switch (this.kind) {
			case NUMBER -> padded(plain(number, 0));
			case PERCENT -> plain(number, 2) + "%";
			case NUMBER_WITH_SIGN -> plain(number, 0) + "%";
			case DAY, MONTH, YEAR, TIME -> date(number, from1904);
		};
	}

	private String date(double number, boolean from1904) {
		if (this.kind == NumberKind.TIME || number < 0 || !DateUtil.isValidExcelDate(number)) {
			return (this.kind == NumberKind.TIME && number >= 0 && number < MOST) ? time(number) : plain(number, 0);
		}
		try {
			LocalDateTime moment = DateUtil.getLocalDateTime(number, from1904, true);
			if (moment == null) {
				return plain(number, 0);
			}
			return text(moment);
		}
		catch (DateTimeException outOfRange) {
			return plain(number, 0);
		}
	}

	/** A day that is written as one and not counted; any other text as it stands. */
	String text(String written) {
		try {
			return text((written.indexOf('T') < 0) ? LocalDate.parse(written).atStartOfDay()
					: LocalDateTime.parse(written));
		}
		catch (DateTimeException noDay) {
			return written;
		}
	}

	private String text(LocalDateTime moment) {
		return switch (this.kind) {
			case MONTH -> MONTH.format(moment);
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

	private static String plain(double number, int shift) {
		if (Math.abs(number) >= MOST) {
			return Double.toString(number);
		}
		BigDecimal exact = new BigDecimal(Double.toString(number)).movePointRight(shift);
		if (exact.scale() > MOST_DECIMALS) {
			exact = exact.setScale(MOST_DECIMALS, RoundingMode.HALF_EVEN);
		}
		return (exact.signum() == 0) ? "0" : exact.stripTrailingZeros().toPlainString();
	}

	private String padded(String number) {
		boolean whole = number.chars().allMatch((each) -> each >= '0' && each <= '9');
		return (whole && number.length() < this.digits) ? "0".repeat(this.digits - number.length()) + number : number;
	}

	/** What the number of a cell is. */
	enum NumberKind {

		NUMBER, PERCENT,
		/** One that counts hundredths already, with the sign as a text beside it. */
		NUMBER_WITH_SIGN, DAY, MONTH, YEAR, TIME

	}

}
