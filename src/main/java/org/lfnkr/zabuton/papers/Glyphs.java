package org.lfnkr.zabuton.papers;

import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.lfnkr.zabuton.web.Problem;
import org.springframework.core.io.ClassPathResource;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Which characters papers can show. Forms ask before somebody's name is printed, so that it stands
 * on paper as it was typed or the form says that it can't.
 */
public final class Glyphs {

    private static final int HIGHEST = 0x3FFFF;

    /** A character as a reader sees it, with what stands on it or makes a variant of it. */
    private static final Pattern CHARACTER = Pattern.compile("\\X");

    private static final BitSet KNOWN = known();

    private Glyphs() {}

    /** A problem for a field whose text can't be printed as it was typed; empty where it can. */
    public static Optional<Problem> problem(String field, String text) {
        String missing = missing(text);
        return missing.isEmpty()
                ? Optional.empty()
                : Optional.of(Problem.of(field, "papers.unprintable", missing));
    }

    /**
     * The characters that the fonts lack, each once. A variant of an ideograph is one of them: the
     * plain ideograph would stand in its place.
     */
    public static String missing(String text) {
        return CHARACTER
                .matcher(text)
                .results()
                .map(MatchResult::group)
                .filter(it -> !it.codePoints().allMatch(Glyphs::isKnown))
                .distinct()
                .collect(Collectors.joining(" "));
    }

    private static boolean isKnown(int codePoint) {
        return KNOWN.get(codePoint) || Character.isWhitespace(codePoint);
    }

    private static BitSet known() {
        BitSet known = new BitSet(HIGHEST);
        List.of(Press.REGULAR, Press.SUPPLEMENT).forEach(font -> read(font, known));
        return known;
    }

    private static void read(String path, BitSet known) {
        try (InputStream bytes = new ClassPathResource(path).getInputStream();
                TrueTypeFont font = new TTFParser().parse(new RandomAccessReadBuffer(bytes))) {
            CmapLookup glyphs = font.getUnicodeCmapLookup();
            for (int codePoint = 0; codePoint <= HIGHEST; codePoint++) {
                if (glyphs.getGlyphId(codePoint) > 0) {
                    known.set(codePoint);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(path + " is missing", e);
        }
    }
}
