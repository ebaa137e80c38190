package org.jfpmonitor.publication.board;

/** Says that what an address names is not there, and what to do instead. */
final class NoSuchPage extends RuntimeException {

	private static final long serialVersionUID = 1L;

	private final String sentence;

	NoSuchPage(String sentence) {
		super(sentence);
		this.sentence = sentence;
	}

	String sentence() {
		return this.sentence;
	}

}
