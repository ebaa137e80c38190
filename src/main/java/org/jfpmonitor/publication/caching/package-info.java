/** What spares a reader the answer that they have already. */
@NullMarked
package org.jfpmonitor.publication.caching;

import org.jspecify.annotations.NullMarked;
