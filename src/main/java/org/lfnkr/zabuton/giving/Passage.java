package org.lfnkr.zabuton.giving;

import java.nio.charset.StandardCharsets;
import java.util.UUID;

/**
 * What the guard counts: each pledge that leads to Stripe, not each form, since one form could ask
 * for many.
 */
final class Passage {

    private Passage() {}

    static UUID of(UUID attempt, String fingerprint) {
        String both = attempt + "/" + fingerprint;
        return UUID.nameUUIDFromBytes(both.getBytes(StandardCharsets.UTF_8));
    }
}
