package org.jfpmonitor.access;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;

import javax.net.SocketFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509ExtendedTrustManager;

/**
 * A request written by hand, so that no client has a say in its headers, and what was
 * answered.
 */
record Knock(int status, String headers, String body) {

	/** Sends the request to a port of this machine; headers are whole lines. */
	static Knock send(int port, String method, String path, String... headers) throws IOException {
		return sendBody(port, method, path, "", headers);
	}

	static Knock sendBody(int port, String method, String path, String body, String... headers) throws IOException {
		return sendBody(SocketFactory.getDefault(), port, method, path, body, headers);
	}

	/** As {@link #send}, through sockets of one kind, such as those of {@link #tls()}. */
	static Knock sendBody(SocketFactory sockets, int port, String method, String path, String body, String... headers)
			throws IOException {
		StringBuilder request = new StringBuilder(method + " " + path + " HTTP/1.1\r\nConnection: close\r\n");
		for (String header : headers) {
			request.append(header).append("\r\n");
		}
		if (!request.toString().contains("\r\nHost:")) {
			request.append("Host: localhost\r\n");
		}
		if (!request.toString().contains("\r\nContent-Length:") && !method.equals("GET")) {
			request.append("Content-Length: ").append(body.length()).append("\r\n");
		}
		try (Socket socket = sockets.createSocket(InetAddress.getLoopbackAddress(), port)) {
			socket.setSoTimeout(60_000);
			// Else the last message of a TLS handshake holds back what follows for 40 ms.
			socket.setTcpNoDelay(true);
			socket.getOutputStream().write((request + "\r\n" + body).getBytes(StandardCharsets.UTF_8));
			socket.getOutputStream().flush();
			String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
			int end = answer.indexOf("\r\n\r\n");
			return new Knock(Integer.parseInt(answer.substring(9, 12)), answer.substring(0, end),
					answer.substring(end + 4));
		}
	}

	/**
	 * Sockets that speak TLS and ask for nobody's papers; in the version that takes up a
	 * session without agreeing on keys anew, because that takes longer than the answer.
	 */
	static SocketFactory tls() throws GeneralSecurityException {
		SSLContext context = SSLContext.getInstance("TLSv1.2");
		context.init(null, new TrustManager[] { new X509ExtendedTrustManager() {

			@Override
			public void checkClientTrusted(X509Certificate[] chain, String kind) {
			}

			@Override
			public void checkClientTrusted(X509Certificate[] chain, String kind, Socket socket) {
			}

			@Override
			public void checkClientTrusted(X509Certificate[] chain, String kind, SSLEngine engine) {
			}

			@Override
			public void checkServerTrusted(X509Certificate[] chain, String kind) {
			}

			@Override
			public void checkServerTrusted(X509Certificate[] chain, String kind, Socket socket) {
			}

			@Override
			public void checkServerTrusted(X509Certificate[] chain, String kind, SSLEngine engine) {
			}

			@Override
			public X509Certificate[] getAcceptedIssuers() {
				return new X509Certificate[0];
			}

		} }, null);
		return context.getSocketFactory();
	}

	/** The value of the header, or empty. */
	String header(String name) {
		return this.headers.lines()
			.filter((each) -> each.regionMatches(true, 0, name + ": ", 0, name.length() + 2))
			.map((each) -> each.substring(name.length() + 2))
			.findFirst()
			.orElse("");
	}

	/** {@code in} for the way to the sign-in page of this host, else the status. */
	String outcome() {
		return (this.status == 302 || this.status == 303) && header("Location").matches("(/[a-z]+)?/login(\\?.*)?")
				? "in" : Integer.toString(this.status);
	}

}
