package org.jfpmonitor.extract.text;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;

/**
 * Unpacks no more than a file of figures can hold, so that a small file made to grow
 * without end stops early.
 */
final class BoundedStream extends FilterInputStream {

	/** Far more than the largest publication, which is 0.11 GB unpacked. */
	static final long MOST_BYTES = 2L << 30;

	/** Figures pack to a thirtieth at best; files of zeros, to a hundredth. */
	static final long MOST_GROWTH = 200;

	private static final long ALWAYS_ALLOWED = 16L << 20;

	private final long most;

	private final String name;

	private long read;

	BoundedStream(InputStream in, long packedSize, String name) {
		super(in);
		this.most = Math.min(MOST_BYTES, Math.max(ALWAYS_ALLOWED, packedSize * MOST_GROWTH));
		this.name = name;
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
			throw new Unreadable("Expected a packed CSV, found that " + this.name + " unpacks to more than "
					+ String.format(Locale.UK, "%,d", this.most)
					+ " bytes. If the file is sound, unpack it and send the CSV.");
		}
	}

	@Override
	public boolean markSupported() {
		return false;
	}

}
