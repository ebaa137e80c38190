package org.jfpmonitor.publication.approval;

/** Refuses an approval because the report is no longer what its approver has seen. */
public final class ReportMoved extends RuntimeException {

	private static final long serialVersionUID = 1L;

	ReportMoved() {
		super("New figures or comments have come since you opened this page. Look at them, then approve again.");
	}

}
