package org.jfpmonitor.notification.digest;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Whether owners are reminded.
 *
 * @param reminder whether the first run of a month also tells each owner what is still
 * underperforming or delayed
 */
@ConfigurationProperties("jfp.mail")
public record ReminderProperties(@DefaultValue("false") boolean reminder) {

}
