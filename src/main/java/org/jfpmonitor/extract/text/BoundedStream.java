package org.jfpmonitor.extract.text;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.function.Supplier;

/**
 * Unpacks no more than a file of figures can hold, so that a small file made to grow
 * without end stops early.
 */
public final class BoundedStream extends FilterInputStream {

	/** Far more than the largest publication, which is 0.11 GB unpacked. */
	public static final long MOST_BYTES = 2L << 30;

	/** Figures pack to a thirtieth at best; files of zeros, to a hundredth. */
	public static final long MOST_GROWTH = 200;

	private static final long ALWAYS_ALLOWED = 16L << 20;

	private final long most;

	private final Supplier<Unreadable> refusal;

	private long read;

	/**
	 * A stream that ends with a refusal.
	 * @param most how many bytes may come of it
	 * @param refusal what is thrown when more come
	 */
	public BoundedStream(InputStream in, long most, Supplier<Unreadable> refusal) {
		super(in);
		this.most = most;
		this.refusal = refusal;
	}

	/**
	 * What is unpacked from so many bytes.
	 * @param what was expected, such as "a packed CSV"
	 * @param name of the file
	 * @param advice what to do if the file is sound
	 */
	public static BoundedStream of(InputStream in, long packedSize, String what, String name, String advice) {
		long most = Math.min(MOST_BYTES, Math.max(ALWAYS_ALLOWED, packedSize * MOST_GROWTH));
		return new BoundedStream(in, most,
				() -> new Unreadable(String.format(Locale.UK,
						"Expected %s, found that %s unpacks to more than %,d bytes. If the file is sound, %s.", what,
						name, most, advice)));
	}

	static BoundedStream ofCsv(InputStream in, long packedSize, String name) {
		return of(in, packedSize, "a packed CSV", name, "unpack it and send the CSV");
	}

	@Override
	public int read() throws IOException {
		int one = super.read();
		count((one >= 0) ? 1 : 0);
		return one;
	}

	@Override
	public int read(byte[] target, int offset, int length) throws IOException {
		int got = super.read(target, offset, length);
		count(Math.max(0, got));
		return got;
	}

	private void count(int got) {
		this.read += got;
		if (this.read > this.most) {
			throw this.refusal.get();
		}
	}

	@Override
	public boolean markSupported() {
		return false;
	}

}
