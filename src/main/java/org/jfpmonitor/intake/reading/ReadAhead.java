package org.jfpmonitor.intake.reading;

import java.io.IOException;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

import org.apache.commons.codec.digest.DigestUtils;
import org.jfpmonitor.extract.result.ReadingContext;
import org.jfpmonitor.intake.checks.CheckedReader.ExtractParser;
import org.jfpmonitor.intake.delivery.ReceivedFile;
import org.jfpmonitor.intake.delivery.UploadLog;
import org.jfpmonitor.intake.received.RunFile;
import org.jfpmonitor.intake.received.RunFile.Print;
import org.jfpmonitor.plan.Plans;
import org.jfpmonitor.plan.PlanVersion;
import org.jfpmonitor.plan.PlanVersions;
import org.jfpmonitor.progress.Sender;

import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Reads files before it is their turn to be published and keeps what they came to. It is
 * used only if the bytes, the plan, the layouts and whoever sent the file are still the
 * same then; else the file is read at its turn, as one is that nobody read ahead.
 */
@Component
public class ReadAhead {

	private final Readings readings;

	private final ExtractParser parser;

	private final PlanVersions plans;

	private final UploadLog uploads;

	private final TransactionTemplate transactions;

	ReadAhead(Readings readings, ExtractParser parser, PlanVersions plans, UploadLog uploads,
			PlatformTransactionManager transactions) {
		this.readings = readings;
		this.parser = parser;
		this.plans = plans;
		this.uploads = uploads;
		this.transactions = new TransactionTemplate(transactions);
	}

	/**
	 * Reads the file and keeps what it came to; nothing where it is being written to.
	 * @param print its bytes as they were received
	 */
	void read(RunFile file, Print print) throws IOException {
		Plans plans = this.plans.current();
		Sender sender = Objects
			.requireNonNull(this.transactions.execute((status) -> this.uploads.senderOf(print.sha256())));
		LocalDate arrivedOn = file.received(print, 1, null, sender).arrivedOn();
		String basis = basis(file, print.sha256(), plans, arrivedOn, sender);
		RecordedReading reading = RecordedReading.of(this.parser, file.path(), file.fileName(),
				new ReadingContext(plans, arrivedOn, sender));
		if (print.isOf(file.path()) && basis.equals(basis(file, print.sha256(), plans, arrivedOn, sender))) {
			this.transactions.executeWithoutResult((status) -> this.readings.keep(file, basis, reading));
		}
	}

	/** What was read ahead of the file and still holds, if anything does. */
	public Optional<RecordedReading> of(RunFile file, ReceivedFile received) {
		return this.readings.find(file,
				basis(file, received.sha256(), this.plans.current(), received.arrivedOn(), received.sender()));
	}

	/** Forgets what was read of a file whose turn has come. */
	public void forget(RunFile file) {
		this.readings.remove(file);
	}

	/** All that decides what the file says. Whatever differs, the file is read again. */
	private String basis(RunFile file, String sha256, Plans plans, LocalDate arrivedOn, Sender sender) {
		String program = String.valueOf(ReadAhead.class.getPackage().getImplementationVersion());
		String editions = plans.editions().stream().map(PlanVersion::fingerprint).collect(Collectors.joining(" "));
		return DigestUtils.sha256Hex(String.join("\n", program, this.parser.version(), editions, sha256,
				file.fileName(), arrivedOn.toString(), sender.toString()));
	}

}
