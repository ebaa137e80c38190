/**
 * What a request is and where it comes from, before anybody asks who sends it: kinds of
 * addresses, proxies that are believed, and what is refused unread.
 */
@NullMarked
package org.jfpmonitor.access.request;

import org.jspecify.annotations.NullMarked;
