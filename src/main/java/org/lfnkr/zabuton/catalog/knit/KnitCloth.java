package org.lfnkr.zabuton.catalog.knit;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A piece worked from a chart in a colour. Every stitch is a marker at a corner of a line that is
 * not drawn itself, which costs about five bytes a stitch.
 */
record KnitCloth(Piece piece, KnitChart chart, KnitColour colour) {

    /** Width of a stitch and height of a row, in units of the drawing. */
    static final int COLUMN = 17;

    static final int ROW = 14;

    /** The letter of the tone that is neither lit nor in shadow. */
    private static final char MIDDLE = 'm';

    static final double ROW_PER_COLUMN = (double) ROW / COLUMN;

    private static final String KNIT =
            "<g id=\"k\"><path d=\"M-8.200-8C-8.200-11.500-6-11-4.500-9-1.800-5.500-.5-3-.5 0V6.500C-.5 9.500-2 9-3.500"
                    + " 7-6.500 3.500-8.200 1-8.200-2zM8.200-8C8.200-11.500 6-11 4.500-9 1.800-5.500.5-3 .5 0V6.500C.5 9.500"
                    + " 2 9 3.500 7 6.500 3.500 8.200 1 8.200-2z\"/><path d=\"M-6.500-7C-3-3-2.200-1-2.200 3M6-8C4-5"
                    + " 3-3 2.500-1\" fill=\"none\" stroke=\"#fff\" stroke-opacity=\".22\" stroke-width=\"2\""
                    + " stroke-linecap=\"round\"/></g>";

    private static final String PURL =
            "<g id=\"p\"><path d=\"M-9 1C-7-6-3-7.500 0-7.500C3-7.500 7-6 9 1 7 6 4 6.500 0 5-4 6.500-7 6-9"
                    + " 1z\"/><path d=\"M-5-2.500C-3-5 2-5.500 5-3\" fill=\"none\" stroke=\"#fff\""
                    + " stroke-opacity=\".22\" stroke-width=\"2\" stroke-linecap=\"round\"/></g>";

    /** The shapes of the stitches, once for a drawing. */
    static String shapes() {
        return KNIT + PURL;
    }

    /** One stitch in its place; {@code look} says which marker draws it. */
    private record Placed(String look, int x, int y) {}

    /** The markers that {@link #drawing} names, an element each. */
    List<String> markers() {
        return byLook().keySet().stream().map(this::marker).toList();
    }

    private String marker(String look) {
        int tone = look.charAt(1) - MIDDLE;
        String fill = look.charAt(0) == 'f' ? colour.figure(tone) : colour.ground(tone);
        String shape = look.charAt(0) == 'p' ? "p" : "k";
        return "<marker id=\"%s\" overflow=\"visible\"><use href=\"#%s\" fill=\"%s\"/></marker>"
                .formatted(look, shape, fill);
    }

    /** The cloth on its shadow: its shape, dark between the stitches, and the stitches on it. */
    String drawing() {
        StringBuilder svg = new StringBuilder();
        svg.append(
                "<path d=\"%s\" transform=\"translate(5 9)\" opacity=\".15\"/>"
                        .formatted(outline()));
        svg.append("<path d=\"%s\" fill=\"%s\"/>".formatted(outline(), colour.ground(-5)));
        byLook().forEach((look, stitches) -> svg.append(worked(look, stitches)));
        return svg.toString();
    }

    private static String worked(String look, List<Placed> stitches) {
        return ("<path fill=\"none\" d=\"%s\" marker-start=\"url(#%2$s)\" marker-mid=\"url(#%2$s)\""
                        + " marker-end=\"url(#%2$s)\"/>")
                .formatted(line(stitches), look);
    }

    /** Darker looks come first, so that what stands out lies on top. */
    private SortedMap<String, List<Placed>> byLook() {
        SortedMap<String, List<Placed>> looks = new TreeMap<>();
        for (Placed stitch : placed()) {
            looks.computeIfAbsent(stitch.look(), any -> new ArrayList<>()).add(stitch);
        }
        return looks;
    }

    private List<Placed> placed() {
        List<Placed> stitches = new ArrayList<>();
        for (int row = -piece.rows() / 2; row <= piece.rows() / 2; row++) {
            for (int column = -piece.columns() / 2; column <= piece.columns() / 2; column++) {
                if (piece.edge().holds(column, row)) {
                    stitches.add(place(column, row));
                }
            }
        }
        return stitches;
    }

    private Placed place(int column, int row) {
        double u = 2.0 * column / piece.columns();
        double v = 2.0 * row / piece.rows();
        Stitch stitch = chart.at(column, row);
        char kind = stitch.isFigure() ? 'f' : stitch.isPurl() ? 'p' : 'k';
        int tone =
                Math.clamp(
                        Math.round(light(u, v, column, row) - (stitch.isPurl() ? 1.3 : 0)), -4, 3);
        return new Placed("" + kind + (char) (MIDDLE + tone), x(u, v), y(u, v));
    }

    private int x(double u, double v) {
        return (int)
                Math.round(
                        u
                                * piece.columns()
                                * COLUMN
                                / 2
                                * (1 - piece.swell() * 0.075 * Math.pow(v, 4)));
    }

    private int y(double u, double v) {
        return (int)
                Math.round(
                        v * piece.rows() * ROW / 2 * (1 - piece.swell() * 0.075 * Math.pow(u, 4)));
    }

    /** Light falls from the upper left; yarn is never quite even. */
    private double light(double u, double v, int column, int row) {
        double slope = -1.4 * u * u * u - 2.4 * v * v * v;
        double rim = -2.2 * Math.pow(Math.max(Math.abs(u), Math.abs(v)), 9);
        return piece.swell() * (slope + rim + 0.8)
                + 0.9 * (noise(column, row) - 0.5)
                + 0.8 * (noise(99, row) - 0.5);
    }

    private static double noise(int column, int row) {
        int hash = (column * 73856093) ^ (row * 19349663);
        hash = (hash ^ hash >>> 13) * 1274126177;
        return ((hash ^ hash >>> 16) & 0xffff) / 65536.0;
    }

    /** Round the piece by its outermost stitches, row by row on the left and right. */
    private String outline() {
        StringBuilder left = new StringBuilder();
        StringBuilder right = new StringBuilder();
        for (int row = -piece.rows() / 2; row <= piece.rows() / 2; row++) {
            int reach = reach(row);
            double u = 2.0 * reach / piece.columns();
            double v = 2.0 * row / piece.rows();
            int x = x(u, v) + 7;
            left.append(' ').append(-x).append(' ').append(y(u, v));
            right.insert(0, " " + x + " " + y(u, v));
        }
        return ("M" + left + edge(piece.rows() / 2, 1) + right + edge(-piece.rows() / 2, -1) + "z")
                .replace(" -", "-")
                .replace("M ", "M");
    }

    /** Along the first or last row, so that a swelling edge is followed too. */
    private String edge(int row, int direction) {
        StringBuilder points = new StringBuilder();
        for (int column = -reach(row); column <= reach(row); column += 3) {
            double u = direction * 2.0 * column / piece.columns();
            double v = 2.0 * row / piece.rows();
            points.append(' ').append(x(u, v)).append(' ').append(y(u, v) + 5 * direction);
        }
        return points.toString();
    }

    private int reach(int row) {
        int column = piece.columns() / 2;
        while (column > 0 && !piece.edge().holds(column, row)) {
            column--;
        }
        return column;
    }

    private static String line(List<Placed> stitches) {
        StringBuilder path = new StringBuilder("M");
        int x = 0;
        int y = 0;
        for (Placed stitch : stitches) {
            path.append(stitch.x() - x)
                    .append(' ')
                    .append(stitch.y() - y)
                    .append(x == 0 && y == 0 ? "l" : " ");
            x = stitch.x();
            y = stitch.y();
        }
        return path.toString().trim().replace(" -", "-");
    }
}
