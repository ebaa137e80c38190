package org.jfpmonitor.extract.recognition;

import java.util.Comparator;
import java.util.Objects;
import java.util.stream.Collectors;

import org.jfpmonitor.extract.header.Header;
import org.jfpmonitor.extract.header.Lookalikes;
import org.jfpmonitor.extract.layout.Layout;
import org.jfpmonitor.extract.text.Table;
import org.jspecify.annotations.Nullable;

/** The layout of which the fewest columns are missing, for the message. */
final class ClosestLayout {

	private static final Comparator<Header> BEST = Comparator.comparingDouble(ClosestLayout::share);

	private @Nullable Layout layout;

	private @Nullable Header header;

	private @Nullable Table table;

	private long line;

	private final boolean only;

	private boolean anySeen;

	ClosestLayout(boolean only) {
		this.only = only;
	}

	void see(Layout seen, Header candidate, Table inTable, long atLine) {
		this.anySeen = this.anySeen || !candidate.missing().isEmpty();
		if (!candidate.missing().isEmpty() && (this.header == null || BEST.compare(candidate, this.header) > 0)) {
			this.layout = seen;
			this.header = candidate;
			this.table = inTable;
			this.line = atLine;
		}
	}

	/** A row was looked at that has less than half of the columns. */
	void pass() {
		this.anySeen = true;
	}

	private static double share(Header header) {
		return (double) header.found() / (header.found() + header.missing().size());
	}

	/** Whether there was a row of several fields. */
	boolean isAnySeen() {
		return this.anySeen;
	}

	/** A file with the same words about other numbers is about something else. */
	boolean isNear() {
		return this.header != null && this.layout != null && (this.only || share(this.header) >= 0.5)
				&& this.header.missing().stream().noneMatch(new Lookalikes(this.layout, this.header)::isOfOtherNumbers);
	}

	String inWords(String name) {
		return seenIn().place(this.line, 0).asBeginning() + ": expected the columns of layout " + seen().id()
				+ ", found in " + name + " a header without " + missing()
				+ ". Get the file again, or add the new spelling to config/layouts.";
	}

	String lack() {
		return "row " + this.line + " lacks " + missing() + " of layout " + seen().id();
	}

	private Layout seen() {
		return Objects.requireNonNull(this.layout);
	}

	private Table seenIn() {
		return Objects.requireNonNull(this.table);
	}

	private String missing() {
		Header found = Objects.requireNonNull(this.header);
		Lookalikes lookalikes = new Lookalikes(seen(), found);
		return found.missing()
			.stream()
			.map((column) -> "\"" + column.shown() + "\""
					+ lookalikes.of(column).map((like) -> " (is it \"" + like + "\"?)").orElse(""))
			.collect(Collectors.joining(", "));
	}

}
