package org.jfpmonitor.intake.run;

import java.io.IOException;
import java.util.Objects;
import java.util.Optional;

import org.jfpmonitor.intake.delivery.Delivery;
import org.jfpmonitor.intake.delivery.JdbcDeliveries;
import org.jfpmonitor.intake.inbox.FileArchive;
import org.jfpmonitor.intake.inbox.FileTrouble;
import org.jfpmonitor.intake.received.RunFile;
import org.jfpmonitor.intake.received.RunFile.Print;
import org.jfpmonitor.intake.received.RunFiles;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.stereotype.Component;

/**
 * Takes the files of a run's deliveries to where they belong; may be done again at any
 * point.
 */
@Component
class FilingAway {

	private static final Logger logger = LoggerFactory.getLogger(FilingAway.class);

	private final RunFiles files;

	private final JdbcDeliveries deliveries;

	private final FileArchive archive;

	FilingAway(RunFiles files, JdbcDeliveries deliveries, FileArchive archive) {
		this.files = files;
		this.deliveries = deliveries;
		this.archive = archive;
	}

	/**
	 * Takes the first of the run that is published and not in its place, unless this
	 * execution of the job tried it.
	 * @return whether there was one
	 */
	boolean next(long run, long execution) {
		Optional<RunFile> next = this.files.nextToFileAway(run, execution);
		next.ifPresent((file) -> fileAway(file, execution));
		return next.isPresent();
	}

	private void fileAway(RunFile file, long execution) {
		try {
			fileAway(file);
			this.files.filed(file);
		}
		catch (IOException ex) {
			logger.debug("Filing {} away did not work", file.fileName(), ex);
			this.files.leave(file, execution, FileTrouble.inWords(ex));
		}
	}

	private void fileAway(RunFile file) throws IOException {
		Delivery delivery = this.deliveries.find(Objects.requireNonNull(file.delivery())).orElseThrow();
		Delivery.Outcome state = this.deliveries.state(delivery.sha256());
		Print print = Objects.requireNonNull(file.print(), "What is published was fingerprinted");
		if (!file.known()) {
			if (!this.archive.file(delivery, state, file.path(), print.seen())) {
				logger.warn("{}: expected to put what was read as delivery {} into a folder, found that it was taken"
						+ " away, or that another file has its name, in the moment before. What was published of it"
						+ " counts; get the file again and send it to have it kept.", file.fileName(),
						delivery.id().value());
			}
		}
		else if (this.archive.isInInbox(file.path())) {
			this.archive.fileRepeat(delivery, state, file.path(), print.seen());
		}
	}

}
