package org.jfpmonitor;

import java.util.Arrays;
import java.util.function.Function;

import org.jfpmonitor.assessment.Change;
import org.jfpmonitor.assessment.reason.Rule;
import org.jfpmonitor.audit.Action;
import org.jfpmonitor.extract.result.RejectCode;
import org.jfpmonitor.intake.delivery.Delivery;
import org.jfpmonitor.notification.outbox.MailRecord;
import org.jfpmonitor.observation.Figure;
import org.jfpmonitor.observation.Vintage;
import org.jfpmonitor.plan.Status;
import org.jfpmonitor.schedule.RunKind;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The words in which the store keeps choices for ever. A constant may get another name,
 * but must keep its word; a new one adds a word.
 */
class StoredWordsTest {

	@Test
	void theStoreKeepsTheseWordsAndReadsThemAgain() {
		assertThat(words(Status.values(), Status::code))
			.isEqualTo("underperformance delayed on_track completed no_longer_applicable");
		assertThat(words(Figure.Mark.values(), Figure.Mark::code))
			.isEqualTo("none estimated missing suppressed not_applicable");
		assertThat(words(Vintage.DatedBy.values(), Vintage.DatedBy::code)).isEqualTo("publisher arrival latest_period");
		assertThat(words(Delivery.Outcome.values(), Delivery.Outcome::code)).isEqualTo("published refused");
		assertThat(words(RejectCode.values(), RejectCode::code))
			.isEqualTo("missing_value not_a_number not_a_date not_a_period period_in_future "
					+ "period_not_of_cadence unknown_organisation closed_organisation unknown_measure "
					+ "unknown_objective unknown_milestone unknown_status out_of_range duplicate_key "
					+ "total_differs wrong_number_of_columns unreadable_text unreadable_line error_value "
					+ "overlapping_override unknown_override not_permitted other_figures");
		assertThat(words(Change.NewsKind.values(), Change.NewsKind::code))
			.isEqualTo("status_change recovery early_warning restatement data_overdue override_lapsing");
		assertThat(words(Rule.values(), Rule::code))
			.isEqualTo("retired worst_of_parts all_parts_completed completed_so_far data_missing nothing_assessed "
					+ "requirement_met requirement_missed target_sustained target_met_not_yet_sustained target_lost "
					+ "milestone_achieved milestone_not_yet_due milestone_past_due milestone_forecast_late no_figure "
					+ "figure_overdue organisation_closed figure_withheld figure_not_submitted figure_withdrawn nothing_to_measure "
					+ "organisation_missing periods_missing cannot_be_combined baseline_missing target_not_set no_requirement");
		assertThat(words(Action.values(), Action::code)).isEqualTo(
				"sign_in sign_in_refused sign_out refused upload original override revocation comment annotation report "
						+ "report_opening mail_sent_again access_settings retention");
		assertThat(words(MailRecord.State.values(), MailRecord.State::code)).isEqualTo("dead waiting sent");
		assertThat(words(RunKind.values(), RunKind::code))
			.isEqualTo("nightly import inbox upload override approval plan demonstration");
	}

	@Test
	void eachWordIsReadAsWhatItWasWrittenFor() {
		assertThat(Status.values()).allSatisfy((each) -> assertThat(Status.coded(each.code())).contains(each));
		assertThat(Figure.Mark.values())
			.allSatisfy((each) -> assertThat(Figure.Mark.coded(each.code())).isEqualTo(each));
		assertThat(Vintage.DatedBy.values())
			.allSatisfy((each) -> assertThat(Vintage.DatedBy.coded(each.code())).isEqualTo(each));
		assertThat(Delivery.Outcome.values())
			.allSatisfy((each) -> assertThat(Delivery.Outcome.coded(each.code())).isEqualTo(each));
		assertThat(RejectCode.values()).allSatisfy((each) -> assertThat(RejectCode.coded(each.code())).isEqualTo(each));
		assertThat(Change.NewsKind.values())
			.allSatisfy((each) -> assertThat(Change.NewsKind.coded(each.code())).isEqualTo(each));
		assertThat(MailRecord.State.values())
			.allSatisfy((each) -> assertThat(MailRecord.State.coded(each.code())).isEqualTo(each));
	}

	private static <T> String words(T[] constants, Function<T, String> code) {
		return String.join(" ", Arrays.stream(constants).map(code).toList());
	}

}
