package org.jfpmonitor.publication.api.problem;

/**
 * What is said of a request that never reached a controller, whoever it is that says it:
 * the server itself or the page of errors.
 */
public final class ProblemWords {

	/** Of a body with more bytes than are taken (413). */
	public static final String TOO_LARGE = "Expected a form of 512 KB or a file of 256 MB at most, found a longer one."
			+ " Send less at once.";

	/** Of anything that went wrong here (5xx). */
	public static final String NOT_CARRIED_OUT = "The request was not carried out; the log of the service says why. Try"
			+ " again later, or tell whoever runs it.";

	private ProblemWords() {
	}

}
