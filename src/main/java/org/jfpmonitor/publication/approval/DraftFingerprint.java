package org.jfpmonitor.publication.approval;

import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.apache.commons.codec.digest.DigestUtils;
import org.jfpmonitor.assessment.reason.Reason;
import org.jfpmonitor.publication.report.ReportPage;

/** What a draft says, in short: another one as soon as anything is new. */
public final class DraftFingerprint {

	private DraftFingerprint() {
	}

	/** What an approver has seen, in short. */
	public static String of(ReportPage draft) {
		return DigestUtils.sha256Hex(facts(draft) + draft.opening()
				+ draft.lines()
					.stream()
					.map((line) -> String.join("|", line.code().value(), line.status().code(), line.reason()))
					.collect(Collectors.joining("\n")));
	}

	/** What figures, milestones and comments say, whatever is decided about it. */
	static String facts(ReportPage report) {
		return Stream
			.of(Stream.of(report.planVersion()), report.lines()
				.stream()
				.map((line) -> String.join("|", line.code().value(), line.computed().code(), line.everythingSaid())),
					report.now().objectives().stream().flatMap((each) -> each.steps().stream()).map(Reason::sentence),
					report.warnings().stream().map(ReportPage.Warning::sentence))
			.flatMap(Function.identity())
			.collect(Collectors.joining("\n"));
	}

}
