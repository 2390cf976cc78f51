package org.lfnkr.zabuton.pagecache;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Map.Entry;

/**
 * A page as it leaves.
 *
 * @param headers of every answer with it, but for what its coding adds
 * @param brotli empty where this machine can't make it
 * @param hash of the page, for its ETag
 * @param version of what it was made of, see {@link org.lfnkr.zabuton.web.PageVersions}
 * @param madeAt in milliseconds of the clock
 */
record KeptPage(
        List<Entry<String, String>> headers,
        byte[] brotli,
        byte[] gzip,
        String hash,
        long version,
        long madeAt)
        implements Made {

    private static final int OVERHEAD = 1_000;

    static KeptPage of(HttpHeaders made, byte[] page, long version, long madeAt) {
        List<Entry<String, String>> headers =
                List.of(
                        Map.entry(
                                HttpHeaders.CONTENT_TYPE,
                                String.valueOf(made.getFirst(HttpHeaders.CONTENT_TYPE))),
                        Map.entry(
                                HttpHeaders.CONTENT_LANGUAGE,
                                String.valueOf(made.getFirst(HttpHeaders.CONTENT_LANGUAGE))),
                        // Kept by the browser alone, which asks each time whether it still holds.
                        Map.entry(HttpHeaders.CACHE_CONTROL, "private, no-cache"),
                        Map.entry(HttpHeaders.VARY, "Accept-Encoding, Cookie"));
        return new KeptPage(
                headers.stream().filter(it -> !it.getValue().equals("null")).toList(),
                Coding.brotli(page),
                Coding.gzip(page),
                hash(page),
                version,
                madeAt);
    }

    private static String hash(byte[] page) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(page);
            return HexFormat.of().formatHex(digest, 0, 12);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    byte[] body(Coding coding) {
        return switch (coding) {
            case BROTLI -> brotli;
            case GZIP -> gzip;
            case IDENTITY -> Coding.gunzip(gzip);
        };
    }

    /** Another one for each coding, as their bytes differ. */
    String etag(Coding coding) {
        return '"' + hash + '-' + coding.token() + '"';
    }

    /** Whether the visitor has it already (RFC 9110, 13.1.2). */
    boolean isHeld(Coding coding, @Nullable String ifNoneMatch) {
        return ifNoneMatch != null && ifNoneMatch.contains(etag(coding));
    }

    int bytes() {
        return OVERHEAD + brotli.length + gzip.length;
    }
}
