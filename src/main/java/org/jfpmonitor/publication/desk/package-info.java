/**
 * What signed-in people send from the pages: extracts and overrides. It answers with a
 * way back to the page, which shows what came of it.
 */
@NullMarked
package org.jfpmonitor.publication.desk;

import org.jspecify.annotations.NullMarked;
