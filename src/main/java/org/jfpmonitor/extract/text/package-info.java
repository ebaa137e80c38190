/**
 * From the bytes of one file to its records: unpacked within bounds, decoded without ever
 * inventing a character, parsed by Apache Commons CSV, each record with its line. Knows
 * nothing of layouts.
 */
@NullMarked
package org.jfpmonitor.extract.text;

import org.jspecify.annotations.NullMarked;
