package org.jfpmonitor.extract.checks;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import org.apache.commons.codec.digest.MurmurHash3;
import org.jfpmonitor.extract.header.FileColumns;
import org.jfpmonitor.extract.layout.FileCheck;
import org.jfpmonitor.extract.result.ExtractRefused;
import org.jfpmonitor.extract.result.RejectCode;
import org.jfpmonitor.extract.row.Rejects;
import org.jfpmonitor.extract.row.Row;
import org.jfpmonitor.extract.spelling.LookupCache;
import org.jfpmonitor.extract.spelling.NormalisedText;

/**
 * Whether every line has a key of its own. Only a hash of each key is kept, so that
 * nobody's row is held; of four million keys one is taken for another once in two million
 * files.
 */
final class UniqueCheck {

	/** What keys may take of the memory: a half. */
	private static final long MEMORY_SHARE = 2;

	private final FileCheck.Unique check;

	private final FileColumns columns;

	private final Rejects rejects;

	private final List<Integer> positions;

	/** Codes and words are compared whatever their capitals and spaces are. */
	private final List<LookupCache<String>> folded;

	private final HashSet64 seen = new HashSet64();

	private final long most;

	UniqueCheck(FileCheck.Unique check, FileColumns columns, Rejects rejects) {
		this(check, columns, rejects, Runtime.getRuntime().maxMemory() / MEMORY_SHARE / HashSet64.MOST_BYTES_EACH);
	}

	UniqueCheck(FileCheck.Unique check, FileColumns columns, Rejects rejects, long most) {
		this.check = check;
		this.columns = columns;
		this.rejects = rejects;
		this.positions = check.key().stream().map(columns::position).toList();
		this.folded = this.positions.stream().map((each) -> new LookupCache<>(NormalisedText::value)).toList();
		this.most = most;
	}

	/**
	 * Takes the row's key; what is wrong when an earlier row had it.
	 * @throws ExtractRefused when there are more keys than the memory bears
	 */
	Optional<Finding> take(Row row) {
		byte[] key = key(row).getBytes(StandardCharsets.UTF_8);
		if (this.seen.add(MurmurHash3.hash128x64(key)[0])) {
			refuseTooMany();
			return Optional.empty();
		}
		String id = this.check.key().get(0);
		if (this.check.then() == FileCheck.Then.WARN) {
			return Optional
				.of(Finding.warning(this.columns.asBeginning(row.line(), this.columns.position(id)) + ", column \""
						+ this.columns.name(id) + "\": expected a line of its own for each key, found a second one."));
		}
		return Optional.of(Finding.reject(this.rejects.of(row, RejectCode.DUPLICATE_KEY, id,
				"a line of its own for each key; an earlier line has this one")));
	}

	private String key(Row row) {
		StringBuilder key = new StringBuilder();
		for (int i = 0; i < this.folded.size(); i++) {
			key.append(this.folded.get(i).get(row.text(this.positions.get(i)))).append('\0');
		}
		return key.toString();
	}

	private void refuseTooMany() {
		if (this.seen.size() > this.most) {
			throw new ExtractRefused(List.of(String.format(Locale.UK,
					"Expected at most %,d lines to check for equal keys in the memory there is, found more. "
							+ "Give the service more memory (-Xmx), or split the file.",
					this.most)));
		}
	}

}
