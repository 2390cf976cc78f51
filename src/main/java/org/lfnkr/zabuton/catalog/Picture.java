package org.lfnkr.zabuton.catalog;

import org.lfnkr.zabuton.catalog.knit.KnitPicture;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32C;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/**
 * A drawing as it leaves the shop: an SVG document in UTF-8. It is kept as nearly everybody takes
 * it, a thirtieth of its size.
 *
 * @param version changes with the drawing
 */
record Picture(byte[] gzipped, String version) {

    static Picture of(KnitPicture drawing) {
        byte[] svg = drawing.svg().getBytes(StandardCharsets.UTF_8);
        return new Picture(gzip(svg), version(svg));
    }

    /** For who can't unpack it. */
    byte[] svg() {
        try (GZIPInputStream packed = new GZIPInputStream(new ByteArrayInputStream(gzipped))) {
            return packed.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String version(byte[] svg) {
        CRC32C sum = new CRC32C();
        sum.update(svg);
        return Long.toHexString(sum.getValue());
    }

    private static byte[] gzip(byte[] plain) {
        ByteArrayOutputStream zipped = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(zipped)) {
            gzip.write(plain);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return zipped.toByteArray();
    }
}
