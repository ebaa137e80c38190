package org.jfpmonitor.commentary;

/**
 * Refuses a version of a comment because somebody has added another one since its writer
 * began.
 */
public final class CommentClash extends RuntimeException {

	private static final long serialVersionUID = 1L;

	private final transient Comment newest;

	CommentClash(int basedOn, Comment newest) {
		super("Expected a change of version " + basedOn + ", found version " + newest.version() + " by "
				+ newest.author() + ". Take over what is yours and send it as a change of version " + newest.version()
				+ ".");
		this.newest = newest;
	}

	/** The version that was added meanwhile. */
	public Comment newest() {
		return this.newest;
	}

}
