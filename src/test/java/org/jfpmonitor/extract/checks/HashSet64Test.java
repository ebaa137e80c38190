package org.jfpmonitor.extract.checks;

import java.util.HashSet;
import java.util.Random;
import java.util.Set;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class HashSet64Test {

	@Test
	void knowsEveryHashItWasGivenAndNoOther() {
		Random random = new Random(1);
		Set<Long> plain = new HashSet<>();
		HashSet64 set = new HashSet64();

		for (int i = 0; i < 200_000; i++) {
			long hash = (random.nextInt(3) > 0) ? random.nextLong() : random.nextInt(1000) + 2L;
			assertThat(set.add(hash)).isEqualTo(plain.add(hash));
		}

		assertThat(set.size()).isEqualTo(plain.size());
	}

	@Test
	void takesZeroForAHash() {
		HashSet64 set = new HashSet64();

		assertThat(set.add(0)).isTrue();
		assertThat(set.add(0)).isFalse();
	}

}
