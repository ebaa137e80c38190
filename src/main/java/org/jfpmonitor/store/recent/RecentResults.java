package org.jfpmonitor.store.recent;

import java.util.Objects;
import java.util.function.Supplier;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Weigher;

/**
 * Results by what was asked, each as long as a look finds what it was worked out from.
 * Whoever asks for one that is being worked out waits for it, and a newer one takes the
 * place of the older. Those asked for seldom and long ago go first when there are too
 * many.
 *
 * @param <K> what was asked
 * @param <V> a result, immutable
 */
public final class RecentResults<K, V> {

	/** Who works out one result keeps nobody waiting who asks for another. */
	private static final int PLACES = 1024;

	private final Cache<K, HeldResult<V>> results;

	/**
	 * None yet.
	 * @param most what all results that are held may weigh together
	 * @param weight the weight of a result; one that is heavier than all may be is not
	 * held
	 */
	public RecentResults(long most, Weigher<K, V> weight) {
		this.results = Caffeine.newBuilder()
			.initialCapacity(PLACES)
			.maximumWeight(most)
			.weigher((K question, HeldResult<V> result) -> weight.weigh(question, result.value()))
			.executor(Runnable::run)
			.build();
	}

	/**
	 * The result, worked out unless it is at hand; a failure is not kept.
	 * @param look taken before, at all that the result depends on beside the question
	 * @param work asks for no other result that is held here
	 */
	public V get(K question, Look look, Supplier<V> work) {
		HeldResult<V> held = this.results.getIfPresent(question);
		if (held != null && held.look().isGoodFor(look)) {
			return held.value();
		}
		return Objects.requireNonNull(this.results.asMap()
			.compute(question, (same, before) -> (before != null && before.look().isGoodFor(look)) ? before
					: new HeldResult<>(look, work.get())))
			.value();
	}

	private record HeldResult<V>(Look look, V value) {

	}

}
