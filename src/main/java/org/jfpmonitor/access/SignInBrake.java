package org.jfpmonitor.access;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Slows guessing down. Wrong passwords are counted for a user and an address together, so
 * that a stranger makes nobody wait but themselves, and for an address whoever it tries
 * to be. Past a few of them each further one doubles the time until the next is looked
 * at; a right one, or a quiet hour, forgets them.
 */
final class SignInBrake {

	/** Wrong passwords for one user from one address that cost nothing. */
	static final int FREE = 5;

	/** Wrong passwords from one address, whoever it tries to be, that cost nothing. */
	static final int FREE_OF_ADDRESS = 50;

	static final Duration LONGEST = Duration.ofMinutes(15);

	private static final Duration FORGOTTEN = Duration.ofHours(1);

	/** Enough for everybody who errs; whoever fills it up is slowed down by address. */
	private static final int MOST = 10_000;

	private final Clock clock;

	private final Map<String, Failures> failures = new LinkedHashMap<>(16, 0.75f, true) {

		private static final long serialVersionUID = 1L;

		@Override
		protected boolean removeEldestEntry(Map.Entry<String, Failures> eldest) {
			return size() > MOST;
		}

	};

	SignInBrake(Clock clock) {
		this.clock = clock;
	}

	/**
	 * How long it takes until the next password is looked at; empty when it is at once.
	 */
	synchronized Optional<Duration> wait(String user, String address) {
		Duration wait = longer(left(pair(user, address), FREE), left(network(address), FREE_OF_ADDRESS));
		return wait.isZero() ? Optional.empty() : Optional.of(wait);
	}

	/** Counts a wrong password. */
	synchronized void failed(String user, String address) {
		this.failures.merge(pair(user, address), new Failures(1, this.clock.instant()), this::add);
		this.failures.merge(network(address), new Failures(1, this.clock.instant()), this::add);
	}

	/** Forgets the wrong passwords of the user from the address. */
	synchronized void succeeded(String user, String address) {
		this.failures.remove(pair(user, address));
	}

	private Failures add(Failures earlier, Failures now) {
		return isForgotten(earlier) ? now : new Failures(earlier.count() + now.count(), now.last());
	}

	private Duration left(String key, int free) {
		Failures counted = this.failures.get(key);
		if (counted == null || counted.count() < free || isForgotten(counted)) {
			return Duration.ZERO;
		}
		Duration grown = Duration.ofSeconds(1L << Math.min(counted.count() - free, 20));
		Duration whole = (grown.compareTo(LONGEST) < 0) ? grown : LONGEST;
		Duration left = Duration.between(this.clock.instant(), counted.last().plus(whole));
		return left.isNegative() ? Duration.ZERO : left;
	}

	private boolean isForgotten(Failures counted) {
		return counted.last().plus(FORGOTTEN).isBefore(this.clock.instant());
	}

	private static Duration longer(Duration one, Duration other) {
		return (one.compareTo(other) > 0) ? one : other;
	}

	private static String pair(String user, String address) {
		return network(address) + " " + user.toLowerCase(Locale.ROOT);
	}

	/**
	 * One machine has as many addresses of IPv6 as it likes, all with the same first
	 * half.
	 */
	private static String network(String address) {
		try {
			byte[] bytes = InetAddress.getByName(address).getAddress();
			return HexFormat.of().formatHex((bytes.length > 4) ? Arrays.copyOf(bytes, 8) : bytes);
		}
		catch (UnknownHostException ex) {
			return address;
		}
	}

	/**
	 * Wrong passwords.
	 *
	 * @param count how many
	 * @param last when the last was sent
	 */
	private record Failures(int count, Instant last) {

	}

}
