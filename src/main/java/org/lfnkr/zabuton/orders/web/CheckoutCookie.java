package org.lfnkr.zabuton.orders.web;

import org.lfnkr.zabuton.vault.Tokens;
import org.lfnkr.zabuton.web.HostCookie;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.stereotype.Component;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Optional;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;

/**
 * Keeps a checkout under way in the visitor's own browser, encrypted, so that going back, reloading
 * and switching the language lose nothing and the server stores nobody who did not order.
 */
@Component
class CheckoutCookie {

    private static final String PURPOSE = "checkout";
    private static final HostCookie COOKIE = new HostCookie("checkout", Duration.ofHours(4));

    /** Browsers keep 4,096 bytes of a cookie, its name and attributes included. */
    private static final int LONGEST = 3_800;

    private static final int LARGEST_CONTENT = 64 * 1024;

    private final Tokens tokens;
    private final JsonMapper json;

    CheckoutCookie(Tokens tokens, JsonMapper json) {
        this.tokens = tokens;
        this.json = json;
    }

    Optional<CheckoutDraft> read(ServerHttpRequest request) {
        return COOKIE.read(request)
                .flatMap(value -> tokens.open(PURPOSE, value))
                .flatMap(this::parse);
    }

    /** The draft of this browser, or a fresh one. */
    CheckoutDraft readOrStart(ServerHttpRequest request) {
        return read(request).orElseGet(CheckoutDraft::fresh);
    }

    /** False where the answers are too long to be kept. */
    boolean write(ServerHttpResponse response, CheckoutDraft draft) {
        String value = tokens.seal(PURPOSE, deflate(json.writeValueAsBytes(draft)));
        if (value.length() > LONGEST) {
            return false;
        }
        COOKIE.write(response, value);
        return true;
    }

    void clear(ServerHttpResponse response) {
        COOKIE.clear(response);
    }

    private Optional<CheckoutDraft> parse(byte[] content) {
        try {
            return Optional.of(json.readValue(inflate(content), CheckoutDraft.class));
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
