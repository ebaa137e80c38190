package org.jfpmonitor.publication.comments;

import java.time.LocalDate;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

import org.jfpmonitor.audit.Action;
import org.jfpmonitor.audit.AuditTrail;
import org.jfpmonitor.calendar.Period;
import org.jfpmonitor.calendar.Today;
import org.jfpmonitor.commentary.Annotation;
import org.jfpmonitor.commentary.Comments;
import org.jfpmonitor.plan.Measure;
import org.jfpmonitor.plan.PlanEditions;
import org.jfpmonitor.plan.id.MeasureId;
import org.jfpmonitor.publication.Entry;
import org.jfpmonitor.publication.page.Visitor;
import org.jspecify.annotations.Nullable;

import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Takes annotations of charts from a page or from a program: from editors for every
 * measure, from owners for the measures of their objectives.
 */
@Component
public class AnnotationWriter {

	private static final LocalDate EARLIEST = LocalDate.of(2000, 1, 1);

	private final Comments comments;

	private final AuditTrail trail;

	private final Today today;

	private final TransactionOperations transactions;

	AnnotationWriter(Comments comments, AuditTrail trail, Today today, TransactionOperations transactions) {
		this.comments = comments;
		this.trail = trail;
		this.today = today;
		this.transactions = transactions;
	}

	/**
	 * Adds an annotation of a measure of the plan.
	 * @throws AccessDeniedException unless the visitor may write about the measure
	 * @throws org.jfpmonitor.publication.RefusedEntry naming every fault of what was sent
	 */
	public Annotation annotate(WantedAnnotation wanted, PlanEditions plan, Visitor visitor) {
		refuseStrangers(wanted.measure(), plan, visitor);
		Entry entry = new Entry();
		Optional<MeasureId> measure = plan.all()
			.stream()
			.flatMap((each) -> each.plan().measures().stream())
			.map(Measure::id)
			.filter((each) -> each.value().equals(wanted.measure()))
			.findFirst();
		entry.expect(measure.isPresent(), "measure", "a measure of the plan", wanted.measure(),
				"Choose a measure of the plan");
		String words = entry.text("words", wanted.words(), Annotation.LONGEST, "What happened").replace('\n', ' ');
		entry.expect(!words.isEmpty(), "words", "what happened", wanted.words(), "Enter what happened");
		LocalDate now = this.today.day();
		Optional<LocalDate> from = day("from", wanted.from(), "First day", now, entry);
		boolean oneDay = wanted.until() == null || wanted.until().isBlank();
		Optional<LocalDate> until = oneDay ? from : day("until", wanted.until(), "Last day", now, entry);
		if (from.isPresent() && until.isPresent()) {
			entry.expect(!until.get().isBefore(from.get()), "until", "a day on or after " + from.get(), wanted.until(),
					"Last day must be on or after " + Period.day(from.get()).inWords());
		}
		entry.refuseFaults();
		Annotation annotation = new Annotation(0, measure.orElseThrow(),
				Period.ofClosed(from.orElseThrow(), until.orElseThrow()), words, visitor.signedIn(), this.today.now(),
				null);
		long number = Objects.requireNonNull(this.transactions.execute((transaction) -> {
			long added = this.comments.annotate(plan.on(now).plan().id(), annotation);
			this.trail.add(Action.ANNOTATION, annotation.author(),
					"Annotation %d of measure %s of plan %s, %s: %s".formatted(added, annotation.measure(),
							plan.on(now).plan().id(), annotation.days().inWords(), annotation.words()));
			return added;
		}));
		return new Annotation(number, annotation.measure(), annotation.days(), words, annotation.author(),
				annotation.knownAt(), null);
	}

	/**
	 * Takes an annotation of the plan back; it stays on record.
	 * @return whether it was there and had not been taken back
	 * @throws AccessDeniedException unless the visitor may write about its measure
	 */
	public boolean withdraw(long number, PlanEditions plan, Visitor visitor) {
		Optional<Annotation> found = this.comments.commentary(plan, this.today.day())
			.annotations()
			.stream()
			.filter((each) -> each.number() == number)
			.findFirst();
		refuseStrangers(found.map((each) -> each.measure().value()).orElse(null), plan, visitor);
		return found.isPresent() && Boolean.TRUE.equals(this.transactions.execute((transaction) -> {
			boolean withdrawn = this.comments.withdraw(number,
					new Annotation.AnnotationWithdrawal(visitor.signedIn(), this.today.now()));
			if (withdrawn) {
				this.trail.add(Action.ANNOTATION, visitor.signedIn(),
						"Withdrew annotation %d of measure %s of plan %s: %s".formatted(number, found.get().measure(),
								plan.id(), found.get().words()));
			}
			return withdrawn;
		}));
	}

	private void refuseStrangers(@Nullable String measure, PlanEditions plan, Visitor visitor) {
		boolean allowed = visitor.writesFor(null) || plan.on(this.today.day())
			.plan()
			.objectives()
			.stream()
			.filter((objective) -> objective.measures().stream().anyMatch((each) -> each.id().value().equals(measure)))
			.anyMatch((objective) -> visitor.writesFor(objective.owner()));
		if (!allowed) {
			throw new AccessDeniedException("Annotations are taken from editors and from owners of the measure");
		}
	}

	private static Optional<LocalDate> day(String field, @Nullable String sent, String label, LocalDate now,
			Entry entry) {
		entry.expect(sent != null && !sent.isBlank(), field, "a day such as " + now, sent,
				"Enter the " + label.toLowerCase(Locale.UK));
		Optional<LocalDate> day = entry.day(field, sent, now, label);
		day.ifPresent((each) -> entry.expect(!each.isAfter(now) && !each.isBefore(EARLIEST), field,
				"a day from " + EARLIEST + " to today, " + now, sent,
				label + " must be from " + Period.day(EARLIEST).inWords() + " to today"));
		return day;
	}

	/**
	 * An annotation as it was sent.
	 *
	 * @param measure the id of the measure
	 * @param from the first day
	 * @param until the last day, inclusive; the first when absent
	 * @param words what happened
	 */
	public record WantedAnnotation(@Nullable String measure, @Nullable String from, @Nullable String until,
			@Nullable String words) {

	}

}
