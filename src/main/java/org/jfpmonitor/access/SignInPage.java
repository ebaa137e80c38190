package org.jfpmonitor.access;

import java.util.List;
import java.util.Optional;

import org.jfpmonitor.access.oidc.SignOnRefusal;
import org.jfpmonitor.access.oidc.SingleSignOn;
import org.jfpmonitor.access.settings.AccessProperties;
import org.jfpmonitor.publication.page.FormErrors;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The page to sign in on; who is told nothing of the plan before. */
@Controller
class SignInPage {

	private final AccessProperties properties;

	private final SingleSignOn provider;

	SignInPage(AccessProperties properties, SingleSignOn provider) {
		this.properties = properties;
		this.provider = provider;
	}

	@GetMapping("/login")
	String show(@RequestParam(required = false) @Nullable String error,
			@RequestParam(required = false) @Nullable String logout,
			@RequestParam(required = false) @Nullable String wait,
			@RequestParam(required = false) @Nullable String missing,
			@RequestParam(name = "sign-on", required = false) @Nullable String signOn,
			@RequestParam(required = false) @Nullable String next, Model model) {
		model.addAttribute("users", !this.properties.users().isEmpty());
		model.addAttribute("providers", this.provider.providers());
		model.addAttribute("errors", errors(error, wait, missing, signOn));
		model.addAttribute("left", logout != null);
		model.addAttribute("next", NextPage.ours(next).orElse(null));
		return "access/sign-in";
	}

	private static @Nullable FormErrors errors(@Nullable String error, @Nullable String wait, @Nullable String missing,
			@Nullable String signOn) {
		FormErrors.FormError user = new FormErrors.FormError("username", "username", "Enter the user");
		FormErrors.FormError password = new FormErrors.FormError("password", "password", "Enter the password");
		if ("both".equals(missing)) {
			return new FormErrors(List.of(user, password));
		}
		if ("user".equals(missing) || "password".equals(missing)) {
			return new FormErrors(List.of("user".equals(missing) ? user : password));
		}
		if (wait != null && wait.matches("[1-9][0-9]{0,3}")) {
			return FormErrors.of("password", "Too many wrong passwords came for this user from where you are. Wait "
					+ wait + " seconds; until then a right one is refused as well");
		}
		if (error != null) {
			return FormErrors.of("username", "User and password do not belong together. Check both");
		}
		return Optional.ofNullable(signOn)
			.flatMap(SignOnRefusal::withCode)
			.map((refusal) -> FormErrors.of("sign-on", refusal.words()))
			.orElse(null);
	}

}
