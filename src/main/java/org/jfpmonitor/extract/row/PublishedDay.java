package org.jfpmonitor.extract.row;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

import org.jfpmonitor.extract.header.FileColumns;
import org.jfpmonitor.extract.spelling.PeriodParser;
import org.jfpmonitor.observation.SmallNumbers;
import org.jspecify.annotations.Nullable;

/**
 * The newest day on which rows say they were published. Where numbers are small, one that
 * only few rows name is not told.
 */
final class PublishedDay {

	private final int position;

	private final SmallNumbers control;

	private final Map<LocalDate, Long> lines = new TreeMap<>(Comparator.reverseOrder());

	private String last = "";

	private @Nullable LocalDate lastDay;

	PublishedDay(FileColumns columns) {
		String column = columns.layout().vintage().column();
		this.position = (column != null && columns.has(column)) ? columns.position(column) : -1;
		this.control = columns.layout().control().orElse(SmallNumbers.NONE);
	}

	void take(Row row) {
		if (this.position < 0) {
			return;
		}
		if (!row.text(this.position).equals(this.last)) {
			this.last = row.text(this.position);
			this.lastDay = PeriodParser.date(this.last).orElse(null);
		}
		if (this.lastDay != null) {
			this.lines.merge(this.lastDay, 1L, Long::sum);
		}
	}

	Optional<LocalDate> day() {
		return this.lines.entrySet()
			.stream()
			.filter((each) -> !this.control.isSmall(BigDecimal.valueOf(each.getValue())))
			.map(Map.Entry::getKey)
			.findFirst();
	}

}
