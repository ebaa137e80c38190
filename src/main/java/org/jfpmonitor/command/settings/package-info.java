/** Settings that nobody reads, or whose values do not fit. */
@NullMarked
package org.jfpmonitor.command.settings;

import org.jspecify.annotations.NullMarked;
