package org.jfpmonitor.assessment;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.jfpmonitor.calendar.Period;
import org.jfpmonitor.calendar.Today;
import org.jfpmonitor.observation.Cell;
import org.jfpmonitor.observation.Coverage;
import org.jfpmonitor.observation.DeliveryId;
import org.jfpmonitor.observation.Observation;
import org.jfpmonitor.observation.Observations;
import org.jfpmonitor.observation.Place;
import org.jfpmonitor.observation.Provenance;
import org.jfpmonitor.observation.Vintage;
import org.jfpmonitor.organisation.Organisations;
import org.jfpmonitor.plan.Plan;
import org.jfpmonitor.plan.PlanVersion;
import org.jfpmonitor.plan.PlanVersions;
import org.jfpmonitor.plan.Plans;
import org.jfpmonitor.plan.id.MeasureId;
import org.jfpmonitor.plan.id.PlanId;
import org.jfpmonitor.progress.ProgressReports;
import org.jfpmonitor.store.TestTransactions;

import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Import;
import org.springframework.context.event.EventListener;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The rooms from observation to assessment on a real database, with a plan that a test
 * sets.
 */
@TestConfiguration(proxyBeanMethods = false)
@Import(TestTransactions.class)
@ComponentScan({ "org.jfpmonitor.assessment", "org.jfpmonitor.observation", "org.jfpmonitor.progress" })
public class Ward {

	/** The plan in force, which a test may replace. */
	public static final class Versions implements PlanVersions {

		private final List<PlanVersion> versions = new ArrayList<>();

		public void start(Plan plan) {
			this.versions.clear();
			this.versions.add(Example.version(plan));
		}

		public void edit(Plan plan, String knownFrom) {
			this.versions.add(new PlanVersion(this.versions.size() + 1,
					Integer.toString(this.versions.size()).repeat(64), Instant.parse(knownFrom), plan));
		}

		@Override
		public Plans current() {
			return Plans.of(List.of(this.versions.get(this.versions.size() - 1)));
		}

		@Override
		public Optional<PlanVersion> ofFingerprint(PlanId edition, String fingerprint) {
			return this.versions.stream().filter((each) -> each.fingerprint().equals(fingerprint)).findFirst();
		}

		@Override
		public Plans knownOn(LocalDate day) {
			return Plans.of(List.of(this.versions.stream()
				.filter((each) -> each.knownFrom().isBefore(Today.endOf(day)))
				.reduce((earlier, later) -> later)
				.orElse(this.versions.get(0))));
		}

	}

	/** Puts figures into the store as extracts would. */
	public static final class Post {

		private final Observations observations;

		private final TransactionTemplate transaction;

		private long deliveries;

		Post(Observations observations, TransactionTemplate transaction) {
			this.observations = observations;
			this.transaction = transaction;
		}

		public void figure(String measure, String period, String figure, String knownAt) {
			record(measure, period, knownAt,
					List.of(new Observation(new Cell(MeasureId.of(measure), Example.ICB, Written.period(period)),
							Written.figure(figure), "QMM", Place.line(2), 1)));
		}

		/** A line that takes the figure of the period back. */
		public void withdrawal(String measure, String period, String knownAt) {
			record(measure, period, knownAt, List.of());
		}

		private void record(String measure, String period, String knownAt, List<Observation> said) {
			Instant arrived = Instant.parse(knownAt);
			Provenance provenance = new Provenance(DeliveryId.of(++this.deliveries), "extract.csv", "figures",
					Vintage.arrived(LocalDate.ofInstant(arrived, Today.LONDON)), arrived);
			this.transaction.executeWithoutResult((status) -> this.observations.record(provenance,
					List.of(new Coverage(MeasureId.of(measure), "QMM", Written.period(period))), said));
		}

		public void report(java.util.function.Consumer<ProgressReports> work, ProgressReports reports) {
			this.transaction.executeWithoutResult((status) -> work.accept(reports));
		}

	}

	/** Hears what is announced. */
	public static final class Heard {

		private final List<PlanAssessed> events = new ArrayList<>();

		@EventListener
		void hear(PlanAssessed event) {
			this.events.add(event);
		}

		public List<PlanAssessed> events() {
			return this.events;
		}

		Optional<PlanAssessed> last() {
			return this.events.stream().reduce((earlier, later) -> later);
		}

	}

	@Bean
	Versions versions() {
		return new Versions();
	}

	@Bean
	Heard heard() {
		return new Heard();
	}

	@Bean
	Post post(Observations observations, TransactionTemplate transaction) {
		return new Post(observations, transaction);
	}

	@Bean
	Organisations organisations() {
		return Example.REGISTER;
	}

	@Bean
	Today today() {
		return Today.by(Clock.systemUTC());
	}

}
