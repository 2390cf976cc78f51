package org.lfnkr.zabuton.catalog.knit;

/**
 * A chart of stitches without end: what is worked at each column and row, counted from the middle
 * of the piece so that every motif sits in its centre.
 */
@FunctionalInterface
interface KnitChart {

    Stitch at(int column, int row);

    /** The chart of a motif; plain stockinette for a motif that nobody has charted. */
    static KnitChart of(String motif) {
        return switch (motif) {
            case "garter" -> (column, row) -> purl(even(row));
            case "rib" -> (column, row) -> purl(every(column, 4, 2));
            case "seed" -> (column, row) -> purl(even(column + row));
            case "basket" -> (column, row) -> purl(every(column, 10, 5) != every(row, 10, 5));
            case "stripe" -> (column, row) -> figure(every(row, 8, 3));
            case "check" -> (column, row) -> figure(every(column, 8, 4) != every(row, 10, 5));
            case "cable" -> KnitChart::cable;
            case "diamond" -> KnitChart::diamond;
            case "seigaiha" -> KnitChart::seigaiha;
            case "asanoha" -> KnitChart::asanoha;
            default -> (column, row) -> Stitch.KNIT;
        };
    }

    private static Stitch purl(boolean worked) {
        return worked ? Stitch.PURL : Stitch.KNIT;
    }

    private static Stitch figure(boolean worked) {
        return worked ? Stitch.FIGURE : Stitch.KNIT;
    }

    private static boolean even(int n) {
        return Math.floorMod(n, 2) == 0;
    }

    private static boolean every(int n, int period, int worked) {
        return Math.floorMod(n, period) < worked;
    }

    /** Two strands that wind round each other, on a recessed ground. */
    private static Stitch cable(int column, int row) {
        double strand = 2.6 * Math.cos(row * Math.PI / 6);
        boolean worked = Math.abs(column - strand) < 1.6 || Math.abs(column + strand) < 1.6;
        return purl(Math.abs(column) < 6 && !worked);
    }

    /** Lozenges with a smaller one inside each. */
    private static Stitch diamond(int column, int row) {
        int distance =
                Math.abs(Math.floorMod(column + 6, 12) - 6)
                        + Math.abs(Math.floorMod(row + 6, 12) - 6);
        return figure(distance == 6 || distance <= 1);
    }

    /** Blue sea waves: rows of half circles, each over the two behind it, ringed within. */
    private static Stitch seigaiha(int column, int row) {
        int wave = Math.floorDiv(row, 5) + 2;
        while (distanceFrom(wave, column, row) >= 8.3 && wave * 5 > row) {
            wave--;
        }
        double distance = distanceFrom(wave, column, row);
        return figure(distance > 6.8 || (distance > 3.6 && distance < 5.1) || distance < 1.7);
    }

    private static double distanceFrom(int wave, int column, int row) {
        double across = Math.floorMod(column + wave * 8 + 8, 16) - 8;
        return Math.hypot(across, (wave * 5 - row) * KnitCloth.ROW_PER_COLUMN);
    }

    /** Hemp leaves: triangles, each divided from its middle to its corners. */
    private static Stitch asanoha(int column, int row) {
        double side = 16;
        double height = side * Math.sqrt(3) / 2;
        double y = row * KnitCloth.ROW_PER_COLUMN / height;
        double x = column / side - y / 2;
        double a = x - Math.floor(x);
        double b = y - Math.floor(y);
        boolean upper = a + b > 1;
        double p = upper ? 1 - a : a;
        double q = upper ? 1 - b : b;
        double r = 1 - p - q;
        double line = 1.25 / side;
        boolean edge = Math.min(p, Math.min(q, r)) < line * 0.45;
        boolean vein =
                (Math.abs(p - q) < line && p < r)
                        || (Math.abs(q - r) < line && q < p)
                        || (Math.abs(p - r) < line && p < q);
        return figure(edge || vein);
    }
}
