package org.jfpmonitor.publication.page;

import java.util.List;
import java.util.Set;

import org.jfpmonitor.publication.FieldFault;
import org.jspecify.annotations.Nullable;

/**
 * What is wrong with a form that was sent: for the summary at the top of the page, each
 * with a link to its field, and beside each field.
 *
 * @param errors at least one, in the order of the fields
 */
public record FormErrors(List<FormError> errors) {

	public FormErrors {
		errors = List.copyOf(errors);
	}

	/**
	 * The faults of a form.
	 * @param days the fields that are typed as day, month and year
	 */
	public static FormErrors of(List<FieldFault> faults, String... days) {
		Set<String> typed = Set.of(days);
		return new FormErrors(faults.stream()
			.map((each) -> new FormError(each.field(),
					typed.contains(each.field()) ? each.field() + "-day" : each.field(), each.message()))
			.toList());
	}

	/** One that belongs to a field of the form. */
	public static FormErrors of(String field, String message) {
		return new FormErrors(List.of(new FormError(field, field, message)));
	}

	/**
	 * The same, of one of several like forms of a page, which begins each id with its
	 * name.
	 */
	public FormErrors in(String form) {
		return new FormErrors(this.errors.stream()
			.map((each) -> new FormError(form + "-" + each.field(), form + "-" + each.anchor(), each.message()))
			.toList());
	}

	/** What is wrong with the field first, or null. */
	public @Nullable String at(String field) {
		return this.errors.stream()
			.filter((each) -> each.field().equals(field))
			.map(FormError::message)
			.findFirst()
			.orElse(null);
	}

	/**
	 * What is wrong with a field.
	 *
	 * @param field its name
	 * @param anchor the id of the element that the summary leads to
	 * @param message what to do
	 */
	public record FormError(String field, String anchor, String message) {

	}

}
