/**
 * What tells one person from another, wherever it stands.
 */
@NamedInterface("person")
@NullMarked
package org.jfpmonitor.extract.person;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
