package org.jfpmonitor.publication.desk;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

import org.jfpmonitor.intake.Intake;
import org.jfpmonitor.intake.inbox.Upload;
import org.jfpmonitor.progress.Sender;
import org.jfpmonitor.publication.page.FormErrors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.util.UriUtils;

/** Sends extracts from the page of the deliveries. */
@Controller
class ExtractForm {

	private static final Logger log = LoggerFactory.getLogger(ExtractForm.class);

	/** Longer names are cut in the address of the page that follows. */
	private static final int LONGEST_NAME = 60;

	private final Intake intake;

	ExtractForm(Intake intake) {
		this.intake = intake;
	}

	@PostMapping("/deliveries")
	String send(@RequestParam(name = "files", required = false) List<MultipartFile> files, Sender sender,
			RedirectAttributes back) {
		List<MultipartFile> chosen = (files != null) ? files.stream().filter((each) -> !name(each).isEmpty()).toList()
				: List.of();
		if (chosen.isEmpty()) {
			back.addFlashAttribute("errors", FormErrors.of("files", "Select at least one file to send"));
			return "redirect:/deliveries";
		}
		StringBuilder address = new StringBuilder("redirect:/deliveries/received");
		char before = '?';
		for (MultipartFile file : chosen) {
			address.append(before).append(sent(file, sender));
			before = '&';
		}
		return address.toString();
	}

	/** The file for the address of the page that says what became of it. */
	private String sent(MultipartFile file, Sender sender) {
		String name = name(file).substring(0, Math.min(LONGEST_NAME, name(file).length()));
		try (InputStream content = file.getInputStream()) {
			Upload upload = this.intake.upload(name(file), content, sender);
			return "file=" + encoded((upload.known() ? "known " : "") + upload.sha256() + " " + name);
		}
		catch (IOException ex) {
			log.warn("A file that was sent could not be taken into the inbox: {}", ex.toString());
			return "file=" + encoded("failed " + name);
		}
	}

	private static String encoded(String text) {
		return UriUtils.encode(text, StandardCharsets.UTF_8);
	}

	private static String name(MultipartFile file) {
		return Optional.ofNullable(file.getOriginalFilename()).orElse("").strip();
	}

}
