package org.jfpmonitor.access.settings;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.mock.env.MockEnvironment;

import static org.assertj.core.api.Assertions.assertThat;

class AccessSettingsTest {

	private final MockEnvironment settings = new MockEnvironment().withProperty("jfp.demo", "true")
		.withProperty("jfp.data", "data")
		.withProperty("server.address", "127.0.0.1");

	@Test
	void onlyTheDemonstrationAsItComesIsOpen() {
		assertThat(AccessSettings.of(this.settings).isReadingOpen()).isTrue();
		assertThat(AccessFaults.in(this.settings)).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "jfp.demo=false", "jfp.data=/srv/jfp", "server.address=0.0.0.0", "server.address=",
			"jfp.access.users[0].name=analyst", "jfp.access.scrape-token=0123456789abcdef",
			"jfp.access.trusted-proxies=10.1.2.3", "jfp.base-url=https://jfp.example.org",
			"spring.datasource.url=jdbc:postgresql://db/jfp",
			"spring.security.oauth2.client.registration.entra.client-id=jfp" })
	void anythingOfOnesOwnClosesIt(String setting) {
		this.settings.setProperty(setting.substring(0, setting.indexOf('=')),
				setting.substring(setting.indexOf('=') + 1));

		assertThat(AccessSettings.of(this.settings).isReadingOpen()).isFalse();
	}

	@Test
	void whatIsSaidOutrightIsDone() {
		assertThat(AccessSettings.of(this.settings.withProperty("jfp.access.reading", "signed-in")).isReadingOpen())
			.isFalse();
		this.settings.setProperty("jfp.access.users[0].name", "analyst");
		assertThat(AccessSettings.of(this.settings.withProperty("jfp.access.reading", "open")).isReadingOpen())
			.isTrue();
	}

	@ParameterizedTest
	@ValueSource(strings = { "spring.security.oauth2.client.registration.trust.client-id",
			"spring.security.oauth2.resourceserver.jwt.issuer-uri" })
	void readingIsNotOpenBesideAnIdentityProvider(String setting) {
		this.settings.withProperty("jfp.access.reading", "open").setProperty(setting, "https://id.example.org");

		assertThat(AccessFaults.in(this.settings)).contains(
				"jfp.access.reading: expected signed-in, because an identity provider is named and readers come from"
						+ " other machines; found open. Set jfp.access.reading to signed-in, or no identity provider.");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`',
			textBlock = """
					server.address              | 0.0.0.0                 | jfp.access.reading: expected signed-in, because server.address is 0.0.0.0 and everybody who reaches this machine could read; found open. Set jfp.access.reading to signed-in, or server.address to 127.0.0.1.
					server.address              | ``                      | jfp.access.reading: expected signed-in, because server.address is not set and everybody who reaches this machine could read; found open. Set jfp.access.reading to signed-in, or server.address to 127.0.0.1.
					jfp.access.trusted-proxies  | 127.0.0.1               | jfp.access.reading: expected signed-in, because jfp.access.trusted-proxies names a reverse proxy and everybody whom it lets through would come from this machine; found open. Set jfp.access.reading to signed-in, or no proxy.
					jfp.base-url                | https://jfp.example.org | jfp.access.reading: expected signed-in, because jfp.base-url is https://jfp.example.org and readers come from other machines; found open. Set jfp.access.reading to signed-in, or jfp.base-url to http://localhost:8080.
					""")
	void readingIsNotOpenToOthers(String name, String value, String fault) {
		this.settings.withProperty("jfp.access.reading", "open").setProperty(name, value);

		assertThat(AccessFaults.in(this.settings)).containsExactly(fault);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			textBlock = """
					server.forward-headers-strategy         | framework         | server.forward-headers-strategy: expected nothing, found "framework": with it anybody could say to be somebody else. Name the proxy under jfp.access.trusted-proxies in its place.
					server.tomcat.remoteip.protocol-header  | X-Forwarded-Proto | server.tomcat.remoteip.protocol-header: expected nothing, found "X-Forwarded-Proto": with it anybody could say to be somebody else. Name the proxy under jfp.access.trusted-proxies in its place.
					jfp.access.trusted-proxies              | proxy.example.org | jfp.access.trusted-proxies: expected the address of a reverse proxy such as 10.1.2.3, or a range such as 10.1.2.0/24 that holds nothing else, found "proxy.example.org". Correct or delete it.
					jfp.access.trusted-proxies              | 0.0.0.0/0         | jfp.access.trusted-proxies: expected the address of a reverse proxy such as 10.1.2.3, or a range such as 10.1.2.0/24 that holds nothing else, found "0.0.0.0/0". Correct or delete it.
					""")
	void nobodyIsBelievedWhoIsNotNamed(String name, String value, String fault) {
		this.settings.setProperty(name, value);

		assertThat(AccessFaults.in(this.settings)).containsExactly(fault);
	}

	@Test
	void noAccountGetsInBecauseNothingIsSaid() {
		this.settings.setProperty("spring.security.oauth2.client.registration.nhs.client-id", "jfp");

		assertThat(AccessFaults.in(this.settings)).containsExactly(
				"jfp.access.sign-on: expected the values of the claim \"roles\" by which accounts of the identity provider"
						+ " may read or do more, found none. Name them under jfp.access.sign-on.readers (\"*\" for every"
						+ " account) and jfp.access.sign-on.roles.");

		this.settings.setProperty("jfp.access.sign-on.roles.editor[0]", "jfp-editor");
		assertThat(AccessFaults.in(this.settings)).isEmpty();
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			textBlock = """
					spring.security.oauth2.client.registration.nhs.scope        | profile,email            | spring.security.oauth2.client.registration.nhs.scope: expected openid among others, because who signs in is known by OpenID Connect; found profile, email. Add it, or delete the line.
					spring.security.oauth2.client.provider.nhs.issuer-uri       | http://login.example.org | spring.security.oauth2.client.provider.nhs.issuer-uri: expected an address that begins with https://, found "http://login.example.org": names and roles would come over a line that others can change. Correct it.
					spring.security.oauth2.resourceserver.jwt.issuer-uri        | https://login.example.org | spring.security.oauth2.resourceserver.jwt.audiences: expected the audience that the provider writes into tokens for this service, found nothing: with that any token that the provider makes for another program would be taken. Name it, for example the client id.
					""")
	void aProviderIsAskedSafely(String name, String value, String fault) {
		this.settings.withProperty("jfp.access.sign-on.readers", "*").setProperty(name, value);

		assertThat(AccessFaults.in(this.settings)).containsExactly(fault);
	}

}
