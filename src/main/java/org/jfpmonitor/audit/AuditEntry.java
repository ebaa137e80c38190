package org.jfpmonitor.audit;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * One thing that was done.
 *
 * @param at when
 * @param action what kind of thing
 * @param who the name of who signed in, or null: nobody had, or no user of that name is
 * known
 * @param address the address it came from, of the socket or as a trusted proxy says; null
 * for what the service did itself
 * @param what the thing itself, in words
 */
public record AuditEntry(Instant at, Action action, @Nullable String who, @Nullable String address, String what) {

}
