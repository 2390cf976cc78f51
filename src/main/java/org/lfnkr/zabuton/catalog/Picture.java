package org.lfnkr.zabuton.catalog;

import org.lfnkr.zabuton.catalog.knit.KnitPicture;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32C;
import java.util.zip.GZIPOutputStream;

/**
 * A drawing as it leaves the shop: an SVG document in UTF-8, also compressed.
 *
 * @param version changes with the drawing
 */
record Picture(byte[] svg, byte[] gzipped, String version) {

    static Picture of(KnitPicture drawing) {
        byte[] svg = drawing.svg().getBytes(StandardCharsets.UTF_8);
        return new Picture(svg, gzip(svg), version(svg));
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
