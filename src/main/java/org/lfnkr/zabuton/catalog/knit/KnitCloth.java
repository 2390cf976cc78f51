package org.lfnkr.zabuton.catalog.knit;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * A piece worked from a chart in a colour. All stitches of one look are one path: as a document
 * that is long, but it packs to a few bytes a stitch, and a phone paints a dozen paths where it
 * would paint a thousand.
 */
record KnitCloth(Piece piece, KnitChart chart, KnitColour colour) {

    /** Width of a stitch and height of a row, in units of the drawing. */
    static final int COLUMN = 17;

    static final int ROW = 14;

    /** The letter of the tone that is neither lit nor in shadow. */
    private static final char MIDDLE = 'm';

    static final double ROW_PER_COLUMN = (double) ROW / COLUMN;

    /** The two legs of a stitch seen from the right side, from its middle and back to it. */
    private static final String KNIT =
            "m-8.2-8c0-3.5 2.2-3 3.7-1 2.7 3.5 4 6 4 9v6.5c0 3-1.5 2.5-3 .5-3-3.5-4.7-6-4.7-9z"
                    + "m16.4 0v6c0 3-1.7 5.5-4.7 9-1.5 2-3 2.5-3-.5v-6.5c0-3 1.3-5.5 4-9 1.5-2 3.7-2.5 3.7 1z"
                    + "m-8.2 8";

    /** The bump of a stitch seen from the wrong side. */
    private static final String PURL =
            "m-9 1c2-7 6-8.5 9-8.5 3 0 7 1.5 9 8.5-2 5-5 5.5-9 4-4 1.5-7 1-9-4zm9-1";

    /** Where light falls on either. */
    private static final String KNIT_LIT =
            "m-6.5-7c3.5 4 4.3 6 4.3 10m8.2-11c-2 3-3 5-3.5 7m-2.5 1";

    private static final String PURL_LIT = "m-5-2.5c2-2.5 7-3 10-.5m-5 3";

    /** One stitch in its place; {@code look} is its kind and its tone, a letter each. */
    private record Placed(String look, int x, int y) {

        boolean isPurl() {
            return look.charAt(0) == 'p';
        }
    }

    /** The cloth on its shadow: its shape, dark between the stitches, and the stitches on it. */
    String drawing() {
        StringBuilder svg = new StringBuilder();
        svg.append(
                "<path d=\"%s\" transform=\"translate(5 9)\" opacity=\".15\"/>"
                        .formatted(outline()));
        svg.append("<path d=\"%s\" fill=\"%s\"/>".formatted(outline(), colour.ground(-5)));
        List<Placed> all = placed();
        byLook(all).forEach((look, stitches) -> svg.append(worked(look, stitches)));
        svg.append(
                ("<path d=\"%s\" fill=\"none\" stroke=\"#fff\" stroke-opacity=\".22\" stroke-width=\"2\""
                                + " stroke-linecap=\"round\"/>")
                        .formatted(path(all, stitch -> stitch.isPurl() ? PURL_LIT : KNIT_LIT)));
        return svg.toString();
    }

    private String worked(String look, List<Placed> stitches) {
        int tone = look.charAt(1) - MIDDLE;
        return "<path fill=\"%s\" d=\"%s\"/>"
                .formatted(
                        look.charAt(0) == 'f' ? colour.figure(tone) : colour.ground(tone),
                        path(stitches, stitch -> stitch.isPurl() ? PURL : KNIT));
    }

    /** Darker looks come first, so that what stands out lies on top. */
    private static SortedMap<String, List<Placed>> byLook(List<Placed> all) {
        SortedMap<String, List<Placed>> looks = new TreeMap<>();
        for (Placed stitch : all) {
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

    /** From the middle of each stitch to that of the next. */
    private static String path(List<Placed> stitches, Function<Placed, String> shape) {
        StringBuilder path = new StringBuilder();
        int x = 0;
        int y = 0;
        for (Placed stitch : stitches) {
            path.append('m').append(stitch.x() - x).append(' ').append(stitch.y() - y);
            path.append(shape.apply(stitch));
            x = stitch.x();
            y = stitch.y();
        }
        return path.toString().replace(" -", "-");
    }
}
