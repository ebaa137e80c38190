package org.jfpmonitor.publication.parameters;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Names parameters that may stand in an address as often as somebody likes, and that the
 * method reads by itself, because Spring would cut a single one at its commas.
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface SeveralTimes {

	/** The names of the parameters. */
	String[] value();

}
