package org.jfpmonitor.publication.received;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jfpmonitor.intake.delivery.Deliveries;
import org.jfpmonitor.plan.Plan;
import org.jfpmonitor.publication.page.NoSuchPage;
import org.jspecify.annotations.Nullable;

/**
 * A file that somebody has just sent, and what became of it.
 *
 * @param name the name under which it was sent; empty when that is not known
 * @param row what became of it, or null while it waits
 */
record SentFile(String name, @Nullable DeliveryRow row) {

	static final String NOT_SENT = "This page is shown after files were sent. Choose one from Files received.";

	private static final Pattern WRITTEN = Pattern.compile("([0-9a-f]{64})(?: (.{1,200}))?");

	/**
	 * The file of an address.
	 * @param written its fingerprint, then a blank and its name
	 */
	static SentFile of(String written, Deliveries deliveries, Plan plan) {
		Matcher parts = WRITTEN.matcher(written);
		if (!parts.matches()) {
			throw new NoSuchPage(NOT_SENT);
		}
		String name = (parts.group(2) != null) ? parts.group(2) : "";
		return new SentFile(name,
				deliveries.find(parts.group(1)).map((each) -> DeliveryRow.of(each, plan)).orElse(null));
	}

	/** The name, or that of the delivery where none is known. */
	public String title() {
		return (this.name.isEmpty() && this.row != null) ? this.row.fileName() : this.name;
	}

	/** Whether the same bytes are kept under another name. */
	public boolean isKnownOtherwise() {
		return this.row != null && !this.name.isEmpty() && !this.row.fileName().startsWith(this.name);
	}

}
