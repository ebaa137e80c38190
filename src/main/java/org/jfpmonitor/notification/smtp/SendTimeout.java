package org.jfpmonitor.notification.smtp;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;

import javax.net.SocketFactory;

/**
 * How long one mail may take in all. A server that answers one mail a minute stays within
 * every time limit of a single answer; here the connection is closed under it.
 */
final class SendTimeout extends SocketFactory implements AutoCloseable {

	private final List<Socket> sockets = new CopyOnWriteArrayList<>();

	private final CompletableFuture<Void> end;

	private volatile boolean over;

	SendTimeout(Duration limit) {
		Executor then = CompletableFuture.delayedExecutor(limit.toMillis(), TimeUnit.MILLISECONDS);
		this.end = CompletableFuture.runAsync(this::lose, then);
	}

	/** Whether the time ran out. */
	boolean isOver() {
		return this.over;
	}

	private void lose() {
		this.over = true;
		this.sockets.forEach(SendTimeout::close);
	}

	private static void close(Socket socket) {
		try {
			socket.close();
		}
		catch (IOException ex) {
			// Then it was closed already.
		}
	}

	@Override
	public Socket createSocket() {
		Socket socket = new Socket();
		this.sockets.add(socket);
		if (this.over) {
			close(socket);
		}
		return socket;
	}

	@Override
	public Socket createSocket(String host, int port) throws IOException {
		return connected(new InetSocketAddress(host, port), null);
	}

	@Override
	public Socket createSocket(InetAddress host, int port) throws IOException {
		return connected(new InetSocketAddress(host, port), null);
	}

	@Override
	public Socket createSocket(String host, int port, InetAddress localHost, int localPort) throws IOException {
		return connected(new InetSocketAddress(host, port), new InetSocketAddress(localHost, localPort));
	}

	@Override
	public Socket createSocket(InetAddress host, int port, InetAddress localHost, int localPort) throws IOException {
		return connected(new InetSocketAddress(host, port), new InetSocketAddress(localHost, localPort));
	}

	private Socket connected(SocketAddress there, @org.jspecify.annotations.Nullable SocketAddress here)
			throws IOException {
		Socket socket = createSocket();
		if (here != null) {
			socket.bind(here);
		}
		socket.connect(there);
		return socket;
	}

	@Override
	public void close() {
		this.end.cancel(false);
	}

}
