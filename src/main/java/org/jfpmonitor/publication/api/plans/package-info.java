/**
 * The plans of a service, for programs.
 */
@NullMarked
package org.jfpmonitor.publication.api.plans;

import org.jspecify.annotations.NullMarked;
