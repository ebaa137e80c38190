package org.jfpmonitor.access;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.Assumptions;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The real nginx in front of the service, one server a way of writing its settings; tests
 * are skipped, and say so, where it is not installed.
 */
final class Nginx implements AutoCloseable {

	private static final Path PROGRAM = Path.of("/usr/sbin/nginx");

	private static final String SECRET = "only for this test";

	private final Path folder;

	private final Map<String, Integer> ports = new LinkedHashMap<>();

	private final List<String> servers = new ArrayList<>();

	private Process running;

	private Nginx(Path folder) {
		this.folder = folder;
	}

	static Nginx in(Path folder) {
		Assumptions.assumeTrue(Files.isExecutable(PROGRAM),
				() -> "Tests of proxies need " + PROGRAM + ", which is not there: install the package nginx-light.");
		return new Nginx(folder);
	}

	/** A server on a port of its own, with the lines that stand inside {@code server}. */
	Nginx server(String name, String lines) throws IOException {
		this.servers.add("server { listen 127.0.0.1:" + port(name) + "; " + lines + " }");
		return this;
	}

	/** As {@link #server}, ending TLS. */
	Nginx tlsServer(String name, String lines) throws IOException {
		this.servers.add("server { listen 127.0.0.1:" + port(name)
				+ " ssl; ssl_certificate tls.pem; ssl_certificate_key tls.pem; " + lines + " }");
		return this;
	}

	Nginx start() throws IOException, GeneralSecurityException, InterruptedException {
		writeCertificate();
		Path settings = this.folder.resolve("nginx.conf");
		Files.writeString(settings, """
				daemon off;
				master_process off;
				pid nginx.pid;
				events {}
				http {
				access_log off;
				client_body_temp_path body;
				proxy_temp_path proxy;
				%s
				}
				""".formatted(String.join("\n", this.servers)));
		this.running = new ProcessBuilder(PROGRAM.toString(), "-p", this.folder.toString(), "-e", "error.log", "-c",
				settings.toString())
			.redirectErrorStream(true)
			.redirectOutput(this.folder.resolve("nginx.log").toFile())
			.start();
		Awaitility.await().atMost(Duration.ofSeconds(20)).until(this::answers);
		return this;
	}

	int portOf(String name) {
		return this.ports.get(name);
	}

	@Override
	public void close() {
		if (this.running != null) {
			this.running.destroy();
			this.running.onExit().join();
		}
	}

	private int port(String name) throws IOException {
		try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
			this.ports.put(name, free.getLocalPort());
			return free.getLocalPort();
		}
	}

	private boolean answers() throws IOException {
		assertThat(this.running.isAlive()).as(Files.readString(this.folder.resolve("nginx.log"))).isTrue();
		for (int port : this.ports.values()) {
			try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
				assertThat(socket.isConnected()).isTrue();
			}
			catch (IOException ex) {
				return false;
			}
		}
		return true;
	}

	/** A key and a certificate that nobody but this test knows. */
	private void writeCertificate() throws IOException, GeneralSecurityException, InterruptedException {
		Path store = this.folder.resolve("tls.p12");
		Process keytool = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
				"-genkeypair", "-alias", "tls", "-keyalg", "EC", "-dname", "CN=localhost", "-ext",
				"san=dns:localhost,ip:127.0.0.1", "-storetype", "PKCS12", "-keystore", store.toString(), "-storepass",
				SECRET)
			.redirectErrorStream(true)
			.redirectOutput(this.folder.resolve("keytool.log").toFile())
			.start();
		assertThat(keytool.waitFor()).isZero();
		KeyStore keys = KeyStore.getInstance(store.toFile(), SECRET.toCharArray());
		Files.writeString(this.folder.resolve("tls.pem"),
				pem("PRIVATE KEY", keys.getKey("tls", SECRET.toCharArray()).getEncoded())
						+ pem("CERTIFICATE", keys.getCertificate("tls").getEncoded()));
	}

	private static String pem(String kind, byte[] content) {
		return "-----BEGIN " + kind + "-----\n" + Base64.getMimeEncoder(64, new byte[] { '\n' }).encodeToString(content)
				+ "\n-----END " + kind + "-----\n";
	}

}
