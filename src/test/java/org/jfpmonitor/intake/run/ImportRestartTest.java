package org.jfpmonitor.intake.run;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.jfpmonitor.EveryCase;
import org.jfpmonitor.EveryCase.Cases;
import org.jfpmonitor.intake.ImportOrder;
import org.jfpmonitor.intake.ImportOutcome;
import org.jfpmonitor.store.TestDatabase;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

/** Ends imports where it hurts and compares what is there in the end. */
class ImportRestartTest {

	private static final int KILLS = Integer.getInteger("tests.kills", Cases.number(1, 4));

	private static List<String> undisturbed;

	private static int requests;

	@TempDir
	Path data;

	private final TestDatabase database = TestDatabase.create();

	@BeforeAll
	static void importUndisturbed(@TempDir Path data) throws Exception {
		TestDatabase database = TestDatabase.create();
		fillInbox(data);
		Process process = start(database, data, 0, false);
		requests = Integer.parseInt(await(process, "DONE AFTER ").substring("DONE AFTER ".length()));
		assertThat(process.waitFor()).isZero();
		try (IntakeRig rig = new IntakeRig(database.dataSource(), data)) {
			undisturbed = everything(rig);
		}
	}

	static Stream<Integer> moments() {
		if (KILLS >= requests) {
			return IntStream.rangeClosed(1, requests).boxed();
		}
		Random random = new Random(20250515);
		return random.ints(1, requests + 1).distinct().limit(KILLS).sorted().boxed();
	}

	@ParameterizedTest
	@MethodSource("moments")
	void endsAsIfItHadNeverBeenKilled(int moment) throws Exception {
		fillInbox(this.data);
		Process process = start(this.database, this.data, moment, false);
		await(process, "STANDING STILL");

		process.destroyForcibly().waitFor();

		assertThat(finish()).isEqualTo(undisturbed);
	}

	@EveryCase
	@Test
	void finishesTheFileAtHandWhenToldToStop() throws Exception {
		fillInbox(this.data);
		Process process = start(this.database, this.data, requests * 3 / 5, true);
		await(process, "STANDING STILL");

		process.destroy();
		process.waitFor();

		try (IntakeRig rig = new IntakeRig(this.database.dataSource(), this.data)) {
			assertThat(rig.rows("delivery")).isPositive();
			assertThat(rig.jdbc().sql("select distinct status from batch_job_execution").query(String.class).list())
				.containsExactly("STOPPED");
			assertThat(rig.files()).anyMatch((file) -> file.startsWith("inbox/"));
		}
		assertThat(finish()).isEqualTo(undisturbed);
	}

	@EveryCase
	@Test
	void losesNothingWhenTheDiskIsFull() throws Exception {
		assumeThat(Path.of("/bin/bash")).exists();
		fillInbox(this.data);
		List<String> command = command(this.database, this.data, 0, false);
		// A limit on the length of files stops the reject files, which are the longest.
		Process process = run(Stream
			.concat(Stream.of("/bin/bash", "-c", "ulimit -f 8; exec \"$0\" \"$@\"", command.get(0), "-XX:-UsePerfData"),
					command.stream().skip(1))
			.toList());
		await(process, "DONE AFTER ");
		assertThat(process.waitFor()).isZero();

		try (IntakeRig rig = new IntakeRig(this.database.dataSource(), this.data)) {
			assertThat(rig.files()).contains("inbox/a.csv", "inbox/c.csv", "refused/b.csv")
				.noneMatch((file) -> file.startsWith("archive/"));
			assertThat(rig.rows("delivery")).isEqualTo(4);
		}
		assertThat(finish()).isEqualTo(undisturbed);
	}

	@EveryCase
	@Test
	void sharesTheInboxAmongProcesses() throws Exception {
		fillInbox(this.data);
		List<Process> processes = List.of(start(this.database, this.data, 0, false),
				start(this.database, this.data, 0, false));
		for (Process each : processes) {
			await(each, "DONE AFTER ");
			assertThat(each.waitFor()).isZero();
		}

		try (IntakeRig rig = new IntakeRig(this.database.dataSource(), this.data)) {
			assertThat(everything(rig)).isEqualTo(undisturbed);
		}
	}

	@Test
	void takesUpAJobThatWasCutOffBeforeItsFirstExecution() {
		IntakeRig.write(this.data.resolve("inbox/beds.csv"), figures("virtual-ward-beds", 1));
		try (IntakeRig rig = new IntakeRig(this.database.dataSource(), this.data)) {
			long run = rig.jdbc()
				.sql("""
						insert into run (kind, business_day, started_at) values ('nightly', '2025-05-15', '2025-05-15T01:30Z')
						returning id
						""")
				.query(Long.class)
				.single();
			rig.repository().createJobInstance("run", new ImportOrder(run, true, ImportProcess.ARRIVED).toParameters());

			assertThat(rig.importInbox(ImportProcess.ARRIVED)).extracting(ImportOutcome::result)
				.containsExactly(ImportOutcome.Result.PUBLISHED);
		}
	}

	@Test
	void takesUpAJobWhoseEndIsUnknown() {
		IntakeRig.write(this.data.resolve("inbox/beds.csv"), figures("virtual-ward-beds", 1));
		try (IntakeRig rig = new IntakeRig(this.database.dataSource(), this.data)) {
			rig.read((file, name, context, rejects) -> {
				throw new org.springframework.dao.DataAccessResourceFailureException("gone");
			});
			rig.importInbox(ImportProcess.ARRIVED);
			rig.jdbc().sql("update batch_job_execution set status = 'UNKNOWN'").update();
			rig.jdbc().sql("update batch_step_execution set status = 'UNKNOWN'").update();
			rig.read(new SmallReading());

			assertThat(rig.importInbox(ImportProcess.ARRIVED)).extracting(ImportOutcome::result)
				.containsExactly(ImportOutcome.Result.PUBLISHED);
		}
	}

	private List<String> finish() {
		try (IntakeRig rig = new IntakeRig(this.database.dataSource(), this.data)) {
			rig.importInbox(ImportProcess.ARRIVED);
			assertThat(rig.jdbc().sql("""
					select count(*) from batch_job_instance instance
					 where 1 <> (select count(*) from batch_job_execution
					              where job_instance_id = instance.job_instance_id and status = 'COMPLETED')
					    or exists (select from batch_job_execution
					                where job_instance_id = instance.job_instance_id and status like 'START%')
					""").query(Long.class).single()).isZero();
			return everything(rig);
		}
	}

	/**
	 * A published file, one refused, one that revises the first, the first again, one
	 * from a sub-folder.
	 */
	private static void fillInbox(Path data) throws IOException {
		String first = figures("virtual-ward-beds", 1);
		List<String> contents = List.of(first, "nothing,useful\n", figures("virtual-ward-beds", 2), first,
				figures("long-waits", 3));
		List<String> names = List.of("a.csv", "b.csv", "c.csv", "a again.csv", "sub/a.csv");
		for (int each = 0; each < names.size(); each++) {
			Path file = IntakeRig.write(data.resolve("inbox").resolve(names.get(each)), contents.get(each));
			Files.setLastModifiedTime(file, FileTime.fromMillis(1000L * each));
		}
	}

	/** Figures of 40 months, and 700 lines that are rejected: more than one portion. */
	private static String figures(String measure, long seed) {
		Random random = new Random(seed);
		return SmallReading.HEADER + IntStream.range(0, 740)
			.mapToObj((line) -> "%s,QMM,20%02d-%02d,%s%n".formatted(measure, 10 + line / 12 % 80, 1 + line % 12,
					(line < 40) ? random.nextInt(3) : "x" + random.nextInt()))
			.collect(Collectors.joining());
	}

	private static Process start(TestDatabase database, Path data, int haltAt, boolean goesOn) throws IOException {
		return run(command(database, data, haltAt, goesOn));
	}

	private static List<String> command(TestDatabase database, Path data, int haltAt, boolean goesOn) {
		return List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-XX:TieredStopAtLevel=1",
				"-cp", System.getProperty("java.class.path"), ImportProcess.class.getName(), database.url(),
				data.toString(), String.valueOf(haltAt), String.valueOf(goesOn));
	}

	private static Process run(List<String> command) throws IOException {
		return new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
	}

	/** Reads what the process says up to the line that begins so. */
	private static String await(Process process, String beginning) throws IOException {
		BufferedReader said = new BufferedReader(
				new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
		List<String> before = new ArrayList<>();
		for (String line = said.readLine(); line != null; line = said.readLine()) {
			if (line.startsWith(beginning)) {
				return line;
			}
			before.add(line);
		}
		throw new AssertionError("The process ended without saying \"" + beginning + "\": " + before);
	}

	/**
	 * All that an import leaves, but for how long it took and what the store numbers by
	 * itself.
	 */
	private static List<String> everything(IntakeRig rig) {
		List<String> everything = new ArrayList<>(rig.files());
		for (Path file : rig.files().stream().map(rig.data()::resolve).toList()) {
			everything.add(content(file));
		}
		for (String query : List.of("select to_jsonb(delivery) - 'took_millis' from delivery",
				"select to_jsonb(delivery_period) from delivery_period", "select to_jsonb(reject) from reject",
				"select to_jsonb(reject_count) from reject_count",
				"select to_jsonb(arrival) - 'id' - 'stamp' from arrival", "select to_jsonb(figure_set) from figure_set",
				"""
						select (to_jsonb(covered) - 'id') || coalesce(to_jsonb(said) - 'coverage', '{}')
						  from coverage covered left join observation said on said.coverage = covered.id
						""")) {
			everything.addAll(rig.jdbc().sql(query + " order by 1").query(String.class).list());
		}
		return everything;
	}

	private static String content(Path file) {
		try {
			return Files.readString(file);
		}
		catch (IOException ex) {
			throw new java.io.UncheckedIOException(ex);
		}
	}

}
