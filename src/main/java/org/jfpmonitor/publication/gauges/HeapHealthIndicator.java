package org.jfpmonitor.publication.gauges;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.lang.management.MemoryUsage;
import java.util.List;

import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;
import org.springframework.stereotype.Component;

/**
 * Says that the service is down when the heap is gone: what the last collection could not
 * free fills the part for lasting objects. Requests fail then one by one while everything
 * else still looks well.
 */
@Component
class HeapHealthIndicator extends AbstractHealthIndicator {

	private static final double FULL = 0.97;

	private final List<MemoryPoolMXBean> lasting = ManagementFactory.getMemoryPoolMXBeans()
		.stream()
		.filter((each) -> each.getType() == MemoryType.HEAP && each.isUsageThresholdSupported()
				&& each.isCollectionUsageThresholdSupported())
		.toList();

	@Override
	protected void doHealthCheck(Health.Builder health) {
		say(this.lasting.stream().map(MemoryPoolMXBean::getCollectionUsage).anyMatch(HeapHealthIndicator::isFull),
				health);
	}

	static void say(boolean full, Health.Builder health) {
		if (full) {
			health.down().withDetail("heap", "Expected room after a collection, found none. Give more with -Xmx.");
		}
		else {
			health.up();
		}
	}

	/** A pool without a limit of its own is never full. */
	static boolean isFull(MemoryUsage left) {
		return left.getMax() > 0 && left.getUsed() > FULL * left.getMax();
	}

}
