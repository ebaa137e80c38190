package org.jfpmonitor.publication;

import java.util.Optional;

/**
 * Whether files that belong to this start are still being read, so that pages can say why
 * so little is assessed.
 */
public interface DataLoading {

	/** How far it has come; empty when everything has been read. */
	Optional<LoadingProgress> progress();

	/**
	 * How far the reading has come.
	 *
	 * @param done how many months of files have been read
	 * @param all how many there are, at least one
	 */
	record LoadingProgress(int done, int all) {

		/** As one or two sentences. */
		public String inWords() {
			return "Data is still being read: %d of %d months of files are in. Until all are, the statuses shown do not count yet."
				.formatted(this.done, this.all);
		}

	}

}
