/**
 * Which plan an address is about.
 */
@NamedInterface("address")
@NullMarked
package org.jfpmonitor.publication.address;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.NamedInterface;
