package org.lfnkr.zabuton.desk;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.springframework.dao.DuplicateKeyException;

import reactor.core.publisher.Mono;

import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/**
 * Has a form make one thing, however often it is sent, as by a double click: what it makes has the
 * form's own id, which the database takes once.
 */
public final class SentOnce {

    private SentOnce() {}

    /**
     * The same for a form that is sent again as it was; another one where something else is typed,
     * or the same on another page, as each page has a token of its own for its forms.
     *
     * @param typed all fields that were sent, the token among them
     */
    public static UUID id(Map<String, String> typed) {
        return UUID.nameUUIDFromBytes(new TreeMap<>(typed).toString().getBytes(UTF_8));
    }

    /**
     * @param act carried out in a transaction of its own
     * @param before what the same form gave when it was sent before; empty where it never was, so
     *     that the act failed for another reason
     */
    public static <T> Mono<T> carryOut(Mono<T> act, Mono<T> before) {
        return act.onErrorResume(
                DuplicateKeyException.class,
                known -> before.switchIfEmpty(Mono.error(() -> known)));
    }
}
