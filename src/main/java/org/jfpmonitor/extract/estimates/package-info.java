/**
 * Lists of organisations whose figures their publisher estimated.
 */
@NullMarked
package org.jfpmonitor.extract.estimates;

import org.jspecify.annotations.NullMarked;
