package org.lfnkr.zabuton.catalog.knit;

import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

import java.awt.Graphics2D;
import java.awt.geom.AffineTransform;
import java.awt.geom.RoundRectangle2D;
import java.io.StringReader;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

import javax.xml.parsers.DocumentBuilderFactory;

/**
 * Paints the drawings of this package, which are SVG, where SVG can't be shown. It knows the
 * elements that they are made of, and refuses any other: a drawing is painted whole or not at all.
 */
final class Painter {

    private static final Pattern STEP = Pattern.compile("(translate|rotate|scale)\\(([^)]*)\\)");
    private static final Pattern NUMBER = Pattern.compile("-?(?:\\d+\\.?\\d*|\\.\\d+)");

    private final Map<String, Element> named = new HashMap<>();

    private Painter(Document drawing) {
        NodeList all = drawing.getElementsByTagName("*");
        for (int i = 0; i < all.getLength(); i++) {
            Element element = (Element) all.item(i);
            named.put(element.getAttribute("id"), element);
        }
    }

    /**
     * @param on as large and where the drawing's own units say
     */
    static void paint(String svg, Graphics2D on) {
        Document drawing = parsed(svg);
        new Painter(drawing).inside(drawing.getDocumentElement(), on, Look.PLAIN);
    }

    private static Document parsed(String svg) {
        try {
            return DocumentBuilderFactory.newDefaultInstance()
                    .newDocumentBuilder()
                    .parse(new InputSource(new StringReader(svg)));
        } catch (Exception e) {
            throw new IllegalArgumentException("Not a drawing", e);
        }
    }

    private void inside(Element parent, Graphics2D on, Look look) {
        for (Node node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
            element((Element) node, on, look);
        }
    }

    private void element(Element element, Graphics2D on, Look inherited) {
        Look look = inherited.with(element);
        Graphics2D moved = (Graphics2D) on.create();
        moved.transform(transform(element.getAttribute("transform")));
        switch (element.getTagName()) {
            case "g" -> inside(element, moved, look);
            case "use" -> element(named(element.getAttribute("href")), moved, look);
            case "path" -> look.paint(PathData.read(element.getAttribute("d")), moved);
            case "rect" -> look.paint(rectangle(element), moved);
            case "defs" -> {}
            default -> throw new IllegalArgumentException("No drawing of ours has a " + element);
        }
        moved.dispose();
    }

    private Element named(String reference) {
        return Objects.requireNonNull(named.get(reference.substring(1)), reference);
    }

    private static RoundRectangle2D rectangle(Element element) {
        double round = 2 * number(element, "rx");
        return new RoundRectangle2D.Double(
                number(element, "x"),
                number(element, "y"),
                number(element, "width"),
                number(element, "height"),
                round,
                round);
    }

    private static double number(Element element, String attribute) {
        return Double.parseDouble(element.getAttribute(attribute));
    }

    private static AffineTransform transform(String text) {
        AffineTransform transform = new AffineTransform();
        STEP.matcher(text).results().forEach(step -> add(step, transform));
        return transform;
    }

    private static void add(MatchResult step, AffineTransform to) {
        double[] by =
                NUMBER.matcher(step.group(2))
                        .results()
                        .mapToDouble(it -> Double.parseDouble(it.group()))
                        .toArray();
        switch (step.group(1)) {
            case "translate" -> to.translate(by[0], by.length > 1 ? by[1] : 0);
            case "rotate" -> to.rotate(Math.toRadians(by[0]));
            default -> to.scale(by[0], by.length > 1 ? by[1] : by[0]);
        }
    }
}
