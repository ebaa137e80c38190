package org.jfpmonitor.access.oidc;

import java.util.Arrays;
import java.util.Optional;

import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2Error;

/**
 * Why an account of an identity provider did not get in, in words that it can be told.
 * What the provider itself says of it is in the log, never on the page.
 */
public enum SignOnRefusal {

	/** Neither may it read nor anything else. */
	NO_ROLE("no-role",
			"Your account has none of the roles that this service knows. Ask whoever looks after the accounts"
					+ " of your organisation for one."),
	/** The settings keep accounts to plans, and it has none. */
	NO_PLAN("no-plan",
			"Your account has none of the plans of this service. Ask whoever looks after the accounts of your"
					+ " organisation for one."),
	/** It would send files to plans that it may not see. */
	ROLE_OF_ALL_PLANS("role-of-all-plans",
			"Your account is kept to some plans and has a role for what all plans share, importer or administrator."
					+ " Ask whoever looks after the accounts of your organisation to take one away, or to open all"
					+ " plans."),
	/** The claim that names it is missing or unfit. */
	NO_NAME("no-name",
			"Your account came without a name that this service can use. Ask whoever looks after this service"
					+ " to look at jfp.access.sign-on.name-claim."),
	/** It would write into the records of another. */
	NAME_TAKEN("name-taken",
			"Your account has the name of a user in the settings of this service. Ask whoever looks"
					+ " after it to rename that user."),
	/** The sign-on was begun elsewhere, too long ago, or by another tab. */
	NOT_BEGUN("not-begun", "This sign-in was not begun here, or more than ten minutes ago. Begin again."),
	/** Anything between this service and the provider. */
	PROVIDER("provider",
			"The sign-in at your organisation did not come to an end. Begin again; if that does not help, ask"
					+ " whoever looks after this service to look into its log.");

	private final String code;

	private final String words;

	SignOnRefusal(String code, String words) {
		this.code = code;
		this.words = words;
	}

	/** Why, if it was a provider's account, answer or token that was refused. */
	public static Optional<SignOnRefusal> of(AuthenticationException refused) {
		if (!(refused instanceof OAuth2AuthenticationException unknown)) {
			return Optional.empty();
		}
		String found = unknown.getError().getErrorCode();
		if (found.equals("authorization_request_not_found")) {
			return Optional.of(NOT_BEGUN);
		}
		return Optional.of(withCode(found).orElse(PROVIDER));
	}

	/** The one with the code, as it stands in the address of the sign-in page. */
	public static Optional<SignOnRefusal> withCode(String code) {
		return Arrays.stream(values()).filter((each) -> each.code.equals(code)).findFirst();
	}

	/** What the person who was refused is told. */
	public String words() {
		return this.words;
	}

	/** As it stands in the address of the sign-in page. */
	public String code() {
		return this.code;
	}

	OAuth2AuthenticationException exception() {
		return new OAuth2AuthenticationException(new OAuth2Error(this.code, this.words, null), this.words);
	}

}
