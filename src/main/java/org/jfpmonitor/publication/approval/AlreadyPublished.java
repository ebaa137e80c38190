package org.jfpmonitor.publication.approval;

/** Refuses a report because the same has been published already, if only just now. */
public final class AlreadyPublished extends RuntimeException {

	private static final long serialVersionUID = 1L;

	private final transient PublishedReport report;

	AlreadyPublished(PublishedReport report) {
		super("Report " + report.number() + " was published already, by " + report.author()
				+ ". To change it, publish a correction of it.");
		this.report = report;
	}

	/** The report that was published. */
	PublishedReport report() {
		return this.report;
	}

}
