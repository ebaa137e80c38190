package org.jfpmonitor.notification;

import org.jfpmonitor.notification.smtp.FolderPost;
import org.jfpmonitor.notification.smtp.Post;
import org.jfpmonitor.notification.smtp.SmtpPost;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.mail.javamail.JavaMailSenderImpl;

@Configuration(proxyBeanMethods = false)
class NotificationConfiguration {

	/** The mail server of {@code spring.mail.*} when one is set, otherwise the folder. */
	@Bean
	Post post(ObjectProvider<JavaMailSenderImpl> server, MailProperties properties, Environment environment) {
		MailSettings settings = MailSettings.of(environment);
		if (!settings.faults().isEmpty()) {
			throw new FaultyMailSettings(settings.faults());
		}
		JavaMailSenderImpl smtp = server.getIfAvailable();
		return (smtp != null) ? new SmtpPost(smtp, settings.sender(), properties.mail().timeLimit())
				: new FolderPost(properties.data().resolve("mail"), settings.sender());
	}

}
