package org.jfpmonitor.publication.approval;

/**
 * Refuses an approval because the report is no longer what its approver has seen, or is
 * about to become another one.
 */
public final class ReportMoved extends RuntimeException {

	private static final long serialVersionUID = 1L;

	ReportMoved(String message) {
		super(message);
	}

}
