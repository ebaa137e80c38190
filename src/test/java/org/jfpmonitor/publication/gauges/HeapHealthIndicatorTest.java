package org.jfpmonitor.publication.gauges;

import java.lang.management.MemoryUsage;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.Status;

import static org.assertj.core.api.Assertions.assertThat;

/** When the service calls itself down for want of memory. */
class HeapHealthIndicatorTest {

	@ParameterizedTest
	@CsvSource({ "1000, 1000, true", "971, 1000, true", "970, 1000, false", "0, 1000, false", "1000, -1, false" })
	void theHeapIsGoneWhenACollectionLeavesNearlyAllOfItFull(long used, long max, boolean full) {
		assertThat(HeapHealthIndicator.isFull(new MemoryUsage(0, used, used, max))).isEqualTo(full);
	}

	@Test
	void whatIsLeftFullIsDownAndSaysWhatToDo() {
		Health.Builder health = new Health.Builder();

		HeapHealthIndicator.say(true, health);

		assertThat(health.build().getStatus()).isEqualTo(Status.DOWN);
		assertThat(health.build().getDetails()).containsEntry("heap",
				"Expected room after a collection, found none. Give more with -Xmx.");
	}

	@Test
	void aHeapWithRoomIsUp() {
		assertThat(new HeapHealthIndicator().health().getStatus()).isEqualTo(Status.UP);
	}

}
