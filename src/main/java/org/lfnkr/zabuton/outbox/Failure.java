package org.lfnkr.zabuton.outbox;

import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a log may say of a failure: kinds and places in our code. Messages are left out, because
 * drivers and parsers quote the data they choke on.
 */
public final class Failure {

    private static final String OURS = "org.lfnkr.zabuton.";

    private Failure() {}

    public static String of(Throwable failure) {
        return Stream.iterate(failure, link -> link != null, Throwable::getCause)
                .map(Failure::describe)
                .collect(Collectors.joining(", caused by "));
    }

    private static String describe(Throwable link) {
        return Arrays.stream(link.getStackTrace())
                .filter(frame -> frame.getClassName().startsWith(OURS))
                .findFirst()
                .map(frame -> link.getClass().getName() + " at " + frame)
                .orElse(link.getClass().getName());
    }
}
