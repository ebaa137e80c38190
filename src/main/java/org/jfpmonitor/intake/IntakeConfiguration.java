package org.jfpmonitor.intake;

import org.jfpmonitor.calendar.Today;
import org.jfpmonitor.intake.inbox.DataFolders;
import org.jfpmonitor.intake.inbox.Inbox;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class IntakeConfiguration {

	@Bean
	DataFolders dataFolders(IntakeProperties properties) {
		return DataFolders.in(properties.data()).made();
	}

	@Bean
	Inbox inbox(DataFolders folders, IntakeProperties properties, Today today) {
		return new Inbox(folders.inbox(), properties.inbox().quiet(), Inbox::sleep, today);
	}

}
