package org.jfpmonitor.publication.parameters;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a page that has no plan around it and shows how things stand now: nobody can ask
 * it about another day.
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface OfToday {

	/** What else to do, a sentence. */
	String value();

}
