/** Who may see and edit which of several plans. */
@NullMarked
package org.jfpmonitor.access.plan;

import org.jspecify.annotations.NullMarked;
