package org.lfnkr.zabuton.guard;

import java.nio.charset.StandardCharsets;
import java.util.UUID;

/**
 * What the guard counts: each pledge or order that leads to Stripe, not each form, since one form
 * could ask for many.
 */
public final class Passage {

    private Passage() {}

    /**
     * @param fingerprint of what is asked for with the attempt
     */
    public static UUID of(UUID attempt, String fingerprint) {
        String both = attempt + "/" + fingerprint;
        return UUID.nameUUIDFromBytes(both.getBytes(StandardCharsets.UTF_8));
    }
}
