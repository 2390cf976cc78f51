package org.lfnkr.zabuton.payments.hosted;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * Who has pages on which somebody pays, or begins to. What is said to open one is kept before it is
 * said, so that every repetition says the same under the same key.
 */
public interface PageProvider {

    /** Whether real money is moved. */
    boolean isLive();

    /** The same for a page that ends at another time. */
    Map<String, Object> until(Instant expiresAt, Map<String, Object> exact);

    /** The same for a page that asks for the mail address, and says why; empty if it does so. */
    Optional<Map<String, Object>> withoutAddress(Map<String, Object> exact);
}
