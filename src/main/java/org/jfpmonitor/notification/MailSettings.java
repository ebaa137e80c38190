package org.jfpmonitor.notification;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

import org.jfpmonitor.plan.id.EmailAddress;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.Environment;

/**
 * What the settings say about sending mail, and what is wrong with it before the first
 * mail is due. NHSmail takes mails only from an application account, over TLS, with the
 * account's own address as the sender (Applications Guide for NHSmail, authentication
 * policy).
 */
public final class MailSettings {

	private static final String NOBODY = "jfp-monitor@example.org";

	private static final List<String> THIS_MACHINE = List.of("localhost", "127.0.0.1", "::1");

	private final @Nullable String from;

	private final String baseUrl;

	private final @Nullable String host;

	private final @Nullable String username;

	private final boolean alwaysEncrypted;

	private MailSettings(Binder settings) {
		this.from = filled(settings.bindOrCreate("jfp.mail", SenderProperties.class).from());
		this.baseUrl = Objects.requireNonNullElse(text(settings, "jfp.base-url"), "http://localhost");
		this.host = text(settings, "spring.mail.host");
		this.username = text(settings, "spring.mail.username");
		Map<String, String> properties = settings
			.bind("spring.mail.properties", Bindable.mapOf(String.class, String.class))
			.orElse(Map.of());
		this.alwaysEncrypted = "true".equals(properties.get("mail.smtp.starttls.required"))
				|| "true".equals(properties.get("mail.smtp.ssl.enable"))
				|| "true".equals(text(settings, "spring.mail.ssl.enabled"));
	}

	static MailSettings of(Environment environment) {
		return new MailSettings(Binder.get(environment));
	}

	/**
	 * Everything that is wrong with the settings for mail, each as what was expected,
	 * what was found and what to do; empty when nothing is.
	 */
	public static List<String> faults(Environment environment) {
		return of(environment).faults();
	}

	/**
	 * The sender: the one that is set, otherwise the account, where that is an address.
	 * @throws IllegalArgumentException when what is set is no address, which
	 * {@link #faults()} says
	 */
	EmailAddress sender() {
		String account = this.username;
		String otherwise = (account != null && isAddress(account)) ? account : NOBODY;
		return EmailAddress.of(Objects.requireNonNullElse(this.from, otherwise));
	}

	List<String> faults() {
		List<String> faults = new ArrayList<>();
		if (this.from != null && !isAddress(this.from)) {
			faults.add("jfp.mail.from: expected one mail address such as " + NOBODY + ", found \"" + this.from
					+ "\". Write the address alone.");
		}
		if (!this.baseUrl.matches("https?://[^/\\s?#]+[^\\s?#]*(?<!/)")) {
			faults.add(
					"jfp.base-url: expected an address such as https://jfp.example.org without a slash at the end, found \""
							+ this.baseUrl + "\". Links in mails are made with it.");
		}
		String server = this.host;
		if (server != null) {
			check(server.toLowerCase(Locale.ROOT), faults);
		}
		return faults;
	}

	private void check(String server, List<String> faults) {
		boolean nhsMail = server.endsWith(".nhs.net");
		if (nhsMail && this.username == null) {
			faults.add("spring.mail.username: expected the address of the application account, because " + server
					+ " takes mails from accounts only, found none. Set it, and its password as SPRING_MAIL_PASSWORD.");
		}
		else if (nhsMail && this.from != null && !this.from.equalsIgnoreCase(this.username)) {
			faults.add("jfp.mail.from: expected " + this.username + ", because " + server
					+ " refuses mails whose sender is not the account's own address, found \"" + this.from
					+ "\". Delete the line: the account's address is then the sender.");
		}
		if ((nhsMail || this.username != null) && !this.alwaysEncrypted && !THIS_MACHINE.contains(server)) {
			faults.add("spring.mail.properties.mail.smtp.starttls.required: expected true, so that the password never"
					+ " travels to " + server + " unencrypted, found nothing that says so. Set it and"
					+ " mail.smtp.starttls.enable to true, or mail.smtp.ssl.enable for a port that begins with TLS.");
		}
	}

	private static boolean isAddress(@Nullable String text) {
		try {
			return text != null && !EmailAddress.of(text).value().isEmpty();
		}
		catch (IllegalArgumentException ex) {
			return false;
		}
	}

	private static @Nullable String text(Binder settings, String name) {
		return filled(settings.bind(name, String.class).orElse(null));
	}

	private static @Nullable String filled(@Nullable String text) {
		return (text == null || text.isBlank()) ? null : text.strip();
	}

}
