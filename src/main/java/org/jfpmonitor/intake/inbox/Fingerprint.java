package org.jfpmonitor.intake.inbox;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;

import org.apache.commons.codec.binary.Hex;
import org.apache.commons.codec.digest.DigestUtils;

/** What tells files apart: the SHA-256 of their bytes, in hexadecimal. */
public final class Fingerprint {

	private static final int BUFFER_BYTES = 1 << 16;

	private Fingerprint() {
	}

	public static String of(Path file) throws IOException {
		MessageDigest digest = DigestUtils.getSha256Digest();
		byte[] buffer = new byte[BUFFER_BYTES];
		try (InputStream bytes = Files.newInputStream(file)) {
			for (int read = bytes.read(buffer); read >= 0; read = bytes.read(buffer)) {
				digest.update(buffer, 0, read);
			}
		}
		return Hex.encodeHexString(digest.digest());
	}

}
