package org.jfpmonitor.extract.header;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Headings below which stands what tells one person from another. A file with one of them
 * has one line a person, whatever layout its other columns fit.
 */
public final class PersonalHeadings {

	private static final Set<String> WORDS = Set.of("nhsnumber", "nhsno", "newnhsno", "patientnhsnumber",
			"pseudonhsnumber", "nhsnumberpseudo", "surname", "familyname", "lastname", "forename", "forenames",
			"firstname", "givenname", "patientname", "personname", "fullname", "dateofbirth", "dob", "birthdate",
			"persondateofbirth", "personbirthdate", "patientid", "patientidentifier", "patientnumber", "personid",
			"hospitalnumber", "localpatientidentifier", "localpatientid", "mrn", "medicalrecordnumber",
			"patientpostcode", "homepostcode", "postcodeofusualaddress", "patientaddress", "homeaddress");

	private PersonalHeadings() {
	}

	/** The first of them as the file spells it; empty for none. */
	public static Optional<String> in(Header header) {
		return IntStream.range(0, header.width())
			.mapToObj(header::name)
			.filter((name) -> WORDS.contains(name.toLowerCase(Locale.ROOT).replaceAll("[^a-z]", "")))
			.findFirst();
	}

}
