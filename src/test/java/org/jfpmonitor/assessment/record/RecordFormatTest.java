package org.jfpmonitor.assessment.record;

import java.time.LocalDate;
import java.util.Map;

import org.jfpmonitor.plan.Status;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

class RecordFormatTest {

	private static final String WRITTEN = """
			{"format":1,"days":{"2025-03-31":{"6b":{"status":"on_track","parts":{\
			"beds":{"status":"on_track","rule":"requirement_met","until":"2025-03-31"},\
			"opened":{"rule":"a_rule_of_the_past"}}}}}}""";

	private static final MonthEnds READ = new MonthEnds(Map.of(LocalDate.of(2025, 3, 31),
			Map.of("6b",
					new MonthEnds.Known(Status.ON_TRACK,
							Map.of("beds",
									new MonthEnds.Part(Status.ON_TRACK, "requirement_met", LocalDate.of(2025, 3, 31)),
									"opened", new MonthEnds.Part(null, "a_rule_of_the_past", null))))));

	@Test
	void readsTheMonthEndsThatThisFormatHasEverWritten() {
		assertThat(RecordFormat.monthEnds(WRITTEN)).isEqualTo(READ);
		assertThat(RecordFormat.monthEnds(RecordFormat.write(READ))).isEqualTo(READ);
	}

	@Test
	void doesNotGuessAtWhatALaterReleaseWrote() {
		assertThatIllegalStateException().isThrownBy(() -> RecordFormat.monthEnds("{\"format\":2,\"days\":{}}"))
			.withMessage("Recorded month ends: expected format 1, found 2. A later release wrote them; start that "
					+ "one.");
	}

}
