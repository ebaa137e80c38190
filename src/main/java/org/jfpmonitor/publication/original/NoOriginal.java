package org.jfpmonitor.publication.original;

/** Says why there is no file to give, and where else it may be. */
public final class NoOriginal extends RuntimeException {

	private static final long serialVersionUID = 1L;

	private final String sentence;

	NoOriginal(String sentence) {
		super(sentence);
		this.sentence = sentence;
	}

	public String sentence() {
		return this.sentence;
	}

}
