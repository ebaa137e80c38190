package org.jfpmonitor.notification;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;

import static org.assertj.core.api.Assertions.assertThat;

class MailSettingsTest {

	private static final String ENCRYPTED = "spring.mail.properties.mail.smtp.starttls.required=true";

	private static final String UNENCRYPTED = "spring.mail.properties.mail.smtp.starttls.required: expected true, so that the"
			+ " password never travels to %s unencrypted, found nothing that says so. Set it and"
			+ " mail.smtp.starttls.enable to true, or mail.smtp.ssl.enable for a port that begins with TLS.";

	@ParameterizedTest
	@ValueSource(strings = { "", "spring.mail.host=localhost",
			"spring.mail.host=relay.example.org;jfp.mail.from=a@example.org",
			"spring.mail.host=localhost;spring.mail.username=me",
			"spring.mail.host=send.nhs.net;spring.mail.username=jfp.app@nhs.net;" + ENCRYPTED,
			"spring.mail.host=send.nhs.net;spring.mail.username=jfp.app@nhs.net;jfp.mail.from=JFP.app@nhs.net;"
					+ ENCRYPTED,
			"spring.mail.host=mail.example.org;spring.mail.username=me;spring.mail.properties.mail.smtp.ssl.enable=true" })
	void takesWhatAServerTakes(String settings) {
		assertThat(of(settings).faults()).isEmpty();
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = {
			"jfp.mail.from=JFP <a@example.org> | jfp.mail.from: expected one mail address such as jfp-monitor@example.org, found \"JFP <a@example.org>\". Write the address alone.",
			"jfp.base-url=jfp.example.org | jfp.base-url: expected an address such as https://jfp.example.org without a slash at the end, found \"jfp.example.org\". Links in mails are made with it.",
			"jfp.base-url=https://jfp.example.org/ | jfp.base-url: expected an address such as https://jfp.example.org without a slash at the end, found \"https://jfp.example.org/\". Links in mails are made with it.",
			"spring.mail.host=send.nhs.net;" + ENCRYPTED
					+ " | spring.mail.username: expected the address of the application account, because send.nhs.net takes mails from accounts only, found none. Set it, and its password as SPRING_MAIL_PASSWORD.",
			"spring.mail.host=send.nhs.net;spring.mail.username=jfp.app@nhs.net;jfp.mail.from=office@nhs.net;"
					+ ENCRYPTED
					+ " | jfp.mail.from: expected jfp.app@nhs.net, because send.nhs.net refuses mails whose sender is not the account's own address, found \"office@nhs.net\". Delete the line: the account's address is then the sender." })
	void saysWhatWouldBeRefused(String settings, String fault) {
		assertThat(of(settings).faults()).containsExactly(fault);
	}

	@Test
	void aPasswordNeverTravelsInTheClear() {
		assertThat(of("spring.mail.host=mail.example.org;spring.mail.username=me").faults())
			.containsExactly(UNENCRYPTED.formatted("mail.example.org"));
		assertThat(of("spring.mail.host=send.nhs.net;spring.mail.username=a@nhs.net").faults())
			.containsExactly(UNENCRYPTED.formatted("send.nhs.net"));
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			value = { "jfp.mail.from=a@example.org;spring.mail.username=b@example.org | a@example.org",
					"spring.mail.username=b@example.org | b@example.org",
					"spring.mail.username=me | jfp-monitor@example.org" })
	void senderIsTheOneSetOrElseTheAccount(String settings, String sender) {
		assertThat(of(settings).sender()).hasToString(sender);
	}

	private static MailSettings of(String settings) {
		Map<String, Object> values = new HashMap<>();
		Arrays.stream(settings.split(";"))
			.filter((each) -> !each.isEmpty())
			.map((each) -> each.split("=", 2))
			.forEach((each) -> values.put(each[0], each[1]));
		StandardEnvironment environment = new StandardEnvironment();
		environment.getPropertySources().addFirst(new MapPropertySource("test", values));
		return MailSettings.of(environment);
	}

}
