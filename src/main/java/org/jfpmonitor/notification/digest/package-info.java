/**
 * What is news for whom: the items of one mail.
 */
@NullMarked
package org.jfpmonitor.notification.digest;

import org.jspecify.annotations.NullMarked;
