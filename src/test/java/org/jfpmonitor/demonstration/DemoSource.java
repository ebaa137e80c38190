package org.jfpmonitor.demonstration;

import java.util.List;

/** One publication or local supply of which the demonstration holds a year of files. */
interface DemoSource {

	List<DemoFile> files();

}
