package org.jfpmonitor.publication.page;

import java.security.Principal;
import java.util.Objects;

import jakarta.servlet.http.HttpServletRequest;
import org.jfpmonitor.plan.id.EmailAddress;
import org.jspecify.annotations.Nullable;

/**
 * Who looks at a page, and which forms it offers.
 *
 * @param name who signed in, or null for nobody
 * @param sendsExtracts whether extracts may be sent
 * @param setsStatuses whether a status may be set and a mail be sent again
 * @param seesAudit whether the audit trail is shown
 * @param seesEmails whether the emails are shown
 */
public record Visitor(@Nullable String name, boolean sendsExtracts, boolean setsStatuses, boolean seesAudit,
		boolean seesEmails) {

	/** The role of those who may see some plans only, and nothing that all share. */
	public static final String OF_SOME_PLANS = "OF_SOME_PLANS";

	public static final Visitor NOBODY = new Visitor(null, false, false, false, false);

	/**
	 * Whether comments and annotations are taken for what this person owns: from an
	 * editor for everything, from an owner for their own. An owner signs in with the mail
	 * address that the plan gives them, in capital or small letters.
	 * @param owner the address under which the plan names the owner, or null for nobody
	 */
	public boolean writesFor(@Nullable EmailAddress owner) {
		return this.setsStatuses || (this.name != null && owner != null && owner.value().equalsIgnoreCase(this.name));
	}

	/** Whether the files that arrived are given to this person as they arrived. */
	public boolean takesOriginals() {
		return this.sendsExtracts || this.seesAudit;
	}

	/** The name of who signed in. */
	public String signedIn() {
		return Objects.requireNonNull(this.name, "Nobody writes without signing in");
	}

	static Visitor of(HttpServletRequest request, EmailReaders emails) {
		Principal user = request.getUserPrincipal();
		return new Visitor((user != null) ? user.getName() : null, request.isUserInRole("IMPORTER"),
				request.isUserInRole("EDITOR"),
				!request.isUserInRole(OF_SOME_PLANS)
						&& (request.isUserInRole("EDITOR") || request.isUserInRole("ADMINISTRATOR")),
				emails.include(request));
	}

}
