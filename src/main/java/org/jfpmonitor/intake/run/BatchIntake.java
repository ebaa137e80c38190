package org.jfpmonitor.intake.run;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

import org.jfpmonitor.intake.ImportOutcome;
import org.jfpmonitor.intake.Intake;
import org.jfpmonitor.intake.inbox.FileNames;
import org.jfpmonitor.intake.inbox.FileTrouble;
import org.jfpmonitor.intake.inbox.Inbox;
import org.jfpmonitor.intake.inbox.Uploads;
import org.jfpmonitor.progress.Sender;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.stereotype.Component;

/**
 * Imports files through the job {@code importExtract}, one at a time and each on its own:
 * one that fails keeps no other from being imported.
 */
@Component
class BatchIntake implements Intake {

	private static final Logger logger = LoggerFactory.getLogger(BatchIntake.class);

	private final ImportLock lock;

	private final Inbox inbox;

	private final FileImport files;

	private final Uploads uploads;

	BatchIntake(ImportLock lock, Inbox inbox, FileImport files, Uploads uploads) {
		this.lock = lock;
		this.inbox = inbox;
		this.files = files;
		this.uploads = uploads;
	}

	@Override
	public List<ImportOutcome> importInbox(Instant arrivedAt) {
		return this.lock.take(() -> importWaiting(storable(arrivedAt)), List.of());
	}

	@Override
	public boolean hasFilesWaiting() {
		try {
			return !this.inbox.ready().isEmpty();
		}
		catch (IOException ex) {
			logger.warn("The inbox cannot be read: {}", FileTrouble.inWords(ex));
			return false;
		}
	}

	@Override
	public ImportOutcome importFile(Path file, Instant arrivedAt) {
		return importOne(file, arrivedAt, false);
	}

	@Override
	public ImportOutcome importAgain(Path file, Instant arrivedAt) {
		return importOne(file, arrivedAt, true);
	}

	@Override
	public String upload(String fileName, InputStream content, Sender sender) throws IOException {
		return this.uploads.take(fileName, content, sender);
	}

	@Override
	public boolean hasUploadsWaiting() {
		return this.uploads.areWaiting();
	}

	private List<ImportOutcome> importWaiting(Instant arrivedAt) {
		List<ImportOutcome> outcomes = new ArrayList<>(this.files.finishUnfinished().values());
		try {
			for (Path file : this.inbox.ready()) {
				if (this.lock.isStopping() || !this.lock.isHeld()) {
					logger.info("{} and what came after it is left for the next run", FileNames.shown(file));
					break;
				}
				this.files.importWaiting(file, arrivedAt).ifPresent(outcomes::add);
			}
		}
		catch (IOException ex) {
			outcomes.add(OutcomeFormatter.noInbox(this.inbox.folder(), FileTrouble.inWords(ex)));
		}
		return outcomes;
	}

	private ImportOutcome importOne(Path file, Instant arrivedAt, boolean again) {
		ImportOutcome stopped = OutcomeFormatter.unreadable(FileNames.shown(file), "found the service stopping");
		return this.lock.take(() -> this.files.importNamed(file, storable(arrivedAt), again), stopped);
	}

	/** The store keeps microseconds. */
	private static Instant storable(Instant moment) {
		return moment.truncatedTo(ChronoUnit.MICROS);
	}

}
