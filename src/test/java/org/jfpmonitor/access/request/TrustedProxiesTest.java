package org.jfpmonitor.access.request;

import java.io.IOException;
import java.util.List;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

import static org.assertj.core.api.Assertions.assertThat;

class TrustedProxiesTest {

	private final TrustedProxies proxies = new TrustedProxies(List.of("10.0.0.1", "10.1.0.0/16"));

	@ParameterizedTest
	@CsvSource(delimiter = '|', nullValues = "-", textBlock = """
			# socket  | X-Forwarded-For                   | client
			10.0.0.1  | 192.0.2.7                         | 192.0.2.7
			10.0.0.1  | 127.0.0.1, 192.0.2.7              | 192.0.2.7
			10.0.0.1  | 192.0.2.7, 10.1.2.3               | 192.0.2.7
			10.0.0.1  | 2001:db8::7                       | 2001:db8::7
			10.0.0.1  | 192.0.2.7:50211                   | 192.0.2.7
			10.0.0.1  | [2001:db8::7]:50211               | 2001:db8::7
			10.0.0.1  | [2001:db8::7]                     | 2001:db8::7
			10.0.0.1  | 192.0.2.7:50211, 10.1.2.3:443     | 192.0.2.7
			10.0.0.1  | 127.0.0.1, 192.0.2.7:x            | 10.0.0.1
			10.0.0.1  | 127.0.0.1, unknown                | 10.0.0.1
			10.0.0.1  | localhost                         | 10.0.0.1
			10.0.0.1  | -                                 | 10.0.0.1
			10.0.0.2  | 192.0.2.7                         | 10.0.0.2
			192.0.2.9 | 127.0.0.1                         | 192.0.2.9
			""")
	void theClientIsWhoSpokeToTheOutermostTrustedProxy(String socket, String header, String client) throws Exception {
		MockHttpServletRequest request = from(socket);
		if (header != null) {
			request.addHeader("X-Forwarded-For", header);
		}

		assertThat(passedOn(request).getRemoteAddr()).isEqualTo(client);
	}

	@Test
	void aTrustedProxyIsBelievedAboutSchemeHostAndPrefix() throws Exception {
		HttpServletRequest seen = passedOn(claiming(from("10.1.0.9")));

		assertThat(seen.isSecure()).isTrue();
		assertThat(seen.getRequestURL()).hasToString("https://jfp.example.org/jfp/report");
		assertThat(seen.getContextPath()).isEqualTo("/jfp");
	}

	@Test
	void nobodyElseIs() throws Exception {
		HttpServletRequest seen = passedOn(claiming(from("10.0.0.2")));

		assertThat(seen.isSecure()).isFalse();
		assertThat(seen.getRequestURL()).hasToString("http://localhost/report");
		assertThat(seen.getHeader("X-Forwarded-Host")).isNull();
	}

	@ParameterizedTest
	@CsvSource({ "//example.org", "https://example.org", "/a b", "/a?b", "'/jfp,/other'" })
	void aPrefixThatIsNoPathIsNotBelieved(String prefix) throws Exception {
		MockHttpServletRequest request = from("10.0.0.1");
		request.addHeader("X-Forwarded-Prefix", prefix);

		assertThat(passedOn(request).getContextPath()).isEmpty();
	}

	@Test
	void theHeaderThatProxiesDoNotSetIsNotBelieved() throws Exception {
		MockHttpServletRequest request = from("10.0.0.1");
		request.addHeader("Forwarded", "for=127.0.0.1;host=example.org;proto=https");

		assertThat(passedOn(request).getRequestURL()).hasToString("http://localhost/report");
	}

	private static MockHttpServletRequest from(String socket) {
		MockHttpServletRequest request = new MockHttpServletRequest("GET", "/report");
		request.setRemoteAddr(socket);
		return request;
	}

	private static MockHttpServletRequest claiming(MockHttpServletRequest request) {
		request.addHeader("X-Forwarded-Proto", "https");
		request.addHeader("X-Forwarded-Host", "jfp.example.org");
		request.addHeader("X-Forwarded-Prefix", "/jfp");
		return request;
	}

	private HttpServletRequest passedOn(MockHttpServletRequest request) throws IOException, ServletException {
		MockFilterChain chain = new MockFilterChain();
		this.proxies.doFilter(request, new MockHttpServletResponse(), chain);
		return (HttpServletRequest) chain.getRequest();
	}

}
