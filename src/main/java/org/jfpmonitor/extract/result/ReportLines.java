package org.jfpmonitor.extract.result;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;

/**
 * What people report, as the lines of a file say it.
 *
 * @param milestones how milestones stand
 * @param positions positions that the organisation published
 * @param comments what people say about a month
 * @param overrides statuses set by a person, and their ends
 */
public record ReportLines(List<MilestoneLine> milestones, List<PositionLine> positions, List<CommentLine> comments,
		List<OverrideLine> overrides) {

	/** The file reports nothing. */
	public static final ReportLines NONE = new ReportLines(List.of(), List.of(), List.of(), List.of());

	public ReportLines {
		milestones = List.copyOf(milestones);
		positions = List.copyOf(positions);
		comments = List.copyOf(comments);
		overrides = List.copyOf(overrides);
	}

	/** How many there are of all kinds. */
	public int size() {
		return this.milestones.size() + this.positions.size() + this.comments.size() + this.overrides.size();
	}

	/** The days that they speak of; of overrides the first. */
	public Stream<LocalDate> days() {
		return Stream
			.of(this.milestones.stream().map(MilestoneLine::asOf), this.positions.stream().map(PositionLine::asOf),
					this.comments.stream().map(CommentLine::asOf), this.overrides.stream().map(OverrideLine::from))
			.flatMap((each) -> each);
	}

	/** These, and then the others. */
	public ReportLines plus(ReportLines others) {
		return new ReportLines(both(this.milestones, others.milestones), both(this.positions, others.positions),
				both(this.comments, others.comments), both(this.overrides, others.overrides));
	}

	private static <T> List<T> both(List<T> one, List<T> other) {
		return Stream.concat(one.stream(), other.stream()).toList();
	}

}
