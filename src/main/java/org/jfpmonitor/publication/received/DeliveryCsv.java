package org.jfpmonitor.publication.received;

import java.util.List;
import java.util.OptionalLong;

import org.jfpmonitor.calendar.Period;
import org.jfpmonitor.intake.delivery.Delivery;
import org.jfpmonitor.publication.csv.CsvTable;
import org.jspecify.annotations.Nullable;

/** Deliveries for a spreadsheet: a line each, or what the page of one says. */
final class DeliveryCsv {

	private DeliveryCsv() {
	}

	/** What is withheld because it could tell small numbers is empty. */
	static CsvTable all(List<Delivery> deliveries) {
		CsvTable table = new CsvTable("number", "file", "feed", "layout", "state", "arrived_at", "sender", "vintage",
				"dated_by", "read", "used", "left_out", "rejected", "figures", "revised", "periods",
				"first_period_start", "last_period_end", "faults", "warnings", "sha256");
		for (Delivery each : deliveries) {
			List<Period> periods = each.periods();
			table.row(each.id(), each.fileName(), each.feed(), each.layout(), each.state().code(), each.arrivedAt(),
					each.sender(), each.vintage().day(), each.vintage().datedBy().code(),
					told(each.lines().readIfTold()), told(each.lines().usedIfTold()), each.lines().leftOut(),
					each.lines().rejected(), each.figures(), each.revised(), periods.size(),
					periods.isEmpty() ? null : periods.get(0).start(),
					periods.isEmpty() ? null : periods.get(periods.size() - 1).lastDay(),
					String.join(" ", each.faults()), String.join(" ", each.warnings()),
					each.fingerprintIfTold().orElse(null));
		}
		return table;
	}

	/**
	 * What the page of one says.
	 * @param again when the same bytes came again, in words
	 */
	static CsvTable one(DeliveryRow row, List<String> again) {
		CsvTable table = new CsvTable("what", "words");
		table.row("number", row.id());
		table.row("file", row.fileName());
		table.row("outcome", row.outcome());
		row.faults().forEach((each) -> table.row("why it was refused", each));
		row.warnings().forEach((each) -> table.row("what its checks found", each));
		table.row("lines read", row.read());
		table.row("lines used", row.used());
		table.row("lines left out by rule", row.leftOut());
		table.row("lines rejected", row.rejected());
		table.row("data source", row.feed());
		table.row("layout", row.layout());
		table.row("arrived", row.arrived());
		table.row("sent by", row.sender());
		again.forEach((each) -> table.row("the same bytes came again", each));
		table.row("counts as published on", row.vintage());
		table.row("periods", row.periods());
		table.row("figures published", row.figures());
		table.row("figures held before that changed", row.revised());
		table.row("time taken", row.took());
		table.row("fingerprint (SHA-256)", row.sha256());
		return table;
	}

	private static @Nullable Long told(OptionalLong count) {
		return count.isPresent() ? count.getAsLong() : null;
	}

}
