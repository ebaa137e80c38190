package org.jfpmonitor.extract.recognition;

import org.jfpmonitor.extract.header.Header;
import org.jfpmonitor.extract.text.Records;
import org.jfpmonitor.extract.text.TextRecord;
import org.jfpmonitor.extract.text.Unreadable;

/**
 * Some programs write a heading too many: then every line ends before the same last ones.
 * A single line that is short is a fault of its own.
 */
final class ShortLines {

	private ShortLines() {
	}

	/**
	 * How many fields the lines below the header have, where that is the same smaller
	 * number for all of them; otherwise the width of the header. A file whose first line
	 * is whole is not read further.
	 */
	static int width(Recognition recognition) {
		Header header = recognition.header();
		int common = 0;
		boolean afterBlank = false;
		try (Records records = recognition.table().open()) {
			while (records.hasNext()) {
				TextRecord record = records.next();
				afterBlank = afterBlank || (record.line() > recognition.headerLine() && record.isBlank());
				int fields = record.fields().length;
				boolean note = fields == 1 && afterBlank;
				if (record.line() <= recognition.headerLine() || record.isBlank() || note
						|| record.condition() == TextRecord.Condition.BROKEN || header.isRepeatedBy(record.fields())) {
					continue;
				}
				if (fields >= header.width() || (common > 0 && fields != common)) {
					return header.width();
				}
				common = fields;
			}
		}
		catch (Unreadable saidWhenItIsRead) {
			return header.width();
		}
		return (common > 0) ? common : header.width();
	}

}
