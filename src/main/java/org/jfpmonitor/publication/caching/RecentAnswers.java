package org.jfpmonitor.publication.caching;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

import jakarta.servlet.http.HttpServletRequest;
import org.jfpmonitor.publication.Viewpoint;
import org.jfpmonitor.store.recent.Look;
import org.jfpmonitor.store.recent.RecentResults;

import org.springframework.stereotype.Component;

/**
 * What was printed last for everybody alike, so that who comes for the first time gets
 * what another was shown. Held as long as an entity tag would be the same.
 */
@Component
public class RecentAnswers {

	/** Bytes: a sixteenth of the heap. */
	private static final long MOST = Runtime.getRuntime().maxMemory() / 16;

	private final RecentResults<PageQuestion, String> texts = new RecentResults<>(MOST,
			(question, text) -> 2 * text.length());

	/**
	 * The text, printed unless it is at hand; empty for a request whose answer depends on
	 * more than the store and the day.
	 * @param what is asked, with all that the text depends on beside the viewpoint, the
	 * path before links, the store and the day: nothing of who asks, unless it is in here
	 * @param printing prints it from these alone
	 */
	public Optional<String> text(HttpServletRequest request, Viewpoint viewpoint, List<?> what,
			Supplier<String> printing) {
		PageQuestion question = new PageQuestion(request.getContextPath(), viewpoint.plan().id().value(),
				viewpoint.asOf().toString(), viewpoint.knownOn().toString(), List.copyOf(what));
		return EntityTags.look(request).map((look) -> this.texts.get(question, look, printing));
	}

	private record PageQuestion(String contextPath, String plan, String asOf, String knownOn, List<?> what) {

	}

}
