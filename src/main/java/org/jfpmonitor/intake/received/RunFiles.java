package org.jfpmonitor.intake.received;

import java.net.URI;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

import org.jfpmonitor.intake.RunProgress;
import org.jfpmonitor.intake.RunProgress.FileAtHand;
import org.jfpmonitor.intake.WaitingFiles;
import org.jfpmonitor.intake.received.RunFile.Print;
import org.jfpmonitor.observation.DeliveryId;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * The store of what each run received and how far each file came: from it a run goes on
 * after whatever ended it. Writes inside the caller's transaction.
 */
@Repository
public class RunFiles {

	private static final String UNREAD = """
			select * from run_file
			 where run = :run and not done and delivery is null and sha256 is not null
			   and not exists (select from run_reading reading
			                    where reading.run = run_file.run and reading.number = run_file.number)
			   and (again or not exists (select from delivery where delivery.sha256 = run_file.sha256)
			                 and not exists (select from run_file earlier
			                                  where earlier.run = run_file.run and earlier.sha256 = run_file.sha256
			                                    and earlier.number < run_file.number))
			""";

	private final JdbcClient jdbc;

	private final JdbcTemplate batches;

	RunFiles(JdbcClient jdbc, JdbcTemplate batches) {
		this.jdbc = jdbc;
		this.batches = batches;
	}

	/**
	 * Adds files to those of the run, in this order.
	 * @param arrivedAt the moment that counts as the arrival of the run's first file
	 * @param apart how much later each counts as arrived than the one before it; zero
	 * where their order says nothing
	 */
	public void add(long run, List<Path> files, boolean named, boolean again, Instant arrivedAt, Duration apart) {
		long before = this.jdbc.sql("select count(*) from run_file where run = :run")
			.param("run", run)
			.query(Long.class)
			.single();
		this.batches.batchUpdate("""
				insert into run_file (run, number, uri, named, again, arrived_at)
				values (?, ?, ?, ?, ?, ?)
				""",
				IntStream.range(0, files.size())
					.mapToObj((each) -> new Object[] { run, before + each + 1, uri(files.get(each)), named, again,
							arrivedAt.plus(apart.multipliedBy(before + each)).atOffset(ZoneOffset.UTC) })
					.toList());
	}

	/** All of the run, in order. */
	public List<RunFile> of(long run) {
		return this.jdbc.sql("select * from run_file where run = :run order by number")
			.param("run", run)
			.query(RunFiles::file)
			.list();
	}

	/** The first that is not published, unless this execution of the job tried it. */
	public Optional<RunFile> nextToPublish(long run, long execution) {
		return next("delivery is null", run, execution);
	}

	/** The first that is published and not in its place, likewise. */
	public Optional<RunFile> nextToFileAway(long run, long execution) {
		return next("delivery is not null", run, execution);
	}

	/**
	 * Those whose bytes are to be read, in order: not such as came before, or twice in
	 * this run, nor those that were read ahead already.
	 */
	public List<RunFile> unread(long run) {
		return this.jdbc.sql(UNREAD + "order by number").param("run", run).query(RunFiles::file).list();
	}

	/** The file, if it is still to be read. */
	public Optional<RunFile> findUnread(long run, int number) {
		return this.jdbc.sql(UNREAD + "and number = :number")
			.param("run", run)
			.param("number", number)
			.query(RunFiles::file)
			.optional();
	}

	/**
	 * Somebody reads the file ahead of its turn.
	 * @param reader the process that does
	 */
	public void readingBegan(RunFile file, String reader, Instant at) {
		change(file, "reader = :reader, reading_since = :at").param("reader", reader)
			.param("at", at.atOffset(ZoneOffset.UTC))
			.update();
	}

	/** Nobody reads it any more. */
	public void readingEnded(RunFile file) {
		change(file, "reading_since = null").update();
	}

	private Optional<RunFile> next(String state, long run, long execution) {
		return this.jdbc.sql("""
				select * from run_file
				 where run = :run and not done and tried is distinct from :execution and %s
				 order by number limit 1
				""".formatted(state)).param("run", run).param("execution", execution).query(RunFiles::file).optional();
	}

	/** Where the files lie with which other runs are not done. */
	public Set<Path> ofOthers(long run) {
		return new HashSet<>(this.jdbc.sql("select uri from run_file where run <> :run and not done")
			.param("run", run)
			.query((row, number) -> path(row.getString("uri")))
			.list());
	}

	/** Whether the inbox was listed for the run and anything found in it. */
	public boolean hasListed(long run) {
		return count("not named", run) > 0;
	}

	/** The bytes were looked at. */
	public void fingerprinted(RunFile file, Print print) {
		change(file, "sha256 = :sha256, seen = :seen").param("sha256", print.sha256())
			.param("seen", print.seen())
			.update();
	}

	/**
	 * The file is published, refused or known again.
	 * @param known whether its bytes came before
	 */
	public void published(RunFile file, Print print, DeliveryId delivery, boolean known) {
		change(file, "sha256 = :sha256, seen = :seen, delivery = :delivery, known = :known, trouble = null")
			.param("sha256", print.sha256())
			.param("seen", print.seen())
			.param("delivery", delivery.value())
			.param("known", known)
			.update();
	}

	/** Nothing is left to do. */
	public void filed(RunFile file) {
		change(file, "done = true, trouble = null").update();
	}

	/**
	 * The file is not taken, and not tried again by this run.
	 * @param because why not, for whoever named it; null when it comes up again by itself
	 */
	public void passOver(RunFile file, @Nullable String because) {
		change(file, "done = true, trouble = :trouble").param("trouble", because).update();
	}

	/**
	 * The file is left for the next execution of the job.
	 * @param because what was in its way
	 */
	public void leave(RunFile file, long execution, String because) {
		change(file, "trouble = :trouble, tried = :execution").param("trouble", because)
			.param("execution", execution)
			.update();
	}

	private StatementSpec change(RunFile file, String what) {
		return this.jdbc.sql("update run_file set %s where run = :run and number = :number".formatted(what))
			.param("run", file.run())
			.param("number", file.number());
	}

	/** How many files of the run are not done. */
	public long undone(long run) {
		return count("not done", run);
	}

	/** The files with which runs are not done, all together. */
	public WaitingFiles waiting() {
		return this.jdbc.sql("""
				select count(*) filter (where delivery is null and reading.run is null) as to_read,
				       count(*) filter (where delivery is null and reading.run is not null) as to_publish,
				       count(*) filter (where delivery is not null) as to_file_away
				  from run_file left join run_reading reading using (run, number)
				 where not done
				""")
			.query((row, number) -> new WaitingFiles(row.getLong("to_read"), row.getLong("to_publish"),
					row.getLong("to_file_away")))
			.single();
	}

	/**
	 * How far the run has come.
	 * @param most how many of those that wait are named
	 */
	public RunProgress progress(long run, int most) {
		return this.jdbc.sql("""
				select count(*) as files, count(*) filter (where done) as settled,
				       count(*) filter (where done and delivery is null) as passed_over,
				       count(reading.run) as read_ahead,
				       coalesce(sum(delivery.read) filter (where not known and not used_withheld), 0) as lines
				  from run_file left join run_reading reading using (run, number)
				       left join delivery on delivery.id = run_file.delivery
				 where run = :run
				""")
			.param("run", run)
			.query((row, number) -> new RunProgress(row.getLong("files"), row.getLong("settled"),
					row.getLong("passed_over"), row.getLong("read_ahead"), row.getLong("lines"),
					atHand(run, "reading_since is not null", Integer.MAX_VALUE),
					atHand(run, "reading_since is null", most)))
			.single();
	}

	private List<FileAtHand> atHand(long run, String which, int most) {
		return this.jdbc.sql("""
				select * from run_file
				 where run = :run and not done and %s
				 order by number limit :most
				""".formatted(which)).param("run", run).param("most", most).query((row, number) -> {
			RunFile file = file(row, number);
			OffsetDateTime since = row.getObject("reading_since", OffsetDateTime.class);
			return new FileAtHand(file.fileName(), (since != null) ? since.toInstant() : null, file.delivery() != null,
					file.trouble());
		}).list();
	}

	/** How many files of the run are in the store. */
	public long published(long run) {
		return count("delivery is not null", run);
	}

	private long count(String state, long run) {
		return this.jdbc.sql("select count(*) from run_file where run = :run and " + state)
			.param("run", run)
			.query(Long.class)
			.single();
	}

	/** As an address, because a name need not be text. */
	private static String uri(Path file) {
		return file.toAbsolutePath().normalize().toUri().toString();
	}

	private static Path path(String uri) {
		return Path.of(URI.create(uri));
	}

	private static RunFile file(ResultSet row, int number) throws SQLException {
		String sha256 = row.getString("sha256");
		long delivery = row.getLong("delivery");
		boolean none = row.wasNull();
		return new RunFile(row.getLong("run"), row.getInt("number"), path(row.getString("uri")),
				row.getBoolean("named"), row.getBoolean("again"),
				row.getObject("arrived_at", OffsetDateTime.class).toInstant(),
				(sha256 != null) ? new Print(sha256, row.getString("seen")) : null,
				none ? null : DeliveryId.of(delivery), row.getBoolean("known"), row.getBoolean("done"),
				row.getString("trouble"));
	}

}
