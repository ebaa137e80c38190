package org.jfpmonitor.store.backup;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

import javax.sql.DataSource;

import tools.jackson.databind.json.JsonMapper;

/**
 * Writes every table as it stands at one moment into a file that only its owner may read:
 * it holds all that people said, and whom mails went to. What happens meanwhile is not in
 * it and is not kept waiting.
 */
public final class Backup {

	private final DataSource database;

	public Backup(DataSource database) {
		this.database = database;
	}

	/**
	 * Writes the file whole or not at all.
	 * @return how many rows it holds
	 * @throws FileAlreadyExistsException when there is one of that name, which stays
	 */
	public long write(Path file) throws IOException, SQLException {
		Path unfinished = file.resolveSibling(file.getFileName() + ".part");
		Files.deleteIfExists(unfinished);
		try (Connection connection = this.database.getConnection()) {
			connection.setAutoCommit(false);
			connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
			connection.setReadOnly(true);
			Files.createFile(unfinished, ownerOnly(unfinished));
			long rows;
			try (OutputStream bytes = Files.newOutputStream(unfinished)) {
				rows = write(connection, bytes);
			}
			connection.rollback();
			Files.move(unfinished, file);
			return rows;
		}
		finally {
			Files.deleteIfExists(unfinished);
		}
	}

	private static long write(Connection connection, OutputStream bytes) throws IOException, SQLException {
		ZipOutputStream zip = new ZipOutputStream(bytes);
		List<String> schema = Tables.schema(connection);
		List<Manifest.StoredTable> tables = new ArrayList<>();
		for (Map.Entry<String, List<String>> each : Tables.inOrder(connection).entrySet()) {
			Manifest.StoredTable named = new Manifest.StoredTable(each.getKey(), each.getValue(), 0, "");
			zip.putNextEntry(new ZipEntry(named.entry()));
			MessageDigest digest = sha256();
			DigestOutputStream digested = new DigestOutputStream(zip, digest);
			long rows = Tables.copies(connection)
				.copyOut("copy " + Tables.named(named.name(), named.columns()) + " to stdout", digested);
			zip.closeEntry();
			tables.add(new Manifest.StoredTable(named.name(), named.columns(), rows,
					HexFormat.of().formatHex(digest.digest())));
		}
		zip.putNextEntry(new ZipEntry(Manifest.NAME));
		zip.write(JsonMapper.shared()
			.writerWithDefaultPrettyPrinter()
			.writeValueAsBytes(
					new Manifest(Manifest.FORMAT, Instant.now(), schema, tables, Tables.sequences(connection))));
		zip.closeEntry();
		zip.finish();
		return tables.stream().mapToLong(Manifest.StoredTable::rows).sum();
	}

	private static FileAttribute<?>[] ownerOnly(Path file) {
		return file.getFileSystem().supportedFileAttributeViews().contains("posix")
				? new FileAttribute<?>[] {
						PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")) }
				: new FileAttribute<?>[0];
	}

	static MessageDigest sha256() {
		try {
			return MessageDigest.getInstance("SHA-256");
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException("Every Java has SHA-256", ex);
		}
	}

}
