package org.jfpmonitor.publication.page;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.jfpmonitor.observation.DeliveryId;
import org.jfpmonitor.plan.id.ObjectiveCode;
import org.jfpmonitor.plan.id.PlanId;
import org.jfpmonitor.publication.Viewpoint;

import org.springframework.web.util.UriUtils;

/**
 * The addresses of the pages, so that whoever looks back in time keeps looking from
 * there.
 *
 * @param viewpoint from where the page is looked at
 * @param today the day that addresses leave out, as they leave out an {@code as-of} that
 * is the day of {@code known-on}
 */
public record Links(Viewpoint viewpoint, LocalDate today) {

	public String board() {
		return "/" + query(List.of());
	}

	/** The board with these parameters. */
	public String board(Map<String, String> parameters) {
		return "/" + query(encoded(parameters));
	}

	/** The same as CSV. */
	public String boardCsv(Map<String, String> parameters) {
		return "/board.csv" + query(encoded(parameters));
	}

	/** The board of another edition of the plan, on the newest day that it judges. */
	public String edition(PlanId edition) {
		return "/?" + (this.viewpoint.knownOn().equals(this.today) ? "" : "known-on=" + this.viewpoint.knownOn() + "&")
				+ "edition=" + edition;
	}

	/** Measures at a glance. */
	public String measures() {
		return measures(Map.of());
	}

	/** The same with these parameters. */
	public String measures(Map<String, String> parameters) {
		return "/measures" + query(encoded(parameters));
	}

	/** The same as CSV. */
	public String measuresCsv(Map<String, String> parameters) {
		return "/measures.csv" + query(encoded(parameters));
	}

	/** The measure of the id, over all organisations. */
	public String organisations(String measure) {
		return "/measures/" + measure + "/organisations" + query(List.of());
	}

	/** The same for the period that ends on the day. */
	public String organisations(String measure, LocalDate periodEnd) {
		return "/measures/" + measure + "/organisations" + query(List.of("period-end=" + periodEnd));
	}

	/** The measure of the id, over all organisations, as CSV. */
	public String organisationsCsv(String measure) {
		return "/measures/" + measure + "/organisations.csv" + query(List.of());
	}

	/** The same for the period that ends on the day. */
	public String organisationsCsv(String measure, LocalDate periodEnd) {
		return "/measures/" + measure + "/organisations.csv" + query(List.of("period-end=" + periodEnd));
	}

	/** The board with only the objectives of this status. */
	public String status(StatusMark mark) {
		return "/" + query(List.of("status=" + mark.code()));
	}

	public String objective(ObjectiveCode code) {
		return "/objectives/" + code + query(List.of());
	}

	public String report() {
		return "/report" + query(List.of());
	}

	/** The lines of the report as CSV. */
	public String reportCsv() {
		return "/report.csv" + query(List.of());
	}

	/** The tables of the report as a workbook. */
	public String reportTables() {
		return "/report.xlsx" + query(List.of());
	}

	/** The paper for the meeting, to publish. */
	public String reportPaper() {
		return "/report.pdf" + query(List.of());
	}

	/** The paper for the meeting, to go on writing in. */
	public String reportDocument() {
		return "/report.docx" + query(List.of());
	}

	public String deliveries() {
		return deliveries(1);
	}

	/** A page of the deliveries, counting from 1. */
	public String deliveries(int page) {
		return "/deliveries" + query((page > 1) ? List.of("page=" + page) : List.of());
	}

	/** All deliveries as CSV. */
	public String deliveriesCsv() {
		return "/deliveries.csv" + query(List.of());
	}

	/** The page of a delivery as CSV. */
	public String deliveryCsv(DeliveryId id) {
		return "/deliveries/" + id + "/page.csv" + query(List.of());
	}

	/** The file of a delivery as it arrived. */
	public String original(DeliveryId id) {
		return "/deliveries/" + id + "/original";
	}

	public String delivery(DeliveryId id) {
		return "/deliveries/" + id + query(List.of());
	}

	public String rejects(DeliveryId id) {
		return "/api/deliveries/" + id + "/rejects.csv";
	}

	public String runs() {
		return "/runs";
	}

	/** How far the run has come. */
	public String run(long id) {
		return "/runs/" + id;
	}

	public String feeds() {
		return "/feeds";
	}

	/** Whether the page shows another day than today, or less than all that is known. */
	public boolean lookingBack() {
		return !this.viewpoint.isOn(this.today);
	}

	private static List<String> encoded(Map<String, String> parameters) {
		return parameters.entrySet()
			.stream()
			.map((each) -> each.getKey() + "=" + UriUtils.encode(each.getValue(), StandardCharsets.UTF_8))
			.toList();
	}

	private String query(List<String> parameters) {
		List<String> all = new ArrayList<>();
		if (!this.viewpoint.asOf().equals(this.viewpoint.knownOn())) {
			all.add("as-of=" + this.viewpoint.asOf());
		}
		if (!this.viewpoint.knownOn().equals(this.today)) {
			all.add("known-on=" + this.viewpoint.knownOn());
		}
		all.addAll(parameters);
		return all.isEmpty() ? "" : "?" + String.join("&", all);
	}

}
