package org.jfpmonitor.store.backup;

import java.time.Instant;
import java.util.List;

/**
 * What a backup holds.
 *
 * @param format the shape of the file, {@value #FORMAT}
 * @param at when the database looked like this
 * @param schema each script that made the tables, with its checksum, in order
 * @param tables every table
 * @param sequences every sequence that has been used
 */
record Manifest(int format, Instant at, List<String> schema, List<StoredTable> tables, List<Sequence> sequences) {

	static final int FORMAT = 1;

	/** Its name in the file, where it stands last. */
	static final String NAME = "manifest.json";

	/**
	 * One table.
	 *
	 * @param name its name
	 * @param columns its columns in the order in which they are written
	 * @param rows how many rows there are
	 * @param sha256 the fingerprint of what is written of it, in hexadecimal
	 */
	record StoredTable(String name, List<String> columns, long rows, String sha256) {

		/** Its name in the file. */
		String entry() {
			return "tables/" + this.name + ".copy";
		}

	}

	/**
	 * One sequence.
	 *
	 * @param name its name
	 * @param last the last number that it gave
	 */
	record Sequence(String name, long last) {

	}

}
