package org.jfpmonitor.plan.reading;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

import org.jfpmonitor.plan.Ambition;
import org.jfpmonitor.plan.Measure;
import org.jfpmonitor.plan.Milestone;
import org.jfpmonitor.plan.Objective;
import org.jfpmonitor.plan.id.EmailAddress;
import org.jfpmonitor.plan.id.MilestoneId;
import org.jfpmonitor.plan.id.ObjectiveCode;
import org.jfpmonitor.plan.yaml.Block;
import org.jfpmonitor.plan.yaml.Form;
import org.jspecify.annotations.Nullable;

/** Reads an ambition with its objectives. */
final class ObjectiveReader {

	private final PlanNames names;

	private final MeasureReader measures;

	ObjectiveReader(PlanNames names, MeasureReader measures) {
		this.names = names;
		this.measures = measures;
	}

	/** The ambition of a file, or empty when the file has none or it cannot be read. */
	Optional<Ambition> read(Block file) {
		if (file.has("objectives") && file.lacks("ambition")) {
			file.fault("objectives",
					"expected ambition: what these objectives belong to, found nothing. Add \"ambition:\""
							+ " with the keys number and title below it.");
		}
		Block block = file.block("ambition", ambitionName(file), PlanKeys.AMBITION).orElse(null);
		String number = (block != null) ? block.required("number", PlanForms.AMBITION_NUMBER) : null;
		List<Objective> objectives = file.blocks("objectives", "objective", "code", PlanKeys.OBJECTIVE)
			.stream()
			.map((each) -> objective(each, number))
			.flatMap(Optional::stream)
			.toList();
		return (block != null) ? ambition(file, block, number, objectives) : Optional.empty();
	}

	private static String ambitionName(Block file) {
		return file.written("ambition", "number").map((number) -> "ambition " + number).orElse("ambition");
	}

	private Optional<Ambition> ambition(Block file, Block block, @Nullable String number, List<Objective> objectives) {
		this.names.give("ambition", block, "number");
		String title = block.required("title", Form.text());
		List<EmailAddress> copies = block.entries("copies", PlanForms.ADDRESS)
			.stream()
			.map(Block.Entry::value)
			.toList();
		if (file.lacks("objectives") || file.isEmptyList("objectives")) {
			block.fault(
					"expected objectives: at least one beside the ambition, found nothing. Add \"objectives:\" to this"
							+ " file and below it \"- code: 6a\" with the rest of the objective.");
		}
		return (number == null || title == null) ? Optional.empty()
				: Optional.of(new Ambition(number, title, copies, objectives));
	}

	private Optional<Objective> objective(Block block, @Nullable String ambition) {
		ObjectiveCode code = code(block, ambition);
		String title = block.required("title", Form.text());
		String shortTitle = block.required("short-title", Form.text());
		String success = block.required("success", Form.text());
		EmailAddress owner = block.optional("owner", PlanForms.ADDRESS);
		LocalDate due = block.optional("due", Form.date());
		Objective.Retirement retired = block.block("retired", "retired", PlanKeys.RETIRED)
			.map(ObjectiveReader::retirement)
			.orElse(null);
		List<Measure> judgedBy = block.blocks("measures", "measure", "id", PlanKeys.MEASURE)
			.stream()
			.map((each) -> this.measures.read(each, false))
			.flatMap(Optional::stream)
			.toList();
		List<Milestone> milestones = block.blocks("milestones", "milestone", "id", PlanKeys.MILESTONE)
			.stream()
			.map(this::milestone)
			.flatMap(Optional::stream)
			.toList();
		requireParts(block);
		if (code == null || ambition == null || title == null || shortTitle == null || success == null) {
			return Optional.empty();
		}
		return Optional
			.of(new Objective(code, ambition, title, shortTitle, success, owner, due, judgedBy, milestones, retired));
	}

	private @Nullable ObjectiveCode code(Block block, @Nullable String ambition) {
		this.names.give("objective", block, "code");
		ObjectiveCode code = block.required("code", PlanForms.OBJECTIVE_CODE);
		if (code != null && ambition != null && !code.value().matches(ambition + "[a-z]")) {
			block.fault("code", "expected code: " + ambition + " and a letter, because the file is that of ambition "
					+ ambition + ", found \"" + code + "\". Correct the code, or move the objective to its ambition.");
		}
		return code;
	}

	private static Objective.@Nullable Retirement retirement(Block block) {
		LocalDate from = block.required("from", Form.date());
		String reason = block.required("reason", Form.text());
		return (from == null || reason == null) ? null : new Objective.Retirement(from, reason);
	}

	private Optional<Milestone> milestone(Block block) {
		this.names.give("milestone", block, "id");
		MilestoneId id = block.required("id", PlanForms.MILESTONE_ID);
		String title = block.required("title", Form.text());
		LocalDate due = block.required("due", Form.date());
		String assumption = block.optional("assumption", Form.text());
		return (id == null || title == null || due == null) ? Optional.empty()
				: Optional.of(new Milestone(id, title, due, assumption));
	}

	/** Nothing to judge by would read as nothing wrong. */
	private static void requireParts(Block block) {
		boolean noMeasures = block.lacks("measures") || block.isEmptyList("measures");
		boolean noMilestones = block.lacks("milestones") || block.isEmptyList("milestones");
		if (noMeasures && noMilestones && block.lacks("retired")) {
			block.fault("expected measures or milestones: what the objective is judged by, found neither. Add one of"
					+ " them, or \"retired:\" when the objective no longer applies.");
		}
	}

}
