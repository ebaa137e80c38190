package org.jfpmonitor.schedule;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;

import org.jfpmonitor.schedule.NightStore.Elsewhere;
import org.jfpmonitor.store.TestDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** Three services on one inbox, beside one alone. */
class SharedNightTest {

	private static final int FILES = Integer.getInteger("tests.files", 40);

	@TempDir
	private Path folder;

	/**
	 * The one that has the run is killed while three read its files, one of the others is
	 * told to stop; the last one ends the night.
	 */
	@Test
	void threeServicesShareANightOfWhichTwoDoNotSeeItsEnd() throws Exception {
		TestDatabase before = TestDatabase.create();
		Night.importGoodFigures(new Elsewhere(before), this.folder.resolve("before"));
		try (Night alone = new Night(new Elsewhere(before.copy()), this.folder.resolve("alone"), FILES);
				Night shared = new Night(new Elsewhere(before.copy()), this.folder.resolve("shared"), FILES)) {
			Instant begun = Instant.now();
			alone.start("--jfp.reading.threads=1");
			alone.awaitEnd();
			Duration byOne = Duration.between(begun, Instant.now());

			String[] helping = { "--jfp.reading.shared=true", "--jfp.reading.threads=1",
					"--jfp.schedule.enabled=false" };
			NightService stopped = shared.start(helping);
			NightService last = shared.start(helping);
			shared.awaitReady();
			begun = Instant.now();
			NightService killed = shared.start("--jfp.reading.shared=true", "--jfp.reading.threads=1");
			shared.await("select count(distinct reader) = 3 from run_file join run_reading using (run, number)");
			shared.giveUp(killed);
			killed.kill();
			shared.await("select count(*) >= %d from run_file where reader is not null".formatted(FILES / 2));
			shared.giveUp(stopped);
			stopped.stop();
			shared.awaitEnd();
			System.out.printf(
					"%d files: %.1f s by one service, %.1f s by three of which one was killed and one stopped%n", FILES,
					byOne.toMillis() / 1000.0, Duration.between(begun, Instant.now()).toMillis() / 1000.0);

			assertThat(last.isAlive()).isTrue();
			shared.assertNothingIsLeftUndone();
			assertThat(shared.everything()).isEqualTo(alone.everything());
			assertThat(shared.query("select count(distinct reader) from run_file", Integer.class))
				.as("all three did work")
				.containsExactly(3);
		}
	}

}
