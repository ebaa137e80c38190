package org.jfpmonitor.store.recent;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class RecentResultsTest {

	private final AtomicInteger made = new AtomicInteger();

	private final RecentResults<String, String> results = new RecentResults<>(40, (question, text) -> text.length());

	@Test
	void isWorkedOutOnceWhileTheLookFindsTheSame() {
		assertThat(ask("board", look("a"))).isEqualTo("board 1");
		assertThat(ask("board", look("a"))).isEqualTo("board 1");
		assertThat(ask("board", look("b"))).isEqualTo("board 2");
		assertThat(ask("board", look("a"))).isEqualTo("board 3");
	}

	/** It holds all that was there when the earlier look began. */
	@Test
	void whoLookedEarlierTakesTheNewerResult() {
		Look earlier = look("a");
		Look later = look("b");

		assertThat(ask("board", later)).isEqualTo("board 1");
		assertThat(ask("board", earlier)).isEqualTo("board 1");
	}

	@Test
	void doesNotKeepAFailure() {
		assertThatThrownBy(() -> this.results.get("board", look("a"), () -> {
			throw new IllegalStateException("away");
		})).isExactlyInstanceOf(IllegalStateException.class).hasMessage("away");

		assertThat(ask("board", look("a"))).isEqualTo("board 1");
	}

	@Test
	@Timeout(60)
	void whoAsksForOneThatIsBeingWorkedOutWaitsForIt() throws Exception {
		CountDownLatch begun = new CountDownLatch(1);
		CountDownLatch finish = new CountDownLatch(1);
		Look look = look("a");
		ExecutorService readers = Executors.newFixedThreadPool(4);
		try {
			List<Future<String>> answers = new ArrayList<>();
			for (int reader = 0; reader < 4; reader++) {
				answers.add(readers.submit(() -> this.results.get("board", look, () -> {
					begun.countDown();
					await(finish);
					return "board " + this.made.incrementAndGet();
				})));
			}
			await(begun);
			assertThat(ask("other", look)).isEqualTo("other 1");
			finish.countDown();
			for (Future<String> answer : answers) {
				assertThat(answer.get()).isEqualTo("board 2");
			}
		}
		finally {
			readers.shutdownNow();
		}
	}

	@Test
	void holdsNoMoreThanItMay() {
		Look look = look("a");
		String tooLong = "a".repeat(40);
		assertThat(ask(tooLong, look)).endsWith(" 1");
		assertThat(ask(tooLong, look)).endsWith(" 2");
		for (int number = 0; number < 30; number++) {
			ask("some " + number, look);
		}
		int before = this.made.get();
		for (int number = 0; number < 30; number++) {
			ask("some " + number, look);
		}
		assertThat(this.made.get() - before).isGreaterThanOrEqualTo(24);
	}

	private String ask(String question, Look look) {
		return this.results.get(question, look, () -> question + " " + this.made.incrementAndGet());
	}

	private static Look look(String found) {
		return Look.at(() -> found);
	}

	private static void await(CountDownLatch latch) {
		try {
			assertThat(latch.await(30, TimeUnit.SECONDS)).isTrue();
		}
		catch (InterruptedException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
