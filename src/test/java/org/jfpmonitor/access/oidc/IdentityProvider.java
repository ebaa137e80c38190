package org.jfpmonitor.access.oidc;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jose.util.JSONObjectUtils;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

/**
 * An OpenID provider on this machine that signs in whoever comes, as the account that the
 * test says, and that refuses what a strict provider refuses: another client, another
 * address to come back to, a missing nonce, a code used twice, a wrong verifier.
 */
public final class IdentityProvider implements AutoCloseable {

	public static final String CLIENT = "jfp-monitor";

	public static final String SECRET = "a secret of the test";

	private final HttpServer server;

	private final RSAKey key;

	private final Map<String, Map<String, String>> codes = new ConcurrentHashMap<>();

	private volatile Map<String, Object> account = Map.of();

	private volatile boolean away;

	private volatile String nonce = "";

	private volatile String lastSignOut = "";

	private IdentityProvider(HttpServer server, RSAKey key) {
		this.server = server;
		this.key = key;
	}

	public static IdentityProvider start() throws IOException, JOSEException {
		HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
		IdentityProvider provider = new IdentityProvider(server, new RSAKeyGenerator(2048).keyID("one").generate());
		server.createContext("/", provider::answer);
		server.start();
		return provider;
	}

	public String issuer() {
		return "http://localhost:" + this.server.getAddress().getPort();
	}

	/** Who signs in from now on. */
	public void signsIn(Map<String, Object> claims) {
		this.account = claims;
		this.nonce = "";
	}

	/** Puts another nonce into the next token than it was asked for. */
	void mixesUp(String other) {
		this.nonce = other;
	}

	/** Whether every answer is a fault of its own. */
	void isAway(boolean now) {
		this.away = now;
	}

	/** The query with which somebody was last sent to sign out. */
	public String lastSignOut() {
		return this.lastSignOut;
	}

	/** A bearer token for a program. */
	public String token(Map<String, Object> claims, String audience, Instant until) throws JOSEException {
		return signed(claims, audience, until, this.key);
	}

	/** The same, but signed by somebody else. */
	String forged(Map<String, Object> claims) throws JOSEException {
		return signed(claims, CLIENT, Instant.now().plusSeconds(60), new RSAKeyGenerator(2048).keyID("one").generate());
	}

	@Override
	public void close() {
		this.server.stop(0);
	}

	private void answer(HttpExchange exchange) throws IOException {
		try (exchange) {
			Map<String, String> query = form(exchange.getRequestURI().getRawQuery());
			String path = exchange.getRequestURI().getPath();
			if (this.away) {
				send(exchange, 503, Map.of());
				return;
			}
			switch (path) {
				case "/.well-known/openid-configuration" -> send(exchange, 200, configuration());
				case "/keys" -> send(exchange, 200, new JWKSet(this.key).toJSONObject());
				case "/authorize" -> authorize(exchange, query);
				case "/token" ->
					token(exchange, form(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8)));
				case "/sign-out" -> {
					this.lastSignOut = exchange.getRequestURI().getRawQuery();
					redirect(exchange, query.getOrDefault("post_logout_redirect_uri", "/"));
				}
				default -> send(exchange, 404, Map.of());
			}
		}
	}

	private Map<String, Object> configuration() {
		Map<String, Object> configuration = new LinkedHashMap<>(
				Map.of("issuer", issuer(), "authorization_endpoint", issuer() + "/authorize", "token_endpoint",
						issuer() + "/token", "jwks_uri", issuer() + "/keys", "end_session_endpoint",
						issuer() + "/sign-out", "response_types_supported", List.of("code"), "subject_types_supported",
						List.of("public"), "id_token_signing_alg_values_supported", List.of("RS256")));
		configuration.put("token_endpoint_auth_methods_supported", List.of("client_secret_basic"));
		return configuration;
	}

	private void authorize(HttpExchange exchange, Map<String, String> query) throws IOException {
		boolean right = CLIENT.equals(query.get("client_id")) && "code".equals(query.get("response_type"))
				&& query.getOrDefault("redirect_uri", "").endsWith("/login/oauth2/code/nhs")
				&& Arrays.asList(query.getOrDefault("scope", "").split(" ")).contains("openid")
				&& !query.getOrDefault("nonce", "").isEmpty() && !query.getOrDefault("state", "").isEmpty()
				&& "S256".equals(query.get("code_challenge_method"));
		if (!right) {
			send(exchange, 400, Map.of("error", "invalid_request"));
			return;
		}
		String code = UUID.randomUUID().toString();
		this.codes.put(code, query);
		redirect(exchange, query.get("redirect_uri") + "?code=" + code + "&state=" + query.get("state"));
	}

	private void token(HttpExchange exchange, Map<String, String> form) throws IOException {
		Map<String, String> asked = this.codes.remove(form.getOrDefault("code", ""));
		String caller = "Basic " + Base64.getEncoder()
			.encodeToString((CLIENT + ":" + SECRET.replace(' ', '+')).getBytes(StandardCharsets.UTF_8));
		boolean right = asked != null && caller.equals(exchange.getRequestHeaders().getFirst("Authorization"))
				&& asked.get("redirect_uri").equals(form.get("redirect_uri"))
				&& asked.get("code_challenge").equals(challenge(form.getOrDefault("code_verifier", "")));
		if (!right) {
			send(exchange, 400, Map.of("error", "invalid_grant"));
			return;
		}
		try {
			Map<String, Object> claims = new LinkedHashMap<>(this.account);
			claims.put("nonce", this.nonce.isEmpty() ? asked.get("nonce") : this.nonce);
			send(exchange, 200, Map.of("access_token", "opaque", "token_type", "Bearer", "expires_in", 60, "id_token",
					signed(claims, CLIENT, Instant.now().plusSeconds(60), this.key)));
		}
		catch (JOSEException ex) {
			throw new IOException(ex);
		}
	}

	private String signed(Map<String, Object> claims, String audience, Instant until, RSAKey by) throws JOSEException {
		JWTClaimsSet.Builder set = new JWTClaimsSet.Builder().issuer(issuer())
			.subject("6c2f0f0e")
			.audience(audience)
			.issueTime(Date.from(until.minusSeconds(60)))
			.expirationTime(Date.from(until));
		claims.forEach(set::claim);
		SignedJWT token = new SignedJWT(new JWSHeader.Builder(JWSAlgorithm.RS256).keyID("one").build(), set.build());
		token.sign(new RSASSASigner(by));
		return token.serialize();
	}

	private static String challenge(String verifier) throws IOException {
		try {
			return Base64.getUrlEncoder()
				.withoutPadding()
				.encodeToString(
						MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(StandardCharsets.US_ASCII)));
		}
		catch (java.security.NoSuchAlgorithmException ex) {
			throw new IOException(ex);
		}
	}

	private static Map<String, String> form(String text) {
		return (text == null || text.isEmpty()) ? Map.of()
				: Arrays.stream(text.split("&"))
					.map((each) -> each.split("=", 2))
					.collect(Collectors.toMap((each) -> each[0],
							(each) -> URLDecoder.decode((each.length > 1) ? each[1] : "", StandardCharsets.UTF_8),
							(one, other) -> other));
	}

	private static void redirect(HttpExchange exchange, String to) throws IOException {
		exchange.getResponseHeaders().set("Location", to);
		exchange.sendResponseHeaders(302, -1);
	}

	private static void send(HttpExchange exchange, int status, Map<String, Object> json) throws IOException {
		byte[] body = JSONObjectUtils.toJSONString(json).getBytes(StandardCharsets.UTF_8);
		exchange.getResponseHeaders().set("Content-Type", "application/json");
		exchange.sendResponseHeaders(status, body.length);
		exchange.getResponseBody().write(body);
	}

}
