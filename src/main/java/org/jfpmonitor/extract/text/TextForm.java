package org.jfpmonitor.extract.text;

import java.nio.charset.Charset;

import org.jspecify.annotations.Nullable;

/**
 * How the text of a file is written.
 *
 * @param encoding the encoding, or null to recognise it
 * @param delimiter what stands between two fields
 */
public record TextForm(@Nullable Charset encoding, char delimiter) {

}
