package org.jfpmonitor.publication;

import java.io.IOException;
import java.io.Writer;

/** The report that is printed for the board: every objective with its reason. */
public interface BoardReport {

	/**
	 * Writes the report as one HTML page that needs no other file and no server.
	 * @param viewpoint the day it speaks of, and the day whose knowledge it uses
	 * @param out where it is written; neither flushed nor closed
	 */
	void write(Viewpoint viewpoint, Writer out) throws IOException;

}
