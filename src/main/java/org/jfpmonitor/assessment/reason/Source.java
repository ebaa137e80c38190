package org.jfpmonitor.assessment.reason;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jfpmonitor.assessment.series.PeriodFigure;
import org.jfpmonitor.observation.DeliveryId;
import org.jfpmonitor.observation.Place;
import org.jfpmonitor.progress.Origin;
import org.jspecify.annotations.Nullable;

/**
 * A place in a file.
 *
 * @param delivery the delivery
 * @param fileName its file name
 * @param place where in the file
 */
public record Source(DeliveryId delivery, String fileName, Place place) {

	private static final int MOST_NAMED = 3;

	/** Where the figure was read, in order of period and organisation. */
	public static List<Source> of(PeriodFigure figure) {
		return figure.parts()
			.stream()
			.map((each) -> new Source(each.provenance().delivery(), each.provenance().fileName(),
					each.observation().place()))
			.toList();
	}

	/** Where a report was read; empty when a person entered it. */
	public static List<Source> of(@Nullable Origin origin) {
		return (origin != null && origin.delivery() != null && origin.fileName() != null)
				? List.of(new Source(origin.delivery(), origin.fileName(), origin.place())) : List.of();
	}

	/** "a.csv, line 19"; of more than three places only the last and how many. */
	static String inWords(List<Source> places) {
		List<Source> sources = places.stream().distinct().toList();
		if (sources.size() > MOST_NAMED) {
			Source last = sources.get(sources.size() - 1);
			long files = sources.stream().map(Source::fileName).distinct().count();
			return "%d lines of %s, the last %s, %s".formatted(sources.size(),
					(files == 1) ? "one file" : files + " files", last.fileName(), last.place().inWords());
		}
		Map<String, List<Place>> byFile = new LinkedHashMap<>();
		for (Source source : sources) {
			byFile.computeIfAbsent(source.fileName(), (name) -> new ArrayList<>()).add(source.place());
		}
		return String.join("; ",
				byFile.entrySet().stream().map((file) -> place(file.getKey(), file.getValue())).toList());
	}

	private static String place(String file, List<Place> places) {
		boolean lines = places.size() > 1 && places.stream().allMatch((each) -> each.cell() == null);
		return file + (lines ? ", lines " + Names.listed(places.stream().map(Place::label).toList())
				: ", " + Names.listed(places.stream().map(Place::inWords).toList()));
	}

}
