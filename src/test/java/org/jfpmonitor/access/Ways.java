package org.jfpmonitor.access;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;

/**
 * The ways on which a request reaches the service: past no proxy, and past nginx as
 * people write its settings. The address from which nginx comes tells the service whether
 * that proxy is trusted: {@value #TRUSTED} is named in the settings, 127.0.0.1 is not.
 */
final class Ways {

	static final String TRUSTED = "127.0.0.2";

	private static final String FROM_TRUSTED = "proxy_bind " + TRUSTED + ";";

	private Ways() {
	}

	/** As a beginner writes it. */
	static String beginner(int service) {
		return "location / { proxy_pass http://127.0.0.1:" + service + "; }";
	}

	/** As a beginner writes it who read that the client's address should be passed on. */
	static String appending(int service) {
		return "location / { proxy_pass http://127.0.0.1:" + service + "; proxy_set_header Host $host;"
				+ " proxy_set_header X-Forwarded-For $proxy_add_x_forwarded_for;"
				+ " proxy_set_header X-Real-IP $remote_addr; }";
	}

	/** The lines of the guide, from a proxy that the settings name. */
	static String recommended(int service) throws IOException {
		return guide("nginx").replace("http://127.0.0.1:8080", "http://127.0.0.1:" + service)
			.replace("proxy_pass", FROM_TRUSTED + " proxy_pass");
	}

	/** As {@link #appending}, from a proxy that the settings name. */
	static String trustedAppending(int service) {
		return appending(service).replace("proxy_pass", FROM_TRUSTED + " proxy_pass");
	}

	/** The lines of the guide for a path that the proxy takes away. */
	static String prefix(int service) throws IOException {
		return guide("nginx-prefix").replace("http://127.0.0.1:8080", "http://127.0.0.1:" + service)
			.replace("proxy_pass", FROM_TRUSTED + " proxy_pass");
	}

	/** From a proxy that the settings name, which says another prefix than they do. */
	static String otherPrefix(int service) {
		return "location / { " + FROM_TRUSTED + " proxy_pass http://127.0.0.1:" + service
				+ "; proxy_set_header X-Forwarded-Prefix /other; }";
	}

	/** The lines of the guide for a path that the service itself knows. */
	static String contextPath(int service) throws IOException {
		return guide("nginx-path").replace("http://127.0.0.1:8080", "http://127.0.0.1:" + service)
			.replace("proxy_pass", FROM_TRUSTED + " proxy_pass");
	}

	/** What stands in the guide between the marks of the name. */
	private static String guide(String name) throws IOException {
		var lines = Pattern.compile("<!-- " + name + " -->\n+```nginx\n(.*?)```", Pattern.DOTALL)
			.matcher(Files.readString(Path.of("docs/operating.md")));
		if (!lines.find()) {
			throw new IllegalStateException("docs/operating.md has no lines marked " + name);
		}
		return lines.group(1);
	}

}
