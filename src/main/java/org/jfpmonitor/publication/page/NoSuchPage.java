package org.jfpmonitor.publication.page;

/** Says that what an address names is not there, and what to do instead. */
public final class NoSuchPage extends RuntimeException {

	private static final long serialVersionUID = 1L;

	private final String sentence;

	public NoSuchPage(String sentence) {
		super(sentence);
		this.sentence = sentence;
	}

	String sentence() {
		return this.sentence;
	}

}
