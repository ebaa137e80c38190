package org.jfpmonitor.publication.api.plans;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.swagger.v3.oas.annotations.Operation;
import jakarta.servlet.http.HttpServletRequest;
import org.jfpmonitor.assessment.Assessments.RecordedRun;
import org.jfpmonitor.publication.address.PlanAddress;
import org.jfpmonitor.publication.plans.PlanList;
import org.jfpmonitor.publication.plans.PlanRow;
import org.jspecify.annotations.Nullable;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
class PlansApi {

	private final PlanList plans;

	PlansApi(PlanList plans) {
		this.plans = plans;
	}

	@Operation(summary = "Every plan with how many objectives have each status by the last run;"
			+ " what is below its address is as it is without for a service with one plan")
	@GetMapping(PlanAddress.LIST_FOR_PROGRAMS)
	List<PlanJson> all(HttpServletRequest request) {
		return this.plans.rows(request).stream().map((each) -> PlanJson.of(each, request.getContextPath())).toList();
	}

	/**
	 * A plan: {@code edition} is in force today, {@code counts} are of its objectives by
	 * the words of the metrics, {@code lastRun} the day of the last run, null before the
	 * first.
	 */
	record PlanJson(String id, String edition, String title, String organisation, String address,
			Map<String, Long> counts, @Nullable LocalDate lastRun) {

		static PlanJson of(PlanRow row, String contextPath) {
			Map<String, Long> counts = new LinkedHashMap<>();
			row.counts().forEach((each) -> counts.put(each.mark().code(), each.number()));
			RecordedRun run = row.lastRun();
			return new PlanJson(row.id(), row.edition(), row.title(), row.organisationCode(),
					contextPath + row.address(), counts, (run != null) ? run.asOf() : null);
		}

	}

}
