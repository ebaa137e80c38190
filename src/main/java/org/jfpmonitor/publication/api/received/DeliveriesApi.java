package org.jfpmonitor.publication.api.received;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import io.swagger.v3.oas.annotations.Operation;
import jakarta.servlet.http.HttpServletRequest;
import org.jfpmonitor.calendar.Today;
import org.jfpmonitor.intake.Intake;
import org.jfpmonitor.intake.delivery.Deliveries;
import org.jfpmonitor.intake.delivery.Delivery;
import org.jfpmonitor.intake.delivery.RejectsCsv;
import org.jfpmonitor.intake.inbox.Upload;
import org.jfpmonitor.observation.DeliveryId;
import org.jfpmonitor.progress.Sender;
import org.jfpmonitor.publication.RefusedQuery;
import org.jfpmonitor.publication.address.KnownOn;
import org.jfpmonitor.publication.api.problem.NotHere;
import org.jfpmonitor.publication.original.Findings;
import org.jfpmonitor.publication.original.NoOriginal;
import org.jfpmonitor.publication.original.Originals;

import org.springframework.core.io.Resource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.multipart.MultipartHttpServletRequest;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;
import org.springframework.web.util.WebUtils;

@RestController
class DeliveriesApi {

	private static final int MOST = 500;

	private final Deliveries deliveries;

	private final Intake intake;

	private final Originals originals;

	DeliveriesApi(Deliveries deliveries, Intake intake, Originals originals) {
		this.deliveries = deliveries;
		this.originals = originals;
		this.intake = intake;
	}

	@Operation(summary = "What came in, newest first; X-Total-Count says how many there are")
	@GetMapping("/api/deliveries")
	ResponseEntity<List<DeliveryJson>> all(KnownOn knownOn, HttpServletRequest request,
			@RequestParam(defaultValue = "0") int offset, @RequestParam(defaultValue = "100") int limit) {
		if (offset < 0 || limit < 1 || limit > MOST) {
			throw new RefusedQuery(List.of("Expected offset 0 or more and limit 1 to " + MOST + "; found offset "
					+ offset + " and limit " + limit + "."));
		}
		return ResponseEntity.ok()
			.header("X-Total-Count", Long.toString(this.deliveries.count(knownOn.day())))
			.body(this.deliveries.newest(knownOn.day(), offset, limit)
				.stream()
				.map((each) -> json(each, request))
				.toList());
	}

	/**
	 * One delivery by its number, or by the fingerprint of its bytes as {@link #upload}
	 * hands it out.
	 */
	@Operation(summary = "One delivery by its number or the fingerprint of its bytes")
	@GetMapping("/api/deliveries/{id}")
	DeliveryJson one(@PathVariable String id, KnownOn knownOn, HttpServletRequest request) {
		return json(delivery(id, knownOn), request);
	}

	@Operation(summary = "Every rejected line of a delivery: where, code, expected, found")
	@GetMapping("/api/deliveries/{id}/rejects.csv")
	ResponseEntity<StreamingResponseBody> rejects(@PathVariable String id, KnownOn knownOn,
			HttpServletRequest request) {
		Delivery delivery = delivery(id, knownOn);
		if (!Findings.areTold(request)) {
			throw new NotHere(Findings.WITHHELD);
		}
		return ResponseEntity.ok()
			.contentType(new MediaType("text", "csv", StandardCharsets.UTF_8))
			.header(HttpHeaders.CONTENT_DISPOSITION,
					"attachment; filename=\"delivery-" + delivery.id() + ".rejects.csv\"")
			.body((out) -> {
				Writer writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
				RejectsCsv.write(delivery, this.deliveries, writer);
				writer.flush();
			});
	}

	@Operation(summary = "The file of a delivery as it arrived, for importers, editors and administrators")
	@GetMapping("/api/deliveries/{id}/original")
	ResponseEntity<Resource> original(@PathVariable String id, KnownOn knownOn, HttpServletRequest request) {
		try {
			return this.originals.answer(delivery(id, knownOn), request);
		}
		catch (NoOriginal none) {
			throw new NotHere(none.sentence());
		}
	}

	/**
	 * Takes a file; it is imported at once and then found under the address in
	 * {@code Location}.
	 */
	@Operation(summary = "Sends an extract as published; it is imported at once")
	@PostMapping("/api/deliveries")
	ResponseEntity<Map<String, String>> upload(@RequestParam("file") MultipartFile file, Sender sender,
			HttpServletRequest request) throws IOException {
		refuseSeveral(request);
		String name = Optional.ofNullable(file.getOriginalFilename())
			.filter((each) -> !each.isBlank())
			.orElse("upload.csv");
		try (InputStream content = file.getInputStream()) {
			Upload upload = this.intake.upload(name, content, sender);
			String address = request.getContextPath() + "/api/deliveries/" + upload.sha256();
			return ResponseEntity.accepted()
				.location(URI.create(address))
				.body(Map.of("sha256", upload.sha256(), "delivery", address, "message", upload.known()
						? "The same bytes were delivered before, so nothing changes; see the address given."
						: "The file was received and is being imported; its delivery appears at the address given."));
		}
	}

	/** All but the first would be lost. */
	private static void refuseSeveral(HttpServletRequest request) {
		MultipartHttpServletRequest parts = WebUtils.getNativeRequest(request, MultipartHttpServletRequest.class);
		int files = (parts != null) ? parts.getMultiFileMap().values().stream().mapToInt(List::size).sum() : 1;
		if (files > 1) {
			throw new RefusedQuery(List.of("Expected one file, found " + files
					+ ". Nothing was taken. Send one file at a time, or use the page Files received."));
		}
	}

	private static DeliveryJson json(Delivery delivery, HttpServletRequest request) {
		boolean rejects = delivery.lines().rejected() > 0 && Findings.areTold(request);
		return DeliveryJson.of(Findings.told(delivery, request),
				rejects ? request.getContextPath() + "/api/deliveries/" + delivery.id() + "/rejects.csv" : null);
	}

	private Delivery delivery(String id, KnownOn knownOn) {
		Optional<Delivery> found = id.matches("[0-9a-f]{64}") ? this.deliveries.find(id) : id.matches("[0-9]{1,18}")
				? this.deliveries.find(DeliveryId.of(Long.parseLong(id))) : Optional.empty();
		return found.filter((each) -> each.arrivedAt().isBefore(Today.endOf(knownOn.day())))
			.orElseThrow(() -> new NotHere("Expected the number of a delivery, or the fingerprint of a file that"
					+ " has been imported; found \"" + id
					+ "\". GET /api/deliveries lists them; a file just sent appears" + " within seconds."));
	}

}
