package org.jfpmonitor.access.oidc;

import java.util.List;
import java.util.Map;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.security.oauth2.client.autoconfigure.ConditionalOnOAuth2ClientRegistrationProperties;
import org.springframework.boot.security.oauth2.client.autoconfigure.OAuth2ClientProperties;
import org.springframework.boot.security.oauth2.client.autoconfigure.OAuth2ClientPropertiesMapper;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.authentication.AuthenticationEventPublisher;
import org.springframework.security.authentication.DefaultAuthenticationEventPublisher;
import org.springframework.security.authentication.event.AuthenticationFailureBadCredentialsEvent;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClient;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.registration.InMemoryClientRegistrationRepository;
import org.springframework.security.oauth2.client.registration.SupplierClientRegistrationRepository;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizedClientRepository;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;

/** What Spring needs to know about a provider when one is in the settings. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(OAuth2ClientProperties.class)
class ProviderConfiguration {

	/**
	 * Asked for its addresses when somebody first signs in, and again until it answers: a
	 * provider that is away does not keep the service from starting.
	 */
	@Bean
	@ConditionalOnOAuth2ClientRegistrationProperties
	ClientRegistrationRepository clientRegistrations(OAuth2ClientProperties settings) {
		return new SupplierClientRegistrationRepository(() -> new InMemoryClientRegistrationRepository(
				List.copyOf(new OAuth2ClientPropertiesMapper(settings).asClientRegistrations().values())));
	}

	/** Nothing is asked of the provider in anybody's name, so no token is kept for it. */
	@Bean
	@ConditionalOnOAuth2ClientRegistrationProperties
	OAuth2AuthorizedClientRepository noAuthorizedClients() {
		return new NoAuthorizedClients();
	}

	/** Refusals of a provider's accounts and tokens are sign-ins refused like others. */
	@Bean
	AuthenticationEventPublisher authenticationEvents(ApplicationEventPublisher events) {
		DefaultAuthenticationEventPublisher publisher = new DefaultAuthenticationEventPublisher(events);
		publisher.setAdditionalExceptionMappings(
				Map.of(OAuth2AuthenticationException.class, AuthenticationFailureBadCredentialsEvent.class));
		return publisher;
	}

	private static final class NoAuthorizedClients implements OAuth2AuthorizedClientRepository {

		@Override
		@SuppressWarnings("TypeParameterUnusedInFormals")
		public <T extends OAuth2AuthorizedClient> @Nullable T loadAuthorizedClient(String registration,
				Authentication user, HttpServletRequest request) {
			return null;
		}

		@Override
		public void saveAuthorizedClient(OAuth2AuthorizedClient client, Authentication user, HttpServletRequest request,
				HttpServletResponse response) {
			// Its tokens are not used again.
		}

		@Override
		public void removeAuthorizedClient(String registration, Authentication user, HttpServletRequest request,
				HttpServletResponse response) {
			// None is kept.
		}

	}

}
