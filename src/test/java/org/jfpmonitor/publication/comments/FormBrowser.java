package org.jfpmonitor.publication.comments;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Redirect;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Does what a browser without scripts does with a form, and what a program does. */
public final class FormBrowser {

	private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

	private final HttpClient client = HttpClient.newBuilder()
		.cookieHandler(new CookieManager())
		.followRedirects(Redirect.NORMAL)
		.build();

	private final int port;

	public FormBrowser(int port) {
		this.port = port;
	}

	/** A browser in which somebody signed in. */
	public static FormBrowser of(int port, String user, String password) throws IOException, InterruptedException {
		FormBrowser browser = new FormBrowser(port);
		browser.post("/login", browser.token("/login"), Map.of("username", user, "password", password));
		return browser;
	}

	public HttpResponse<String> get(String address) throws IOException, InterruptedException {
		return this.client.send(HttpRequest.newBuilder(uri(address)).header("Accept", "text/html").build(),
				BodyHandlers.ofString());
	}

	/** The answer of the interface for programs. */
	public String json(String address) throws IOException, InterruptedException {
		return this.client
			.send(HttpRequest.newBuilder(uri(address)).header("Accept", "application/json").build(),
					BodyHandlers.ofString())
			.body();
	}

	/** The answer to whoever takes any format. */
	public String any(String address) throws IOException, InterruptedException {
		return this.client.send(HttpRequest.newBuilder(uri(address)).build(), BodyHandlers.ofString()).body();
	}

	/** Sends the fields with the token of the page. */
	public HttpResponse<String> post(String address, String token, Map<String, String> fields)
			throws IOException, InterruptedException {
		String form = fields.entrySet()
			.stream()
			.map((field) -> "&" + field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
			.collect(Collectors.joining("", "_csrf=" + token, ""));
		return this.client.send(HttpRequest.newBuilder(uri(address))
			.header("Accept", "text/html")
			.header("Content-Type", "application/x-www-form-urlencoded")
			.POST(BodyPublishers.ofString(form))
			.build(), BodyHandlers.ofString());
	}

	/** The token of a form of the page. */
	public String token(String page) throws IOException, InterruptedException {
		Matcher token = TOKEN.matcher(get(page).body());
		if (!token.find()) {
			throw new IllegalStateException("No form on " + page);
		}
		return token.group(1);
	}

	/** What a program with a name and password of its own sends. */
	public HttpResponse<String> program(String user, String password, String address, String json)
			throws IOException, InterruptedException {
		String basic = Base64.getEncoder().encodeToString((user + ":" + password).getBytes(StandardCharsets.UTF_8));
		return HttpClient.newHttpClient()
			.send(HttpRequest.newBuilder(uri(address))
				.header("Authorization", "Basic " + basic)
				.header("Content-Type", "application/json")
				.POST(BodyPublishers.ofString(json))
				.build(), BodyHandlers.ofString());
	}

	/** What a program with a name and password of its own sends as a file. */
	public HttpResponse<String> upload(String user, String password, String address, String name, String content)
			throws IOException, InterruptedException {
		String basic = Base64.getEncoder().encodeToString((user + ":" + password).getBytes(StandardCharsets.UTF_8));
		String form = "--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" + name + "\"\r\n\r\n"
				+ content + "\r\n--b--\r\n";
		return HttpClient.newHttpClient()
			.send(HttpRequest.newBuilder(uri(address))
				.header("Authorization", "Basic " + basic)
				.header("Content-Type", "multipart/form-data; boundary=b")
				.POST(BodyPublishers.ofString(form))
				.build(), BodyHandlers.ofString());
	}

	private URI uri(String address) {
		return URI.create("http://127.0.0.1:" + this.port + address);
	}

}
