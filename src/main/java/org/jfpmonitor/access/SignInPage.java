package org.jfpmonitor.access;

import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The page to sign in on; who is told nothing of the plan before. */
@Controller
class SignInPage {

	private final AccessProperties properties;

	SignInPage(AccessProperties properties) {
		this.properties = properties;
	}

	@GetMapping("/login")
	String show(@RequestParam(required = false) @Nullable String error,
			@RequestParam(required = false) @Nullable String logout,
			@RequestParam(required = false) @Nullable String wait,
			@RequestParam(required = false) @Nullable String next, Model model) {
		model.addAttribute("anyone", !this.properties.users().isEmpty());
		model.addAttribute("refused", error != null);
		model.addAttribute("left", logout != null);
		model.addAttribute("wait", (wait != null && wait.matches("[1-9][0-9]{0,3}")) ? wait : null);
		model.addAttribute("next", NextPage.ours(next).orElse(null));
		return "access/sign-in";
	}

}
