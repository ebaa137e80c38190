/**
 * What was worked out last from the store, at hand as long as the store is the same.
 */
@NullMarked
@NamedInterface("recent")
package org.jfpmonitor.store.recent;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
