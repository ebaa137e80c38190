package org.jfpmonitor.intake.delivery;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import org.jfpmonitor.calendar.Period;
import org.jfpmonitor.extract.result.LineCounts;
import org.jfpmonitor.observation.DeliveryId;
import org.jfpmonitor.observation.Vintage;
import org.jfpmonitor.plan.id.FeedId;
import org.jspecify.annotations.Nullable;

/**
 * One arrival of one file and what became of it.
 *
 * @param id its number
 * @param sha256 the fingerprint of its bytes, in hexadecimal: the same bytes are the same
 * delivery
 * @param fileName the name it arrived under, without folders
 * @param feed the supply it belongs to, or null when no layout recognised it
 * @param layout the layout that read it, or null when none recognised it
 * @param vintage how new the file says it is
 * @param arrivedAt when it arrived, which is when its figures became known
 * @param sender who signed in to send it, or null when it was found in the inbox or named
 * at a shell
 * @param state what became of it
 * @param lines what became of its lines
 * @param figures cells published
 * @param revised cells that differ from what was current before
 * @param periods the periods it speaks for, in order
 * @param took how long reading and publishing took
 * @param faults why it was refused whole, each in the shape expected, found, where, what
 * to do; empty when published
 * @param warnings what its checks found that did not refuse it
 */
public record Delivery(DeliveryId id, String sha256, String fileName, @Nullable FeedId feed, @Nullable String layout,
		Vintage vintage, Instant arrivedAt, @Nullable String sender, Outcome state, LineCounts lines, long figures,
		long revised, List<Period> periods, Duration took, List<String> faults, List<String> warnings) {

	public Delivery {
		periods = List.copyOf(periods);
		faults = List.copyOf(faults);
		warnings = List.copyOf(warnings);
	}

	/**
	 * The fingerprint of its bytes; empty where somebody could try with it how many lines
	 * the file has: of a file with small numbers, and of one that no layout recognised.
	 */
	public Optional<String> fingerprintIfTold() {
		return (this.lines.rounded() || this.layout == null) ? Optional.empty() : Optional.of(this.sha256);
	}

	/**
	 * The same for somebody who is not to read what was found in it.
	 * @param because what they are told in its place
	 */
	public Delivery withoutFindings(String because) {
		return new Delivery(this.id, this.sha256, this.fileName, this.feed, this.layout, this.vintage, this.arrivedAt,
				this.sender, this.state, this.lines, this.figures, this.revised, this.periods, this.took,
				this.faults.isEmpty() ? List.of() : List.of(because),
				this.warnings.isEmpty() ? List.of() : List.of(because));
	}

	/** The version that its file name gave; 1 when it gave none. */
	public int version() {
		return this.vintage.suffix();
	}

	/** Whether a word such as revised or final made it newer than its day. */
	public boolean isRanked() {
		return this.vintage.word() > 0;
	}

	/** What became of a delivery. */
	public enum Outcome {

		/**
		 * Its figures are in the store, all of them; single lines may have been refused.
		 */
		PUBLISHED,
		/** Nothing of it is in the store. */
		REFUSED;

		/** The word kept in the store: {@code published}. */
		public String code() {
			return name().toLowerCase(Locale.ROOT);
		}

		/**
		 * The constant of the code.
		 * @throws IllegalArgumentException when there is none
		 */
		public static Outcome coded(String code) {
			return valueOf(code.toUpperCase(Locale.ROOT));
		}

	}

}
