package org.jfpmonitor.notification;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Who mails come from.
 *
 * @param from the address; unset means the account's, where that is one
 */
@ConfigurationProperties("jfp.mail")
record SenderProperties(@Nullable String from) {

}
