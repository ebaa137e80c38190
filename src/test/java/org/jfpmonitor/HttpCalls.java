package org.jfpmonitor;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/**
 * What a program asks of a service on a port of this machine. Headers are names and
 * values in turn.
 */
public record HttpCalls(HttpClient client, int port) {

	public HttpResponse<String> get(String path, String... headers) throws IOException, InterruptedException {
		return send(HttpRequest.newBuilder(address(path)).GET(), headers);
	}

	public HttpResponse<String> post(String path, String type, String body, String... headers)
			throws IOException, InterruptedException {
		return send(
				HttpRequest.newBuilder(address(path)).header("Content-Type", type).POST(BodyPublishers.ofString(body)),
				headers);
	}

	private HttpResponse<String> send(HttpRequest.Builder request, String... headers)
			throws IOException, InterruptedException {
		if (headers.length > 0) {
			request.headers(headers);
		}
		return this.client.send(request.build(), BodyHandlers.ofString());
	}

	private URI address(String path) {
		return URI.create("http://localhost:" + this.port + path);
	}

	/** The value of an {@code Authorization} header. */
	public static String basic(String user, String password) {
		return "Basic " + Base64.getEncoder().encodeToString((user + ":" + password).getBytes(StandardCharsets.UTF_8));
	}

}
