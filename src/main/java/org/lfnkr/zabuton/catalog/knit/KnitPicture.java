package org.lfnkr.zabuton.catalog.knit;

import java.awt.Graphics2D;

/**
 * A drawing of a product that stands where a photograph may stand later. The same motif, silhouette
 * and colour always give the same drawing.
 */
public final class KnitPicture {

    private final String drawing;

    private KnitPicture(String drawing) {
        this.drawing = drawing;
    }

    /**
     * The picture of a product in one of its colours. What is unknown is drawn as plain
     * stockinette, as a single cushion, and in unbleached wool.
     *
     * @param motif the chart of stitches, such as {@code seigaiha}
     * @param silhouette how it lies, such as {@code cushion-pair}
     * @param colour key of the yarn or wood, such as {@code indigo}
     */
    public static KnitPicture of(String motif, String silhouette, String colour) {
        KnitColour yarn = KnitColour.of(colour);
        return new KnitPicture(
                silhouette.startsWith("cross")
                        ? new WoodCross(yarn, silhouette.endsWith("standing")).drawing()
                        : new KnitLayout(Silhouette.of(silhouette, motif), yarn).drawing());
    }

    /** Paints the same drawing, whose middle is at zero, 640 units wide and high. */
    public void paint(Graphics2D on) {
        Painter.paint(svg(), on);
    }

    /** A whole SVG document, square, without a background and without a script or style. */
    public String svg() {
        return "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"-320 -320 640 640\">"
                + drawing
                + "</svg>";
    }
}
