/** How far a run has come, for whoever waits for it at a shell. */
@NullMarked
package org.jfpmonitor.command.progress;

import org.jspecify.annotations.NullMarked;
