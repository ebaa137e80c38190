package org.jfpmonitor.publication.caching;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jfpmonitor.publication.Viewpoint;
import org.jfpmonitor.publication.page.Frames;
import org.jfpmonitor.publication.page.Visitor;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.context.WebContext;
import org.thymeleaf.web.servlet.JakartaServletWebApplication;

import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/**
 * The content of pages that look the same to everybody who gets them, printed once for
 * all and put into the frame of each reader. It is printed for nobody: with no name, no
 * role and no form token, so that it can hold none.
 */
@Component
public class PageContents {

	/** Where the layout finds a content that has been printed. */
	private static final String PRINTED = "printed";

	private static final Set<String> CONTENT = Set.of("#content");

	private final RecentAnswers recent;

	private final Frames frames;

	private final ITemplateEngine templates;

	PageContents(RecentAnswers recent, Frames frames, ITemplateEngine templates) {
		this.recent = recent;
		this.frames = frames;
		this.templates = templates;
	}

	/**
	 * Puts the content of the page into the model, as it was printed last, or else what
	 * it is printed from.
	 * @param page the name of the template
	 * @param what all that the content depends on beside the viewpoint, the store and the
	 * day
	 * @param parts what the template shows
	 */
	public void add(Model model, Viewpoint viewpoint, String page, List<?> what, Supplier<Map<String, ?>> parts) {
		ServletRequestAttributes exchange = (ServletRequestAttributes) RequestContextHolder.currentRequestAttributes();
		HttpServletRequest request = exchange.getRequest();
		this.recent
			.text(request, viewpoint, Stream.concat(Stream.of(page), what.stream()).toList(),
					() -> print(page, parts.get(), viewpoint, request, Objects.requireNonNull(exchange.getResponse())))
			.ifPresentOrElse((content) -> model.addAttribute(PRINTED, content),
					() -> model.addAllAttributes(parts.get()));
	}

	private String print(String page, Map<String, ?> parts, Viewpoint viewpoint, HttpServletRequest request,
			HttpServletResponse response) {
		Map<String, Object> shown = new HashMap<>(parts);
		shown.put("frame", this.frames.frame(viewpoint, Visitor.NOBODY));
		return this.templates.process(page, CONTENT,
				new WebContext(JakartaServletWebApplication.buildApplication(request.getServletContext())
					.buildExchange(request, response), Locale.UK, shown));
	}

}
