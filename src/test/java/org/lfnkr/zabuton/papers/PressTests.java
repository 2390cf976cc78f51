package org.lfnkr.zabuton.papers;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.core.io.ClassPathResource;
import org.springframework.web.util.HtmlUtils;

import java.io.IOException;
import java.nio.charset.StandardCharsets;

class PressTests {

    private static final Press PRESS = new Press();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "𠮷",
                "𠮷野",
                "髙橋",
                "山﨑",
                "渡邉 渡邊",
                "ｱｲｳｴｵ ｶﾞｷﾞ ﾊﾟｰ",
                "ヰヱ ヴ",
                "斉藤 齋藤 齊藤",
                "O’Connor-Łódź Ångström Şahin",
                "Nguyễn Thị Ứng",
                "김철수",
                "王梦瑶",
                "Иванов Ελένη",
                "qualified office, fluffy affluent fjord",
                "A",
                "名"
            })
    void namesSurvive(String name) throws IOException {
        assertThat(text(print(name))).contains(name).doesNotContain("〓");
    }

    @ParameterizedTest
    @ValueSource(strings = {"𠮷", "名", "W", "ｶ"})
    void aNameOfAHundredCharactersSurvivesAndStaysOnThePaper(String character) throws IOException {
        String name = character.repeat(100);

        byte[] pdf = print(name);

        assertThat(text(pdf).replaceAll("\\s", "")).contains(name);
        assertThat(rightmost(pdf)).isLessThan(595);
    }

    @Test
    void aVariantOfAnIdeographIsShownAsTheIdeograph() throws IOException {
        assertThat(text(print("葛\uDB40\uDD00城"))).contains("葛城");
    }

    @Test
    void aCharacterThatNoFontHasIsShownAsMissing() throws IOException {
        assertThat(text(print("[ก]"))).contains("[〓]");
    }

    @Test
    void isTaggedTitledAndSaysItsLanguage() throws IOException {
        try (PDDocument pdf = Loader.loadPDF(print("text"))) {
            assertThat(pdf.getDocumentCatalog().getMarkInfo().isMarked()).isTrue();
            assertThat(pdf.getDocumentCatalog().getStructureTreeRoot().getKids()).isNotEmpty();
            assertThat(pdf.getDocumentCatalog().getLanguage()).isEqualTo("ja");
            assertThat(pdf.getDocumentInformation().getTitle()).isEqualTo("領収書");
            assertThat(new String(pdf.getDocumentCatalog().getMetadata().toByteArray(), "UTF-8"))
                    .contains("pdfuaid", "pdfaid");
        }
    }

    @Test
    void carriesEachFontWithinItself() throws IOException {
        try (PDDocument pdf = Loader.loadPDF(print("𠮷 A"))) {
            for (PDPage page : pdf.getPages()) {
                for (var name : page.getResources().getFontNames()) {
                    PDFont font = page.getResources().getFont(name);
                    assertThat(font.isEmbedded()).as(font.getName()).isTrue();
                }
            }
        }
    }

    @Test
    void fetchesNothing() throws IOException {
        byte[] pdf =
                PRESS.print(
                        document("<img alt=\"\" src=\"file:///etc/hostname\"/><p>still here</p>"));

        assertThat(text(pdf)).contains("still here");
    }

    /** Its page is an A6, 298 points wide, and 26 of them are its margin. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "メゾン・ド・シャルマン霞が関アネックスタワー三五〇七号室鈴木様方",
                "6-35-3 Co-op Olympia Residential Annex North Wing, c/o Yamaguchi",
                "WWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWW"
            })
    void noLineOfALabelIsCutOff(String line) throws IOException {
        byte[] label =
                PRESS.print(
                        """
                        <html lang="ja"><head><title>宛名</title><meta name="description" content="d"/>
                        %s</head><body><div class="label"><p class="label__to long"><span>%s</span></p></div></body></html>
                        """
                                .formatted(style(), line));

        assertThat(text(label).replaceAll("\\s", "")).contains(line.replace(" ", ""));
        assertThat(rightmost(label)).isLessThan(298 - 25);
    }

    /** As all papers have it. */
    private static String style() throws IOException {
        return new ClassPathResource("templates/papers/style.html")
                .getContentAsString(StandardCharsets.UTF_8)
                .replaceAll(" (xmlns:)?th[:=][^ >]*", "");
    }

    /** What can be read on a paper with this text. */
    static String printed(String text) throws IOException {
        return text(print(text));
    }

    private static byte[] print(String text) {
        return PRESS.print(
                document("<p class=\"long\">" + HtmlUtils.htmlEscape(text, "UTF-8") + "</p>"));
    }

    private static String document(String body) {
        return """
        <html lang="ja"><head><title>領収書</title><meta name="description" content="d"/>
        <style>body { font-family: "BIZ UDPGothic", "Supplement" }
        .long { word-wrap: break-word; word-break: break-all }</style></head><body>%s</body></html>
        """
                .formatted(body);
    }

    private static String text(byte[] pdf) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document);
        }
    }

    /** Where the last glyph ends, in points; the paper is 595 wide. */
    private static double rightmost(byte[] pdf) throws IOException {
        double[] right = new double[1];
        PDFTextStripper stripper =
                new PDFTextStripper() {
                    @Override
                    protected void processTextPosition(
                            org.apache.pdfbox.text.TextPosition position) {
                        right[0] =
                                Math.max(
                                        right[0],
                                        position.getXDirAdj() + position.getWidthDirAdj());
                    }
                };
        try (PDDocument document = Loader.loadPDF(pdf)) {
            stripper.getText(document);
        }
        return right[0];
    }
}
