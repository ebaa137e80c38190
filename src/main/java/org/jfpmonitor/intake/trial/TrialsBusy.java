package org.jfpmonitor.intake.trial;

/** There is no room now for one more workbook to be tried; in a minute there may be. */
public final class TrialsBusy extends RuntimeException {

	private static final long serialVersionUID = 1L;

	TrialsBusy(String fileName) {
		super("Expected to try " + fileName + ", found that another workbook is being read and that the memory is not"
				+ " enough for both. Nothing is wrong with the file: try it again in a minute.");
	}

}
