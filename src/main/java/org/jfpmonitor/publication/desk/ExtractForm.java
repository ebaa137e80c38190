package org.jfpmonitor.publication.desk;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;

import org.jfpmonitor.intake.Intake;
import org.jfpmonitor.progress.Sender;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Sends extracts from the page of the deliveries. */
@Controller
class ExtractForm {

	private final Intake intake;

	ExtractForm(Intake intake) {
		this.intake = intake;
	}

	@PostMapping("/deliveries")
	String send(@RequestParam(name = "files", required = false) List<MultipartFile> files, Sender sender,
			RedirectAttributes back) throws IOException {
		List<MultipartFile> chosen = (files != null) ? files.stream().filter((each) -> !name(each).isEmpty()).toList()
				: List.of();
		if (chosen.isEmpty()) {
			back.addFlashAttribute("refused",
					List.of("Expected at least one file, found none. Choose one, then send."));
			return "redirect:/deliveries";
		}
		for (MultipartFile file : chosen) {
			try (InputStream content = file.getInputStream()) {
				back.addAttribute("file", this.intake.upload(name(file), content, sender));
			}
		}
		return "redirect:/deliveries/received";
	}

	private static String name(MultipartFile file) {
		return Optional.ofNullable(file.getOriginalFilename()).orElse("").strip();
	}

}
