package org.jfpmonitor.extract.result;

import java.util.ArrayList;
import java.util.List;

/** What a file's checks found that does not refuse it, as far as anyone will read it. */
public final class Warnings {

	private static final int MOST = 100;

	private final List<String> all = new ArrayList<>();

	private int more;

	public void add(String warning) {
		if (this.all.contains(warning)) {
			return;
		}
		if (this.all.size() < MOST) {
			this.all.add(warning);
		}
		else {
			this.more++;
		}
	}

	public List<String> all() {
		if (this.more == 0) {
			return List.copyOf(this.all);
		}
		List<String> cut = new ArrayList<>(this.all);
		cut.add("And " + this.more + " more warnings of the same kinds.");
		return cut;
	}

}
