package org.lfnkr.zabuton.storefront.posters;

import com.ibm.icu.text.BreakIterator;
import com.ibm.icu.util.ULocale;

import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.GlyphData;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.lfnkr.zabuton.kernel.Language;
import org.springframework.core.io.ClassPathResource;

import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;

/**
 * Sets text in our own font, as outlines: no font of the machine is asked for, nor must there be
 * one. It blocks while it reads the font.
 */
final class Lettering implements AutoCloseable {

    /** As Japanese printers do for a character that their font lacks. */
    private static final int UNKNOWN = '〓';

    private final TrueTypeFont font;
    private final CmapLookup glyphs;

    private Lettering(TrueTypeFont font) throws IOException {
        this.font = font;
        this.glyphs = font.getUnicodeCmapLookup();
    }

    static Lettering open() throws IOException {
        try (InputStream bytes =
                new ClassPathResource("fonts/BIZUDPGothic-Regular.ttf").getInputStream()) {
            return new Lettering(new TTFParser().parse(new RandomAccessReadBuffer(bytes)));
        }
    }

    /** A text as it fits below each other, broken where its language breaks lines. */
    List<String> lines(String text, Language language, double size, double width)
            throws IOException {
        BreakIterator breaks =
                BreakIterator.getLineInstance(
                        ULocale.forLanguageTag(language.tag() + "-u-lw-phrase"));
        breaks.setText(text);
        List<String> lines = new ArrayList<>();
        String line = "";
        int from = breaks.first();
        for (int to = breaks.next(); to != BreakIterator.DONE; to = breaks.next()) {
            String part = text.substring(from, to);
            if (!line.isEmpty() && width((line + part).strip(), size) > width) {
                lines.add(line.strip());
                line = "";
            }
            line += part;
            from = to;
        }
        lines.add(line.strip());
        return lines;
    }

    private double width(String text, double size) throws IOException {
        double width = 0;
        for (int character : text.codePoints().toArray()) {
            width += font.getAdvanceWidth(glyph(character));
        }
        return width * size / font.getUnitsPerEm();
    }

    /** The outline of a line that stands on zero. */
    Path2D outline(String line, double size) throws IOException {
        Path2D outline = new Path2D.Double();
        double scale = size / font.getUnitsPerEm();
        double x = 0;
        for (int character : line.codePoints().toArray()) {
            int glyph = glyph(character);
            AffineTransform place = AffineTransform.getTranslateInstance(x, 0);
            place.scale(scale, -scale);
            append(outline, font.getGlyph().getGlyph(glyph), place);
            x += font.getAdvanceWidth(glyph) * scale;
        }
        return outline;
    }

    private static void append(Path2D outline, GlyphData shape, AffineTransform place) {
        if (shape != null) {
            outline.append(shape.getPath().getPathIterator(place), false);
        }
    }

    private int glyph(int character) {
        int glyph = glyphs.getGlyphId(character);
        return glyph > 0 ? glyph : glyphs.getGlyphId(UNKNOWN);
    }

    @Override
    public void close() throws IOException {
        font.close();
    }
}
