package org.jfpmonitor.notification.outbox;

import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How often and how long a mail is tried.
 *
 * @param attempts after how many attempts a mail is given up; while the server cannot be
 * reached none is counted
 * @param timeLimit how long one mail may take in all
 */
@ConfigurationProperties("jfp.mail")
public record SendingProperties(@DefaultValue("40") int attempts, @DefaultValue("2m") Duration timeLimit) {

}
