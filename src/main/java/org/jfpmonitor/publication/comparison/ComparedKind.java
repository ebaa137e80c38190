package org.jfpmonitor.publication.comparison;

import java.util.List;

import org.jfpmonitor.organisation.Organisation;

/**
 * The organisations of one kind that have a figure of the period compared.
 *
 * @param kind what sort of organisations
 * @param organisations the best first, those without a value at the end
 */
public record ComparedKind(Organisation.Type kind, List<ComparedOrganisation> organisations) {

	public ComparedKind {
		organisations = List.copyOf(organisations);
	}

	/** Its name over a table. */
	public String title() {
		return switch (this.kind) {
			case COUNTRY -> "England";
			case REGION -> "Regions";
			case ICB -> "Integrated care boards";
			case SUB_ICB -> "Sub-ICB locations";
			case TRUST -> "NHS trusts";
			case AMBULANCE_TRUST -> "Ambulance trusts";
			case OTHER_PROVIDER -> "Other providers";
			case LOCAL_AUTHORITY -> "Local authorities";
			case PROJECT -> "Projects";
			case PLACE -> "Places";
		};
	}

	/** Whether its organisations are ranked. */
	public boolean isRanked() {
		return isRanked(this.kind);
	}

	/** Whether the plan judges the measure by the figure of any of them. */
	public boolean isJudged() {
		return this.organisations.stream().anyMatch(ComparedOrganisation::judged);
	}

	/** England and its regions are what others are seen beside. */
	static boolean isRanked(Organisation.Type kind) {
		return kind != Organisation.Type.COUNTRY && kind != Organisation.Type.REGION;
	}

}
