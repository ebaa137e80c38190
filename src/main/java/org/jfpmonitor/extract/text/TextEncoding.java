package org.jfpmonitor.extract.text;

import java.nio.ByteBuffer;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

/**
 * Which characters the bytes stand for, as far as the first of them tell.
 *
 * @param charset how to begin
 * @param markLength how many bytes the byte order mark takes
 * @param certain false when UTF-8 is only the usual case: a byte that does not fit may
 * still show the file to be Windows-1252
 */
record TextEncoding(Charset charset, int markLength, boolean certain) {

	static final Charset WINDOWS_1252 = Charset.forName("windows-1252");

	private static final int TELLING = 512;

	/** Of the first bytes, unless a layout has set it; a byte order mark wins. */
	static TextEncoding of(ByteBuffer first, @Nullable Charset set) {
		if (begins(first, 0xEF, 0xBB, 0xBF)) {
			return new TextEncoding(StandardCharsets.UTF_8, 3, true);
		}
		if (begins(first, 0xFF, 0xFE)) {
			return new TextEncoding(StandardCharsets.UTF_16LE, 2, true);
		}
		if (begins(first, 0xFE, 0xFF)) {
			return new TextEncoding(StandardCharsets.UTF_16BE, 2, true);
		}
		if (set != null) {
			return new TextEncoding(set, 0, true);
		}
		return wideWithoutMark(first).map((wide) -> new TextEncoding(wide, 0, true))
			.orElseGet(() -> new TextEncoding(StandardCharsets.UTF_8, 0, false));
	}

	/** Every other byte of Latin text in UTF-16 is zero. */
	private static Optional<Charset> wideWithoutMark(ByteBuffer first) {
		int pairs = Math.min(TELLING, first.remaining()) / 2;
		int highFirst = 0;
		int lowFirst = 0;
		for (int i = 0; i < pairs; i++) {
			boolean even = first.get(first.position() + 2 * i) == 0;
			boolean odd = first.get(first.position() + 2 * i + 1) == 0;
			highFirst += (even && !odd) ? 1 : 0;
			lowFirst += (odd && !even) ? 1 : 0;
		}
		int most = pairs * 9 / 10;
		if (pairs < 2 || Math.max(highFirst, lowFirst) <= most) {
			return Optional.empty();
		}
		return Optional.of((highFirst > lowFirst) ? StandardCharsets.UTF_16BE : StandardCharsets.UTF_16LE);
	}

	private static boolean begins(ByteBuffer first, int... mark) {
		if (first.remaining() < mark.length) {
			return false;
		}
		for (int i = 0; i < mark.length; i++) {
			if ((first.get(first.position() + i) & 0xFF) != mark[i]) {
				return false;
			}
		}
		return true;
	}

}
