package org.jfpmonitor.notification.outbox;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

import org.jfpmonitor.plan.id.ObjectiveCode;
import org.jfpmonitor.plan.id.PlanId;
import org.jspecify.annotations.Nullable;

/** What was sent, what waits and what could not be sent, for the office to see. */
public interface MailRecords {

	/**
	 * Some of the mails: first those that were given up, then those that wait, then those
	 * that were sent; among each the newest first.
	 * @param state only mails in this state, or null for all
	 * @param offset how many to leave out
	 * @param limit how many at most
	 */
	List<MailRecord> list(MailRecord.@Nullable State state, long offset, int limit);

	/**
	 * The mails that told of the objective of the edition, the newest first, with what
	 * they say.
	 */
	List<WrittenMail> about(PlanId plan, ObjectiveCode objective, int limit);

	/** How many mails there are in this state, or in all when it is null. */
	long count(MailRecord.@Nullable State state);

	/** The mail with this number. */
	Optional<MailRecord> find(long number);

	/**
	 * Lets a mail that was given up be tried again, from the first attempt on, under the
	 * same {@code Message-ID}. It goes out with the next round, within the minute where
	 * the service keeps its timetable.
	 * @return false when there is no such mail, or it was not given up
	 */
	boolean sendAgain(long number);

	/** Why nothing can be sent at present; empty while the server answers. */
	Optional<ServerTrouble> serverTrouble();

	/**
	 * A mail with what it says.
	 *
	 * @param record what became of it
	 * @param text its plain text, as it was sent
	 */
	record WrittenMail(MailRecord record, String text) {

	}

	/**
	 * The mail server cannot be reached, or does not let the service in.
	 *
	 * @param since when that was first seen
	 * @param nextAttemptAt when it is tried again
	 * @param reason what was seen last, as a sentence
	 */
	record ServerTrouble(Instant since, Instant nextAttemptAt, String reason) {

	}

}
