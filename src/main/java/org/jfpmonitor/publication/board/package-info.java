/**
 * The pages that people read: the board, why each objective stands where it stands, what
 * was delivered, and the report that is printed for the meeting. Plain HTML rendered on
 * the server; every page works without scripts.
 */
@NullMarked
package org.jfpmonitor.publication.board;

import org.jspecify.annotations.NullMarked;
