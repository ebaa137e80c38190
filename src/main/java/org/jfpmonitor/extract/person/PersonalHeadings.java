package org.jfpmonitor.extract.person;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

import org.jfpmonitor.extract.header.Header;

/**
 * Headings below which stands what tells one person from another. A file with one of them
 * has one line a person, whatever layout its other columns fit.
 */
public final class PersonalHeadings {

	/** In letters alone. "Patient numbers" are a count, and a name may be a trust's. */
	private static final Pattern PERSONAL = Pattern.compile(String.join("|",
			"(?:new|local|patients?|persons?|pseudo|pseudonymised)*nhs(?:numbers?|nos?)"
					+ "(?:value|pseudo|pseudonymised|pseudonymized|hash|hashed|encrypted|masked)*",
			"(?:patients?|persons?)?(?:sur|family|last|fore|first|given|full)names?", "(?:patients?|persons?)names?",
			"names", "(?:patients?|persons?)?(?:dates?ofbirths?|birthdates?|dobs?)",
			"(?:local)?patient(?:id|identifier)s?", "patientnumber", "personids?", "hospitalnumbers?", "mrns?",
			"medicalrecordnumbers?", "(?:patient|home)postcodes?", "postcodeofusualaddress",
			"(?:patient|home)address(?:es)?"));

	private PersonalHeadings() {
	}

	/** The first of them as the file spells it; empty for none. */
	public static Optional<String> in(Header header) {
		return IntStream.range(0, header.width())
			.mapToObj(header::name)
			.filter((name) -> PERSONAL.matcher(name.toLowerCase(Locale.ROOT).replaceAll("[^a-z]", "")).matches())
			.findFirst();
	}

}
