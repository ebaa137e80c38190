package org.jfpmonitor.notification;

import java.net.URI;
import java.nio.file.Path;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What mails need to know of their surroundings.
 *
 * @param data the data folder; its folder {@code mail} takes the mails while no mail
 * server is set
 * @param baseUrl where readers reach the pages, without a slash at the end
 */
@ConfigurationProperties("jfp")
record MailProperties(@DefaultValue("data") Path data, @DefaultValue("http://localhost:8080") URI baseUrl) {

}
