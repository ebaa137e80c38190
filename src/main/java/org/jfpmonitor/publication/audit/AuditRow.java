package org.jfpmonitor.publication.audit;

import org.jfpmonitor.audit.AuditEntry;
import org.jfpmonitor.publication.page.LondonTime;

/**
 * An entry of the audit trail as the page shows it.
 *
 * @param at when, in words
 * @param action what kind of thing was done, in words
 * @param who who did it, in words
 * @param address from where, in words
 * @param what the thing itself
 */
record AuditRow(String at, String action, String who, String address, String what) {

	static AuditRow of(AuditEntry entry) {
		return new AuditRow(LondonTime.inWords(entry.at()), entry.action().words(),
				(entry.who() != null) ? entry.who() : "Nobody signed in",
				(entry.address() != null) ? entry.address() : "The service itself", entry.what());
	}

}
