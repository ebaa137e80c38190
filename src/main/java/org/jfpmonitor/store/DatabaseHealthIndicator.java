package org.jfpmonitor.store;

import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/**
 * The health of the database as the watch found it last, so that the answer does not wait
 * for the database. Takes the place of Spring Boot's own.
 */
@Component("dbHealthIndicator")
@Profile("!command")
class DatabaseHealthIndicator extends AbstractHealthIndicator {

	private final DatabaseWatch watch;

	DatabaseHealthIndicator(DatabaseWatch watch) {
		this.watch = watch;
	}

	@Override
	protected void doHealthCheck(Health.Builder health) {
		switch (this.watch.state()) {
			case ANSWERS -> health.up();
			case READ_ONLY -> health.outOfService()
				.withDetail("database", "Expected one that can be written to, found one that can only be read.");
			case AWAY -> health.down().withDetail("database", "Expected an answer, found none.");
		}
	}

}
