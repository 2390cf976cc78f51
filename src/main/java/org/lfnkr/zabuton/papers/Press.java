package org.lfnkr.zabuton.papers;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder.PdfAConformance;
import com.openhtmltopdf.util.XRLog;

import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;
import org.springframework.util.StreamUtils;

import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/**
 * Prints XHTML as PDF. The fonts are BIZ UDPGothic, and a supplement for rarer characters of names;
 * a character that neither has is shown as 〓, as Japanese printers do.
 */
@Component
class Press {

    private static final String FAMILY = "BIZ UDPGothic";
    private static final String RARER = "Supplement";
    private static final Pattern VARIATION_SELECTOR =
            Pattern.compile("[\\x{FE00}-\\x{FE0F}\\x{E0100}-\\x{E01EF}]");

    /** Where an OpenType font keeps the directory of its tables, and how long an entry is. */
    private static final int TABLE_COUNT = 4;

    private static final int TABLE_DIRECTORY = 12;
    private static final int TABLE_RECORD = 16;

    static final String REGULAR = "fonts/BIZUDPGothic-Regular.ttf";
    static final String BOLD = "fonts/BIZUDPGothic-Bold.ttf";
    static final String SUPPLEMENT = "fonts/NotoSansCJKjp-Supplement.ttf";

    private final byte[] regular = read(REGULAR);
    private final byte[] bold = read(BOLD);
    private final byte[] supplement = read(SUPPLEMENT);
    private final byte[] colours = ICC_Profile.getInstance(ColorSpace.CS_sRGB).getData();

    Press() {
        XRLog.setLoggingEnabled(false); // what a paper says belongs in no log
    }

    byte[] print(String xhtml) {
        try (ByteArrayOutputStream pdf = new ByteArrayOutputStream()) {
            builder().withHtmlContent(withoutVariants(xhtml), null).toStream(pdf).run();
            return pdf.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException("A paper can't be printed", e);
        }
    }

    /**
     * The fonts know no variants of an ideograph (葛 in two shapes): the plain one stands for each.
     */
    private static String withoutVariants(String xhtml) {
        return VARIATION_SELECTOR.matcher(xhtml).replaceAll("");
    }

    private PdfRendererBuilder builder() {
        PdfRendererBuilder builder = new PdfRendererBuilder();
        builder.useUriResolver((base, uri) -> null); // a paper fetches nothing
        builder.useReplacementText("〓");
        builder.usePdfUaAccessibility(true);
        builder.usePdfAConformance(PdfAConformance.PDFA_3_A);
        builder.useColorProfile(colours);
        font(builder, regular, FAMILY, 400);
        font(builder, bold, FAMILY, 700);
        font(builder, supplement, RARER, 400);
        font(builder, supplement, RARER, 700);
        return builder;
    }

    private static void font(PdfRendererBuilder builder, byte[] font, String family, int weight) {
        builder.useFont(
                () -> new ByteArrayInputStream(font), family, weight, FontStyle.NORMAL, true);
    }

    static byte[] read(String path) {
        try {
            return withoutLigatures(
                    StreamUtils.copyToByteArray(new ClassPathResource(path).getInputStream()));
        } catch (IOException e) {
            throw new UncheckedIOException(path + " is missing", e);
        }
    }

    /**
     * Hides the font's table of substitutions. From it the PDF would get ligatures whose letters it
     * can't tell: nobody who searches for "qualified" would find the word.
     */
    private static byte[] withoutLigatures(byte[] font) {
        int tables = ByteBuffer.wrap(font).getShort(TABLE_COUNT);
        for (int i = 0; i < tables; i++) {
            int tag = TABLE_DIRECTORY + i * TABLE_RECORD;
            if (new String(font, tag, 4, StandardCharsets.US_ASCII).equals("GSUB")) {
                font[tag] = '-';
            }
        }
        return font;
    }
}
