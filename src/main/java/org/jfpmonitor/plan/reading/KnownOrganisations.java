package org.jfpmonitor.plan.reading;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.jfpmonitor.organisation.Organisation;
import org.jfpmonitor.organisation.OrganisationCode;
import org.jfpmonitor.organisation.Organisations;
import org.jfpmonitor.plan.yaml.Block;
import org.jfpmonitor.plan.yaml.Form;
import org.jspecify.annotations.Nullable;

/**
 * Checks the organisation codes in plan files against the register, where there is one: a
 * plan that was accepted earlier is read again without.
 */
final class KnownOrganisations {

	private final @Nullable Organisations register;

	KnownOrganisations(@Nullable Organisations register) {
		this.register = register;
	}

	/** Takes down a fault for a code that the register does not hold. */
	void check(Block block, String key, int line, OrganisationCode code) {
		if (this.register == null || this.register.find(code).isPresent()) {
			return;
		}
		Optional<Organisation> byOtherCode = this.register.find(code.value());
		block.fault(line,
				"expected " + key + ": a code in organisations.yaml, found \"" + code + "\". "
						+ byOtherCode.map((organisation) -> "Write its ODS code \"" + organisation.code() + "\".")
							.orElse("Correct it, or add the organisation there."));
	}

	/**
	 * Takes down a fault for each unknown or repeated code, and for codes of more than
	 * one kind: their figures are summed.
	 */
	void checkSummed(Block block, String key, List<Block.Entry<OrganisationCode>> codes) {
		Set<OrganisationCode> seen = new HashSet<>();
		Map<Organisation.Kind, OrganisationCode> kinds = new HashMap<>();
		for (Block.Entry<OrganisationCode> entry : codes) {
			check(block, key, entry.line(), entry.value());
			if (!seen.add(entry.value())) {
				block.fault(entry.line(), "expected " + key + ": each code once, found \"" + entry.value()
						+ "\" again. Delete one of the two.");
			}
			kind(entry.value()).ifPresent((kind) -> kinds.putIfAbsent(kind, entry.value()));
		}
		if (kinds.size() > 1) {
			block.fault(key,
					"expected " + key + ": organisations of one kind, because their figures are added up," + " found "
							+ Form.all(kinds.values().stream().sorted().map(OrganisationCode::value).toList())
							+ ", which differ in kind. Leave out all of one kind.");
		}
	}

	private Optional<Organisation.Kind> kind(OrganisationCode code) {
		return (this.register == null) ? Optional.empty() : this.register.find(code).map(Organisation::kind);
	}

}
