package org.jfpmonitor.chart;

import org.jspecify.annotations.Nullable;

/**
 * What a control chart shows at a point beside its figure; the words for it stand beside
 * the drawing.
 *
 * @param point the place of the point, counting from 0
 * @param letters a letter or two above it, which a list explains; empty without
 * @param withheld whether it has no figure because its publisher withholds it
 * @param before the value, in base units, that its figure replaced; null when it replaced
 * none
 */
public record ChartNote(int point, String letters, boolean withheld, @Nullable Double before) {

}
