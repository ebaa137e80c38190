package org.jfpmonitor.demonstration;

import java.util.List;

/** The organisations of the demonstration as the publications spell them. */
final class Names {

	static final String ICB = "NHS Norfolk and Waveney Integrated Care Board";

	static final String ICB_CAPITALS = "NHS NORFOLK AND WAVENEY INTEGRATED CARE BOARD";

	static final String SUB_ICB = "NHS Norfolk and Waveney ICB - 26A";

	static final String SUB_ICB_CAPITALS = "NHS NORFOLK AND WAVENEY ICB - 26A";

	/** The codes of the three acute trusts, the largest first. */
	static final List<String> ACUTE = List.of("RM1", "RCX", "RGP");

	/** What organisations are called that are made up. */
	static final String ELSEWHERE = "MADE-UP HOSPITAL";

	private Names() {
	}

	/**
	 * The code of an organisation that is made up, so that a file holds as many as
	 * England has.
	 */
	static String elsewhere(int number) {
		return String.format("MADE%03d", number);
	}

	/** A trust's name in capitals. */
	static String trust(String code) {
		return switch (code) {
			case "RM1" -> "NORFOLK AND NORWICH UNIVERSITY HOSPITALS NHS FOUNDATION TRUST";
			case "RCX" -> "THE QUEEN ELIZABETH HOSPITAL, KING'S LYNN, NHS FOUNDATION TRUST";
			case "RGP" -> "JAMES PAGET UNIVERSITY HOSPITALS NHS FOUNDATION TRUST";
			case "RGT" -> "CAMBRIDGE UNIVERSITY HOSPITALS NHS FOUNDATION TRUST";
			case "RMY" -> "NORFOLK AND SUFFOLK NHS FOUNDATION TRUST";
			case "RYC" -> "EAST OF ENGLAND AMBULANCE SERVICE NHS TRUST";
			default -> throw new IllegalArgumentException(code);
		};
	}

}
