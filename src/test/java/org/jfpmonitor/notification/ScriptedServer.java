package org.jfpmonitor.notification;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An SMTP server that does what a test tells it to, for what a well-behaved one never
 * does. It listens on loopback.
 */
final class ScriptedServer implements AutoCloseable {

	/** Neither says nor hears anything more. */
	static final String HANG = "hang";

	/** Begins an answer and never comes to its end, a line at a time. */
	static final String DRIBBLE = "dribble";

	/** Ends the conversation without a word. After a whole mail it has taken it. */
	static final String DROP = "drop";

	private static final Map<Step, String> USUAL = Map.of(Step.GREETING, "220 ready", Step.EHLO, "250 hello", Step.MAIL,
			"250 ok", Step.RCPT, "250 ok", Step.DATA, "354 go on", Step.BODY, "", Step.END, "250 taken", Step.RSET,
			"250 ok", Step.QUIT, "221 bye");

	private static final Pattern MESSAGE_ID = Pattern.compile("(?m)^Message-ID: (.*)$");

	private final ServerSocket socket;

	private final Script script;

	private final List<Taken> taken = new CopyOnWriteArrayList<>();

	private final Map<String, Integer> reached = new ConcurrentHashMap<>();

	private ScriptedServer(int port, Script script) {
		try {
			this.socket = new ServerSocket(port, 50, InetAddress.getLoopbackAddress());
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		this.script = script;
		daemon(this::accept);
	}

	/** A server on a free port. */
	static ScriptedServer start(Script script) {
		return new ScriptedServer(0, script);
	}

	/** A server on the port, which must be free. */
	static ScriptedServer start(int port, Script script) {
		return new ScriptedServer(port, script);
	}

	/** A script that leaves everything as usual. */
	static String asUsual(Step step, String recipient, int time) {
		return null;
	}

	int port() {
		return this.socket.getLocalPort();
	}

	/** What it has taken, in order. */
	List<Taken> taken() {
		return this.taken;
	}

	/** How often the conversations have come to this step. */
	int times(Step step) {
		return this.reached.entrySet()
			.stream()
			.filter((each) -> each.getKey().startsWith(step.name()))
			.mapToInt(Map.Entry::getValue)
			.sum();
	}

	@Override
	public void close() {
		try {
			this.socket.close();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private void accept() {
		while (!this.socket.isClosed()) {
			try {
				Socket client = this.socket.accept();
				daemon(() -> new Conversation(client).hold());
			}
			catch (IOException ex) {
				// Closed.
			}
		}
	}

	private static void daemon(Runnable work) {
		Thread thread = new Thread(work);
		thread.setDaemon(true);
		thread.start();
	}

	/** Where a conversation can be. */
	enum Step {

		GREETING, EHLO, MAIL, RCPT, DATA,
		/** After the first line of the mail. */
		BODY,
		/** After the last line of the mail. */
		END, RSET, QUIT

	}

	/** What to say. */
	interface Script {

		/**
		 * The answer at a step.
		 * @param recipient to whom the mail goes, once that was said; before, nothing
		 * @param time how often this step was reached for this recipient, from 1
		 * @return a reply, {@link #HANG}, {@link #DRIBBLE}, {@link #DROP}, or null for
		 * the usual
		 */
		String answer(Step step, String recipient, int time);

	}

	/** A mail that was taken. */
	record Taken(String recipient, String text) {

		String messageId() {
			Matcher header = MESSAGE_ID.matcher(this.text);
			return header.find() ? header.group(1) : "none";
		}

	}

	private final class Conversation {

		private final Socket client;

		private String recipient = "";

		private Conversation(Socket client) {
			this.client = client;
		}

		private void hold() {
			try (this.client) {
				BufferedReader in = new BufferedReader(
						new InputStreamReader(this.client.getInputStream(), StandardCharsets.UTF_8));
				boolean goesOn = answer(Step.GREETING);
				while (goesOn) {
					String line = in.readLine();
					goesOn = line != null && hear(line, in);
				}
			}
			catch (IOException ex) {
				// The client has gone.
			}
		}

		private boolean hear(String line, BufferedReader in) throws IOException {
			String command = line.split("[ :]", 2)[0].toUpperCase(Locale.ROOT);
			Step step = command.equals("HELO") ? Step.EHLO : Step.valueOf(command);
			if (step == Step.RCPT) {
				this.recipient = line.substring(line.indexOf('<') + 1, line.indexOf('>'));
			}
			String said = said(step);
			boolean goesOn = say(said) && step != Step.QUIT;
			return (goesOn && said.startsWith("354")) ? listen(in) : goesOn;
		}

		/** The mail itself. */
		private boolean listen(BufferedReader in) throws IOException {
			StringBuilder text = new StringBuilder(in.readLine()).append('\n');
			if (!answer(Step.BODY)) {
				return false;
			}
			for (String line = in.readLine(); !".".equals(line); line = in.readLine()) {
				if (line == null) {
					return false;
				}
				text.append(line).append('\n');
			}
			String said = said(Step.END);
			if (said.equals(DROP) || said.startsWith("2")) {
				ScriptedServer.this.taken.add(new Taken(this.recipient, text.toString()));
			}
			return say(said);
		}

		private boolean answer(Step step) throws IOException {
			return say(said(step));
		}

		private String said(Step step) {
			int time = ScriptedServer.this.reached.merge(step + " " + this.recipient, 1, Integer::sum);
			String said = ScriptedServer.this.script.answer(step, this.recipient, time);
			return (said != null) ? said : USUAL.get(step);
		}

		private boolean say(String said) throws IOException {
			switch (said) {
				case "" -> {
					return true;
				}
				case HANG -> {
					hang();
					return false;
				}
				case DRIBBLE -> {
					dribble();
					return false;
				}
				case DROP -> {
					return false;
				}
				default -> {
					write(said + "\r\n");
					return true;
				}
			}
		}

		/** Reads nothing while it hangs, so that a large mail does not get through. */
		private void hang() {
			try {
				new CountDownLatch(1).await();
			}
			catch (InterruptedException ex) {
				Thread.currentThread().interrupt();
			}
		}

		private void dribble() throws IOException {
			this.client.setSoTimeout(20);
			int heard = 0;
			while (heard >= 0) {
				try {
					heard = this.client.getInputStream().read();
				}
				catch (SocketTimeoutException ex) {
					write("250-wait\r\n");
				}
			}
		}

		private void write(String words) throws IOException {
			OutputStream out = this.client.getOutputStream();
			out.write(words.getBytes(StandardCharsets.UTF_8));
			out.flush();
		}

	}

}
