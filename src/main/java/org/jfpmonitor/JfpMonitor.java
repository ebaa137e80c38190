package org.jfpmonitor;

import org.jspecify.annotations.NullMarked;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/**
 * Where each objective of a Joint Forward Plan stands, and why. This is only the door:
 * what the service does is in the rooms beside it, one package each.
 */
@NullMarked
@SpringBootApplication
@ConfigurationPropertiesScan
public class JfpMonitor {

	/**
	 * Starts the service.
	 * @param arguments what was typed after the name of the jar
	 */
	public static void main(String[] arguments) {
		SpringApplication.run(JfpMonitor.class, arguments);
	}

}
