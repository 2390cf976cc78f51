package org.lfnkr.zabuton.desk;

import org.lfnkr.zabuton.kernel.Tally;

import reactor.core.publisher.Mono;

import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Something that waits for staff: a line of Today, for those whose work it is. A module declares
 * its own as beans; their {@code @Order} is that of the page. What waits for nobody has no line.
 *
 * @param key of the messages that name it and, with {@code .do}, say what to do; also what a snooze
 *     is of
 * @param warning whether something went wrong, and may be put off with a reason; otherwise it is
 *     work that comes every day
 * @param right that opens the list
 * @param owners whose work it is
 * @param path of the list behind the language; it shows exactly what is counted
 * @param tally counts what waits for a reader, within milliseconds however many years there are
 */
public record Concern(
        String key,
        boolean warning,
        Right right,
        Set<Role> owners,
        Supplier<String> path,
        Function<Colleague, Mono<Tally>> tally) {

    public Concern {
        owners = Set.copyOf(owners);
    }

    /** Of which everybody sees the same. */
    public Concern(
            String key,
            boolean warning,
            Right right,
            Set<Role> owners,
            Supplier<String> path,
            Supplier<Mono<Tally>> tally) {
        this(key, warning, right, owners, path, any -> tally.get());
    }

    /** Work that comes every day. */
    public static Concern task(
            String key, Right right, String path, Supplier<Mono<Tally>> tally, Role... owners) {
        return new Concern(key, false, right, Set.of(owners), () -> path, tally);
    }

    /** Work of which each has their own. */
    public static Concern personal(
            String key,
            Right right,
            String path,
            Function<Colleague, Mono<Tally>> tally,
            Role... owners) {
        return new Concern(key, false, right, Set.of(owners), () -> path, tally);
    }

    /** Something that went wrong. */
    public static Concern warning(
            String key, Right right, String path, Supplier<Mono<Tally>> tally, Role... owners) {
        return new Concern(key, true, right, Set.of(owners), () -> path, tally);
    }
}
