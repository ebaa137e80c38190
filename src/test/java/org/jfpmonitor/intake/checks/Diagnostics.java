package org.jfpmonitor.intake.checks;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/** Made-up full extracts of diagnostics, with as many providers as wanted. */
final class Diagnostics {

	private static final List<String> COLUMNS = List.of("Period", "Provider Org Code", "Commissioner Parent Org Code",
			"Commissioner Org Code", "Diagnostic Tests", "00 < 01 Week", "01 < 06 Weeks", "06 < 13 Weeks", "13+ Weeks",
			"Total WL");

	private Diagnostics() {
	}

	/**
	 * The lines of a file: one for each provider, all of whose 1,000 patients are those
	 * of Norfolk and Waveney.
	 */
	static String[] of(String month, List<String> providers) {
		List<String> lines = new ArrayList<>(List.of(String.join(",", COLUMNS)));
		providers.forEach((each) -> lines
			.add("DM01-" + month.toUpperCase(Locale.UK) + "," + each + ",QMM,26A,TOTAL,400,300,200,100,1000"));
		return lines.toArray(new String[0]);
	}

	/**
	 * The lines of a file: of one provider, a line for each of so many commissioners, in
	 * turn of two ICBs.
	 */
	static List<String> ofCommissioners(String month, String provider, int commissioners) {
		List<String> lines = new ArrayList<>(List.of(String.join(",", COLUMNS)));
		IntStream.rangeClosed(1, commissioners)
			.forEach((each) -> lines
				.add("DM01-" + month.toUpperCase(Locale.UK) + "," + provider + ((each % 2 == 0) ? ",QMM,C" : ",QJG,C")
						+ each + ",TOTAL," + 400 / commissioners + ",0,0,0," + 400 / commissioners));
		return lines;
	}

	/** So many that are in no register. */
	static List<String> unregistered(int number) {
		return IntStream.rangeClosed(1, number).mapToObj((each) -> "MADE%03d".formatted(each)).toList();
	}

}
