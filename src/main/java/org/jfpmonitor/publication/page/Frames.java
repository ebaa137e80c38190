package org.jfpmonitor.publication.page;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;

import org.jfpmonitor.assessment.words.Phrasing;
import org.jfpmonitor.calendar.Today;
import org.jfpmonitor.organisation.Organisations;
import org.jfpmonitor.plan.Plan;
import org.jfpmonitor.plan.PlanEditions;
import org.jfpmonitor.plan.PlanVersion;
import org.jfpmonitor.plan.PlanVersions;
import org.jfpmonitor.publication.DataLoading;
import org.jfpmonitor.publication.Viewpoint;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Knows what stands around every page. */
@Component
@EnableConfigurationProperties(BoardProperties.class)
public class Frames {

	private final PlanVersions plans;

	private final Organisations organisations;

	private final Today today;

	private final BoardProperties properties;

	private final ObjectProvider<DataLoading> loading;

	Frames(PlanVersions plans, Organisations organisations, Today today, BoardProperties properties,
			ObjectProvider<DataLoading> loading) {
		this.plans = plans;
		this.organisations = organisations;
		this.today = today;
		this.properties = properties;
		this.loading = loading;
	}

	public Frame frame(Viewpoint viewpoint, Visitor visitor) {
		Plan plan = viewpoint.edition().plan();
		Links links = new Links(viewpoint, this.today.day());
		boolean current = this.plans.current()
			.find(plan.id())
			.filter((each) -> each.on(this.today.day()).plan().id().equals(plan.id()))
			.isPresent();
		return new Frame(plan.title(), this.organisations.nameOf(plan.organisation()),
				editions(viewpoint.plan(), links), current, cautions(plan, viewpoint.asOf()), this.properties.demo(),
				loading(), visitor, links, plan.words());
	}

	private List<String> cautions(Plan plan, LocalDate day) {
		String closure = this.organisations.find(plan.organisation())
			.map((each) -> Phrasing.closure(each, day, this.organisations.successorsOf(each)))
			.orElse("");
		return Stream.of(closure, Phrasing.outside(plan, day)).filter((each) -> !each.isEmpty()).toList();
	}

	/** Those that begin after the day whose knowledge is used have no board yet. */
	private static List<Frame.EditionLink> editions(PlanEditions all, Links links) {
		List<PlanVersion> begun = all.all()
			.stream()
			.filter((each) -> !each.inForce().start().isAfter(links.viewpoint().knownOn()))
			.toList();
		return (begun.size() == 1) ? List.of()
				: begun.stream()
					.map((each) -> new Frame.EditionLink(each.plan().title(), days(each, all),
							links.edition(each.plan().id()), each.inForce().contains(links.viewpoint().asOf())))
					.toList();
	}

	private static String days(PlanVersion edition, PlanEditions editions) {
		boolean first = edition.equals(editions.all().get(0));
		boolean last = edition.equals(editions.all().get(editions.all().size() - 1));
		String from = Phrasing.day(edition.inForce().start());
		String until = Phrasing.day(edition.inForce().lastDay());
		return first ? "until " + until : last ? "from " + from : from + " to " + until;
	}

	private DataLoading.@Nullable LoadingProgress loading() {
		return this.loading.stream().flatMap((each) -> each.progress().stream()).findFirst().orElse(null);
	}

}
