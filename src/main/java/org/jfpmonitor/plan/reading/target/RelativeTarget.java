package org.jfpmonitor.plan.reading.target;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.jfpmonitor.calendar.Cadence;
import org.jfpmonitor.calendar.FinancialYear;
import org.jfpmonitor.calendar.Period;
import org.jfpmonitor.plan.Unit;
import org.jfpmonitor.plan.target.Trajectory;
import org.jfpmonitor.plan.target.Trajectory.DatedValue;
import org.jfpmonitor.plan.yaml.YamlNode;
import org.jspecify.annotations.Nullable;

/** Reads a target that is relative to an earlier period, whose figure is its baseline. */
final class RelativeTarget {

	private final MeasureFacts measure;

	private final YamlNode block;

	private final TargetValues values;

	private final boolean isBand;

	private final @Nullable Unit unit;

	RelativeTarget(MeasureFacts measure, YamlNode block, TargetValues values, boolean isBand) {
		this.measure = measure;
		this.block = block;
		this.values = values;
		this.isBand = isBand;
		this.unit = measure.unit();
	}

	/** By how much the measure has to be better than in an earlier period. */
	Trajectory read(YamlNode written) {
		String path = this.block.text("path");
		if (!this.isBand && !path.equals("by-date") && !path.equals("straight-line")) {
			this.block.fault("path", "expected path: by-date or straight-line beside \"relative-to:\", found \"" + path
					+ "\". Write one of these.");
		}
		if (!this.isBand && this.block.has(TargetReader.BASELINE)) {
			this.block.fault(TargetReader.BASELINE,
					"expected no baseline beside \"relative-to:\", whose figure is the baseline,"
							+ " found one. Delete one of the two.");
		}
		Optional<Period> base = base(written);
		checkSummed(written);
		List<DatedValue> improvements = new ArrayList<>();
		LocalDate latest = base.map(Period::lastDay).orElse(null);
		for (YamlNode entry : this.block.all("values")) {
			Optional<DatedValue> value = this.values.dated(entry);
			if (value.isPresent()) {
				TargetValues.checkOrder(entry, "date", latest, value.get().date());
				latest = value.get().date();
				improvements.add(this.values.inBaseUnits(value.get()));
			}
		}
		return new Trajectory.Relative(base.orElse(Period.day(LocalDate.EPOCH)), path.equals("straight-line"),
				improvements);
	}

	/**
	 * A period of the cadence, or a financial year where the target says how it is one
	 * figure.
	 */
	private Optional<Period> base(YamlNode written) {
		Optional<Cadence> cadence = Optional.ofNullable(this.measure.cadence());
		Optional<Period> own = cadence.flatMap((each) -> PeriodFormat.of(each).parse(written.text()));
		Optional<Period> year = PeriodFormat.of(Cadence.ANNUAL).parse(written.text());
		Optional<Period> base = own.or(() -> year);
		if (cadence.isPresent() && base.isEmpty()) {
			this.block.fault(written,
					"expected relative-to: " + PeriodFormat.of(cadence.get()).expected()
							+ ", or a financial year such as 2024/25, found \"" + written.text()
							+ "\". Write for example" + " \"relative-to: 2024/25\".");
		}
		if (own.isEmpty() && year.isPresent() && this.unit != null && !this.unit.isRate()
				&& !this.block.has("combined")) {
			this.block.fault(written,
					"expected relative-to: " + cadence.map((each) -> PeriodFormat.of(each).expected()).orElse("")
							+ ", because \"unit: " + this.unit.word() + "\" does not say what the figure of a year is,"
							+ " found \"" + written.text()
							+ "\". Write a single period, or judge by \"basis: year-to-date\" or"
							+ " \"basis: rolling\" with \"combined:\".");
		}
		return base;
	}

	/** A sum is better or worse only than a sum over as long a time. */
	private void checkSummed(YamlNode written) {
		Cadence cadence = this.measure.cadence();
		if (cadence == null || !this.block.text("combined").equals("sum")) {
			return;
		}
		boolean isYear = PeriodFormat.of(Cadence.ANNUAL).parse(written.text()).isPresent();
		String beside = "\"basis: " + this.block.text("basis") + "\" with \"combined: sum\"";
		String otherwise = "judge by \"basis: latest\" and a single period.";
		if (this.block.text("basis").equals("year-to-date")) {
			if (!isYear) {
				this.block.fault(written, "expected relative-to: a financial year such as 2024/25, because " + beside
						+ " adds up a year, found \"" + written.text() + "\". Write the year, or " + otherwise);
			}
			this.block.all("values").forEach(RelativeTarget::checkEndsYear);
		}
		else if (this.block.text("basis").equals("rolling")) {
			int yearly = periodsInAYear(cadence);
			String periods = this.block.text("periods");
			if (yearly == 0) {
				this.block.fault(written,
						"expected no relative-to beside " + beside + ", because no so many " + cadence.word()
								+ " periods are as long as one or as a year, found \"" + written.text()
								+ "\". Write \"combined: mean\", or " + otherwise);
			}
			else if (!isYear || !periods.equals(String.valueOf(yearly))) {
				this.block.fault(written, "expected relative-to: a financial year such as 2024/25, and \"periods: "
						+ yearly + "\", because " + beside + " is held only against a sum of as many periods, found \""
						+ written.text() + "\" and \"periods: " + periods + "\". Write both so, or " + otherwise);
			}
		}
	}

	private static void checkEndsYear(YamlNode entry) {
		entry.find("date")
			.map(YamlNode::date)
			.filter((date) -> !FinancialYear.of(date).period().lastDay().equals(date))
			.ifPresent((date) -> entry.fault("date",
					"expected date: a 31 March, because a sum over part of a year is not held against that of a whole"
							+ " one, found " + date + ". Write " + FinancialYear.of(date).period().lastDay() + "."));
	}

	/** How many of its periods are a financial year; 0 where no whole number is. */
	private static int periodsInAYear(Cadence cadence) {
		return switch (cadence) {
			case MONTHLY -> 12;
			case QUARTERLY -> 4;
			case DAILY, WEEKLY, ANNUAL -> 0;
		};
	}

}
