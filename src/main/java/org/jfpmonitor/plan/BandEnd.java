package org.jfpmonitor.plan;

import java.util.Optional;

import org.jfpmonitor.plan.id.MeasureId;

/**
 * One of the two ends between which a value is to stay. Each is held by a measure of its
 * own, whose id says which.
 */
public enum BandEnd {

	/** No less than this. */
	LOW("low", Direction.HIGHER, ", not too low"),
	/** No more than this. */
	HIGH("high", Direction.LOWER, ", not too high");

	private final String key;

	private final Direction direction;

	private final String words;

	BandEnd(String key, Direction direction, String words) {
		this.key = key;
		this.direction = direction;
		this.words = words;
	}

	/** As plans write it. */
	public String key() {
		return this.key;
	}

	/** Which way is better than this end. */
	public Direction direction() {
		return this.direction;
	}

	/** What the title of its measure says besides that of both. */
	public String words() {
		return this.words;
	}

	/** The id of its measure, from the id of both. */
	public String idOf(String both) {
		return both + "-" + this.key;
	}

	/** The other of the two. */
	public BandEnd other() {
		return (this == LOW) ? HIGH : LOW;
	}

	/**
	 * The id of the measure that holds the same figures against the other end, if this
	 * one is held against an end.
	 */
	static Optional<MeasureId> otherThan(Measure measure) {
		BandEnd end = (measure.direction() == Direction.HIGHER) ? LOW : HIGH;
		String id = measure.id().value();
		String last = end.idOf("");
		return id.endsWith(last) && id.length() > last.length()
				? Optional.of(MeasureId.of(end.other().idOf(id.substring(0, id.length() - last.length()))))
				: Optional.empty();
	}

}
