package org.lfnkr.zabuton.catalog.knit;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Document;
import org.w3c.dom.NodeList;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;

import javax.xml.parsers.DocumentBuilderFactory;

class KnitPictureTests {

    private static final List<String> MOTIFS =
            List.of(
                    "stockinette",
                    "garter",
                    "rib",
                    "seed",
                    "basket",
                    "stripe",
                    "check",
                    "cable",
                    "diamond",
                    "seigaiha",
                    "asanoha",
                    "grain");
    private static final List<String> SILHOUETTES =
            List.of(
                    "cushion",
                    "cushion-pair",
                    "scarf",
                    "coaster",
                    "pouch",
                    "bag",
                    "hat",
                    "mitten",
                    "blanket",
                    "cross",
                    "cross-standing");
    private static final List<String> COLOURS =
            List.of("indigo", "persimmon", "wool", "moss", "natural", "walnut");

    static Stream<Arguments> everyPicture() {
        return MOTIFS.stream()
                .flatMap(motif -> SILHOUETTES.stream().map(shape -> Arguments.of(motif, shape)));
    }

    @ParameterizedTest
    @MethodSource("everyPicture")
    void isASmallDocumentWithoutScriptOrStyle(String motif, String silhouette) throws Exception {
        String svg = KnitPicture.of(motif, silhouette, "indigo").svg();
        assertThat(svg)
                .doesNotContain("<script", "<style", "style=", "<image", "http://www.w3.org/1999");
        assertThat(parsed(svg).getDocumentElement().getTagName()).isEqualTo("svg");
    }

    /** Each shape costs an old phone, and each byte somebody with a bad line. */
    @ParameterizedTest
    @MethodSource("everyPicture")
    void isPaintedInFewShapesAndPacksWell(String motif, String silhouette) throws Exception {
        String svg = KnitPicture.of(motif, silhouette, "moss").svg();

        assertThat(parsed(svg).getElementsByTagName("*").getLength()).isLessThan(45);
        assertThat(packed(svg)).isLessThan(6_000);
    }

    @ParameterizedTest
    @MethodSource("everyPicture")
    void namesOnlyWhatItHas(String motif, String silhouette) throws Exception {
        String svg = KnitPicture.of(motif, silhouette, "moss").svg();
        NodeList uses = parsed(svg).getElementsByTagName("use");
        for (int n = 0; n < uses.getLength(); n++) {
            String piece = uses.item(n).getAttributes().getNamedItem("href").getNodeValue();
            assertThat(svg).contains("id=\"" + piece.substring(1) + "\"");
        }
    }

    @Test
    void drawsTheSameThingTheSameWay() {
        assertThat(KnitPicture.of("asanoha", "cushion", "indigo").svg())
                .isEqualTo(KnitPicture.of("asanoha", "cushion", "indigo").svg());
    }

    @Test
    void tellsEveryColourApart() {
        assertThat(
                        COLOURS.stream()
                                .map(key -> KnitPicture.of("seed", "coaster", key).svg())
                                .distinct())
                .hasSameSizeAs(COLOURS);
    }

    @Test
    void drawsAPlainCushionForNamesNobodyHasDrawn() {
        assertThat(KnitPicture.of("paisley", "teapot", "octarine").svg())
                .isEqualTo(KnitPicture.of("stockinette", "cushion", "wool").svg());
    }

    private static int packed(String svg) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream zip = new GZIPOutputStream(packed)) {
            zip.write(svg.getBytes(StandardCharsets.UTF_8));
        }
        return packed.size();
    }

    private static Document parsed(String svg) throws Exception {
        return DocumentBuilderFactory.newDefaultInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(svg.getBytes(StandardCharsets.UTF_8)));
    }
}
