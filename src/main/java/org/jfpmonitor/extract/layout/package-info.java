/**
 * What a layout file says about files of one kind: how they are recognised, what their
 * columns mean, which figures come out and what is checked. Only data; reading a file by
 * it is the neighbour's work.
 */
@NullMarked
package org.jfpmonitor.extract.layout;

import org.jspecify.annotations.NullMarked;
