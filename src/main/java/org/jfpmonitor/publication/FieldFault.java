package org.jfpmonitor.publication;

/**
 * A fault of one field of what a person or a program sent.
 *
 * @param field the name of the field
 * @param sentence for a program: the field, what was expected and what was found
 * @param message for a person at the form: what to do, in the form's own words
 */
public record FieldFault(String field, String sentence, String message) {

}
