package org.lfnkr.zabuton.desk;

import org.jspecify.annotations.Nullable;
import org.lfnkr.zabuton.kernel.Money;

import reactor.core.publisher.Mono;

import java.time.Instant;
import java.util.function.Supplier;

/**
 * Two things that have to agree, as Today tells it. A module declares its own as beans.
 *
 * @param key of the message that names it
 * @param right by which one sees it
 * @param path of the page that tells more, behind the language
 */
public record Comparison(
        String key, Right right, String path, Supplier<Mono<Comparison.Result>> result) {

    /** How it was found. */
    public enum State {
        AGREES,
        DIFFERS,
        /** Nobody has compared it, or not for too long; that is not the same as no difference. */
        NOT_COMPARED
    }

    /**
     * @param at when it was compared last; null for never
     * @param unexplained what is left over, without its sign; null where there is no such figure
     */
    public record Result(State state, @Nullable Instant at, @Nullable Money unexplained) {

        public static final Result NEVER = new Result(State.NOT_COMPARED, null);

        /** Of what has no one figure. */
        public Result(State state, @Nullable Instant at) {
            this(state, at, null);
        }
    }
}
