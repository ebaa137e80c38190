/** Who may read, who signs in and how, and which of these settings are refused. */
@NamedInterface("settings")
@NullMarked
package org.jfpmonitor.access.settings;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
