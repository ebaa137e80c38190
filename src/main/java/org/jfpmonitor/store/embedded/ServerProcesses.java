package org.jfpmonitor.store.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.BooleanSupplier;

/**
 * The PostgreSQL processes that belong to one store folder, whoever started them. A
 * service that was killed leaves its server running; the next one takes it over.
 */
final class ServerProcesses {

	private static final Duration PATIENCE = Duration.ofSeconds(60);

	private static final Duration FAREWELL = Duration.ofSeconds(2);

	private static final int FIRST_PORT = 25432;

	private static final int LAST_PORT = 25999;

	private final StoreFolder folder;

	ServerProcesses(StoreFolder folder) {
		this.folder = folder;
	}

	/**
	 * The port on which the server is to run: that of a server left behind, if there is
	 * one and it answers; else the one used last time, if it is free; else a free one.
	 */
	int settlePort() {
		Optional<Integer> recorded = this.folder.recordedPort();
		int port = portOfServerLeftBehind().or(() -> recorded.filter(ServerProcesses::isFree))
			.orElseGet(ServerProcesses::anyFreePort);
		if (recorded.filter((last) -> last == port).isEmpty()) {
			this.folder.recordPort(port);
		}
		return port;
	}

	/**
	 * Ends every process of the folder; only for data that is about to be thrown away.
	 */
	void kill() {
		running().forEach(ProcessHandle::destroyForcibly);
		awaitEnd();
	}

	/** Whether the server runs, whether or not it answers. */
	boolean isUp() {
		return isUp(this.folder.cluster());
	}

	/**
	 * Whether that on the data runs. One that answers on its port may be another's: of a
	 * copy of the folder it has the same password.
	 */
	boolean isUp(Path cluster) {
		return postmaster(cluster)
			.filter((postmaster) -> running().stream().anyMatch((process) -> process.pid() == postmaster.process()))
			.isPresent();
	}

	/**
	 * Waits for what is left of a server that has ended, so that another can take its
	 * place.
	 * @throws StoreUnavailable when another program has taken its port
	 */
	void clear(int port) {
		awaitEnd();
		dropStaleLock();
		if (!isFree(port)) {
			throw taken(port);
		}
	}

	static StoreUnavailable taken(int port) {
		return new StoreUnavailable(
				"The embedded database needs port %d again, on which it was, and found another program there"
					.formatted(port),
				"End that program, or start the service again.");
	}

	/** Waits until the last process of the folder has gone. */
	void awaitEnd() {
		if (!waitUntil(PATIENCE, () -> running().isEmpty())) {
			throw stuck();
		}
	}

	/**
	 * Nothing runs any more, or a server of ours listens: anything between the two
	 * passes.
	 */
	private Optional<Integer> portOfServerLeftBehind() {
		if (!waitUntil(PATIENCE, () -> running().isEmpty() || listeningPort().isPresent())) {
			throw stuck();
		}
		Optional<Integer> port = listeningPort();
		if (port.isEmpty()) {
			dropStaleLock();
		}
		return port;
	}

	private Optional<Integer> listeningPort() {
		return postmaster(this.folder.cluster()).filter((postmaster) -> answers(postmaster.port()))
			.filter((postmaster) -> running().stream().anyMatch((process) -> process.pid() == postmaster.process()))
			.map(Postmaster::port);
	}

	private StoreUnavailable stuck() {
		String numbers = String.join(", ", running().stream().map((process) -> "" + process.pid()).toList());
		return new StoreUnavailable(
				"A PostgreSQL server left behind in %s (process %s) neither answers nor ends"
					.formatted(this.folder.cluster(), numbers),
				"Look at %s, end process %s and start again.".formatted(this.folder.log(), numbers));
	}

	private List<ProcessHandle> running() {
		return ProcessHandle.allProcesses().filter(this::isOurs).toList();
	}

	private boolean isOurs(ProcessHandle process) {
		return process.info()
			.command()
			.filter((command) -> Path.of(command).startsWith(this.folder.programs()))
			.isPresent();
	}

	/**
	 * With the folder claimed and no server of ours alive, PostgreSQL's own lock file
	 * says nothing any more. Yet PostgreSQL would refuse to start while a process has the
	 * number in it: that of a server killed just now, or, after a power cut or in a new
	 * container, that of a stranger. In a copy of a folder it names the server of the
	 * folder that was copied, which would be ended in its place.
	 */
	private void dropStaleLock() {
		Optional<Postmaster> postmaster = postmaster(this.folder.cluster());
		boolean copied = postmaster.filter((each) -> !each.isOf(this.folder.cluster())).isPresent();
		if (postmaster.isEmpty()
				|| (!copied && (waitUntil(FAREWELL, () -> ProcessHandle.of(postmaster.get().process()).isEmpty())
						|| answers(postmaster.get().port())))) {
			return;
		}
		try {
			Files.deleteIfExists(this.folder.cluster().resolve("postmaster.pid"));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * What PostgreSQL's own lock file says: process number in line 1, the folder of the
	 * data in line 2, port in line 4.
	 */
	private static Optional<Postmaster> postmaster(Path cluster) {
		try {
			List<String> lines = Files.readAllLines(cluster.resolve("postmaster.pid"));
			return Optional.of(new Postmaster(Long.parseLong(lines.get(0).strip()), Path.of(lines.get(1).strip()),
					Integer.parseInt(lines.get(3).strip())));
		}
		catch (IOException | NumberFormatException | IndexOutOfBoundsException | InvalidPathException ex) {
			return Optional.empty();
		}
	}

	private static boolean waitUntil(Duration patience, BooleanSupplier condition) {
		long end = System.nanoTime() + patience.toNanos();
		while (System.nanoTime() < end) {
			if (condition.getAsBoolean()) {
				return true;
			}
			try {
				Thread.sleep(50);
			}
			catch (InterruptedException ex) {
				Thread.currentThread().interrupt();
				return false;
			}
		}
		return false;
	}

	/** Any one of them: instances that start at once seldom look at the same. */
	private static int anyFreePort() {
		return new Random().ints(10L * (LAST_PORT - FIRST_PORT), FIRST_PORT, LAST_PORT + 1)
			.filter(ServerProcesses::isFree)
			.findFirst()
			.orElseThrow(
					() -> new StoreUnavailable("The embedded database needs a free port between %d and %d, found none"
						.formatted(FIRST_PORT, LAST_PORT), "Stop some of the programs that listen there."));
	}

	private static boolean isFree(int port) {
		try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
			return socket.isBound();
		}
		catch (IOException ex) {
			return false;
		}
	}

	private static boolean answers(int port) {
		try (Socket socket = new Socket()) {
			socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 500);
			return true;
		}
		catch (IOException ex) {
			return false;
		}
	}

	private record Postmaster(long process, Path data, int port) {

		/**
		 * Whether it is a server of the folder; what is not there any more is another.
		 */
		boolean isOf(Path cluster) {
			try {
				return Files.isSameFile(this.data, cluster);
			}
			catch (IOException ex) {
				return false;
			}
		}
	}

}
