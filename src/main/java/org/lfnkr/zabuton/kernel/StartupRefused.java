package org.lfnkr.zabuton.kernel;

import org.jspecify.annotations.Nullable;

import java.util.Optional;

/**
 * The application must not start like this. The message is one sentence that names the property at
 * fault and says what to do; it is all that the operator gets to read.
 */
public class StartupRefused extends RuntimeException {

    public StartupRefused(String sentence) {
        super(sentence);
    }

    /** The refusal behind a failure of the framework. */
    public static Optional<StartupRefused> in(@Nullable Throwable failure) {
        return switch (failure) {
            case null -> Optional.empty();
            case StartupRefused refused -> Optional.of(refused);
            default -> in(failure.getCause());
        };
    }
}
