/**
 * The report that is printed for the meeting.
 */
@NullMarked
package org.jfpmonitor.publication.report;

import org.jspecify.annotations.NullMarked;
