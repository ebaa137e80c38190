package org.jfpmonitor.extract.named;

import java.util.List;

import org.jfpmonitor.extract.result.Reject;
import org.jfpmonitor.observation.Figure;
import org.jspecify.annotations.Nullable;

/**
 * What the fields of a row say of one figure.
 *
 * @param figure the figure in base units, or null
 * @param withdrawn whether an earlier figure is taken back
 * @param rejects why there is no figure
 */
record FieldFigure(@Nullable Figure figure, boolean withdrawn, List<Reject> rejects) {

	static final FieldFigure WITHDRAWN = new FieldFigure(null, true, List.of());

	static FieldFigure of(Figure figure) {
		return new FieldFigure(figure, false, List.of());
	}

	static FieldFigure rejected(List<Reject> rejects) {
		return new FieldFigure(null, false, List.copyOf(rejects));
	}

	static FieldFigure rejected(Reject reject) {
		return new FieldFigure(null, false, List.of(reject));
	}

}
