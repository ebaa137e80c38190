package org.jfpmonitor.extract.recognition;

import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.jfpmonitor.extract.header.Header;
import org.jfpmonitor.extract.layout.Layout;
import org.jfpmonitor.extract.text.Table;
import org.jfpmonitor.extract.text.TextForm;
import org.jfpmonitor.extract.text.TextTable;
import org.jfpmonitor.extract.text.Unreadable;

/** Looks among the first rows of tables for the header of any layout. */
final class HeaderSearch {

	private final List<Recognition> matches = new ArrayList<>();

	private final ClosestLayout nearest;

	private final List<Unreadable> failures = new ArrayList<>();

	private final boolean only;

	private boolean anything;

	/**
	 * Nothing is looked at yet.
	 * @param only whether there is but one layout, of which everything that lacks is of
	 * interest
	 */
	HeaderSearch(boolean only) {
		this.only = only;
		this.nearest = new ClosestLayout(only);
	}

	/** Looks into a text, if it can be read with this between its fields. */
	void look(TextTable text, List<Layout> layouts) {
		try {
			look(text, layouts, (layout) -> withEncoding(text, layout));
		}
		catch (Unreadable failure) {
			this.failures.add(failure);
		}
	}

	/**
	 * Looks into a table.
	 * @param layouts those that it may be of
	 * @param as how the table is read by a layout that fits
	 */
	void look(Table table, List<Layout> layouts, Function<Layout, Table> as) {
		HeadRows head = HeadRows.of(table);
		this.anything = this.anything || !head.isBlank();
		layouts.forEach((layout) -> match(layout, head, as.apply(layout)));
		if (this.matches.isEmpty()) {
			layouts.forEach((layout) -> matchMerged(layout, head, as.apply(layout)));
		}
	}

	private static Table withEncoding(TextTable text, Layout layout) {
		String encoding = layout.format().encoding();
		return (encoding != null)
				? new TextTable(text.source(), new TextForm(Charset.forName(encoding), text.form().delimiter())) : text;
	}

	private void match(Layout layout, HeadRows head, Table table) {
		for (int i = 0; i < head.size(); i++) {
			if (head.width(i) < 2) {
				continue;
			}
			if (!this.only && !head.isNear(layout, i)) {
				this.nearest.pass();
				continue;
			}
			Header header = head.header(layout, i);
			if (header.isMatch()) {
				int lowest = head.lowest(layout, i);
				head.mergedBelow(layout, lowest)
					.ifPresentOrElse((merged) -> add(layout, table, merged, lowest + 1),
							() -> add(layout, table, head, lowest));
				return;
			}
			this.nearest.see(layout, header, table, head.line(i));
		}
	}

	private void matchMerged(Layout layout, HeadRows head, Table table) {
		for (int i = 1; i < head.size(); i++) {
			int at = i;
			Optional<HeadRows> merged = head.merged(i).filter((rows) -> rows.header(layout, at).isMatch());
			if (merged.isPresent()) {
				add(layout, table, merged.get(), i);
				return;
			}
		}
	}

	private void add(Layout layout, Table table, HeadRows head, int at) {
		Header exact = head.exactHeader(layout, at);
		if (exact.isMatch()) {
			this.matches
				.add(new Recognition(layout, table, head.line(at), exact, head.above(at), head.blocks(layout, at)));
		}
		else {
			this.nearest.see(layout, exact, table, head.line(at));
		}
	}

	/** Every layout that fits. */
	List<Recognition> matches() {
		return this.matches;
	}

	/** The ids of the layouts that fit. */
	String layouts() {
		return this.matches.stream().map((match) -> match.layout().id()).collect(Collectors.joining(" and "));
	}

	/** Whether there was anything but blank lines. */
	boolean foundAnything() {
		return this.anything;
	}

	/** Why nothing could be read; empty where something could. */
	Optional<Unreadable> failure() {
		return this.nearest.isAnySeen() ? Optional.empty() : this.failures.stream().findFirst();
	}

	/** Where a header is most of one that a layout expects, and what it lacks. */
	Optional<String> nearMiss(String name) {
		return this.nearest.isNear() ? Optional.of(this.nearest.inWords(name)) : Optional.empty();
	}

	/** The same for a table beside others that are read. */
	Optional<String> lack() {
		return this.nearest.isNear() ? Optional.of(this.nearest.lack()) : Optional.empty();
	}

}
