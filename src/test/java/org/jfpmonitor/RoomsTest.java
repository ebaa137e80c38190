package org.jfpmonitor;

import org.junit.jupiter.api.Test;

import org.springframework.modulith.core.ApplicationModules;

class RoomsTest {

	@Test
	void roomsImportOnlyWhatTheyDeclare() {
		ApplicationModules.of(JfpMonitor.class).verify();
	}

}
