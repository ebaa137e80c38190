package org.jfpmonitor.publication.received;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jfpmonitor.calendar.Period;
import org.jfpmonitor.calendar.Today;
import org.jfpmonitor.extract.result.Reject;
import org.jfpmonitor.intake.delivery.Deliveries;
import org.jfpmonitor.intake.delivery.Delivery;
import org.jfpmonitor.intake.trial.Trials;
import org.jfpmonitor.observation.DeliveryId;
import org.jfpmonitor.plan.Plan;
import org.jfpmonitor.plan.PlanVersions;
import org.jfpmonitor.publication.Viewpoint;
import org.jfpmonitor.publication.original.Findings;
import org.jfpmonitor.publication.original.NoOriginal;
import org.jfpmonitor.publication.original.Originals;
import org.jfpmonitor.publication.page.LondonTime;
import org.jfpmonitor.publication.page.NoSuchPage;
import org.jfpmonitor.publication.page.PageNumber;
import org.jfpmonitor.publication.parameters.SeveralTimes;
import org.jspecify.annotations.Nullable;

import org.springframework.core.io.Resource;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** What came in and what was refused. */
@Controller
class DeliveriesController {

	static final int PAGE = 25;

	static final int FIRST_REJECTS = 50;

	private static final String LOOK_AGAIN_SECONDS = "4";

	private final Deliveries deliveries;

	private final PlanVersions plans;

	private final Trials trials;

	private final Originals originals;

	private final Today today;

	DeliveriesController(Deliveries deliveries, PlanVersions plans, Trials trials, Originals originals, Today today) {
		this.deliveries = deliveries;
		this.plans = plans;
		this.trials = trials;
		this.originals = originals;
		this.today = today;
	}

	@GetMapping("/deliveries")
	String deliveries(HttpServletRequest request, Viewpoint viewpoint,
			@RequestParam(required = false) @Nullable String page, Model model) {
		long all = this.deliveries.count(viewpoint.knownOn());
		int pages = (int) Math.max(1, (all + PAGE - 1) / PAGE);
		int shown = PageNumber.of(page, pages);
		Plan plan = this.plans.knownOn(viewpoint.knownOn()).asked();
		model.addAttribute("rows",
				this.deliveries.newest(viewpoint.knownOn(), (shown - 1) * PAGE, PAGE)
					.stream()
					.map((delivery) -> DeliveryRow.of(Findings.told(delivery, request), plan))
					.toList());
		model.addAttribute("all", DeliveryRow.number(all));
		model.addAttribute("page", shown);
		model.addAttribute("pages", pages);
		model.addAttribute("layouts", this.trials.layouts());
		return "board/deliveries";
	}

	/**
	 * What became of each file just sent, in the order in which they were, by its
	 * fingerprint and the name under which it was sent. The page asks to be looked at
	 * again until all are imported.
	 */
	@GetMapping("/deliveries/received")
	@SeveralTimes({ "file", "known", "failed" })
	String received(HttpServletRequest request, Viewpoint viewpoint, Model model, HttpServletResponse response) {
		Plan plan = this.plans.knownOn(viewpoint.knownOn()).asked();
		List<SentFile> files = Stream.of(sent(request))
			.map((each) -> SentFile.of(each, this.deliveries, plan))
			.toList();
		if (files.isEmpty()) {
			throw new NoSuchPage(SentFile.NOT_SENT);
		}
		long waiting = files.stream().filter(SentFile::isWaiting).count();
		if (waiting > 0) {
			response.setHeader("Refresh", LOOK_AGAIN_SECONDS);
		}
		model.addAttribute("files", files);
		model.addAttribute("waiting", waiting);
		return "board/received";
	}

	/** In the order in which they were sent; a name may have commas. */
	private static String[] sent(HttpServletRequest request) {
		return Objects.requireNonNullElse(request.getParameterValues("file"), new String[0]);
	}

	/** All of them for a spreadsheet or a program, newest first. */
	@GetMapping("/deliveries.csv")
	ResponseEntity<String> csv(HttpServletRequest request, Viewpoint viewpoint) {
		return DeliveryCsv
			.all(this.deliveries.newest(viewpoint.knownOn(), 0, Integer.MAX_VALUE)
				.stream()
				.map((each) -> Findings.told(each, request))
				.toList())
			.answer("files-received-" + viewpoint.knownOn());
	}

	@GetMapping("/deliveries/{id}/page.csv")
	ResponseEntity<String> csv(@PathVariable String id, HttpServletRequest request, Viewpoint viewpoint) {
		Delivery delivery = Findings.told(find(id, viewpoint.knownOn()), request);
		DeliveryRow row = DeliveryRow.of(delivery, this.plans.knownOn(viewpoint.knownOn()).asked());
		return DeliveryCsv.one(row, again(delivery, viewpoint.knownOn())).answer("file-received-" + delivery.id());
	}

	/** The file as it arrived. */
	@GetMapping("/deliveries/{id}/original")
	ResponseEntity<Resource> original(@PathVariable String id, HttpServletRequest request) {
		try {
			return this.originals.answer(find(id, this.today.day()), request);
		}
		catch (NoOriginal none) {
			throw new NoSuchPage(none.sentence());
		}
	}

	@GetMapping("/deliveries/{id}")
	String delivery(@PathVariable String id, HttpServletRequest request, Viewpoint viewpoint, Model model) {
		Delivery delivery = Findings.told(find(id, viewpoint.knownOn()), request);
		model.addAttribute("row", DeliveryRow.of(delivery, this.plans.knownOn(viewpoint.knownOn()).asked()));
		boolean told = Findings.areTold(request);
		model.addAttribute("rejects", told ? firstRejects(delivery) : List.of());
		model.addAttribute("untold", told ? null : Findings.WITHHELD);
		model.addAttribute("withheld", this.originals.withheld(delivery));
		model.addAttribute("again", again(delivery, viewpoint.knownOn()));
		return "board/delivery";
	}

	private Delivery find(String id, LocalDate knownOn) {
		if (!id.matches("[0-9]{1,18}")) {
			throw new NoSuchPage("A file received is named by its number, such as /deliveries/1; found \"" + id
					+ "\". Choose one from Files received.");
		}
		Delivery delivery = this.deliveries.find(DeliveryId.of(Long.parseLong(id)))
			.orElseThrow(() -> new NoSuchPage("There is no file " + id + ". Choose one from Files received."));
		if (!delivery.arrivedAt().isBefore(Today.endOf(knownOn))) {
			throw new NoSuchPage("File %s arrived on %s; this page shows what had been received by %s. %s".formatted(id,
					LondonTime.dayInWords(delivery.arrivedAt()), Period.day(knownOn).inWords(),
					"Choose a later day for \"Using data received by\"."));
		}
		return delivery;
	}

	/** When the same bytes came again, which changed nothing. */
	private List<String> again(Delivery delivery, LocalDate knownOn) {
		return this.deliveries.arrivals(delivery.id())
			.stream()
			.skip(1)
			.filter((arrival) -> arrival.at().isBefore(Today.endOf(knownOn)))
			.map((arrival) -> LondonTime.inWords(arrival.at()) + ", as " + arrival.fileName())
			.toList();
	}

	private List<Reject> firstRejects(Delivery delivery) {
		List<Reject> first = new ArrayList<>();
		if (delivery.lines().rejected() > 0) {
			this.deliveries.rejects(delivery.id(), (reject) -> {
				if (first.size() < FIRST_REJECTS) {
					first.add(reject);
				}
			});
		}
		return first;
	}

}
