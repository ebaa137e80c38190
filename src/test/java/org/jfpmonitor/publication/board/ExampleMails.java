package org.jfpmonitor.publication.board;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import java.util.stream.Stream;

import org.jfpmonitor.notification.outbox.MailRecord;
import org.jfpmonitor.notification.outbox.MailRecord.State;
import org.jfpmonitor.notification.outbox.MailRecords;
import org.jfpmonitor.plan.id.ObjectiveCode;
import org.jfpmonitor.plan.id.PlanId;
import org.jspecify.annotations.Nullable;

/** One mail that was given up, one that waits because the server is down, and 60 sent. */
final class ExampleMails implements MailRecords {

	static final String REFUSED = "The mail server mail.example.org:587 refused the mail to uec-lead@example.org for good:"
			+ " 550 5.1.1 No such user.";

	static final String DOWN = "The mail server mail.example.org:587 cannot be reached: the connection was refused.";

	private static final Instant WRITTEN = Instant.parse("2025-05-15T01:31:00Z");

	@Override
	public List<MailRecord> list(@Nullable State state, long offset, int limit) {
		return all(state).skip(offset).limit(limit).toList();
	}

	@Override
	public List<WrittenMail> about(PlanId plan, ObjectiveCode objective, int limit) {
		return all(State.SENT).limit(2)
			.map((each) -> new WrittenMail(each,
					"Joint Forward Plan, position on 15 May 2025.\n\nVirtual wards moved.\n"))
			.toList();
	}

	@Override
	public long count(@Nullable State state) {
		return all(state).count();
	}

	@Override
	public Optional<MailRecord> find(long number) {
		return all(null).filter((each) -> each.number() == number).findFirst();
	}

	@Override
	public boolean sendAgain(long number) {
		return number == 62;
	}

	@Override
	public Optional<ServerTrouble> serverTrouble() {
		return Optional.of(new ServerTrouble(WRITTEN, WRITTEN.plusSeconds(600), DOWN));
	}

	private static Stream<MailRecord> all(@Nullable State state) {
		return Stream
			.concat(Stream.of(mail(62, State.DEAD), mail(61, State.WAITING)),
					LongStream.rangeClosed(1, 60).map((each) -> 61 - each).mapToObj((each) -> mail(each, State.SENT)))
			.filter((mail) -> state == null || mail.state() == state);
	}

	private static MailRecord mail(long number, State state) {
		return new MailRecord(number, "<" + number + "@jfp-monitor>", "uec-lead@example.org",
				"6b Virtual wards: On Track to Underperformance", state, (state == State.WAITING) ? 0 : 1,
				switch (state) {
					case DEAD -> REFUSED;
					case WAITING -> DOWN;
					case SENT -> null;
				}, WRITTEN, (state == State.WAITING) ? WRITTEN.plusSeconds(600) : null,
				(state == State.SENT) ? WRITTEN.plusSeconds(60) : null,
				(state == State.DEAD) ? WRITTEN.plusSeconds(60) : null);
	}

}
