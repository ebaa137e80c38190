/**
 * What is to be sent, kept until it is: once, with growing pauses, or given up in words.
 */
@NamedInterface("outbox")
@NullMarked
package org.jfpmonitor.notification.outbox;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
