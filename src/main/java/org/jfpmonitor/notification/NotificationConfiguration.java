package org.jfpmonitor.notification;

import org.jfpmonitor.notification.outbox.MailTransport;
import org.jfpmonitor.notification.outbox.SendingProperties;
import org.jfpmonitor.notification.smtp.FolderTransport;
import org.jfpmonitor.notification.smtp.SmtpTransport;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.mail.javamail.JavaMailSenderImpl;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({ MailProperties.class, SenderProperties.class })
class NotificationConfiguration {

	/** The mail server of {@code spring.mail.*} when one is set, otherwise the folder. */
	@Bean
	MailTransport mailTransport(ObjectProvider<JavaMailSenderImpl> server, MailProperties properties,
			SendingProperties sending, Environment environment) {
		MailSettings settings = MailSettings.of(environment);
		JavaMailSenderImpl smtp = server.getIfAvailable();
		return (smtp != null) ? new SmtpTransport(smtp, settings.sender(), sending.timeLimit())
				: new FolderTransport(properties.data().resolve("mail"), settings.sender());
	}

}
