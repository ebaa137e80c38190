package org.jfpmonitor.publication.board;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.jfpmonitor.plan.Ambition;
import org.jfpmonitor.plan.Objective;
import org.jfpmonitor.plan.Plan;
import org.jfpmonitor.publication.FieldFault;
import org.jfpmonitor.publication.RefusedQuery;
import org.jfpmonitor.publication.page.StatusMark;
import org.jspecify.annotations.Nullable;

/**
 * Which objectives of the board somebody wants to see, and in which order.
 *
 * @param status only these by the status that holds, or null for all
 * @param ambition only those of this ambition, or null for all
 * @param owner only those of this owner, or null for all
 * @param only only those of which this is so, or null for all
 * @param worstFirst whether the worst come first, and not in plan order
 */
public record BoardFilter(@Nullable StatusMark status, @Nullable String ambition, @Nullable String owner,
		@Nullable Only only, boolean worstFirst) {

	/** The names of the fields on the form. */
	private static final Map<String, String> LABELS = Map.of("status", "Status", "ambition", "Ambition", "owner",
			"Owner", "only", "Show only", "sort", "Order");

	/** Everything, in plan order. */
	public static final BoardFilter ALL = new BoardFilter(null, null, null, null, false);

	/**
	 * The filter that the parameters ask for; missing and empty ones ask for nothing.
	 * @throws RefusedQuery naming every parameter that cannot be understood
	 */
	public static BoardFilter read(Asked asked, Plan plan) {
		List<FieldFault> faults = new ArrayList<>();
		BoardFilter read = read(asked, plan, faults);
		if (!faults.isEmpty()) {
			throw RefusedQuery.ofFields(faults);
		}
		return read;
	}

	/** The same of what can be understood; nothing is asked by the rest. */
	static BoardFilter understood(Asked asked, Plan plan) {
		return read(asked, plan, new ArrayList<>());
	}

	private static BoardFilter read(Asked asked, Plan plan, List<FieldFault> faults) {
		String status = choice("status", asked.status(),
				Arrays.stream(StatusMark.values()).map(StatusMark::code).toList(), faults);
		String ambition = choice("ambition", asked.ambition(), plan.ambitions().stream().map(Ambition::number).toList(),
				faults);
		String owner = choice("owner", asked.owner(), owners(plan), faults);
		String only = choice("only", asked.only(), Arrays.stream(Only.values()).map(Only::code).toList(), faults);
		String sort = choice("sort", asked.sort(), List.of("plan", "severity"), faults);
		return new BoardFilter((status != null) ? StatusMark.named(status).orElseThrow() : null, ambition, owner,
				(only != null) ? Only.coded(only) : null, "severity".equals(sort));
	}

	/** The owners of objectives, each once, in the order of the alphabet. */
	public static List<String> owners(Plan plan) {
		return plan.objectives()
			.stream()
			.map(Objective::owner)
			.filter((owner) -> owner != null)
			.map(String::valueOf)
			.distinct()
			.sorted()
			.toList();
	}

	boolean shows(ObjectiveRow row) {
		return (this.status == null || row.status() == this.status)
				&& (this.owner == null || this.owner.equals(row.owner()))
				&& (this.only == null || this.only.holds(row));
	}

	boolean shows(Ambition ambition) {
		return this.ambition == null || ambition.number().equals(this.ambition);
	}

	/** The worst first; of equals in plan order. */
	static Comparator<ObjectiveRow> bySeverity() {
		return Comparator.<ObjectiveRow>comparingInt((row) -> StatusMark.BY_SEVERITY.indexOf(row.status()))
			.thenComparing((row) -> row.warnings().isEmpty());
	}

	/** Whether anything may be left out. */
	public boolean isSet() {
		return this.status != null || this.ambition != null || this.owner != null || this.only != null;
	}

	/**
	 * What an address says for it, name and value; empty for everything in plan order.
	 */
	public Map<String, String> parameters() {
		Map<String, String> parameters = new LinkedHashMap<>();
		if (this.status != null) {
			parameters.put("status", this.status.code());
		}
		if (this.ambition != null) {
			parameters.put("ambition", this.ambition);
		}
		if (this.owner != null) {
			parameters.put("owner", this.owner);
		}
		if (this.only != null) {
			parameters.put("only", this.only.code());
		}
		if (this.worstFirst) {
			parameters.put("sort", "severity");
		}
		return parameters;
	}

	private static @Nullable String choice(String name, @Nullable String found, List<String> words,
			List<FieldFault> faults) {
		String word = (found != null) ? found.strip() : "";
		if (word.isEmpty()) {
			return null;
		}
		if (!words.contains(word)) {
			faults.add(new FieldFault(name,
					"%s: expected %s, found \"%s\". Choose one of these, or leave %s out to see all.".formatted(name,
							String.join(", ", words), found, name),
					"Select one of the list under \"%s\"; \"%s\" is not in it".formatted(LABELS.get(name), found)));
			return null;
		}
		return word;
	}

	/**
	 * The parameters as they were sent.
	 *
	 * @param status the code of a status
	 * @param ambition the number of an ambition
	 * @param owner an address
	 * @param only the code of an {@link Only}
	 * @param sort {@code plan} or {@code severity}
	 */
	public record Asked(@Nullable String status, @Nullable String ambition, @Nullable String owner,
			@Nullable String only, @Nullable String sort) {

	}

	/** What may be asked of an objective besides its status. */
	public enum Only {

		DISAGREEMENTS("Published differs from computed"), OVERDUE("Something is overdue"), WARNINGS("Early warning"),
		SET_MANUALLY("Status set manually");

		private final String words;

		Only(String words) {
			this.words = words;
		}

		boolean holds(ObjectiveRow row) {
			return switch (this) {
				case DISAGREEMENTS -> row.agreement().differs();
				case OVERDUE -> !row.overdue().isEmpty();
				case WARNINGS -> !row.warnings().isEmpty();
				case SET_MANUALLY -> row.override() != null;
			};
		}

		public String words() {
			return this.words;
		}

		/** As an address writes it: {@code set-manually}. */
		public String code() {
			return name().toLowerCase(Locale.ROOT).replace('_', '-');
		}

		private static Only coded(String code) {
			return Arrays.stream(values()).filter((each) -> each.code().equals(code)).findFirst().orElseThrow();
		}

	}

}
