package org.jfpmonitor.notification;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What mails need to know of their surroundings.
 *
 * @param data the data folder; its folder {@code mail} takes the mails while no mail
 * server is set
 * @param baseUrl where readers reach the pages, without a slash at the end
 * @param mail the sender and the number of attempts
 */
@ConfigurationProperties("jfp")
public record MailProperties(@DefaultValue("data") Path data, @DefaultValue("http://localhost:8080") URI baseUrl,
		@DefaultValue Sending mail) {

	/**
	 * How mails are sent.
	 *
	 * @param from the sender; unset means the account's own address, which NHSmail asks
	 * for
	 * @param attempts after how many attempts a mail is given up; while the server cannot
	 * be reached none is counted
	 * @param timeLimit how long one mail may take in all
	 */
	public record Sending(@Nullable String from, @DefaultValue("40") int attempts,
			@DefaultValue("2m") Duration timeLimit) {

	}

}
