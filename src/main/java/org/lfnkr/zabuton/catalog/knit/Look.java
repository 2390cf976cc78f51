package org.lfnkr.zabuton.catalog.knit;

import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Shape;

/**
 * How a shape of a drawing is painted.
 *
 * @param fill null for none
 * @param stroke null for none
 * @param opacity of all of it, from 0 to 1
 * @param dashes lengths of line and gap, or empty
 */
record Look(
        @Nullable Color fill,
        @Nullable Color stroke,
        float strokeWidth,
        float strokeOpacity,
        float opacity,
        boolean roundEnds,
        String dashes) {

    /** As SVG begins: black, and without a stroke. */
    static final Look PLAIN = new Look(Color.BLACK, null, 1, 1, 1, false, "");

    /** With what an element says of itself. */
    Look with(Element element) {
        return new Look(
                colour(element, "fill", fill),
                colour(element, "stroke", stroke),
                number(element, "stroke-width", strokeWidth),
                number(element, "stroke-opacity", strokeOpacity),
                opacity * number(element, "opacity", 1),
                roundEnds || element.getAttribute("stroke-linecap").equals("round"),
                element.getAttribute("stroke-dasharray"));
    }

    private static @Nullable Color colour(
            Element element, String attribute, @Nullable Color inherited) {
        String value = element.getAttribute(attribute);
        return switch (value) {
            case "" -> inherited;
            case "none" -> null;
            case "#fff" -> Color.WHITE;
            default -> Color.decode(value);
        };
    }

    private static float number(Element element, String attribute, float inherited) {
        String value = element.getAttribute(attribute);
        return value.isEmpty() ? inherited : Float.parseFloat(value);
    }

    void paint(Shape shape, Graphics2D on) {
        if (fill != null) {
            on.setColor(seenThrough(fill, opacity));
            on.fill(shape);
        }
        if (stroke != null) {
            on.setColor(seenThrough(stroke, opacity * strokeOpacity));
            on.setStroke(line());
            on.draw(shape);
        }
    }

    private BasicStroke line() {
        return new BasicStroke(
                strokeWidth,
                roundEnds ? BasicStroke.CAP_ROUND : BasicStroke.CAP_BUTT,
                BasicStroke.JOIN_MITER,
                10,
                dashes.isEmpty() ? null : lengths(),
                0);
    }

    private float[] lengths() {
        String[] lengths = dashes.split(" ");
        return new float[] {Float.parseFloat(lengths[0]), Float.parseFloat(lengths[1])};
    }

    private static Color seenThrough(Color colour, float opacity) {
        return new Color(
                colour.getRed(), colour.getGreen(), colour.getBlue(), Math.round(255 * opacity));
    }
}
