package org.jfpmonitor.plan.id;

/**
 * The name of a measure in files, labels and addresses; never changed once used.
 *
 * @param value the text, for example {@code virtual-ward-beds}
 */
public record MeasureId(String value) implements Comparable<MeasureId> {

	public MeasureId {
		Slug.check("measure", value);
	}

	public static MeasureId of(String value) {
		return new MeasureId(value);
	}

	@Override
	public int compareTo(MeasureId other) {
		return this.value.compareTo(other.value);
	}

	@Override
	public String toString() {
		return this.value;
	}

}
