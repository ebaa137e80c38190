/**
 * The plans of a service, each with how its objectives stand.
 */
@NullMarked
package org.jfpmonitor.publication.plans;

import org.jspecify.annotations.NullMarked;
