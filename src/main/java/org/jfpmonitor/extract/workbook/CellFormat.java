package org.jfpmonitor.extract.workbook;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.regex.Pattern;

import org.apache.poi.ss.usermodel.BuiltinFormats;
import org.apache.poi.ss.usermodel.DateUtil;
import org.jspecify.annotations.Nullable;

/**
 * What a number format says that the number of a cell is: a day, a month, a time, a
 * percentage or a plain number. Digits that it hides are not hidden here.
 *
 * @param kind what the number is
 * @param digits how many digits a code has at least, with zeros before it; 0 for others
 */
record CellFormat(NumberKind kind, int digits) {

	static final CellFormat PLAIN = new CellFormat(NumberKind.NUMBER, 0);

	static final CellFormat PERCENTAGE = new CellFormat(NumberKind.PERCENT, 0);

	/** Quoted and escaped text, colours and conditions say nothing of the kind. */
	private static final Pattern LITERAL = Pattern.compile("\"[^\"]*\"|\\\\.|_.|\\*.|\\[[^hms\\]][^\\]]*]");

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
		String plain = LITERAL.matcher(written.split(";", 2)[0]).replaceAll("").toLowerCase(Locale.ROOT);
		if (DateUtil.isADateFormat(id, written)) {
			boolean day = plain.indexOf('d') >= 0;
			boolean year = plain.indexOf('y') >= 0;
			return new CellFormat(day ? NumberKind.DAY : year ? NumberKind.MONTH : NumberKind.TIME, 0);
		}
		if (plain.indexOf('%') >= 0) {
			return PERCENTAGE;
		}
		return ZEROS.matcher(plain).matches() ? new CellFormat(NumberKind.NUMBER, plain.length()) : PLAIN;
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
			case DAY, MONTH, TIME -> date(number, from1904);
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
			if (this.kind == NumberKind.MONTH) {
				return MONTH.format(moment);
			}
			return moment.toLocalTime().equals(LocalTime.MIDNIGHT) ? moment.toLocalDate().toString()
					: MOMENT.format(moment);
		}
		catch (DateTimeException outOfRange) {
			return plain(number, 0);
		}
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

		NUMBER, PERCENT, DAY, MONTH, TIME

	}

}
