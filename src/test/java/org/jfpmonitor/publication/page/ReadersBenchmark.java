package org.jfpmonitor.publication.page;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jfpmonitor.JfpMonitor;
import org.jfpmonitor.extract.BenchmarkFiles;

import org.springframework.util.FileSystemUtils;

/**
 * Prints how many pages fifty readers at once get of a service with 256 MB of heap, which
 * keeps the demonstration in its embedded database: in peace, and while a large extract
 * is imported; whoever comes for the first time, and whoever has a page already and shows
 * its tag, as a browser does. Readers and service share the machine.
 */
final class ReadersBenchmark {

	private static final int READERS = 50;

	private static final int SECONDS = Integer.getInteger("jfp.seconds", 60);

	private static final Pattern PORT = Pattern.compile("Tomcat started on port (\\d+)");

	private ReadersBenchmark() {
	}

	public static void main(String[] arguments) throws IOException, InterruptedException, ExecutionException {
		Path folder = Files.createTempDirectory("readers-benchmark");
		Path data = folder.resolve("data");
		Path log = folder.resolve("service.log");
		Process service = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
				"-Xmx256m", "-cp", System.getProperty("java.class.path"), JfpMonitor.class.getName(), "--jfp.demo=true",
				"--jfp.data=" + data, "--jfp.access.reading=open", "--jfp.schedule.enabled=true",
				"--jfp.schedule.inbox-every=1s", "--server.port=0")
			.redirectErrorStream(true)
			.redirectOutput(log.toFile())
			.start();
		try {
			String base = "http://localhost:" + await(log, PORT);
			await(log, Pattern.compile("(of 2025-\\d\\d-\\d\\d imported, 12 of 12)"));
			for (String path : List.of("/", "/objectives/7a", "/api/objectives")) {
				for (boolean again : List.of(false, true)) {
					String what = path + (again ? ", again" : "");
					ask(base + path, again, SECONDS / 4);
					System.out.printf("%-24s in peace: %s%n", what, ask(base + path, again, SECONDS));
					Path large = BenchmarkFiles.DM01.write(folder, what.length());
					Files.move(large, data.resolve("inbox").resolve(large.getFileName()),
							StandardCopyOption.REPLACE_EXISTING);
					System.out.printf("%-24s while a file is imported: %s%n", what, ask(base + path, again, SECONDS));
				}
			}
		}
		finally {
			service.destroy();
			service.waitFor(1, TimeUnit.MINUTES);
			FileSystemUtils.deleteRecursively(folder);
		}
	}

	private static String await(Path log, Pattern said) throws IOException, InterruptedException {
		while (true) {
			Matcher found = said.matcher(Files.readString(log));
			if (found.find()) {
				return found.group(1);
			}
			Thread.sleep(200);
		}
	}

	private static String ask(String address, boolean again, int seconds)
			throws InterruptedException, ExecutionException {
		ExecutorService readers = Executors.newFixedThreadPool(READERS);
		AtomicInteger errors = new AtomicInteger();
		AtomicInteger spared = new AtomicInteger();
		HttpClient browser = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
		long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
		List<Future<List<Long>>> asked = new ArrayList<>();
		for (int reader = 0; reader < READERS; reader++) {
			asked.add(readers.submit(() -> {
				List<Long> times = new ArrayList<>();
				HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(address));
				while (System.nanoTime() < end) {
					long begun = System.nanoTime();
					HttpResponse<Void> answer = browser.send(request.build(), HttpResponse.BodyHandlers.discarding());
					times.add((System.nanoTime() - begun) / 1_000_000);
					errors.addAndGet((answer.statusCode() == 200 || answer.statusCode() == 304) ? 0 : 1);
					spared.addAndGet((answer.statusCode() == 304) ? 1 : 0);
					if (again) {
						answer.headers().firstValue("ETag").ifPresent((tag) -> request.setHeader("If-None-Match", tag));
					}
				}
				return times;
			}));
		}
		List<Long> all = new ArrayList<>();
		for (Future<List<Long>> each : asked) {
			all.addAll(each.get());
		}
		readers.shutdown();
		all.sort(null);
		return "%d a second, half within %d ms, 99 of 100 within %d ms, %d errors, %d%% not sent again".formatted(
				all.size() / seconds, all.get(all.size() / 2), all.get(all.size() * 99 / 100), errors.get(),
				spared.get() * 100L / all.size());
	}

}
