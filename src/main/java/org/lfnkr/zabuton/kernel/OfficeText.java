package org.lfnkr.zabuton.kernel;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Text of files as programs of Japanese offices write them. */
public final class OfficeText {

    /** What these call Shift_JIS. */
    private static final Charset WINDOWS = Charset.forName("windows-31j");

    private static final String MARK = "\ufeff";

    private OfficeText() {}

    /**
     * UTF-8 without its mark, or else as Windows writes Japanese; no character is guessed.
     *
     * @return empty for what is neither
     */
    public static Optional<String> of(byte[] file) {
        return decoded(file, StandardCharsets.UTF_8)
                .map(text -> text.startsWith(MARK) ? text.substring(1) : text)
                .or(() -> decoded(file, WINDOWS));
    }

    private static Optional<String> decoded(byte[] file, Charset charset) {
        try {
            return Optional.of(charset.newDecoder().decode(ByteBuffer.wrap(file)).toString());
        } catch (CharacterCodingException another) {
            return Optional.empty();
        }
    }
}
