package org.lfnkr.zabuton.pagecache;

import com.aayushatharva.brotli4j.Brotli4jLoader;
import com.aayushatharva.brotli4j.encoder.Encoder;

import org.jspecify.annotations.Nullable;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/** How a page travels (RFC 9110, 8.4). */
enum Coding {
    BROTLI("br"),
    GZIP("gzip"),
    IDENTITY("identity");

    /** The best of 0 to 11 that takes no longer than making the page. */
    private static final int BROTLI_QUALITY = 9;

    private static final Pattern NEVER = Pattern.compile("\\s*q=0(\\.0*)?\\s*");

    private final String token;

    Coding(String token) {
        this.token = token;
    }

    String token() {
        return token;
    }

    /** The smallest that the visitor takes. */
    static Coding accepted(@Nullable String header) {
        if (header == null) {
            return IDENTITY;
        }
        if (Brotli4jLoader.isAvailable() && takes(header, BROTLI.token)) {
            return BROTLI;
        }
        return takes(header, GZIP.token) ? GZIP : IDENTITY;
    }

    private static boolean takes(String header, String token) {
        for (String part : header.split(",")) {
            int weight = part.indexOf(';');
            String coding = weight < 0 ? part : part.substring(0, weight);
            if (coding.strip().equalsIgnoreCase(token)) {
                return weight < 0 || !NEVER.matcher(part.substring(weight + 1)).matches();
            }
        }
        return false;
    }

    static byte[] brotli(byte[] page) {
        try {
            return Brotli4jLoader.isAvailable()
                    ? Encoder.compress(page, new Encoder.Parameters().setQuality(BROTLI_QUALITY))
                    : new byte[0];
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static byte[] gzip(byte[] page) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
            out.write(page);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    static byte[] gunzip(byte[] zipped) {
        try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(zipped))) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
