/** The files with which an installation of one's own begins. */
@NullMarked
package org.jfpmonitor.command.init;

import org.jspecify.annotations.NullMarked;
