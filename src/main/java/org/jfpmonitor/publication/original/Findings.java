package org.jfpmonitor.publication.original;

import jakarta.servlet.http.HttpServletRequest;
import org.jfpmonitor.intake.delivery.Delivery;
import org.jfpmonitor.publication.page.Visitor;

/**
 * Who is told what was found in a file that arrived: why it was refused, what its checks
 * found and which of its lines were rejected. A file may speak of any plan, and what is
 * found quotes it, names of people among it; so whoever is kept to some plans is told
 * what became of the file, in numbers.
 */
public final class Findings {

	/** What users of some plans are told in their place. */
	public static final String WITHHELD = "What was found in this file may be about other plans, so it is told to users of all plans only.";

	private Findings() {
	}

	/** Whether whoever sends the request may read them. */
	public static boolean areTold(HttpServletRequest request) {
		return !request.isUserInRole(Visitor.OF_SOME_PLANS);
	}

	/** The delivery as whoever sends the request may see it. */
	public static Delivery told(Delivery delivery, HttpServletRequest request) {
		return areTold(request) ? delivery : delivery.withoutFindings(WITHHELD);
	}

}
