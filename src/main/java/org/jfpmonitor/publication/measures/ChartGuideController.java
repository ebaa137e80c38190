package org.jfpmonitor.publication.measures;

import java.util.List;

import org.jfpmonitor.chart.ChartIcon;
import org.jfpmonitor.chart.LegendEntry;
import org.jfpmonitor.variation.VariationIcon;
import org.jfpmonitor.variation.limits.Assurance;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** How to read a control chart, for whoever sees one for the first time. */
@Controller
class ChartGuideController {

	private static final List<Sign> VARIATIONS = List.of(
			new Sign(ChartIcon.of(VariationIcon.COMMON_CAUSE), "Usual variation",
					"No significant change: the latest figure is within the usual up and down."),
			new Sign(ChartIcon.of(VariationIcon.IMPROVEMENT_HIGH), "Improvement",
					"A significant change for the better; H where the figures are high, L where they are low."),
			new Sign(ChartIcon.of(VariationIcon.CONCERN_LOW), "Concern",
					"A significant change for the worse; H where the figures are high, L where they are low."));

	private static final List<Sign> ASSURANCES = List.of(
			new Sign(ChartIcon.of(Assurance.CONSISTENT_PASS), "Expected to pass",
					"The target lies outside the limits on the good side: it will be met, period after period."),
			new Sign(ChartIcon.of(Assurance.INCONSISTENT), "Hit and miss",
					"The target lies between the limits: it may be met or missed by chance."),
			new Sign(ChartIcon.of(Assurance.CONSISTENT_FAIL), "Expected to fail",
					"The target lies outside the limits on the bad side: without a change it will not be met."));

	@GetMapping("/how-to-read-a-control-chart")
	String guide(Model model) {
		model.addAttribute("legend", LegendEntry.all());
		model.addAttribute("variations", VARIATIONS);
		model.addAttribute("assurances", ASSURANCES);
		return "board/how-to-read";
	}

	/**
	 * One icon with what it means.
	 *
	 * @param icon the icon
	 * @param name its name, as beside every chart
	 * @param words what it means
	 */
	record Sign(ChartIcon icon, String name, String words) {

	}

}
