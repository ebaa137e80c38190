package org.jfpmonitor.publication.api;

import java.time.Instant;
import java.time.LocalDate;

import org.jfpmonitor.commentary.Annotation;

/** A few words about some days of a measure's figures; both days are inclusive. */
record AnnotationJson(long number, String measure, LocalDate from, LocalDate until, String words, String author,
		Instant writtenAt) {

	static AnnotationJson of(Annotation annotation) {
		return new AnnotationJson(annotation.number(), annotation.measure().value(), annotation.days().start(),
				annotation.days().lastDay(), annotation.words(), annotation.author(), annotation.knownAt());
	}

}
