package org.jfpmonitor.extract.named;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.jfpmonitor.extract.header.Header;
import org.jfpmonitor.extract.result.ExtractRefused;
import org.jfpmonitor.extract.result.Reject;
import org.jfpmonitor.organisation.Organisation;
import org.jfpmonitor.organisation.OrganisationCode;
import org.jfpmonitor.organisation.Organisations;

/**
 * Whose values stand below each period, by the heading above it, which holds for the
 * periods up to the next heading.
 */
final class HeadingOrganisations {

	private HeadingOrganisations() {
	}

	/**
	 * The organisation of each position.
	 * @param positions those of the headers that are periods
	 * @throws ExtractRefused naming the first that stands below no organisation: nobody
	 * could tell whose its values are
	 */
	static Map<Integer, OrganisationCode> above(Header header, Set<Integer> positions, Organisations register) {
		Map<Integer, OrganisationCode> organisations = new HashMap<>();
		for (int position : positions) {
			String heading = header.heading(position);
			Optional<Organisation> found = register.find(heading);
			if (found.isEmpty()) {
				throw new ExtractRefused(List
					.of("Expected above each period the code of an organisation in" + " organisations.yaml, found "
							+ (heading.isEmpty() ? "nothing" : "\"" + Reject.legible(heading) + "\"") + " above \""
							+ Reject.legible(header.name(position))
							+ "\". Write the code there, or delete the columns below it, such as totals."));
			}
			organisations.put(position, found.get().code());
		}
		return organisations;
	}

}
