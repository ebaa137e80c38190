package org.jfpmonitor.organisation;

import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.apache.commons.codec.digest.DigestUtils;

/**
 * The register of organisations. Codes are found whatever their case and surrounding
 * space.
 */
public final class Organisations {

	private final Map<String, Organisation> byCode = new HashMap<>();

	private final List<Organisation> all;

	private final String fingerprint;

	private Organisations(Collection<Organisation> all) {
		this.all = List.copyOf(all);
		this.fingerprint = DigestUtils.sha256Hex(this.all.toString());
		for (Organisation organisation : this.all) {
			List<String> codes = new ArrayList<>(organisation.otherCodes());
			codes.add(organisation.code().value());
			for (String code : codes) {
				Organisation other = this.byCode.put(folded(code), organisation);
				if (other != null && !other.equals(organisation)) {
					throw new IllegalArgumentException("Code \"" + code + "\" names two organisations: " + other.code()
							+ " and " + organisation.code());
				}
			}
		}
	}

	/**
	 * A register of the given organisations.
	 * @throws IllegalArgumentException when one code names two of them
	 */
	public static Organisations of(Collection<Organisation> all) {
		return new Organisations(all);
	}

	/**
	 * The organisation that any of the codes in use names: ODS, ONS or a publication's
	 * own word.
	 */
	public Optional<Organisation> find(String anyCode) {
		return Optional.ofNullable(this.byCode.get(folded(anyCode)));
	}

	/**
	 * Whether nobody counted for one of the organisations is counted for the other: two
	 * of which neither lies in the other, as far as their kinds tell, nor follows it.
	 */
	public boolean lieApart(OrganisationCode one, OrganisationCode other) {
		Set<Organisation.Type> kinds = Stream.of(one, other)
			.flatMap((each) -> find(each).stream())
			.map(Organisation::kind)
			.collect(Collectors.toSet());
		return !one.equals(other) && !kinds.isEmpty() && Organisation.Type.lieApart(kinds)
				&& !areOneAfterTheOther(one, other);
	}

	/** Whether either is a successor of the other, at once or by others. */
	public boolean areOneAfterTheOther(OrganisationCode one, OrganisationCode other) {
		return !one.equals(other) && (follows(one, other) || follows(other, one));
	}

	private boolean follows(OrganisationCode later, OrganisationCode earlier) {
		Set<OrganisationCode> known = new HashSet<>();
		Deque<OrganisationCode> next = new ArrayDeque<>(List.of(earlier));
		while (!next.isEmpty()) {
			OrganisationCode each = next.pop();
			if (known.add(each)) {
				next.addAll(find(each).map(Organisation::successors).orElse(List.of()));
			}
		}
		return known.contains(later);
	}

	/** The organisation of the ODS code. */
	public Optional<Organisation> find(OrganisationCode code) {
		return find(code.value()).filter((organisation) -> organisation.code().equals(code));
	}

	/**
	 * Whether the organisation exists on the day; of an unknown one nobody knows better.
	 */
	public boolean isOpenOn(OrganisationCode code, LocalDate day) {
		return find(code).filter((each) -> !each.isOpenOn(day)).isEmpty();
	}

	/**
	 * The name to show, or the code itself for an organisation that the register does not
	 * hold.
	 */
	public String nameOf(OrganisationCode code) {
		return find(code).map(Organisation::name).orElse(code.value());
	}

	/** Who follows the organisation once it is closed; several where it was split. */
	public List<Organisation> successorsOf(Organisation organisation) {
		return organisation.successors().stream().flatMap((code) -> find(code).stream()).toList();
	}

	/** Whom the organisation follows, in part where they were split. */
	public List<Organisation> predecessorsOf(OrganisationCode organisation) {
		return this.all.stream().filter((each) -> each.successors().contains(organisation)).toList();
	}

	public List<Organisation> all() {
		return this.all;
	}

	/** Tells one register from another: a SHA-256 of all it holds, in hexadecimal. */
	public String fingerprint() {
		return this.fingerprint;
	}

	private static String folded(String code) {
		return code.strip().toUpperCase(Locale.ROOT);
	}

}
