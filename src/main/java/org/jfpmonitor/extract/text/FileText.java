package org.jfpmonitor.extract.text;

import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;

import org.jspecify.annotations.Nullable;

/**
 * The characters of a file. A byte that fits no reading becomes {@link #UNREADABLE},
 * which no text holds, and {@link #isStrange()} says that records must be looked at for
 * it; so a healthy file pays nothing. What follows a record is bounded, so that an
 * endless line does not fill the memory.
 */
final class FileText extends Reader {

	/** Stands for a byte that fits no reading; not a character, so no text holds it. */
	static final char UNREADABLE = '\uFFFF';

	/** The most characters that one record may take. */
	static final int LONGEST_RECORD = 1 << 20;

	private static final VarHandle EIGHT_BYTES = MethodHandles.byteArrayViewVarHandle(long[].class,
			ByteOrder.LITTLE_ENDIAN);

	private final InputStream in;

	private final byte[] store = new byte[1 << 16];

	private final ByteBuffer bytes = ByteBuffer.wrap(this.store).limit(0);

	private CharsetDecoder decoder;

	private boolean mayBeWindows;

	private boolean guessedWindows;

	private boolean sawMultiByte;

	private boolean ended;

	private boolean strange;

	private long sinceRecord;

	private long charactersRead;

	private char last = '\n';

	FileText(InputStream in, @Nullable Charset set) throws IOException {
		this.in = in;
		fill();
		TextEncoding encoding = TextEncoding.of(this.bytes, set);
		this.bytes.position(this.bytes.position() + encoding.markLength());
		this.mayBeWindows = !encoding.certain();
		this.decoder = strict(encoding.charset());
		if (wide()) {
			this.strange = false;
		}
	}

	private static CharsetDecoder strict(Charset charset) {
		return charset.newDecoder()
			.onMalformedInput(CodingErrorAction.REPORT)
			.onUnmappableCharacter(CodingErrorAction.REPORT);
	}

	/** In UTF-16 a zero byte is nothing strange. */
	private boolean wide() {
		String name = (this.decoder != null) ? this.decoder.charset().name() : "";
		return name.startsWith("UTF-16");
	}

	/**
	 * Whether anything so far, read ahead included, was a zero byte or the like, or
	 * fitted no reading.
	 */
	boolean isStrange() {
		return this.strange;
	}

	/** Whether the last character read ends a line. */
	boolean isAtLineEnd() {
		return this.last == '\n' || this.last == '\r';
	}

	/** How many characters were read so far. */
	long charactersRead() {
		return this.charactersRead;
	}

	/** Starts counting anew: what was read belongs to records that are done. */
	void recordDone() {
		this.sinceRecord = 0;
	}

	@Override
	public int read(char[] target, int offset, int length) throws IOException {
		if (length == 0) {
			return 0;
		}
		CharBuffer chars = CharBuffer.wrap(target, offset, length);
		while (true) {
			int before = this.bytes.position();
			int start = chars.position();
			CoderResult result = this.decoder.decode(this.bytes, chars, this.ended);
			tidy(chars, start, this.bytes.position() - before);
			if (result.isError()) {
				mend(result.length(), chars);
			}
			if (chars.position() > offset && (!result.isError() || !chars.hasRemaining())) {
				return delivered(chars, offset);
			}
			if (result.isUnderflow()) {
				if (this.ended) {
					return -1;
				}
				fill();
			}
		}
	}

	private int delivered(CharBuffer chars, int offset) throws IOException {
		int length = chars.position() - offset;
		this.sinceRecord += length;
		this.charactersRead += length;
		if (this.sinceRecord > LONGEST_RECORD + this.store.length) {
			throw new RecordTooLong();
		}
		this.last = chars.get(chars.position() - 1);
		return length;
	}

	/**
	 * Marks what no reading fits. The parser takes U+FFFE for its own sign of "no
	 * comment", so it must never see one. Where a byte has shown the file to be
	 * Windows-1252, letters that look like UTF-8 show that it is both, so neither.
	 */
	private void tidy(CharBuffer chars, int start, int bytesTaken) {
		int length = chars.position() - start;
		if (length == bytesTaken && !this.guessedWindows) {
			return;
		}
		this.sawMultiByte = this.sawMultiByte || length != bytesTaken;
		char[] array = chars.array();
		char before = this.last;
		for (int i = start; i < chars.position(); i++) {
			char here = array[i];
			if (here >= '\uFFFE' || (this.guessedWindows && isMixed(before, here))) {
				array[i] = UNREADABLE;
				this.strange = true;
			}
			else if (here < '\t') {
				this.strange = true;
			}
			before = here;
		}
	}

	private static boolean isMixed(char lead, char next) {
		if (lead < '\u00C2' || lead > '\u00F4' || next < '\u0080') {
			return false;
		}
		return next <= '\u00BF' || (next > '\u00FF' && next < UNREADABLE);
	}

	/**
	 * A byte does not fit: either the file is Windows-1252 after all, or it is broken.
	 */
	private void mend(int length, CharBuffer chars) {
		if (this.mayBeWindows && !this.sawMultiByte) {
			this.decoder = strict(TextEncoding.WINDOWS_1252);
			this.guessedWindows = true;
			this.mayBeWindows = false;
		}
		else if (chars.hasRemaining()) {
			this.bytes.position(this.bytes.position() + length);
			this.strange = true;
			chars.put(UNREADABLE);
		}
	}

	private void fill() throws IOException {
		this.bytes.compact();
		int from = this.bytes.position();
		int got = this.in.read(this.store, from, this.store.length - from);
		this.ended = got < 0;
		int end = from + Math.max(0, got);
		this.bytes.position(0).limit(end);
		if (!this.strange && !wide() && hasControl(from, end)) {
			this.strange = true;
		}
	}

	/** Eight bytes at a time: the classic test for a byte below the tab in a word. */
	private boolean hasControl(int from, int end) {
		int i = from;
		for (; i + Long.BYTES <= end; i += Long.BYTES) {
			long eight = (long) EIGHT_BYTES.get(this.store, i);
			if (((eight - 0x0909090909090909L) & ~eight & 0x8080808080808080L) != 0) {
				return true;
			}
		}
		for (; i < end; i++) {
			if (this.store[i] >= 0 && this.store[i] < '\t') {
				return true;
			}
		}
		return false;
	}

	@Override
	public void close() throws IOException {
		this.in.close();
	}

	/** One record goes on longer than any table is wide. */
	static final class RecordTooLong extends IOException {

		private static final long serialVersionUID = 1L;

	}

}
