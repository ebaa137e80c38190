/** The page of the audit trail: who did what, when and from where. */
@NullMarked
package org.jfpmonitor.publication.audit;

import org.jspecify.annotations.NullMarked;
