/**
 * How one mail reaches a server, or a folder, and what the answer means.
 */
@NullMarked
package org.jfpmonitor.notification.smtp;

import org.jspecify.annotations.NullMarked;
