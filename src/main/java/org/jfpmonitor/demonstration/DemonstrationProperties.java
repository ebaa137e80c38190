package org.jfpmonitor.demonstration;

import java.nio.file.Path;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Whether and from where the demonstration is played.
 *
 * @param demo whether an empty database is filled with the demonstration's extracts
 * @param config the folder of the plan and the layouts; its folder {@code demo} holds one
 * folder for each day of arrival
 */
@ConfigurationProperties("jfp")
record DemonstrationProperties(@DefaultValue("false") boolean demo, @DefaultValue("config") Path config) {

}
