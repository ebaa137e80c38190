package org.jfpmonitor.intake.run;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

import org.jfpmonitor.intake.ImportOutcome;
import org.jfpmonitor.intake.Intake;
import org.jfpmonitor.intake.RunProgress;
import org.jfpmonitor.intake.inbox.Upload;
import org.jfpmonitor.intake.WaitingFiles;
import org.jfpmonitor.intake.delivery.Delivery;
import org.jfpmonitor.intake.delivery.JdbcDeliveries;
import org.jfpmonitor.intake.inbox.FileTrouble;
import org.jfpmonitor.intake.inbox.Inbox;
import org.jfpmonitor.intake.inbox.Uploads;
import org.jfpmonitor.intake.received.RunFile;
import org.jfpmonitor.intake.received.RunFiles;
import org.jfpmonitor.observation.DeliveryId;
import org.jfpmonitor.progress.Sender;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.stereotype.Component;

/** What goes into runs and what came of it; the work is done by the steps of the job. */
@Component
class BatchIntake implements Intake {

	private static final Logger logger = LoggerFactory.getLogger(BatchIntake.class);

	private final Inbox inbox;

	private final RunFiles files;

	private final JdbcDeliveries deliveries;

	private final Uploads uploads;

	BatchIntake(Inbox inbox, RunFiles files, JdbcDeliveries deliveries, Uploads uploads) {
		this.inbox = inbox;
		this.files = files;
		this.deliveries = deliveries;
		this.uploads = uploads;
	}

	@Override
	public void name(long run, List<Path> named, boolean again, Instant arrivedAt, Duration apart) {
		this.files.add(run, named.stream().map((file) -> file.toAbsolutePath().normalize()).toList(), true, again,
				arrivedAt, apart);
	}

	@Override
	public List<ImportOutcome> outcomes(long run, String cutOffBy) {
		return this.files.of(run).stream().flatMap((file) -> outcome(file, cutOffBy).stream()).toList();
	}

	@Override
	public long undone(long run) {
		return this.files.undone(run);
	}

	@Override
	public WaitingFiles waiting() {
		return this.files.waiting();
	}

	@Override
	public long published(long run) {
		return this.files.published(run);
	}

	@Override
	public RunProgress progress(long run, int most) {
		return this.files.progress(run, most);
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
	public Upload upload(String fileName, InputStream content, Sender sender) throws IOException {
		return this.uploads.take(fileName, content, sender);
	}

	@Override
	public boolean hasUploadsWaiting() {
		return this.uploads.areWaiting();
	}

	/** Empty when the file comes up again by itself. */
	private Optional<ImportOutcome> outcome(RunFile file, String cutOffBy) {
		DeliveryId id = file.delivery();
		String trouble = file.trouble();
		if (id != null) {
			return Optional.of(outcome(file, this.deliveries.find(id).orElseThrow(), cutOffBy));
		}
		if (!file.done()) {
			return Optional.of(OutcomeFormatter.left(file.fileName(),
					(trouble != null) ? trouble : OutcomeFormatter.cutOff(cutOffBy)));
		}
		return Optional.ofNullable(trouble).map((because) -> OutcomeFormatter.refused(file.fileName(), because));
	}

	private ImportOutcome outcome(RunFile file, Delivery delivery, String cutOffBy) {
		ImportOutcome outcome = file.known()
				? OutcomeFormatter.known(file.fileName(), this.deliveries.find(delivery.sha256(), 1).orElse(delivery))
				: OutcomeFormatter.imported(delivery);
		String trouble = file.trouble();
		return file.done() ? outcome : OutcomeFormatter.notFiled(outcome, (trouble != null) ? trouble : cutOffBy);
	}

}
