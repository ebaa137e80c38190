/** What a stop from outside (SIGTERM, Ctrl-C) says. */
@NullMarked
package org.jfpmonitor.command.signal;

import org.jspecify.annotations.NullMarked;
