package org.jfpmonitor.audit;

import java.util.Arrays;
import java.util.Locale;

/** What was done, as an entry of the audit trail names it. */
public enum Action {

	SIGN_IN("Signed in"), SIGN_IN_REFUSED("Wrong password"), SIGN_OUT("Signed out"), REFUSED("Was not allowed"),
	UPLOAD("Sent an extract"), ORIGINAL("Fetched the original of a file"), OVERRIDE("Set a status"),
	REVOCATION("Revoked a status"), COMMENT("Wrote a comment"), ANNOTATION("Annotated a chart"),
	REPORT("Published a report"), REPORT_OPENING("Wrote what a report opens with"),
	MAIL_SENT_AGAIN("Had an email sent again"), ACCESS_SETTINGS("Other settings for access"), RETENTION("Cleaned up");

	private final String words;

	Action(String words) {
		this.words = words;
	}

	/** The word kept in the store and the log: {@code sign_in}. */
	public String code() {
		return name().toLowerCase(Locale.ROOT);
	}

	/** The one whose word that is. */
	static Action coded(String code) {
		return Arrays.stream(values()).filter((each) -> each.code().equals(code)).findFirst().orElseThrow();
	}

	/** As people read it. */
	public String words() {
		return this.words;
	}

}
