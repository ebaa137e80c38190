/** Which passwords a user of the settings may have. */
@NullMarked
package org.jfpmonitor.command.password;

import org.jspecify.annotations.NullMarked;
