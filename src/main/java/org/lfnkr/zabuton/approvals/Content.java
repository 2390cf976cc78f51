package org.lfnkr.zabuton.approvals;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;

/**
 * What is signed: lines of {@code name=value} in UTF-8, of which no two different ones mean the
 * same. Ids, codes and numbers only: it is kept for good, and shown to whoever checks a signature.
 */
@SuppressWarnings("ArrayRecordComponent") // compared by content
public record Content(byte[] bytes) {

    /**
     * @param kind of the {@link Approvable}, the first line
     * @param pairs of name and value, always in the same order
     */
    public static Content of(String kind, Object... pairs) {
        StringBuilder lines = new StringBuilder(line("kind", kind));
        for (int i = 0; i < pairs.length; i += 2) {
            lines.append(line(pairs[i].toString(), pairs[i + 1].toString()));
        }
        return new Content(lines.toString().getBytes(StandardCharsets.UTF_8));
    }

    private static String line(String name, String value) {
        if (!name.matches("[a-z][a-z0-9-]*")) {
            throw new IllegalArgumentException("No name of a line: " + name);
        }
        return name + "=" + value.replace("\\", "\\\\").replace("\n", "\\n") + "\n";
    }

    /**
     * What stands for words, which are no part of what is signed and yet can't be changed after:
     * they could name somebody, and stay with their own record.
     *
     * @return SHA-256 in hexadecimal digits
     */
    public static String digest(String words) {
        return new Content(words.getBytes(StandardCharsets.UTF_8)).fingerprint();
    }

    /** As it can be read. */
    public String text() {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    /**
     * What stands under a name: an id, a code or a number.
     *
     * @throws IllegalArgumentException where the name stands nowhere
     */
    public String value(String name) {
        return text().lines()
                .filter(line -> line.startsWith(name + "="))
                .map(line -> line.substring(name.length() + 1))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("No such line: " + name));
    }

    /** SHA-256. */
    byte[] hash() {
        return sha256(bytes);
    }

    /** The hash as people compare it. */
    public String fingerprint() {
        return HexFormat.of().formatHex(hash());
    }

    static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("SHA-256 is missing from this Java", e);
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Content that && Arrays.equals(bytes, that.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    @Override
    public String toString() {
        return fingerprint();
    }
}
