package org.jfpmonitor.plan.reading.target;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

import org.jfpmonitor.plan.Unit;
import org.jfpmonitor.plan.target.Trajectory.DatedValue;
import org.jfpmonitor.plan.yaml.WordList;
import org.jfpmonitor.plan.yaml.YamlNode;
import org.jspecify.annotations.Nullable;

/**
 * Reads the values of one target: those of the measure, the ends of its band, or by how
 * much it has to be better.
 */
final class TargetValues {

	static final String VALUE = "value";

	static final String BETTER_BY = "better-by";

	private static final BigDecimal ALL_POINTS = BigDecimal.valueOf(100);

	private static final List<String> KEYS_OF_VALUES = List.of(VALUE, "low", "high", BETTER_BY);

	private final MeasureFacts measure;

	private final YamlNode block;

	/** The key behind which the values stand. */
	private final String key;

	private final @Nullable Unit unit;

	TargetValues(MeasureFacts measure, YamlNode block, String key) {
		this.measure = measure;
		this.block = block;
		this.key = key;
		this.unit = measure.unit();
	}

	/** Whether they are values of the measure itself. */
	boolean arePlain() {
		return this.key.equals(VALUE);
	}

	/** Takes down entries that have other keys than the one that is read. */
	void checkKeys() {
		checkKeys(List.of(this.key));
	}

	/** Takes down entries that do not have both ends of a band, and no others. */
	void checkEnds() {
		checkKeys(List.of("low", "high"));
	}

	/** The dated value of the entry; empty where it has none, or a faulty one. */
	Optional<DatedValue> dated(YamlNode entry) {
		BigDecimal value = value(entry);
		return (value != null) ? entry.find("date").map((date) -> new DatedValue(date.date(), value))
				: Optional.empty();
	}

	/** The value of the entry as it is written; null where it has none. */
	@Nullable BigDecimal value(YamlNode entry) {
		BigDecimal value = entry.optional(this.key, YamlNode::number);
		if (value != null && !this.key.equals(BETTER_BY)) {
			this.measure.checkBounds(entry, this.key, value);
		}
		if (value != null && this.key.equals(BETTER_BY) && this.unit == Unit.PERCENT
				&& value.compareTo(ALL_POINTS) > 0) {
			entry.fault(BETTER_BY, "expected better-by: 100 or less, because a percentage has no more points, found "
					+ value + ". Correct it.");
		}
		return value;
	}

	/** The same value in base units. */
	DatedValue inBaseUnits(DatedValue shown) {
		return new DatedValue(shown.date(), inBaseUnits(shown.value()));
	}

	/** The same value in base units. */
	BigDecimal inBaseUnits(BigDecimal shown) {
		return (this.unit != null) ? this.unit.toBase(shown) : shown;
	}

	/** Takes down an entry that is not later than the one before it. */
	static void checkOrder(YamlNode entry, String key, @Nullable LocalDate previous, LocalDate date) {
		if (previous != null && !date.isAfter(previous)) {
			entry.fault(key, "expected " + key + ": later than " + previous + ", the date before it, found "
					+ entry.text(key) + ". Put baseline and values in the order of their dates.");
		}
	}

	/** What is relative to a period has no values of its own. */
	private void checkKeys(List<String> expected) {
		for (YamlNode entry : this.block.all("values")) {
			if (expected.stream().anyMatch((each) -> !entry.has(each))
					&& KEYS_OF_VALUES.stream().anyMatch(entry::has)) {
				entry.fault("expected " + WordList.all(expected) + ", because of "
						+ (this.key.equals(BETTER_BY) ? "\"relative-to:\" of the target"
								: arePlain() ? "\"better: higher\" or \"better: lower\""
										: "\"better: within\" of the measure")
						+ ", found " + WordList.all(KEYS_OF_VALUES.stream().filter(entry::has).toList())
						+ ". Write each value as {date: ..., "
						+ String.join(", ", expected.stream().map((each) -> each + ": ...").toList()) + "}.");
			}
			BigDecimal low = entry.optional("low", YamlNode::number);
			BigDecimal high = entry.optional("high", YamlNode::number);
			if (low != null && high != null && low.compareTo(high) > 0) {
				entry.fault("high",
						"expected high: " + low + " (low) or more, found " + high + ". Correct one of the two.");
			}
		}
	}

}
