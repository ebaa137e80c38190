package org.jfpmonitor.organisation;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * One organisation as the ODS knows it.
 *
 * @param code the ODS code, the key
 * @param name the name that pages show
 * @param kind what sort of organisation it is
 * @param otherCodes further codes that files use for it: the ONS code, or a publication's
 * own word such as {@code Eng}
 * @param opened the first day it is valid, or null when that does not matter
 * @param closed the last day it is valid (inclusive), or null while it is open
 * @param successors who follows it once closed; more than one where it was split, so that
 * none of them goes on with its figures
 */
public record Organisation(OrganisationCode code, String name, Type kind, List<String> otherCodes,
		@Nullable LocalDate opened, @Nullable LocalDate closed, List<OrganisationCode> successors) {

	public Organisation {
		otherCodes = List.copyOf(otherCodes);
		successors = List.copyOf(successors);
	}

	/**
	 * Whether the organisation exists on the day; its opening and its closing day are
	 * both included.
	 */
	public boolean isOpenOn(LocalDate day) {
		return (this.opened == null || !day.isBefore(this.opened))
				&& (this.closed == null || !day.isAfter(this.closed));
	}

	/**
	 * What sort of organisation: a figure of one kind is never added to one of another.
	 */
	public enum Type {

		COUNTRY, REGION, ICB, SUB_ICB, TRUST, AMBULANCE_TRUST, OTHER_PROVIDER, LOCAL_AUTHORITY, PROJECT, PLACE;

		private static final Set<Type> PROVIDERS = Set.of(TRUST, AMBULANCE_TRUST, OTHER_PROVIDER);

		/** Of these one may lie in another, as a district in its county. */
		private static final Set<Type> MAY_NEST = Set.of(LOCAL_AUTHORITY, PROJECT, PLACE);

		/** The kind as files and programs write it, such as {@code sub-icb}. */
		public String code() {
			return name().toLowerCase(Locale.ROOT).replace('_', '-');
		}

		/**
		 * Whether no organisation of these kinds lies in another, so that nobody counted
		 * for one of them is counted for another as well: all of one kind, or all
		 * providers.
		 */
		public static boolean lieApart(Set<Type> kinds) {
			return kinds.stream().noneMatch(MAY_NEST::contains) && (kinds.size() <= 1 || PROVIDERS.containsAll(kinds));
		}

	}

}
