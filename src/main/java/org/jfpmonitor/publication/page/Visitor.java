package org.jfpmonitor.publication.page;

import java.security.Principal;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

/**
 * Who looks at a page, and which forms it offers.
 *
 * @param name who signed in, or null for nobody
 * @param sendsExtracts whether extracts may be sent
 * @param setsStatuses whether a status may be set and a mail be sent again
 * @param seesAudit whether the audit trail is shown
 */
public record Visitor(@Nullable String name, boolean sendsExtracts, boolean setsStatuses, boolean seesAudit) {

	public static final Visitor NOBODY = new Visitor(null, false, false, false);

	static Visitor of(HttpServletRequest request) {
		Principal user = request.getUserPrincipal();
		return new Visitor((user != null) ? user.getName() : null, request.isUserInRole("IMPORTER"),
				request.isUserInRole("EDITOR"),
				request.isUserInRole("EDITOR") || request.isUserInRole("ADMINISTRATOR"));
	}

}
