package org.jfpmonitor.publication.board;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import jakarta.servlet.http.HttpServletRequest;
import org.jfpmonitor.assessment.Assessments;
import org.jfpmonitor.calendar.Period;
import org.jfpmonitor.calendar.Today;
import org.jfpmonitor.commentary.Comments;
import org.jfpmonitor.commentary.Opening;
import org.jfpmonitor.commentary.Openings;
import org.jfpmonitor.extract.result.RejectCode;
import org.jfpmonitor.intake.delivery.Deliveries;
import org.jfpmonitor.intake.delivery.Delivery;
import org.jfpmonitor.intake.delivery.FeedStanding;
import org.jfpmonitor.intake.delivery.Feeds;
import org.jfpmonitor.intake.trial.Trial;
import org.jfpmonitor.intake.trial.Trials;
import org.jfpmonitor.notification.outbox.MailRecords;
import org.jfpmonitor.observation.Observations;
import org.jfpmonitor.observation.Place;
import org.jfpmonitor.organisation.Organisations;
import org.jfpmonitor.plan.Feed;
import org.jfpmonitor.plan.FixedPlans;
import org.jfpmonitor.plan.PlanVersions;
import org.jfpmonitor.plan.Status;
import org.jfpmonitor.plan.id.ObjectiveCode;
import org.jfpmonitor.plan.id.PlanId;
import org.jfpmonitor.progress.MilestoneReport;
import org.jfpmonitor.progress.Origin;
import org.jfpmonitor.progress.ProgressReports;
import org.jfpmonitor.progress.PublishedPosition;
import org.jfpmonitor.progress.ReportLedger;
import org.jfpmonitor.progress.Revocation;
import org.jfpmonitor.progress.Sender;
import org.jfpmonitor.progress.StatusOverride;
import org.jfpmonitor.publication.original.Originals;
import org.jfpmonitor.publication.page.StatusMark;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.boot.thymeleaf.autoconfigure.ThymeleafAutoConfiguration;
import org.springframework.boot.tomcat.autoconfigure.servlet.TomcatServletWebServerAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.DispatcherServletAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.WebMvcAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.error.ErrorMvcAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FilterType;
import org.springframework.core.io.Resource;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ResponseEntity;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.RouterFunctions;
import org.springframework.web.servlet.function.ServerResponse;

/**
 * The pages alone, over the example plan: no store, so no entity tags, no clock, no
 * sign-in. No annotation marks it, or the scan of the whole service would find it.
 */
@ComponentScan(basePackages = "org.jfpmonitor.publication", excludeFilters = @ComponentScan.Filter(
		type = FilterType.REGEX,
		pattern = "org\\.jfpmonitor\\.publication\\.(Overrides|caching\\.EntityTags|(?!(board|caching|comparison|csv|measures|objective|page|received|report|workbook)\\.)[a-z]+\\..*)"))
@ConfigurationPropertiesScan("org.jfpmonitor.publication.page")
@ImportAutoConfiguration({ TomcatServletWebServerAutoConfiguration.class, DispatcherServletAutoConfiguration.class,
		WebMvcAutoConfiguration.class, ErrorMvcAutoConfiguration.class, ThymeleafAutoConfiguration.class })
public class ExampleServer {

	/** Ways to the pages of errors that the example would not come to by itself. */
	@Bean
	RouterFunction<ServerResponse> errors() {
		return RouterFunctions.route().GET("/errors/{status}", (request) -> {
			throw new ResponseStatusException(HttpStatusCode.valueOf(Integer.parseInt(request.pathVariable("status"))));
		}).build();
	}

	@Bean
	Today today() {
		return Today.fixedAt(ExamplePlan.TODAY, Clock.systemUTC());
	}

	@Bean
	Organisations organisations() {
		return ExamplePlan.ORGANISATIONS;
	}

	@Bean
	Assessments assessments() {
		return new ExampleAssessments();
	}

	@Bean
	ReportedStatuses reported() {
		return new ReportedStatuses() {

			@Override
			public Map<ObjectiveCode, StatusMark> computed(PlanId plan, Collection<PublishedPosition> positions) {
				return Map.of();
			}

			@Override
			public Map<Instant, ReportApproval> approvals(PlanId plan) {
				return Map.of();
			}
		};
	}

	@Bean
	Observations observations() {
		return new ExampleObservations();
	}

	@Bean
	Deliveries deliveries() {
		return new ExampleDeliveries();
	}

	@Bean
	Feeds feeds() {
		return (edition) -> List.of(
				standing(ExamplePlan.BEDS_FEED, Instant.parse("2025-05-14T08:05:00Z"), LocalDate.of(2025, 6, 14),
						false),
				standing(ExamplePlan.SMOKING_FEED, Instant.parse("2025-02-14T09:05:00Z"), LocalDate.of(2025, 4, 14),
						true),
				standing(ExamplePlan.LUNG_FEED, null, null, false));
	}

	private static FeedStanding standing(Feed feed, @Nullable Instant last, @Nullable LocalDate due, boolean overdue) {
		return new FeedStanding(feed,
				new FeedStanding.Imports(last, last, (last != null) ? last.minusSeconds(86400) : null, null, 10L, 1, 0,
						12, 1),
				(last != null) ? Period.month(2025, 3) : null, due, overdue, Map.of(RejectCode.NOT_A_NUMBER, 1L));
	}

	@Bean
	Trials trials() {
		return new Trials() {
			@Override
			public List<String> layouts() {
				return List.of("cancer-28-day-commissioner-sheet", "figures");
			}

			@Override
			public Trial read(Path file, String fileName, @Nullable String layout, Sender sender) {
				throw new UnsupportedOperationException("No file is sent to the example");
			}
		};
	}

	@Bean
	ProgressReports reports() {
		return new ProgressReports() {

			@Override
			public void recordMilestones(PlanId plan, List<MilestoneReport> reports) {
				throw new UnsupportedOperationException();
			}

			@Override
			public void recordPositions(PlanId plan, List<PublishedPosition> positions) {
				throw new UnsupportedOperationException();
			}

			@Override
			public void recordOverride(PlanId plan, StatusOverride override) {
				throw new UnsupportedOperationException();
			}

			@Override
			public boolean recordRevocation(PlanId plan, ObjectiveCode objective, Revocation revocation) {
				throw new UnsupportedOperationException();
			}

			@Override
			public ReportLedger ledger(PlanId plan) {
				return new ReportLedger(List.of(), List.of(),
						List.of(new StatusOverride(ObjectiveCode.of("6b"), Status.ON_TRACK,
								"Beds open in April were agreed.", "programme-office@example.org",
								LocalDate.of(2025, 4, 14), LocalDate.of(2025, 6, 30),
								new Origin(null, null, Place.line(0), Instant.parse("2025-04-14T08:00:00Z")))));
			}

			@Override
			public String fingerprint() {
				return "none";
			}
		};
	}

	@Bean
	Openings openings() {
		return new Openings() {

			@Override
			public Optional<Opening> shown(PlanId plan, LocalDate asOf, LocalDate knownOn, boolean drafts) {
				return Optional.empty();
			}

			@Override
			public Optional<Opening> newest(PlanId plan, LocalDate asOf) {
				return Optional.empty();
			}

			@Override
			public boolean add(PlanId plan, Opening opening) {
				throw new UnsupportedOperationException("The example is not written to");
			}
		};
	}

	@Bean
	Comments comments() {
		return new ExampleComments();
	}

	@Bean
	MailRecords mails() {
		return new ExampleMails();
	}

	@Bean
	Originals originals() {
		return new Originals() {
			@Override
			public @Nullable String withheld(Delivery delivery) {
				return (delivery.layout() != null) ? null : "The original is not given out.";
			}

			@Override
			public ResponseEntity<Resource> answer(Delivery delivery, HttpServletRequest request) {
				throw new UnsupportedOperationException("The example keeps no file");
			}
		};
	}

	@Bean
	PlanVersions plans() {
		return FixedPlans.of(ExamplePlan.VERSION);
	}

}
