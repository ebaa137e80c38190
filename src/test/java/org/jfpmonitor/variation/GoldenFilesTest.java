package org.jfpmonitor.variation;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.jfpmonitor.variation.limits.Assurance;
import org.jfpmonitor.variation.limits.ControlLimits;
import org.jfpmonitor.variation.limits.Side;
import org.jfpmonitor.variation.limits.Zone;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** Categories equal to the reference; numbers within 1e-9 of the largest value. */
class GoldenFilesTest {

	private static final Map<String, SpecialCause> LABELS = Map.of("Above UCL", SpecialCause.ABOVE_UPPER_LIMIT,
			"Below LCL", SpecialCause.BELOW_LOWER_LIMIT, "7 Point Trend (Increasing)", SpecialCause.TREND_INCREASING,
			"7 Point Trend (Decreasing)", SpecialCause.TREND_DECREASING, "2 in 3 Above CL",
			SpecialCause.TWO_IN_THREE_ABOVE_MEAN, "2 in 3 Below CL", SpecialCause.TWO_IN_THREE_BELOW_MEAN,
			"7 Points Above CL", SpecialCause.SHIFT_ABOVE_MEAN, "7 Points Below CL", SpecialCause.SHIFT_BELOW_MEAN,
			"Common Cause", SpecialCause.COMMON_CAUSE);

	@Test
	void allThirtyEightFilesAreThere() {
		assertThat(GoldenFile.all()).hasSize(38);
	}

	@ParameterizedTest
	@MethodSource("org.jfpmonitor.variation.GoldenFile#all")
	void agreesWithTheReference(GoldenFile file) {
		if (file.rejected()) {
			assertThatExceptionOfType(ChartInputException.class)
				.isThrownBy(() -> ControlChart.of(file.points(), file.settings()));
			return;
		}
		ControlChart chart = ControlChart.of(file.points(), file.settings());
		assertThat(categories(chart)).isEqualTo(expectedCategories(file.expected()));
		assertThat(numbersOff(chart, file)).isEmpty();
	}

	private static List<String> categories(ControlChart chart) {
		List<String> categories = new ArrayList<>();
		for (ChartPoint point : chart.points()) {
			categories.add("%s group %d short %s: %s, %s, %s, flag %s, %s, value %s, target %s".formatted(point.date(),
					point.rebaseGroup(), point.shortGroup(), point.side(), point.zone(), point.specialCause(),
					point.specialCause().flagged(), point.type().code(), point.value(), point.target()));
		}
		for (RebaseGroup group : chart.groups()) {
			boolean last = group.equals(chart.groups().get(chart.groups().size() - 1));
			categories.add("group %d: n %d, common %d, better %d, worse %d, %s, %s".formatted(group.number(),
					group.rows(), group.commonCause(), group.improvement(), group.concern(), group.variation().code(),
					last ? chart.assurance().map(Assurance::code).orElse(null) : null));
		}
		categories.add("series: %s, %s, %s, %s, short %s".formatted(chart.variation().code(),
				chart.assurance().map(Assurance::code).orElse(null), chart.variationIcon().code(),
				chart.assurance().map(Assurance::iconCode).orElse(null), chart.hasShortGroup()));
		return categories;
	}

	private static List<String> expectedCategories(JsonNode expected) {
		List<String> categories = new ArrayList<>();
		for (JsonNode point : expected.get("points")) {
			categories.add("%s group %s short %s: %s, %s, %s, flag %s, %s, value %s, target %s".formatted(
					point.get("date").asString(), point.get("rebase_group"), point.get("short_group_warning"),
					side(point), zone(point), LABELS.get(point.get("special_cause_type").asString()),
					point.get("special_cause_flag"), point.get("point_type").asString(),
					GoldenFile.number(point.get("value")), GoldenFile.number(point.get("target"))));
		}
		for (JsonNode group : expected.get("summary")) {
			categories.add("group %s: n %s, common %s, better %s, worse %s, %s, %s".formatted(group.get("rebase_group"),
					group.get("n"), group.get("common_cause"), group.get("special_cause_improvement"),
					group.get("special_cause_concern"), text(group, "variation_type"), text(group, "assurance_type")));
		}
		categories.add("series: %s, %s, %s, %s, short %s".formatted(text(expected, "variation_type"),
				text(expected, "assurance_type"), text(expected, "variation_icon"), text(expected, "assurance_icon"),
				expected.get("short_group_warning")));
		return categories;
	}

	private static String text(JsonNode node, String field) {
		return node.get(field).isNull() ? null : node.get(field).asString();
	}

	private static Side side(JsonNode point) {
		if (point.get("relative_to_mean").isNull()) {
			return Side.UNKNOWN;
		}
		return switch (point.get("relative_to_mean").intValue()) {
			case 1 -> Side.ABOVE_MEAN;
			case 0 -> Side.ON_MEAN;
			case -1 -> Side.BELOW_MEAN;
			default -> throw new IllegalStateException(point.toString());
		};
	}

	private static Zone zone(JsonNode point) {
		JsonNode outside = point.get("outside_limits");
		assertThat(outside.isNull()).isEqualTo(point.get("close_to_limits").isNull());
		if (outside.isNull()) {
			return Zone.UNKNOWN;
		}
		if (outside.booleanValue()) {
			return Zone.OUTSIDE_LIMITS;
		}
		return point.get("close_to_limits").booleanValue() ? Zone.CLOSE_TO_LIMITS : Zone.WITHIN_NEAR_LIMITS;
	}

	private static List<String> numbersOff(ControlChart chart, GoldenFile file) {
		double tolerance = 1e-9 * file.scale();
		List<String> off = new ArrayList<>();
		for (int i = 0; i < chart.points().size(); i++) {
			compare(chart.points().get(i).limits(), file.expected().get("points").get(i), tolerance, off);
		}
		for (int i = 0; i < chart.groups().size(); i++) {
			compare(chart.groups().get(i).limits(), file.expected().get("summary").get(i), tolerance, off);
		}
		return off;
	}

	private static void compare(ControlLimits limits, JsonNode expected, double tolerance, List<String> off) {
		compare("mean", limits.mean(), expected, tolerance, off);
		compare("lpl", limits.lower(), expected, tolerance, off);
		compare("upl", limits.upper(), expected, tolerance, off);
	}

	private static void compare(String name, Double found, JsonNode expected, double tolerance, List<String> off) {
		Double wanted = GoldenFile.number(expected.get(name));
		boolean close = (found == null || wanted == null) ? Objects.equals(found, wanted)
				: Math.abs(found - wanted) <= tolerance;
		if (!close) {
			off.add("%s: expected %s, found %s in %s".formatted(name, wanted, found, expected));
		}
	}

}
