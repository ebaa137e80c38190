package org.jfpmonitor.store;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.concurrent.ThreadLocalRandom;

/**
 * A port for a program that cannot choose one itself. It is below those that systems give
 * to connections, so that none takes it before the program listens.
 */
public final class FreePort {

	private static final int FIRST = 20_000;

	private static final int END = 32_000;

	private FreePort() {
	}

	/** A port of this machine on which nothing listens. */
	public static int find() {
		int port = ThreadLocalRandom.current().nextInt(FIRST, END);
		try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
			return socket.getLocalPort();
		}
		catch (IOException taken) {
			return find();
		}
	}

}
