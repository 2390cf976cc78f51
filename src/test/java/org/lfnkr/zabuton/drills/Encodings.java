package org.lfnkr.zabuton.drills;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.charset.Charset;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The forms in which a text may lie about on a disk, as bytes to look for. */
final class Encodings {

    private static final List<Charset> CHARSETS =
            List.of(
                    UTF_8,
                    UTF_16LE,
                    UTF_16BE,
                    Charset.forName("Shift_JIS"),
                    Charset.forName("EUC-JP"));

    private Encodings() {}

    static Stream<byte[]> of(String text) {
        return Stream.concat(
                Stream.of(text, text.toUpperCase(Locale.ROOT))
                        .flatMap(form -> CHARSETS.stream().map(form::getBytes)),
                Stream.of(base64(text), hexadecimal(text), escaped(text))
                        .flatMap(forms -> forms)
                        .map(form -> form.getBytes(ISO_8859_1)));
    }

    /** What is sure of a text within a longer one: it may begin at each of three places. */
    private static Stream<String> base64(String text) {
        return IntStream.range(0, 3)
                .mapToObj(offset -> base64(text.getBytes(UTF_8), offset))
                .flatMap(form -> Stream.of(form, form.replace('+', '-').replace('/', '_')));
    }

    private static String base64(byte[] text, int offset) {
        byte[] shifted = new byte[offset + text.length];
        System.arraycopy(text, 0, shifted, offset, text.length);
        String whole = Base64.getEncoder().withoutPadding().encodeToString(shifted);
        int first = Math.ceilDiv(offset * 8, 6);
        int last = shifted.length * 8 / 6;
        return whole.substring(first, last);
    }

    private static Stream<String> hexadecimal(String text) {
        return Stream.of(HexFormat.of(), HexFormat.of().withUpperCase())
                .map(format -> format.formatHex(text.getBytes(UTF_8)));
    }

    private static Stream<String> escaped(String text) {
        return Stream.of(
                bytes(text, "%%%02X"),
                bytes(text, "%%%02x"),
                bytes(text, "=%02X"),
                characters(text, "\\u%04x"),
                characters(text, "\\u%04X"),
                characters(text, "&#%d;"),
                characters(text, "&#x%x;"),
                characters(text, "&#x%X;"));
    }

    /** ASCII stays as it is. */
    private static String bytes(String text, String format) {
        byte[] utf8 = text.getBytes(UTF_8);
        return IntStream.range(0, utf8.length)
                .map(i -> Byte.toUnsignedInt(utf8[i]))
                .mapToObj(escape(format))
                .collect(Collectors.joining());
    }

    private static String characters(String text, String format) {
        return text.chars().mapToObj(escape(format)).collect(Collectors.joining());
    }

    private static IntFunction<String> escape(String format) {
        return c -> c < 0x80 ? Character.toString(c) : String.format(format, c);
    }

    /** Whether a charset has all of a text; a question mark in its place would match anything. */
    static boolean lost(byte[] form) {
        return Arrays.equals(form, new byte[form.length])
                || new String(form, ISO_8859_1).contains("??");
    }
}
