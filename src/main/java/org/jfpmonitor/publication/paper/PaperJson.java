package org.jfpmonitor.publication.paper;

import java.io.IOException;
import java.io.OutputStream;
import java.time.LocalDate;
import java.util.List;

import org.jfpmonitor.publication.Viewpoint;
import org.jfpmonitor.publication.page.StatusMark;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * The paper for programs, with the status words of the metrics; null for not assessed.
 */
record PaperJson(String title, String organisation, LocalDate asOf, LocalDate knownOn, List<String> notices,
		List<String> opening, List<CountJson> counts, String counted, List<String> changed, String changedCompares,
		List<PaperObjectiveJson> objectives, List<NoteJson> differences, List<String> setManually,
		List<NoteJson> notAssessed, List<TroubleJson> attention, List<String> earlyWarnings, List<String> method) {

	private static final JsonMapper JSON = JsonMapper.builder().build();

	static void write(Paper paper, Viewpoint viewpoint, OutputStream out) throws IOException {
		out.write(JSON.writeValueAsBytes(of(paper, viewpoint)));
	}

	private static PaperJson of(Paper paper, Viewpoint viewpoint) {
		return new PaperJson(paper.title(), paper.organisation(), viewpoint.asOf(), viewpoint.knownOn(),
				paper.notices(), paper.opening(),
				paper.counts()
					.stream()
					.map((each) -> new CountJson(code(each.mark()), each.now(), each.lastTime()))
					.toList(),
				paper.counted(), paper.moved(), paper.movedAgainst(),
				paper.sections()
					.stream()
					.flatMap((section) -> section.rows().stream().map((row) -> objective(section, row)))
					.toList(),
				notes(paper.differences()), paper.overrides(), notes(paper.unassessed()),
				paper.troubles()
					.stream()
					.map((each) -> new TroubleJson(each.heading(), code(each.status()), each.reasons()))
					.toList(),
				paper.warnings(), paper.method());
	}

	private static PaperObjectiveJson objective(Paper.PaperSection section, Paper.PaperRow row) {
		return new PaperObjectiveJson(row.code(), section.heading(), row.title(), row.success(), row.commentText(),
				code(row.status()), row.remarks(), row.before());
	}

	private static List<NoteJson> notes(List<Paper.PaperNote> notes) {
		return notes.stream().map((each) -> new NoteJson(each.heading(), each.sentences())).toList();
	}

	private static @Nullable String code(StatusMark mark) {
		return (mark != StatusMark.NOT_ASSESSED) ? mark.code() : null;
	}

	/** How many objectives have a status, and had. */
	record CountJson(@Nullable String status, long now, long lastTime) {

	}

	/** An objective in the columns of the paper. */
	record PaperObjectiveJson(String id, String ambition, String title, String success, String comment,
			@Nullable String status, List<String> remarks, String lastTime) {

	}

	/** What there is to say of one objective. */
	record NoteJson(String objective, List<String> sentences) {

	}

	/** An objective that needs attention, with the reasons. */
	record TroubleJson(String objective, @Nullable String status, List<String> reasons) {

	}

}
