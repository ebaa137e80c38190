/**
 * Single sign-on by OpenID Connect: where the provider is comes from Spring's settings,
 * what its accounts may do from {@code jfp.access.sign-on}. Nothing is kept about who
 * only began to sign in.
 */
@NullMarked
package org.jfpmonitor.access.oidc;

import org.jspecify.annotations.NullMarked;
