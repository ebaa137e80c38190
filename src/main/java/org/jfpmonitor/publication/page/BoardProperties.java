package org.jfpmonitor.publication.page;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What the pages need to be told.
 *
 * @param demo whether the figures are the demonstration's, which every page then says
 */
@ConfigurationProperties("jfp")
record BoardProperties(@DefaultValue("false") boolean demo) {

}
