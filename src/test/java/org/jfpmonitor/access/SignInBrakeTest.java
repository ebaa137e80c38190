package org.jfpmonitor.access;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class SignInBrakeTest {

	private Instant now = Instant.parse("2025-05-15T09:00:00Z");

	private final SignInBrake brake = new SignInBrake(new Clock() {

		@Override
		public Instant instant() {
			return SignInBrakeTest.this.now;
		}

		@Override
		public ZoneId getZone() {
			return ZoneOffset.UTC;
		}

		@Override
		public Clock withZone(ZoneId zone) {
			return this;
		}

	});

	@Test
	void fiveErrorsCostNothingAndEachFurtherOneTwiceTheTime() {
		fail("analyst", "192.0.2.1", 4);
		assertThat(this.brake.wait("analyst", "192.0.2.1")).isEmpty();
		fail("analyst", "192.0.2.1", 1);
		assertThat(this.brake.wait("analyst", "192.0.2.1")).contains(Duration.ofSeconds(1));
		fail("analyst", "192.0.2.1", 3);
		assertThat(this.brake.wait("Analyst", "192.0.2.1")).contains(Duration.ofSeconds(8));
		fail("analyst", "192.0.2.1", 30);
		assertThat(this.brake.wait("analyst", "192.0.2.1")).contains(Duration.ofMinutes(15));
	}

	@Test
	void aStrangerMakesNobodyWaitElsewhere() {
		fail("analyst", "192.0.2.1", 40);

		assertThat(this.brake.wait("analyst", "192.0.2.2")).isEmpty();
		assertThat(this.brake.wait("editor", "192.0.2.1")).isEmpty();
	}

	@Test
	void whoTriesManyNamesWaitsForAllOfThem() {
		for (int i = 0; i < SignInBrake.FREE_OF_ADDRESS + 3; i++) {
			fail("name" + i, "192.0.2.1", 1);
		}

		assertThat(this.brake.wait("analyst", "192.0.2.1")).contains(Duration.ofSeconds(8));
	}

	@Test
	void theAddressesOfOneNetworkOfIpVersion6AreOne() {
		for (int i = 1; i <= 6; i++) {
			fail("analyst", "2001:db8::" + i, 1);
		}

		assertThat(this.brake.wait("analyst", "2001:db8::99")).contains(Duration.ofSeconds(2));
		assertThat(this.brake.wait("analyst", "2001:db8:0:1::99")).isEmpty();
	}

	@Test
	void theRightPasswordOrAQuietHourForgets() {
		fail("analyst", "192.0.2.1", 12);
		this.brake.succeeded("analyst", "192.0.2.1");
		assertThat(this.brake.wait("analyst", "192.0.2.1")).isEmpty();

		fail("analyst", "192.0.2.1", 12);
		this.now = this.now.plus(Duration.ofMinutes(61));
		fail("analyst", "192.0.2.1", 1);
		assertThat(this.brake.wait("analyst", "192.0.2.1")).isEmpty();
	}

	private void fail(String user, String address, int times) {
		for (int i = 0; i < times; i++) {
			this.brake.failed(user, address);
		}
	}

}
