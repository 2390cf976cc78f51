package org.lfnkr.zabuton.catalog.knit;

import java.util.List;

/**
 * How a product lies in its picture: its pieces, and where each of them stands.
 *
 * @param pieces what is knitted, each in its own chart
 * @param places how the pieces are laid out; a piece may lie there more than once
 * @param finish what isn't knitted, such as a zip or a fringe, in the drawing's own units
 */
record Silhouette(List<Worked> pieces, List<Place> places, String finish) {

    /** A piece and the chart it is worked from. */
    record Worked(Piece piece, String motif) {}

    /** Where a piece lies, by its number, as an SVG transform. */
    record Place(int piece, String transform) {}

    /** The silhouette of a product; a single cushion for a name that nobody has drawn. */
    static Silhouette of(String name, String motif) {
        return switch (name) {
            case "cushion-pair" ->
                    single(
                            Piece.cushion(),
                            motif,
                            "translate(92-104)rotate(5)scale(.74)",
                            "translate(-84 86)rotate(-3)scale(.78)");
            case "coaster" ->
                    single(
                            Piece.flat(15, 17),
                            motif,
                            "translate(-146-136)rotate(-4)",
                            "translate(140-150)rotate(3)",
                            "translate(-136 146)rotate(2)",
                            "translate(148 138)rotate(-5)");
            case "blanket" -> blanket(motif);
            case "scarf" -> scarf(motif);
            case "pouch" -> pouch(motif);
            case "hat" -> hat(motif);
            case "mitten" -> mitten(motif);
            case "bag" -> bag(motif);
            default -> single(Piece.cushion(), motif, "");
        };
    }

    private static Silhouette single(Piece piece, String motif, String... transforms) {
        List<Place> places =
                java.util.Arrays.stream(transforms)
                        .map(transform -> new Place(0, transform))
                        .toList();
        return new Silhouette(List.of(new Worked(piece, motif)), places, "");
    }

    /** Folded twice: the folds show below the front. */
    private static Silhouette blanket(String motif) {
        return new Silhouette(
                List.of(
                        new Worked(Piece.flat(31, 29), motif),
                        new Worked(Piece.flat(31, 3), "garter")),
                List.of(
                        new Place(1, "translate(6 228)"),
                        new Place(1, "translate(3 196)"),
                        new Place(0, "translate(0-28)")),
                "");
    }

    /** Hung over a peg, one end before the other, with a fringe. */
    private static Silhouette scarf(String motif) {
        return new Silhouette(
                List.of(new Worked(Piece.flat(13, 37), motif)),
                List.of(
                        new Place(0, "translate(86-44)rotate(-3)scale(.9)"),
                        new Place(0, "translate(-70-10)rotate(2)scale(.96)")),
                "");
    }

    private static Silhouette pouch(String motif) {
        return new Silhouette(
                List.of(new Worked(Piece.pouch(), motif)),
                List.of(new Place(0, "translate(0 16)")),
                "<path d=\"M-214-152H214\" stroke-width=\"16\" stroke=\"#4a443a\"/>"
                        + "<path d=\"M-212-152H212\" stroke-width=\"8\" stroke=\"#d8cfbd\" stroke-dasharray=\"5 4\"/>"
                        + "<path d=\"M206-152l26 34\" stroke-width=\"9\" stroke=\"#8a7a5c\" stroke-linecap=\"round\"/>");
    }

    private static Silhouette hat(String motif) {
        return new Silhouette(
                List.of(new Worked(Piece.crown(), motif), new Worked(Piece.flat(29, 11), "rib")),
                List.of(new Place(0, "translate(0-54)"), new Place(1, "translate(0 178)")),
                "");
    }

    private static Silhouette mitten(String motif) {
        String thumb = "translate(96 20)rotate(17)";
        String left = "translate(-158 0)rotate(-4)";
        String right = "translate(158 0)rotate(4)scale(-1 1)";
        return new Silhouette(
                List.of(
                        new Worked(Piece.hand(), motif),
                        new Worked(Piece.thumb(), "stockinette"),
                        new Worked(Piece.flat(13, 13), "rib")),
                List.of(
                        new Place(1, left + thumb),
                        new Place(0, left + "translate(0-80)"),
                        new Place(2, left + "translate(0 180)"),
                        new Place(1, right + thumb),
                        new Place(0, right + "translate(0-80)"),
                        new Place(2, right + "translate(0 180)")),
                "");
    }

    private static Silhouette bag(String motif) {
        return new Silhouette(
                List.of(new Worked(Piece.flat(27, 27), motif)),
                List.of(new Place(0, "translate(0 92)")),
                "<path d=\"M-130-96C-130-330 130-330 130-96\" stroke-width=\"22\" stroke=\"#6b5a40\" stroke-linecap=\"round\"/>");
    }
}
