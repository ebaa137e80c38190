/** What a mail told, kept with it, and which of that is no longer so. */
@NullMarked
package org.jfpmonitor.notification.fact;

import org.jspecify.annotations.NullMarked;
