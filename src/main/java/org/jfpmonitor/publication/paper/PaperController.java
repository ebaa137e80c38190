package org.jfpmonitor.publication.paper;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Locale;

import org.jfpmonitor.publication.BoardPaper;
import org.jfpmonitor.publication.Viewpoint;
import org.jfpmonitor.publication.address.Download;
import org.jfpmonitor.publication.page.Visitor;

import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** The paper to take away. */
@Controller
class PaperController {

	private final PaperWriter paper;

	PaperController(PaperWriter paper) {
		this.paper = paper;
	}

	@GetMapping("/report.pdf")
	ResponseEntity<byte[]> pdf(Viewpoint viewpoint, Visitor visitor) throws IOException {
		return document(viewpoint, visitor, BoardPaper.Format.PDF);
	}

	@GetMapping("/report.docx")
	ResponseEntity<byte[]> docx(Viewpoint viewpoint, Visitor visitor) throws IOException {
		return document(viewpoint, visitor, BoardPaper.Format.DOCX);
	}

	@GetMapping("/report.csv")
	ResponseEntity<byte[]> csv(Viewpoint viewpoint, Visitor visitor) throws IOException {
		return document(viewpoint, visitor, BoardPaper.Format.CSV);
	}

	@GetMapping("/report.json")
	ResponseEntity<byte[]> json(Viewpoint viewpoint, Visitor visitor) throws IOException {
		return document(viewpoint, visitor, BoardPaper.Format.JSON);
	}

	/** Made whole before anything is sent, so that a failure is an answer of its own. */
	private ResponseEntity<byte[]> document(Viewpoint viewpoint, Visitor visitor, BoardPaper.Format format)
			throws IOException {
		ByteArrayOutputStream out = new ByteArrayOutputStream();
		this.paper.write(viewpoint, visitor.setsStatuses(), format, out);
		return ResponseEntity.ok()
			.contentType(MediaType.parseMediaType(format.mediaType()))
			.header(HttpHeaders.CONTENT_DISPOSITION,
					Download.of(viewpoint.edition().plan().id(),
							"report-" + viewpoint.asOf() + "." + format.name().toLowerCase(Locale.ROOT)))
			.body(out.toByteArray());
	}

}
