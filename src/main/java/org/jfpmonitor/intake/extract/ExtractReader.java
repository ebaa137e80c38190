package org.jfpmonitor.intake.extract;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;

import org.jfpmonitor.intake.Reject;
import org.jfpmonitor.organisation.Organisations;

/**
 * Reads one file at a time by the layout that recognises it. May be used by several
 * threads.
 */
public final class ExtractReader {

	private final Layouts layouts;

	private final Organisations organisations;

	/** A reader that knows these layouts and organisations. */
	public ExtractReader(Layouts layouts, Organisations organisations) {
		this.layouts = layouts;
		this.organisations = organisations;
	}

	/**
	 * Reads the whole file.
	 * @param file where it lies
	 * @param fileName the name it arrived under, which may hold its period or vintage
	 * @param context what it is read against
	 * @param rejects is handed every reject, in file order; none is held. Also called
	 * before a refusal
	 * @throws ExtractRefused when nothing of the file can be taken
	 */
	public Extract read(Path file, String fileName, ReadingContext context, Consumer<Reject> rejects) {
		return this.layouts.reading(file, this.organisations)
			.orElseThrow(() -> new ExtractRefused(List.of("Expected a file of a known layout, found none that fits "
					+ fileName + ". Add a layout for it, see docs/adding-a-layout.md.")));
	}

}
