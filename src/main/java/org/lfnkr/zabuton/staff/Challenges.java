package org.lfnkr.zabuton.staff;

import org.lfnkr.zabuton.vault.Tokens;
import org.springframework.stereotype.Component;

import java.nio.ByteBuffer;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * What an answer by passkey is asked with. A challenge travels sealed in the form and comes back
 * with the answer, so that nothing is stored of whoever only looks at the door.
 */
@Component
class Challenges {

    /** For how long one may be answered. */
    static final Duration VALID = Duration.ofMinutes(5);

    private static final String PURPOSE = "staff.challenge";
    private static final int CHALLENGE_BYTES = 32;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final Tokens tokens;
    private final Clock clock;

    Challenges(Tokens tokens, Clock clock) {
        this.tokens = tokens;
        this.clock = clock;
    }

    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Challenge(byte[] bytes, Instant end) {

        private byte[] content() {
            return ByteBuffer.allocate(CHALLENGE_BYTES + Long.BYTES)
                    .put(bytes)
                    .putLong(end.getEpochSecond())
                    .array();
        }

        private static Challenge of(byte[] content) {
            byte[] bytes = new byte[CHALLENGE_BYTES];
            ByteBuffer buffer = ByteBuffer.wrap(content).get(bytes);
            return new Challenge(bytes, Instant.ofEpochSecond(buffer.getLong()));
        }
    }

    /** One that was never asked before. */
    Challenge fresh() {
        byte[] bytes = new byte[CHALLENGE_BYTES];
        RANDOM.nextBytes(bytes);
        return new Challenge(bytes, clock.instant().plus(VALID));
    }

    /** What was asked; empty where it is no challenge of ours, or too old. */
    Optional<Challenge> opened(String sealed) {
        return tokens.open(PURPOSE, sealed)
                .map(Challenge::of)
                .filter(challenge -> clock.instant().isBefore(challenge.end()));
    }

    /** As it travels. */
    String sealed(Challenge challenge) {
        return tokens.seal(PURPOSE, challenge.content());
    }
}
