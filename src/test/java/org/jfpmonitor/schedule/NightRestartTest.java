package org.jfpmonitor.schedule;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;

import org.jfpmonitor.EveryCase;
import org.jfpmonitor.schedule.NightStore.Elsewhere;
import org.jfpmonitor.schedule.NightStore.Embedded;
import org.jfpmonitor.store.TestDatabase;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.context.ConfigurableApplicationContext;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Nights of the whole service, in processes of its own that are killed, told to stop and
 * lose their database at random moments, beside one that is left in peace. What a kill
 * leaves of one file, or of the mails of one run, other tests show at less cost.
 */
@EveryCase
class NightRestartTest {

	private static final int FILES = Integer.getInteger("tests.files", 40);

	private static final int FAULTS = Integer.getInteger("tests.faults", 2);

	/** Of three for each file, see {@link Night#awaitSteps}. */
	private static final int STEPS = 3 * FILES;

	@TempDir
	private static Path folder;

	private static TestDatabase before;

	private static List<String> peaceful;

	private static Duration peacefulTook = Duration.ZERO;

	/**
	 * After the last fault everything is in its place: two minutes, or on a machine that
	 * is very busy twice what a whole night takes in peace.
	 */
	private static Duration longest = Duration.ofMinutes(2);

	@BeforeAll
	static void aNightInPeace() throws Exception {
		before = TestDatabase.create();
		Night.importGoodFigures(new Elsewhere(before), folder.resolve("before"));
		try (Night night = new Night(new Elsewhere(before.copy()), folder.resolve("peaceful"), FILES)) {
			Instant begun = Instant.now();
			try (ConfigurableApplicationContext service = night.startHere()) {
				night.awaitEnd();
				peacefulTook = Duration.between(begun, Instant.now());
				Duration twice = peacefulTook.multipliedBy(2);
				longest = (twice.compareTo(longest) > 0) ? twice : longest;
				night.assertNothingIsLeftUndone();
				peaceful = night
					.everything(service.getEnvironment().getRequiredProperty("local.server.port", Integer.class));
			}
			assertThat(night.query("select subject from mail", String.class)).isNotEmpty();
		}
	}

	@Test
	void theEmbeddedServerSurvivesItsServiceAndIsKilledWithIt() throws Exception {
		Path data = folder.resolve("embedded");
		Path earlier = folder.resolve("before-embedded");
		TestDatabase.linkPrograms(earlier.resolve("postgres"));
		Night.importGoodFigures(new Embedded(earlier), earlier);
		Files.createDirectories(data);
		Files.move(earlier.resolve("postgres"), data.resolve("postgres"));
		try (Night night = new Night(new Embedded(data), data, FILES)) {
			night.start();
			endsAsIfNothingHadHappened(night, 1);
		}
		finally {
			new Embedded(data).server().kill();
		}
	}

	/** Takes longer than all other tests together. */
	@Test
	@EnabledIfSystemProperty(named = "tests.faults", matches = ".+")
	void oneServiceOnADatabaseElsewhere() throws Exception {
		try (Night night = new Night(new Elsewhere(before.copy()), folder.resolve("one"), FILES)) {
			night.start();
			endsAsIfNothingHadHappened(night, 1);
		}
	}

	/** Takes longer than all other tests together. */
	@Test
	@EnabledIfSystemProperty(named = "tests.faults", matches = ".+")
	void twoServicesOnOneStore() throws Exception {
		try (Night night = new Night(new Elsewhere(before.copy()), folder.resolve("two"), FILES)) {
			night.start("--jfp.reading.shared=true", "--jfp.reading.threads=1");
			night.start("--jfp.reading.shared=true", "--jfp.reading.threads=1");
			endsAsIfNothingHadHappened(night, 2);
		}
	}

	/**
	 * The one that has the run is killed while three read its files, one of the others is
	 * told to stop; the last one ends the night.
	 */
	@Test
	void threeServicesShareANightOfWhichTwoDoNotSeeItsEnd() throws Exception {
		String[] helping = { "--jfp.reading.shared=true", "--jfp.reading.threads=1", "--jfp.schedule.enabled=false" };
		try (Night night = new Night(new Elsewhere(before.copy()), folder.resolve("shared"), FILES)) {
			NightService stopped = night.start(helping);
			NightService last = night.start(helping);
			night.awaitReady();
			Instant begun = Instant.now();
			NightService killed = night.start("--jfp.reading.shared=true", "--jfp.reading.threads=1");
			night.await("select count(distinct reader) = 3 from run_file join run_reading using (run, number)");
			night.giveUp(killed);
			killed.kill();
			night.await("select count(*) >= %d from run_file where reader is not null".formatted(FILES / 2));
			night.giveUp(stopped);
			stopped.stop();
			night.awaitEnd();
			System.out.printf(
					"%d files, with the start of one service: %.1f s in peace, %.1f s by three of which one was"
							+ " killed and one stopped%n",
					FILES, peacefulTook.toMillis() / 1000.0,
					Duration.between(begun, Instant.now()).toMillis() / 1000.0);

			assertThat(last.isAlive()).isTrue();
			night.assertNothingIsLeftUndone();
			assertThat(night.everything()).isEqualTo(peaceful);
			assertThat(night.query("select count(distinct reader) from run_file", Integer.class))
				.as("all three did work")
				.containsExactly(3);
		}
	}

	@Test
	void noRoomToPutFilesAway() throws Exception {
		Path data = folder.resolve("full");
		try (SmallDisk archive = SmallDisk.mount(data.resolve("archive"), 2048);
				SmallDisk refused = SmallDisk.mount(data.resolve("refused"), 2048);
				Night night = new Night(new Elsewhere(before.copy()), data, FILES)) {
			archive.fill();
			refused.fill();
			NightService service = night.start();
			night.giveUp(service);
			night.await("""
					select count(*) filter (where trouble like '%%No space left on device%%') = %d
					  from run_file where run in (select id from run where kind = 'nightly')
					""".formatted(FILES));
			archive.makeRoom();
			refused.makeRoom();
			night.awaitEnd();
			assertThat(service.isAlive()).as("nobody had to start it again").isTrue();
			night.assertNothingIsLeftUndone();
			assertThat(night.everything()).isEqualTo(peaceful);
		}
	}

	/**
	 * The database is on the disk that is full. It refuses what it has no room for, and
	 * where it ends it is started again.
	 */
	@Test
	void noRoomForAnything() throws Exception {
		Path data = folder.resolve("no-room");
		try (SmallDisk disk = SmallDisk.mount(data, 400 << 10)) {
			Night.importGoodFigures(new Embedded(data), data);
			// Of another day than the night, and nothing of it.
			Files.delete(data.resolve("archive/figures-before.csv"));
			try (Night night = new Night(new Embedded(data), data, FILES)) {
				NightService service = night.start();
				night.giveUp(service);
				night.awaitSteps(STEPS / 10);
				disk.fill();
				night.awaitSaid("No space left on device");
				disk.makeRoom();
				night.awaitEnd();
				assertThat(service.isAlive()).as("nobody had to start it again").isTrue();
				night.assertNothingIsLeftUndone();
				assertThat(night.everything()).isEqualTo(peaceful);
			}
			finally {
				new Embedded(data).server().kill();
			}
		}
	}

	private static void endsAsIfNothingHadHappened(Night night, int services) throws Exception {
		Random random = new Random(20250515);
		List<Integer> moments = random.ints(0, STEPS).distinct().limit(FAULTS).sorted().boxed().toList();
		Instant last = Instant.now();
		for (int number = 0; number < FAULTS; number++) {
			night.awaitSteps(moments.get(number));
			Fault.values()[number % Fault.values().length].strike(night, random.nextInt(services));
			last = Instant.now();
		}
		night.awaitEnd();
		Duration after = Duration.between(last, Instant.now());
		System.out.printf("%d faults, the last after %d of %d steps; the night ended %.1f s after it%n", FAULTS,
				moments.get(FAULTS - 1), STEPS, after.toMillis() / 1000.0);
		assertThat(after).isLessThan(longest);
		night.assertNothingIsLeftUndone();
		assertThat(night.everything()).isEqualTo(peaceful);
	}

	/** What befalls a night, in turn. */
	private enum Fault {

		/** All processes at once. */
		EVERYTHING_KILLED {

			@Override
			void strike(Night night, int place) throws IOException, InterruptedException {
				night.kill();
				night.restartStore();
			}

		},

		STORE_RESTARTED {

			@Override
			void strike(Night night, int place) throws IOException, InterruptedException {
				night.restartStore();
			}

		},

		SERVICE_KILLED {

			@Override
			void strike(Night night, int place) {
				night.service(place).kill();
			}

		},

		SERVICE_STOPPED {

			@Override
			void strike(Night night, int place) {
				night.service(place).stop();
			}

		};

		/**
		 * Strikes.
		 * @param place the service that is met, of those there are
		 */
		abstract void strike(Night night, int place) throws IOException, InterruptedException;

	}

}
