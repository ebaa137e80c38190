package org.jfpmonitor.intake;

import java.nio.file.Path;
import java.time.Duration;

import org.jfpmonitor.calendar.DurationRange;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where extracts come in and how long a file must rest before it is read.
 *
 * @param data the folder for everything the service keeps; {@code inbox}, {@code archive}
 * and {@code refused} lie in it
 * @param config the folder that holds {@code layouts}
 * @param inbox how the inbox is treated
 * @param reading how the files of a run are read
 */
@ConfigurationProperties("jfp")
public record IntakeProperties(@DefaultValue("data") Path data, @DefaultValue("config") Path config,
		@DefaultValue InboxProperties inbox, @DefaultValue ReadingProperties reading) {

	/**
	 * How the inbox is treated.
	 *
	 * @param quiet how long size and time of a file must stand still before it counts as
	 * written to its end
	 */
	public record InboxProperties(@DefaultValue("3s") Duration quiet) {

		private static final DurationRange OF_REST = new DurationRange(Duration.ZERO, Duration.ofDays(1));

		public InboxProperties {
			OF_REST.fault("jfp.inbox.quiet", quiet).ifPresent((fault) -> {
				throw new IllegalArgumentException(fault);
			});
		}

	}

	/**
	 * How the files of a run are read.
	 *
	 * @param threads how many files this instance reads at once; unset means as many as
	 * there are cores, at most 4 and one for each 100 MB of heap
	 * @param shared whether all instances that share the database and see the inbox under
	 * the same path read the files of one run
	 */
	public record ReadingProperties(@Nullable Integer threads, @DefaultValue("false") boolean shared) {

		private static final int MOST_THREADS = 64;

		private static final int MOST_UNASKED = 4;

		private static final int MEGABYTES_PER_READER = 100;

		public ReadingProperties {
			if (threads != null && (threads < 1 || threads > MOST_THREADS)) {
				throw new IllegalArgumentException("jfp.reading.threads: expected 1 to " + MOST_THREADS + ", found "
						+ threads + ". Correct it, or leave it out for one a core.");
			}
		}

		/** How many files this instance reads at once. */
		public int readers() {
			long heap = Runtime.getRuntime().maxMemory() >> 20;
			return (this.threads != null) ? this.threads : (int) Math.max(1, Math
				.min(Math.min(Runtime.getRuntime().availableProcessors(), MOST_UNASKED), heap / MEGABYTES_PER_READER));
		}

	}

}
