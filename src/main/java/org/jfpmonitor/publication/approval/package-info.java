/**
 * How a report is approved and published in one act, and how every published report can
 * be read for ever as it was.
 */
@NullMarked
package org.jfpmonitor.publication.approval;

import org.jspecify.annotations.NullMarked;
