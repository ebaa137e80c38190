package org.jfpmonitor.publication.original;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;

import jakarta.servlet.http.HttpServletRequest;
import org.jfpmonitor.audit.Action;
import org.jfpmonitor.audit.AuditTrail;
import org.jfpmonitor.extract.LayoutFolder;
import org.jfpmonitor.extract.result.Extract;
import org.jfpmonitor.intake.delivery.Arrival;
import org.jfpmonitor.intake.delivery.Deliveries;
import org.jfpmonitor.intake.delivery.Delivery;
import org.jfpmonitor.intake.inbox.FiledFiles;
import org.jspecify.annotations.Nullable;

import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** Finds originals in the archive and among the refused. */
@Component
class KeptOriginals implements Originals {

	private static final String FOLDER = " Whoever may read the data folder of the service finds it there.";

	private final Deliveries deliveries;

	private final FiledFiles files;

	private final LayoutFolder layouts;

	private final AuditTrail trail;

	KeptOriginals(Deliveries deliveries, FiledFiles files, LayoutFolder layouts, AuditTrail trail) {
		this.deliveries = deliveries;
		this.files = files;
		this.layouts = layouts;
		this.trail = trail;
	}

	@Override
	public @Nullable String withheld(Delivery delivery) {
		if (delivery.layout() == null) {
			return "The original is not given out, because no layout recognised it, so that it may hold anything."
					+ FOLDER;
		}
		Set<String> confidential = this.layouts.inForce().confidential();
		Set<String> all = Set.copyOf(this.layouts.inForce().ids());
		boolean open = !delivery.lines().rounded() && Arrays.stream(delivery.layout().split(", ", -1))
			.allMatch((each) -> all.contains(each) && !confidential.contains(each));
		if (!open) {
			return "The original is not given out, because files of its layout, " + delivery.layout()
					+ ", may hold rows of persons or small numbers." + FOLDER;
		}
		if (delivery.state() != Delivery.Outcome.PUBLISHED || delivery.lines().rejected() > 0
				|| isReadInPart(delivery)) {
			return "The original is not given out, because it was refused, or something of it was rejected or not read,"
					+ " which may be anything." + FOLDER;
		}
		return null;
	}

	private static boolean isReadInPart(Delivery delivery) {
		return delivery.warnings().stream().anyMatch((each) -> each.startsWith(Extract.NOT_READ));
	}

	@Override
	public ResponseEntity<Resource> answer(Delivery delivery, HttpServletRequest request) {
		String withheld = withheld(delivery);
		if (withheld != null) {
			throw new NoOriginal(withheld);
		}
		Path file = file(delivery).orElseThrow(() -> new NoOriginal("The original of file " + delivery.id()
				+ " is no longer kept: it was removed when its time was over, or by hand."
				+ " What it was published with is on its page."));
		if (request.getMethod().equals(HttpMethod.GET.name())) {
			this.trail.add(Action.ORIGINAL, request.getRemoteUser(),
					delivery.fileName() + ", file received, number " + delivery.id());
		}
		return ResponseEntity.ok()
			.contentType(MediaType.APPLICATION_OCTET_STREAM)
			.cacheControl(CacheControl.noStore())
			.header(HttpHeaders.CONTENT_DISPOSITION,
					ContentDisposition.attachment()
						.filename(delivery.fileName(), StandardCharsets.UTF_8)
						.build()
						.toString())
			.body(new FileSystemResource(file));
	}

	private Optional<Path> file(Delivery delivery) {
		try {
			return this.files.find(delivery.sha256(),
					this.deliveries.arrivals(delivery.id()).stream().map(Arrival::fileName).toList());
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
