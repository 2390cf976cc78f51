package org.lfnkr.zabuton.web.server;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.time.Duration;

class PulseTests {

    private static final Duration LONGEST = Duration.ofMillis(300);

    /** Nanoseconds may be below zero. */
    private static final long BEGIN = -1_000;

    private final Pulse pulse = new Pulse(BEGIN);

    private static long after(long milliseconds) {
        return BEGIN + Duration.ofMillis(milliseconds).toNanos();
    }

    private void crowd() {
        for (int i = 0; i <= Pulse.CROWD; i++) {
            pulse.read();
        }
    }

    @Test
    void aCrowdThatLiesUnreadIsBehind() {
        crowd();

        assertThat(pulse.isBehind(LONGEST, after(350))).isFalse();
        assertThat(pulse.isBehind(LONGEST, after(351))).isTrue();
        assertThat(pulse.isBehind(LONGEST.multipliedBy(2), after(351))).isFalse();
    }

    @Test
    void whoeverWasHeldUpByAPauseIsNoCrowd() {
        for (int i = 0; i < Pulse.CROWD; i++) {
            pulse.read();
        }

        assertThat(pulse.isBehind(LONGEST, after(5_000))).isFalse();
    }

    @Test
    void whenAllWasReadNobodyIsBehind() {
        crowd();
        pulse.beat(after(400));
        assertThat(pulse.isBehind(LONGEST, after(900))).isFalse();

        crowd();
        assertThat(pulse.isBehind(LONGEST, after(700))).isFalse();
        assertThat(pulse.isBehind(LONGEST, after(900))).isTrue();
    }
}
