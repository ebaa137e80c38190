package org.jfpmonitor.plan.reading;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

import org.jfpmonitor.organisation.Organisation;
import org.jfpmonitor.organisation.OrganisationCode;
import org.jfpmonitor.organisation.Organisations;
import org.jfpmonitor.plan.catalogue.CatalogueMeasure;
import org.jfpmonitor.plan.yaml.WordList;
import org.jfpmonitor.plan.yaml.YamlNode;
import org.jspecify.annotations.Nullable;

/**
 * Checks the organisation codes in plan files against the register, where there is one.
 */
final class KnownOrganisations {

	private final @Nullable Organisations register;

	KnownOrganisations(@Nullable Organisations register) {
		this.register = register;
	}

	/** Takes down a fault for a code that the register does not hold. */
	void check(YamlNode block, String key, YamlNode written) {
		if (this.register == null || this.register.find(OrganisationCode.of(written.text())).isPresent()) {
			return;
		}
		Optional<Organisation> byOtherCode = this.register.find(written.text());
		block.fault(written,
				"expected " + key + ": a code in organisations.yaml, found \"" + written.text() + "\". "
						+ byOtherCode.map((organisation) -> "Write its ODS code \"" + organisation.code() + "\".")
							.orElse("Correct it, or add the organisation there."));
	}

	/**
	 * Takes down a fault for each unknown code, and for codes of more than one kind:
	 * their figures are summed.
	 */
	void checkSummed(YamlNode block, String key) {
		Map<OrganisationCode, Organisation.Type> kinds = new TreeMap<>();
		List<YamlNode> codes = block.all(key);
		codes.forEach((each) -> {
			check(block, key, each);
			kind(each).filter((kind) -> !kinds.containsValue(kind))
				.ifPresent((kind) -> kinds.put(OrganisationCode.of(each.text()), kind));
		});
		if (kinds.size() > 1) {
			block.fault(key,
					"expected " + key + ": organisations of one kind, because their figures are added up, found "
							+ WordList.all(kinds.keySet().stream().map(OrganisationCode::value).toList())
							+ ", which differ in kind. Leave out all of one kind.");
		}
	}

	/** Says where a publication has no figures of organisations of such a kind. */
	void warnOfKinds(YamlNode block, CatalogueMeasure measure, List<OrganisationCode> codes) {
		for (OrganisationCode code : codes) {
			kind(code).filter((kind) -> !measure.kinds().contains(kind))
				.ifPresent((kind) -> block.warn("organisations",
						"expected organisations: of a kind that " + measure.feed() + " has figures of ("
								+ WordList
									.either(measure.kinds().stream().map(Organisation.Type::code).sorted().toList())
								+ "), found " + code + ", which is " + kind.code()
								+ ". Name others, or no figure will ever come."));
		}
	}

	/** Says where an organisation was closed before the plan begins. */
	void warnOfClosed(YamlNode block, String key, LocalDate begin) {
		block.all(key).forEach((written) -> closedBefore(written, begin).ifPresent((organisation) -> {
			String followers = WordList.all(organisation.successors().stream().map(OrganisationCode::value).toList());
			block.warn(key,
					"expected " + key + ": one that there is when the plan begins, on " + begin + ", found "
							+ organisation.code() + ", which closed on " + organisation.closed() + ". Name "
							+ (followers.isEmpty() ? "another" : "who follows it, " + followers)
							+ ", or no figure will ever come.");
		}));
	}

	private Optional<Organisation> closedBefore(YamlNode code, LocalDate begin) {
		return Optional.ofNullable(this.register)
			.flatMap((known) -> known.find(OrganisationCode.of(code.text())))
			.filter((each) -> {
				LocalDate closed = each.closed();
				return closed != null && closed.isBefore(begin);
			});
	}

	/** The name of the organisation; its code while that is unknown. */
	String nameOf(OrganisationCode code) {
		return Optional.ofNullable(this.register)
			.flatMap((known) -> known.find(code))
			.map(Organisation::name)
			.orElse(code.value());
	}

	/** The kind of the organisation; empty when it is unknown. */
	Optional<Organisation.Type> kind(OrganisationCode code) {
		return Optional.ofNullable(this.register).flatMap((known) -> known.find(code)).map(Organisation::kind);
	}

	private Optional<Organisation.Type> kind(YamlNode code) {
		return kind(OrganisationCode.of(code.text()));
	}

}
