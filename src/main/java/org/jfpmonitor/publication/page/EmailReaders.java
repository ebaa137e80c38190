package org.jfpmonitor.publication.page;

import jakarta.servlet.http.HttpServletRequest;

/**
 * Says who may see the emails, so that the link to them is shown to nobody else: they
 * name who works on what.
 */
@FunctionalInterface
public interface EmailReaders {

	/** Whether whoever sends this request may. */
	boolean include(HttpServletRequest request);

}
