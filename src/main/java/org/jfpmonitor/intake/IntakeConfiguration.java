package org.jfpmonitor.intake;

import org.jfpmonitor.calendar.Today;
import org.jfpmonitor.intake.inbox.DataFolders;
import org.jfpmonitor.intake.inbox.FileNames;
import org.jfpmonitor.intake.inbox.Inbox;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(IntakeProperties.class)
class IntakeConfiguration {

	private static final Logger logger = LoggerFactory.getLogger(IntakeConfiguration.class);

	@Bean
	DataFolders dataFolders(IntakeProperties properties) {
		FileNames.warning(FileNames.encoding()).ifPresent(logger::warn);
		return DataFolders.in(properties.data()).made();
	}

	@Bean
	Inbox inbox(DataFolders folders, IntakeProperties properties, Today today) {
		return new Inbox(folders.inbox(), properties.inbox().quiet(), Inbox::sleep, today);
	}

}
