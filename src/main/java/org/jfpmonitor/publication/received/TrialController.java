package org.jfpmonitor.publication.received;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.jfpmonitor.intake.trial.Trial;
import org.jfpmonitor.intake.trial.Trials;
import org.jfpmonitor.progress.Sender;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/** Shows what files would come to, and keeps nothing of them. */
@Controller
class TrialController {

	private final Trials trials;

	TrialController(Trials trials) {
		this.trials = trials;
	}

	@PostMapping("/deliveries/try")
	String attempt(@RequestParam(required = false) @Nullable List<MultipartFile> files,
			@RequestParam(defaultValue = "") String layout, Sender sender, Model model) throws IOException {
		List<Trial> tried = new ArrayList<>();
		for (MultipartFile file : (files != null) ? files : List.<MultipartFile>of()) {
			String name = Optional.ofNullable(file.getOriginalFilename()).orElse("").strip();
			if (!name.isEmpty()) {
				tried.add(read(file, name, layout, sender));
			}
		}
		model.addAttribute("trials", tried);
		return "board/trial";
	}

	private Trial read(MultipartFile file, String name, String layout, Sender sender) throws IOException {
		Path copy = Files.createTempFile("try", ".csv");
		try {
			file.transferTo(copy);
			return this.trials.read(copy, name, layout.isEmpty() ? null : layout, sender);
		}
		finally {
			Files.delete(copy);
		}
	}

}
