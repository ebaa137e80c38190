package org.jfpmonitor.intake.inbox;

import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.nio.charset.Charset;
import java.nio.charset.CharsetEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

import org.jfpmonitor.progress.NhsNumbers;

/**
 * Names of files, which may hold any character. On some systems a name is bytes that are
 * no text at all, so a name is only ever lengthened or read through its address, where
 * those bytes are spelled out.
 */
public final class FileNames {

	/** So much of a fingerprint tells two files of one name apart. */
	private static final int FINGERPRINT_LENGTH = 8;

	/** Most file systems take 255 bytes; beside the file lies its reject file. */
	private static final int LONGEST_BYTES = 255 - ".rejects.csv".length() - "0123abcd-".length();

	private static final Set<String> UNFINISHED = Set.of(".part", ".partial", ".tmp", ".temp", ".crdownload",
			".filepart", ".download", ".swp", ".lock");

	private static final Set<String> OF_THE_SYSTEM = Set.of("thumbs.db", "desktop.ini");

	private FileNames() {
	}

	/**
	 * The name as people read it: characters that control a terminal or turn the reading
	 * direction are replaced, and an NHS number by words.
	 */
	public static String shown(Path file) {
		return shown(text(file));
	}

	/**
	 * As {@link #shown(Path)}, without what the archive may have put before the name, or
	 * in its place, of the fingerprint.
	 */
	public static String shown(Path file, String sha256) {
		String name = text(file);
		String beginning = sha256.substring(0, FINGERPRINT_LENGTH) + "-";
		return shown(name.startsWith(beginning) ? name.substring(beginning.length()) : name.replace(sha256, "file"));
	}

	private static String text(Path file) {
		return new String(bytes(file), StandardCharsets.UTF_8);
	}

	/** A name given as text, as people read it. */
	public static String shown(String name) {
		StringBuilder shown = new StringBuilder(name.length());
		name.codePoints().forEach((each) -> shown.appendCodePoint(isHarmless(each) ? each : '\uFFFD'));
		return NhsNumbers.hiddenInFileName(shown.toString());
	}

	/** The encoding of names on this machine, which its locale settles. */
	public static Charset encoding() {
		String name = System.getProperty("sun.jnu.encoding", "");
		return (!name.isEmpty() && Charset.isSupported(name)) ? Charset.forName(name) : StandardCharsets.US_ASCII;
	}

	/**
	 * What to say where names of files can only hold some letters; empty where they can
	 * hold all.
	 */
	public static Optional<String> warning(Charset encoding) {
		return encoding.newEncoder().canEncode("\u00E9\u2013\u0142") ? Optional.empty() : Optional
			.of("Expected a locale in which names of files can hold every letter, found one with " + encoding
					+ ". A file sent under a name such as \"caf\u00E9.csv\" is kept as \"caf_.csv\", and a"
					+ " command finds none of that name. Start the service with LC_ALL=C.UTF-8 in its environment.");
	}

	/** The name with an underscore for each letter that the encoding does not have. */
	static String within(Charset encoding, String name) {
		CharsetEncoder encoder = encoding.newEncoder();
		StringBuilder held = new StringBuilder(name.length());
		name.codePoints().forEach((each) -> {
			String letter = Character.toString(each);
			held.append(encoder.canEncode(letter) ? letter : "_");
		});
		return held.toString();
	}

	/** Another file in the same folder: the name with {@code ending} after it. */
	static Path lengthened(Path file, String ending) {
		return Path.of(URI.create(address(file) + ending));
	}

	/** Another file in the same folder: the name with {@code beginning} before it. */
	static Path prefixed(Path file, String beginning) {
		String address = address(file);
		int name = address.lastIndexOf('/') + 1;
		return Path.of(URI.create(address.substring(0, name) + beginning + address.substring(name)));
	}

	/** Whether there is room in the name for what may be put before and after it. */
	static boolean isTooLong(Path file) {
		return bytes(file).length > LONGEST_BYTES;
	}

	/**
	 * Whether the name says that this is no finished file: hidden, temporary, a lock of
	 * an office program, or something that the system left behind.
	 */
	public static boolean isPassedOver(Path file) {
		return isPassedOver(shown(file));
	}

	/** As {@link #isPassedOver(Path)}, of a name given as text. */
	static boolean isPassedOver(String name) {
		String folded = name.toLowerCase(Locale.ROOT);
		return folded.startsWith(".") || folded.startsWith("~$") || folded.endsWith("~")
				|| OF_THE_SYSTEM.contains(folded) || UNFINISHED.stream().anyMatch(folded::endsWith);
	}

	private static boolean isHarmless(int character) {
		return switch (Character.getType(character)) {
			case Character.CONTROL, Character.FORMAT, Character.SURROGATE, Character.LINE_SEPARATOR,
					Character.PARAGRAPH_SEPARATOR, Character.UNASSIGNED ->
				false;
			default -> true;
		};
	}

	private static byte[] bytes(Path file) {
		String name = address(file);
		name = name.substring(name.lastIndexOf('/') + 1);
		ByteArrayOutputStream bytes = new ByteArrayOutputStream(name.length());
		for (int i = 0; i < name.length(); i++) {
			if (name.charAt(i) == '%') {
				bytes.write(Integer.parseInt(name.substring(i + 1, i + 3), 16));
				i += 2;
			}
			else {
				bytes.writeBytes(String.valueOf(name.charAt(i)).getBytes(StandardCharsets.UTF_8));
			}
		}
		return bytes.toByteArray();
	}

	/** The address of the file, without the slash that a folder's has. */
	private static String address(Path file) {
		String address = file.toAbsolutePath().toUri().toString();
		return address.endsWith("/") ? address.substring(0, address.length() - 1) : address;
	}

}
