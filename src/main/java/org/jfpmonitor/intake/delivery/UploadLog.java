package org.jfpmonitor.intake.delivery;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;

import org.jfpmonitor.progress.Sender;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Remembers in PostgreSQL who signed in to send which bytes; only adds. */
@Repository
public class UploadLog {

	private final JdbcClient jdbc;

	UploadLog(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * Adds an upload.
	 * @param fileName its name in the inbox
	 * @return its number
	 */
	public long add(String sha256, String fileName, Sender sender, Instant at) {
		return this.jdbc.sql("""
				insert into upload (sha256, file_name, sender, speaks_for_organisation, received_at)
				values (:sha256, :fileName, :sender, :speaks, :at) returning id
				""")
			.param("sha256", sha256)
			.param("fileName", fileName)
			.param("sender", sender.name())
			.param("speaks", sender.speaksForOrganisation())
			.param("at", at.atOffset(ZoneOffset.UTC))
			.query(Long.class)
			.single();
	}

	/**
	 * Who sent the bytes: of several the first who may speak for the organisation, or
	 * else the first, so that nobody takes an editor's words away by sending them again.
	 * What was ever uploaded keeps its sender, wherever it is read from and however
	 * often; the rest is the folder owner's.
	 */
	public Sender senderOf(String sha256) {
		return this.jdbc.sql("""
				select sender, speaks_for_organisation from upload where sha256 = :sha256
				 order by speaks_for_organisation desc, id limit 1
				""")
			.param("sha256", sha256)
			.query((row, number) -> new Sender(row.getString("sender"), row.getBoolean("speaks_for_organisation")))
			.optional()
			.orElse(Sender.OWNER_OF_THE_FOLDER);
	}

	/** Whether an upload was given one of the names. */
	public boolean holdsAnyOf(List<String> fileNames) {
		return !fileNames.isEmpty() && this.jdbc.sql("select exists (select from upload where file_name in (:names))")
			.param("names", fileNames)
			.query(Boolean.class)
			.single();
	}

}
