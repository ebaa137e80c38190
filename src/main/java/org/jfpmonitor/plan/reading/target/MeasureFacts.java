package org.jfpmonitor.plan.reading.target;

import java.math.BigDecimal;
import java.util.Objects;

import org.jfpmonitor.calendar.Cadence;
import org.jfpmonitor.plan.Direction;
import org.jfpmonitor.plan.Unit;
import org.jfpmonitor.plan.catalogue.CatalogueMeasure;
import org.jfpmonitor.plan.id.FeedId;
import org.jfpmonitor.plan.yaml.YamlNode;
import org.jspecify.annotations.Nullable;

/**
 * What is so of a measure's figures whoever judges them: said by the catalogue, or by the
 * plan of a measure that the catalogue does not have. What is missing or faulty is null,
 * and has been said.
 *
 * @param title its name for people
 * @param shortTitle a few words for tables and sentences
 * @param definition what exactly is counted, with its source
 * @param unit the unit that people read
 * @param direction which way is better; null also where neither is
 * @param cadence how long its periods are
 * @param feed the supply it comes from
 * @param lowest the least possible value in that unit, where it is said
 * @param highest the greatest possible value in that unit, where it is said
 * @param smallDenominator below this denominator a figure gives no early warning
 * @param place file and line that say it; null for the block itself that is read
 */
public record MeasureFacts(String title, String shortTitle, String definition, @Nullable Unit unit,
		@Nullable Direction direction, @Nullable Cadence cadence, @Nullable FeedId feed, @Nullable BigDecimal lowest,
		@Nullable BigDecimal highest, long smallDenominator, @Nullable String place) {

	/** What stands behind {@code better} where both ends of a band are meant. */
	public static final String WITHIN = "within";

	/** Those of a measure of which nothing could be read. */
	public static final MeasureFacts NONE = new MeasureFacts("", "", "", null, null, null, null, null, null, 0, null);

	/** As the catalogue says them. */
	public static MeasureFacts of(CatalogueMeasure national) {
		return new MeasureFacts(national.title(), national.shortTitle(), national.definition(), national.unit(),
				national.direction(), national.cadence(), national.feed(), national.lowest(), national.highest(),
				national.smallDenominator(), national.place());
	}

	/** As the plan says them, with the faults of the bounds taken down. */
	public static MeasureFacts of(YamlNode block) {
		BigDecimal lowest = block.optional("lowest", YamlNode::number);
		BigDecimal highest = block.optional("highest", YamlNode::number);
		if (lowest != null && highest != null && lowest.compareTo(highest) >= 0) {
			block.fault("highest", "expected highest: more than the lowest, " + lowest + ", found " + highest
					+ ". Correct one of the two.");
		}
		Integer small = block.optional("small-denominator", YamlNode::wholeNumber);
		String title = block.text("title");
		return new MeasureFacts(title, block.find("short-title").map(YamlNode::text).orElse(title),
				block.text("definition"), block.optional("unit", (word) -> word.word(Unit.class)),
				block.find("better")
					.filter((word) -> !word.text().equals(WITHIN))
					.map((word) -> word.word(Direction.class))
					.orElse(null),
				block.optional("cadence", (word) -> word.word(Cadence.class)),
				block.optional("feed", (id) -> FeedId.of(id.text())), lowest, highest, (small != null) ? small : 0,
				null);
	}

	/** The same, said in another block than the one that is read. */
	public MeasureFacts saidIn(YamlNode block) {
		return new MeasureFacts(this.title, this.shortTitle, this.definition, this.unit, this.direction, this.cadence,
				this.feed, this.lowest, this.highest, this.smallDenominator,
				block.file().path() + ", line " + block.line());
	}

	/** Takes down what the block says otherwise than these. */
	public void check(YamlNode block) {
		check(block, "unit", (this.unit != null) ? this.unit.word() : "");
		if (!block.text("better").equals(WITHIN)) {
			check(block, "better", (this.direction != null) ? this.direction.code() : "");
		}
		check(block, "cadence", (this.cadence != null) ? this.cadence.word() : "");
		check(block, "feed", Objects.toString(this.feed, ""));
		check(block, "lowest", this.lowest);
		check(block, "highest", this.highest);
	}

	private void check(YamlNode block, String key, String said) {
		block.find(key)
			.filter((written) -> !said.isEmpty() && !written.text().equals(said))
			.ifPresent((written) -> fault(block, key, said, written.text()));
	}

	private void check(YamlNode block, String key, @Nullable BigDecimal said) {
		block.find(key)
			.map(YamlNode::number)
			.filter((written) -> said == null || written.compareTo(said) != 0)
			.ifPresent((written) -> fault(block, key, Objects.toString(said, "none"), written.toString()));
	}

	private void fault(YamlNode block, String key, String said, String found) {
		block.fault(key, "expected " + key + ": " + said + ", as " + this.place + " says of its figures, found " + found
				+ ". Delete the line, or give the measure an id and figures of its own.");
	}

	/**
	 * Takes down a fault for a value that cannot be. Where no bound is said, those of the
	 * unit hold.
	 */
	void checkBounds(YamlNode entry, String key, BigDecimal value) {
		boolean wrongWayRound = this.lowest != null && this.highest != null && this.lowest.compareTo(this.highest) >= 0;
		if (this.unit == null || wrongWayRound) {
			return;
		}
		BigDecimal least = (this.lowest != null) ? this.lowest : shown(this.unit, this.unit.least());
		BigDecimal most = (this.highest != null) ? this.highest : shown(this.unit, this.unit.greatest());
		if (least != null && value.compareTo(least) < 0) {
			entry.fault(key, outside(this.unit, key, least + " or more", value, "lowest", this.lowest != null));
		}
		if (most != null && value.compareTo(most) > 0) {
			entry.fault(key, outside(this.unit, key, most + " or less", value, "highest", this.highest != null));
		}
	}

	private static @Nullable BigDecimal shown(Unit unit, @Nullable BigDecimal bound) {
		return (bound != null) ? new BigDecimal(unit.fromBase(bound).toPlainString()) : null;
	}

	private String outside(Unit in, String key, String expected, BigDecimal value, String bound, boolean stated) {
		return "expected " + key + ": " + expected + " (unit: " + in.word() + "), found " + value
				+ ((this.place != null) ? ". Correct it; its figures are bounded in " + this.place + "."
						: stated ? ". Correct it, or change \"" + bound + ":\" of the measure."
								: ". Correct it, or add \"" + bound + ":\" to the measure if it can be so.");
	}

}
