package org.lfnkr.zabuton.catalog.knit;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Pieces worked in one yarn and laid out; each is drawn once, however often it lies there. */
record KnitLayout(Silhouette silhouette, KnitColour colour) {

    String drawing() {
        List<KnitCloth> cloths =
                silhouette.pieces().stream()
                        .map(
                                worked ->
                                        new KnitCloth(
                                                worked.piece(),
                                                KnitChart.of(worked.motif()),
                                                colour))
                        .toList();
        String pieces =
                IntStream.range(0, cloths.size())
                        .mapToObj(n -> "<g id=\"g%d\">%s</g>".formatted(n, cloths.get(n).drawing()))
                        .collect(Collectors.joining());
        return "<defs>" + pieces + "</defs>" + laidOut() + finish();
    }

    private String laidOut() {
        return silhouette.places().stream()
                .map(
                        place ->
                                "<use href=\"#g%d\" transform=\"%s\"/>"
                                        .formatted(place.piece(), place.transform()))
                .collect(Collectors.joining());
    }

    private String finish() {
        return silhouette.finish().isEmpty()
                ? ""
                : "<g fill=\"none\">" + silhouette.finish() + "</g>";
    }
}
