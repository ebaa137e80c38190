package org.jfpmonitor.access;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockHttpSession;

import static org.assertj.core.api.Assertions.assertThat;

class SessionLifetimeTest {

	@ParameterizedTest
	@CsvSource({ "PT1M, true", "PT11H59M, true", "PT12H1M, false", "P3D, false" })
	void aSessionEndsTwelveHoursAfterTheSignInHoweverBusyItIs(Duration age, boolean lives) throws Exception {
		MockHttpSession session = new MockHttpSession();
		MockHttpServletRequest request = new MockHttpServletRequest();
		request.setSession(session);
		Instant now = Instant.ofEpochMilli(session.getCreationTime()).plus(age);

		new SessionLifetime(Clock.fixed(now, ZoneOffset.UTC)).doFilter(request, new MockHttpServletResponse(),
				new MockFilterChain());

		assertThat(session.isInvalid()).isNotEqualTo(lives);
	}

}
