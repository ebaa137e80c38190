package org.jfpmonitor.demonstration;

import java.time.LocalDate;

/**
 * One made-up extract.
 *
 * @param arrivedOn the day that names its folder
 * @param name its file name
 * @param content its text
 */
record DemoFile(LocalDate arrivedOn, String name, String content) {

}
