/**
 * The PostgreSQL server of our own: its folder, its processes, how it starts and who else
 * uses it.
 */
@NullMarked
package org.jfpmonitor.store.embedded;

import org.jspecify.annotations.NullMarked;
