package org.jfpmonitor.extract.layout;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.jfpmonitor.observation.SmallNumbers;
import org.jfpmonitor.plan.id.MeasureId;

/** What the rows of a layout's files hold, and how it is read out of them. */
public sealed interface Contents {

	/**
	 * Figures reckoned from the rows.
	 *
	 * @param organisations what becomes of rows about an organisation that is not
	 * registered
	 * @param levels the kinds of figure by organisation
	 * @param figures what is reckoned
	 * @param withheldElsewhere the measures whose small numbers this layout or another
	 * withholds
	 */
	record Figures(Unregistered organisations, List<Level> levels, List<FigureRule> figures,
			Map<MeasureId, Elsewhere> withheldElsewhere) implements Contents {

		public Figures {
			levels = List.copyOf(levels);
			figures = List.copyOf(figures);
			withheldElsewhere = Map.copyOf(withheldElsewhere);
		}

		/** Where no other layout is known. */
		public Figures(Unregistered organisations, List<Level> levels, List<FigureRule> figures) {
			this(organisations, levels, figures, Map.of());
		}

		/**
		 * The same; where nothing is said of small numbers, by those of other layouts.
		 */
		Figures beside(Map<MeasureId, Elsewhere> withholding) {
			return new Figures(this.organisations, this.levels, this.figures.stream().map((each) -> {
				Elsewhere other = withholding.get(each.measure());
				return (other != null) ? each.controlledBy(other.rule()) : each;
			}).toList(), withholding);
		}

		/** The same by its own rules, knowing those of other layouts. */
		Figures knowing(Map<MeasureId, Elsewhere> withholding) {
			return new Figures(this.organisations, this.levels, this.figures, withholding);
		}

		/** The same; where nothing is said of small numbers, by these. */
		Figures controlledBy(SmallNumbers rule) {
			return new Figures(this.organisations, this.levels,
					this.figures.stream().map((each) -> each.controlledBy(rule)).toList(), this.withheldElsewhere);
		}

	}

	/**
	 * Figures of measures that the rows name themselves.
	 *
	 * @param rule how
	 * @param withheldElsewhere the measures whose small numbers another layout withholds,
	 * and which: a line about them goes by its rule, too
	 */
	record Named(NamedFigures rule, Map<MeasureId, Elsewhere> withheldElsewhere) implements Contents {

		public Named {
			withheldElsewhere = Map.copyOf(withheldElsewhere);
		}

		/** Where no other layout is known. */
		public Named(NamedFigures rule) {
			this(rule, Map.of());
		}

	}

	/**
	 * By what another layout publishes the counts of a measure.
	 *
	 * @param rule of several layouts the strictest
	 * @param layout the id of that layout
	 * @param together of each layout that withholds the small numbers of the measure, all
	 * measures of which it does: their figures may count the same people
	 */
	record Elsewhere(SmallNumbers rule, String layout, Set<Set<MeasureId>> together) {

		public Elsewhere {
			together = Set.copyOf(together);
		}

		/** The same of two layouts, by the stricter rule. */
		public Elsewhere and(Elsewhere other) {
			Elsewhere stricter = (SmallNumbers.STRICTNESS.compare(this.rule, other.rule) > 0) ? this : other;
			Set<Set<MeasureId>> all = new HashSet<>(this.together);
			all.addAll(other.together);
			return new Elsewhere(stricter.rule, stricter.layout, all);
		}

	}

	/**
	 * Which figures of other tables are estimates.
	 *
	 * @param rule how
	 */
	record Estimates(EstimateRule rule) implements Contents {

	}

	/** Milestones, positions and overrides. */
	record Progress() implements Contents {

	}

	/**
	 * Nothing: such files are known, and there are no figures in them.
	 *
	 * @param because what to tell whoever sent one
	 */
	record Nothing(String because) implements Contents {

	}

	/** What becomes of rows about an organisation that is not registered. */
	enum Unregistered {

		/** Left out by rule: the file is about everyone. */
		LEFT_OUT,
		/** Rejected: the file is about our own. */
		REJECTED

	}

}
