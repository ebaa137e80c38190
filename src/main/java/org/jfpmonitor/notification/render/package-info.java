/**
 * How a mail looks.
 */
@NullMarked
package org.jfpmonitor.notification.render;

import org.jspecify.annotations.NullMarked;
