package org.jfpmonitor.intake.delivery;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

import org.jfpmonitor.extract.result.Reject;
import org.jfpmonitor.extract.result.RejectCode;
import org.jfpmonitor.observation.DeliveryId;
import org.jfpmonitor.progress.PlainText;

import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Takes the rejects of one delivery into the store while its file is read, in portions
 * and however many there are.
 */
public final class RejectLog implements Consumer<Reject> {

	private static final int PORTION = 500;

	/** Longer values are cut: a cell may be as long as the whole file. */
	private static final int LONGEST = 500;

	private final JdbcTemplate jdbc;

	private final DeliveryId delivery;

	private final List<Object[]> portion = new ArrayList<>(PORTION);

	private final Map<RejectCode, Long> counts = new EnumMap<>(RejectCode.class);

	private long number;

	RejectLog(JdbcTemplate jdbc, DeliveryId delivery) {
		this.jdbc = jdbc;
		this.delivery = delivery;
	}

	@Override
	public void accept(Reject reject) {
		this.number++;
		this.counts.merge(reject.code(), reject.lines(), Long::sum);
		this.portion.add(new Object[] { this.delivery.value(), this.number, reject.place().line(),
				reject.place().cell(), reject.code().code(), storable(reject.column()), storable(reject.found()),
				storable(reject.expected()) });
		if (this.portion.size() == PORTION) {
			flush();
		}
	}

	/** How many lines of each kind were taken so far. */
	Map<RejectCode, Long> counts() {
		return this.counts;
	}

	/** Writes what has been held back. */
	void flush() {
		this.jdbc.batchUpdate("""
				insert into reject (delivery, number, line, cell, code, column_name, found, expected)
				values (?, ?, ?, ?, ?, ?, ?, ?)
				""", this.portion);
		this.portion.clear();
	}

	/** As long as a table shows, and of characters that a store and a page can take. */
	private static String storable(String text) {
		return PlainText.writable((text.length() > LONGEST) ? text.substring(0, LONGEST) + "…" : text);
	}

}
