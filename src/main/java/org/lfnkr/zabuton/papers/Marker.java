package org.lfnkr.zabuton.papers;

import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.PDPageContentStream.AppendMode;
import org.apache.pdfbox.pdmodel.common.PDMetadata;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.apache.pdfbox.pdmodel.graphics.state.PDExtendedGraphicsState;
import org.apache.pdfbox.util.Matrix;
import org.springframework.stereotype.Component;

import java.awt.Color;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** Marks copies of papers that no longer hold. All lengths are in points, 1/72 of an inch. */
@Component
class Marker {

    private static final Color RED = new Color(0xA3, 0x1D, 0x1D);
    private static final float FAINT = 0.22f;
    private static final float LETTERS_OF_WORD = 96;
    private static final float LETTERS_OF_LINE = 10.5f;
    private static final float MARGIN = 57;
    private static final float BAND = 24;
    private static final float ABOVE_BAND = 15;

    private final byte[] bold = Press.read(Press.BOLD);

    byte[] mark(byte[] pdf, String word, String line) {
        try (PDDocument document = Loader.loadPDF(pdf);
                ByteArrayOutputStream marked = new ByteArrayOutputStream()) {
            mark(document, word, line);
            document.save(marked);
            return marked.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException("A paper can't be marked", e);
        }
    }

    private void mark(PDDocument document, String word, String line) throws IOException {
        PDFont font = PDType0Font.load(document, new ByteArrayInputStream(bold), true);
        for (PDPage page : document.getPages()) {
            try (PDPageContentStream content =
                    new PDPageContentStream(document, page, AppendMode.APPEND, true, true)) {
                content.beginMarkedContent(COSName.ARTIFACT);
                across(content, page.getMediaBox(), font, word);
                above(content, page.getMediaBox(), font, line);
                content.endMarkedContent();
            }
        }
        title(document, word);
    }

    private static void across(
            PDPageContentStream content, PDRectangle page, PDFont font, String word)
            throws IOException {
        content.saveGraphicsState();
        PDExtendedGraphicsState faint = new PDExtendedGraphicsState();
        faint.setNonStrokingAlphaConstant(FAINT);
        content.setGraphicsStateParameters(faint);
        content.setNonStrokingColor(RED);
        Matrix middle = Matrix.getTranslateInstance(page.getWidth() / 2, page.getHeight() / 2);
        middle.rotate(Math.PI / 4);
        middle.translate(-width(font, word, LETTERS_OF_WORD) / 2, -LETTERS_OF_WORD / 3);
        write(content, font, LETTERS_OF_WORD, middle, word);
        content.restoreGraphicsState();
    }

    private static void above(
            PDPageContentStream content, PDRectangle page, PDFont font, String line)
            throws IOException {
        float bottom = page.getHeight() - ABOVE_BAND - BAND;
        float room = page.getWidth() - 2 * MARGIN;
        float letters =
                LETTERS_OF_LINE * Math.min(1, (room - BAND) / width(font, line, LETTERS_OF_LINE));
        content.setNonStrokingColor(RED);
        content.addRect(MARGIN, bottom, room, BAND);
        content.fill();
        content.setNonStrokingColor(Color.WHITE);
        Matrix start =
                Matrix.getTranslateInstance(
                        MARGIN + (room - width(font, line, letters)) / 2,
                        bottom + (BAND - letters) / 2 + letters / 6);
        write(content, font, letters, start, line);
    }

    private static void write(
            PDPageContentStream content, PDFont font, float letters, Matrix at, String text)
            throws IOException {
        content.beginText();
        content.setFont(font, letters);
        content.setTextMatrix(at);
        content.showText(text);
        content.endText();
    }

    private static float width(PDFont font, String text, float letters) throws IOException {
        return font.getStringWidth(text) / 1000 * letters;
    }

    /** Screen readers say the title first; the mark itself is not read. */
    private static void title(PDDocument document, String word) throws IOException {
        PDDocumentInformation about = document.getDocumentInformation();
        String title = about.getTitle();
        about.setTitle(word + " " + title);
        PDMetadata metadata = document.getDocumentCatalog().getMetadata();
        String text = new String(metadata.toByteArray(), StandardCharsets.UTF_8);
        String marked = text.replace(">" + title + "<", ">" + word + " " + title + "<");
        metadata.importXMPMetadata(marked.getBytes(StandardCharsets.UTF_8));
    }
}
