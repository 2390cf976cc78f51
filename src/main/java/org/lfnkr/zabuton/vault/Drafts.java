package org.lfnkr.zabuton.vault;

import org.springframework.stereotype.Component;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;

/**
 * What somebody has typed so far, packed small and sealed, so that their own browser can keep it
 * and the server stores nobody who stops half way.
 */
@Component
public class Drafts {

    /** Browsers keep 4,096 bytes of a cookie, its name and attributes included. */
    private static final int LONGEST = 3_800;

    private static final int LARGEST_CONTENT = 64 * 1024;

    private final Tokens tokens;
    private final JsonMapper json;

    Drafts(Tokens tokens, JsonMapper json) {
        this.tokens = tokens;
        this.json = json;
    }

    /**
     * Empty where the answers are too long for a cookie.
     *
     * @param purpose a draft made for one purpose can't be opened for another
     */
    public Optional<String> seal(String purpose, Object draft) {
        return Optional.of(tokens.seal(purpose, deflate(json.writeValueAsBytes(draft))))
                .filter(value -> value.length() <= LONGEST);
    }

    /** Empty for anything that was altered, or written by another version of the shop. */
    public <T> Optional<T> open(String purpose, String sealed, Class<T> type) {
        return tokens.open(purpose, sealed).flatMap(content -> parse(content, type));
    }

    private <T> Optional<T> parse(byte[] content, Class<T> type) {
        try {
            return Optional.of(json.readValue(inflate(content), type));
        } catch (JacksonException writtenByAnotherVersion) {
            return Optional.empty();
        }
    }

    private static byte[] deflate(byte[] content) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DeflaterOutputStream deflater = new DeflaterOutputStream(bytes)) {
            deflater.write(content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static byte[] inflate(byte[] content) {
        try (InflaterInputStream inflater =
                new InflaterInputStream(new ByteArrayInputStream(content))) {
            return inflater.readNBytes(LARGEST_CONTENT);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
