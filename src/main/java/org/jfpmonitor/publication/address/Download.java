package org.jfpmonitor.publication.address;

import org.jfpmonitor.plan.id.PlanId;

import org.springframework.http.ContentDisposition;

/**
 * Under which name a browser keeps a document of a plan. It begins with the id of the
 * edition, so that those of several plans can lie in one folder.
 */
public final class Download {

	private Download() {
	}

	/** The value of the header {@code Content-Disposition}. */
	public static String of(PlanId edition, String name) {
		return ContentDisposition.attachment().filename(edition + "-" + name).build().toString();
	}

}
