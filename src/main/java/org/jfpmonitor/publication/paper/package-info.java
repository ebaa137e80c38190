/**
 * The paper for the board's meeting, with the columns of the published update: as PDF and
 * as a Word document, which a secretary goes on writing in.
 */
@NullMarked
package org.jfpmonitor.publication.paper;

import org.jspecify.annotations.NullMarked;
