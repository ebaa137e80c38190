package org.jfpmonitor.publication;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;

import jakarta.servlet.http.HttpServletRequest;

import org.jfpmonitor.calendar.Period;
import org.jfpmonitor.calendar.Today;
import org.jfpmonitor.plan.PlanEditions;
import org.jfpmonitor.plan.PlanVersion;
import org.jfpmonitor.plan.PlanVersions;
import org.jfpmonitor.plan.Plans;
import org.jfpmonitor.plan.id.PlanId;
import org.jfpmonitor.plan.yaml.WordList;
import org.jfpmonitor.publication.address.KnownOn;
import org.jfpmonitor.publication.address.NoSuchPlan;
import org.jfpmonitor.publication.address.PlanAddress;
import org.jspecify.annotations.Nullable;

import org.springframework.core.MethodParameter;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

/**
 * Reads which plan an address is about, and {@code as-of}, {@code known-on} and
 * {@code edition} for every page and every read of the API; the one place that says which
 * plan and which days may be asked about. A plan that is not named is meant only where
 * there is no other. Without {@code known-on} today is meant; without {@code as-of} the
 * day of {@code known-on}, or with {@code edition} the newest day up to it that this
 * edition of the plan judges.
 */
@Component
class ViewpointReader implements HandlerMethodArgumentResolver {

	private static final Set<Class<?>> READ = Set.of(Viewpoint.class, PlanEditions.class, KnownOn.class);

	/** The names of the fields on a form. */
	private static final Map<String, String> LABELS = Map.of("as-of", "Position on", "known-on",
			"Using data received by");

	private static final Pattern DAY = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}");

	private final Today today;

	private final PlanVersions plans;

	ViewpointReader(Today today, PlanVersions plans) {
		this.today = today;
		this.plans = plans;
	}

	@Override
	public boolean supportsParameter(MethodParameter parameter) {
		return READ.contains(parameter.getParameterType());
	}

	@Override
	public Object resolveArgument(MethodParameter parameter, @Nullable ModelAndViewContainer container,
			NativeWebRequest request, @Nullable WebDataBinderFactory binders) {
		Optional<PlanId> plan = Optional.ofNullable(request.getNativeRequest(HttpServletRequest.class))
			.flatMap(PlanAddress::of);
		if (parameter.getParameterType().equals(KnownOn.class)) {
			return knownOn(request::getParameter);
		}
		return parameter.getParameterType().equals(Viewpoint.class) ? read(plan, request::getParameter)
				: plan(plan, this.today.day());
	}

	/** What is asked of all plans needs none in its address. */
	private KnownOn knownOn(Function<String, @Nullable String> parameters) {
		List<FieldFault> faults = new ArrayList<>();
		LocalDate known = day("known-on", written(parameters, "known-on"), this.today.day(), faults);
		day("as-of", written(parameters, "as-of"), known, faults);
		if (!faults.isEmpty()) {
			throw RefusedQuery.ofFields(faults);
		}
		return new KnownOn(known);
	}

	/** The viewpoint of an address, given by what each of its parameters holds. */
	Viewpoint read(Optional<PlanId> plan, Function<String, @Nullable String> parameters) {
		return read(plan, written(parameters, "as-of"), written(parameters, "known-on"), parameters.apply("edition"));
	}

	/**
	 * The plan that is named, or else the only one, as it was configured on the day.
	 * @throws NoSuchPlan when there is none of the name, or none is named and there are
	 * several
	 */
	private PlanEditions plan(Optional<PlanId> named, LocalDate known) {
		if (named.isPresent()) {
			return this.plans.knownOn(named.get(), known)
				.orElseThrow(() -> new NoSuchPlan(named.get().value(), this.plans.current()));
		}
		Plans now = this.plans.current();
		PlanEditions only = now.single().orElseThrow(() -> new NoSuchPlan(null, now));
		Plans then = this.plans.knownOn(known);
		return then.find(only.id()).or(then::single).orElseThrow(() -> new NoSuchPlan(null, then));
	}

	/**
	 * A day as it was sent: in one field, or as a form sends it, in one each for day,
	 * month and year; null or empty when all are empty.
	 */
	private static @Nullable String written(Function<String, @Nullable String> parameters, String name) {
		EnteredDay entered = EnteredDay.of(parameters, name);
		return entered.isEmpty() ? parameters.apply(name) : entered.inOneField();
	}

	/**
	 * The viewpoint that the texts ask for; what is missing or empty is asked for by
	 * nobody.
	 * @throws RefusedQuery naming every fault
	 * @throws NoSuchPlan when there is no such plan
	 */
	Viewpoint read(Optional<PlanId> named, @Nullable String asOf, @Nullable String knownOn, @Nullable String edition) {
		List<FieldFault> faults = new ArrayList<>();
		LocalDate known = day("known-on", knownOn, this.today.day(), faults);
		PlanEditions plan = plan(named, known);
		Optional<Period> judged = (edition == null || edition.isBlank()) ? Optional.empty()
				: daysOf(edition.strip(), plan, faults);
		LocalDate newest = judged.map(Period::lastDay).filter((last) -> last.isBefore(known)).orElse(known);
		LocalDate asked = day("as-of", asOf, newest, faults);
		judged.filter((days) -> faults.isEmpty() && !days.contains(asked))
			.ifPresent((days) -> faults.add(new FieldFault("as-of",
					"edition: expected the edition in force on %s, %s; found %s. Leave out edition or as-of."
						.formatted(inWords(asked), plan.on(asked).plan().id(), edition),
					"The edition \"" + edition + "\" of the plan does not judge " + inWords(asked)
							+ ". Enter a day that it judges")));
		if (!faults.isEmpty()) {
			// Read in the other order than the fields stand in.
			Collections.reverse(faults);
			throw RefusedQuery.ofFields(faults);
		}
		return new Viewpoint(plan, asked, known);
	}

	/** The days that the edition judges; empty, with a fault, when there is none. */
	private static Optional<Period> daysOf(String edition, PlanEditions plan, List<FieldFault> faults) {
		List<PlanVersion> all = plan.all();
		Optional<Period> days = all.stream()
			.filter((each) -> each.plan().id().value().equals(edition))
			.map(PlanVersion::inForce)
			.findFirst();
		if (days.isEmpty()) {
			faults.add(new FieldFault("as-of",
					"edition: expected %s, found \"%s\". Choose an edition of the plan.".formatted(
							WordList.either(all.stream().map((each) -> each.plan().id().value()).toList()), edition),
					"There is no edition \"" + edition + "\" of the plan. Enter a day that the one you mean judges"));
		}
		return days;
	}

	private LocalDate day(String name, @Nullable String text, LocalDate otherwise, List<FieldFault> faults) {
		LocalDate now = this.today.day();
		if (text == null || text.isBlank()) {
			return otherwise;
		}
		LocalDate day = parsed(text.strip());
		if (day == null) {
			String missing = EnteredDay.missingIn(text);
			faults.add(new FieldFault(name,
					"%s: expected a day such as %s, found \"%s\". Write the year, the month and the day as numbers."
						.formatted(name, now, text),
					"\"" + LABELS.get(name) + "\" must "
							+ (!missing.isEmpty() ? "include " + missing
									: "be a real date, such as %d %d %d, not \"%s\"".formatted(now.getDayOfMonth(),
											now.getMonthValue(), now.getYear(), text))));
			return now;
		}
		if (!Viewpoint.mayBe(day, now)) {
			faults.add(new FieldFault(name,
					"%s: expected a day from %s to today, %s; found %s. Choose a day in that span.".formatted(name,
							inWords(Viewpoint.EARLIEST), inWords(now), inWords(day)),
					"\"%s\" must be a day from %s to today, %s, not %s".formatted(LABELS.get(name),
							inWords(Viewpoint.EARLIEST), inWords(now), inWords(day))));
		}
		return day;
	}

	private static @Nullable LocalDate parsed(String text) {
		if (!DAY.matcher(text).matches()) {
			return null;
		}
		try {
			return LocalDate.parse(text);
		}
		catch (DateTimeException ex) {
			return null; // such as 30 February
		}
	}

	private static String inWords(LocalDate day) {
		return Period.day(day).inWords();
	}

}
