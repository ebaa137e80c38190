/**
 * The whole database in one file, and back. It needs no program of PostgreSQL's, so it
 * works for the embedded server, too, and while the service is running.
 */
@NullMarked
@NamedInterface("backup")
package org.jfpmonitor.store.backup;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
