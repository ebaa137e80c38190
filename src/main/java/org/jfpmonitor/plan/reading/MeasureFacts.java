package org.jfpmonitor.plan.reading;

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
 * What is so of a measure whoever judges it: said by the catalogue, or by the plan of one
 * that the catalogue does not have. What is missing or faulty is null, and has been said.
 *
 * @param unit the unit that people read
 * @param direction which way is better
 * @param cadence how long its periods are
 * @param feed the supply it comes from
 * @param lowest the least possible value in that unit, where it is said
 * @param highest the greatest possible value in that unit, where it is said
 * @param national whether the catalogue says it
 */
record MeasureFacts(@Nullable Unit unit, @Nullable Direction direction, @Nullable Cadence cadence,
		@Nullable FeedId feed, @Nullable BigDecimal lowest, @Nullable BigDecimal highest, boolean national) {

	static final MeasureFacts NONE = new MeasureFacts(null, null, null, null, null, null, false);

	/** As the plan says them, with the faults of the bounds taken down. */
	static MeasureFacts of(YamlNode block) {
		BigDecimal lowest = block.optional("lowest", YamlNode::number);
		BigDecimal highest = block.optional("highest", YamlNode::number);
		if (lowest != null && highest != null && lowest.compareTo(highest) >= 0) {
			block.fault("highest", "expected highest: more than the lowest, " + lowest + ", found " + highest
					+ ". Correct one of the two.");
		}
		return new MeasureFacts(block.optional("unit", (word) -> word.word(Unit.class)),
				block.optional("better", (word) -> word.word(Direction.class)),
				block.optional("cadence", (word) -> word.word(Cadence.class)),
				block.optional("feed", (id) -> FeedId.of(id.text())), lowest, highest, false);
	}

	/**
	 * As the catalogue says them; what the plan says otherwise is taken down as a fault.
	 */
	static MeasureFacts of(YamlNode block, CatalogueMeasure national) {
		check(block, national, "unit", national.unit().word());
		check(block, national, "better", national.direction().code());
		check(block, national, "cadence", national.cadence().word());
		check(block, national, "feed", national.feed().value());
		check(block, national, "lowest", national.lowest());
		check(block, national, "highest", national.highest());
		return new MeasureFacts(national.unit(), national.direction(), national.cadence(), national.feed(),
				national.lowest(), national.highest(), true);
	}

	private static void check(YamlNode block, CatalogueMeasure national, String key, String said) {
		block.find(key)
			.filter((written) -> !written.text().equals(said))
			.ifPresent((written) -> fault(block, national, key, said, written.text()));
	}

	private static void check(YamlNode block, CatalogueMeasure national, String key, @Nullable BigDecimal said) {
		block.find(key)
			.map(YamlNode::number)
			.filter((written) -> said == null || written.compareTo(said) != 0)
			.ifPresent((written) -> fault(block, national, key, Objects.toString(said, "none"), written.toString()));
	}

	private static void fault(YamlNode block, CatalogueMeasure national, String key, String said, String found) {
		block.fault(key, "expected " + key + ": " + said + ", as the catalogue says of it (" + national.place()
				+ "), found " + found + ". Delete the line, or give the measure an id of its own.");
	}

	/**
	 * Takes down a fault for a value that cannot be. Where no bound is said, those of the
	 * unit hold.
	 */
	void checkBounds(YamlNode entry, String key, BigDecimal value) {
		boolean wrongWayRound = this.lowest != null && this.highest != null
				&& this.lowest.compareTo(this.highest) >= 0;
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
		String correct = "expected " + key + ": " + expected + " (unit: " + in.word() + "), found " + value
				+ ". Correct it";
		return correct + (this.national ? ", because the catalogue knows no such value of the measure."
				: stated ? ", or change \"" + bound + ":\" of the measure."
						: ", or add \"" + bound + ":\" to the measure if it can be so.");
	}

}
