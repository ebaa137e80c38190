/**
 * What is answered where a question cannot be: problem documents (RFC 9457), and the
 * description of the interface.
 */
@NullMarked
package org.jfpmonitor.publication.api.problem;

import org.jspecify.annotations.NullMarked;
