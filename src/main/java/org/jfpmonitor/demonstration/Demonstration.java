package org.jfpmonitor.demonstration;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.jfpmonitor.calendar.Today;
import org.jfpmonitor.intake.ImportOutcome;
import org.jfpmonitor.publication.DataLoading;
import org.jfpmonitor.schedule.RunKind;
import org.jfpmonitor.schedule.RunLog;
import org.jfpmonitor.schedule.Runs;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.context.annotation.Profile;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Plays the demonstration before the service reports ready. A replay that was cut off
 * goes on where it stopped; a database that ever held anything else is left alone.
 */
@Component
@EnableConfigurationProperties(DemonstrationProperties.class)
@Order(0)
@Profile("!command")
class Demonstration implements ApplicationRunner, DataLoading {

	private static final Logger log = LoggerFactory.getLogger(Demonstration.class);

	private static final LocalTime ARRIVAL = LocalTime.of(6, 0);

	private final DemonstrationProperties properties;

	private final Runs runs;

	private final RunLog runLog;

	private volatile @Nullable LoadingProgress progress;

	Demonstration(DemonstrationProperties properties, Runs runs, RunLog runLog) {
		this.properties = properties;
		this.runs = runs;
		this.runLog = runLog;
	}

	@Override
	public void run(ApplicationArguments arguments) throws IOException {
		if (!this.properties.demo() || this.runLog.hasOtherThan(RunKind.DEMONSTRATION)) {
			return;
		}
		List<LocalDate> days = days();
		this.progress = new LoadingProgress(0, days.size());
		this.runs.takeUp();
		for (int i = 0; i < days.size(); i++) {
			this.progress = new LoadingProgress(i, days.size());
			if (!this.runLog.isFinished(RunKind.DEMONSTRATION, days.get(i))) {
				play(days.get(i), i == days.size() - 1);
				log.info("Demonstration: files of {} imported, {} of {}", days.get(i), i + 1, days.size());
			}
		}
		this.progress = null;
	}

	@Override
	public Optional<LoadingProgress> progress() {
		return Optional.ofNullable(this.progress);
	}

	private void play(LocalDate day, boolean last) throws IOException {
		Instant arrived = ZonedDateTime.of(day, ARRIVAL, Today.LONDON).toInstant();
		for (ImportOutcome outcome : this.runs.replay(files(day), day, arrived, !last)) {
			if (outcome.result() == ImportOutcome.Result.REFUSED) {
				log.warn("Demonstration: {} was refused: {}", outcome.fileName(), outcome.message());
			}
		}
	}

	private List<LocalDate> days() throws IOException {
		Path folder = folder();
		if (!Files.isDirectory(folder)) {
			return List.of();
		}
		try (Stream<Path> folders = Files.list(folder)) {
			return folders.filter(Files::isDirectory)
				.map((each) -> LocalDate.parse(each.getFileName().toString()))
				.sorted()
				.toList();
		}
	}

	private List<Path> files(LocalDate day) throws IOException {
		try (Stream<Path> files = Files.list(folder().resolve(day.toString()))) {
			return files.filter(Files::isRegularFile).sorted().toList();
		}
	}

	private Path folder() {
		return this.properties.config().resolve("demo");
	}

}
