package org.lfnkr.zabuton.mail;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.time.Duration;
import java.time.Instant;

class PatienceTests {

    @ParameterizedTest
    @CsvSource({"1, PT2M", "2, PT4M", "5, PT32M", "8, PT4H16M", "9, PT6H", "1000, PT6H"})
    void pausesDoubleUpToSixHours(int attempts, Duration pause) {
        assertThat(Patience.after(attempts)).isEqualTo(pause);
    }

    @Test
    void lastsTwoWeeks() {
        Instant queued = Instant.EPOCH;

        assertThat(Patience.isOver(queued, queued.plus(Duration.ofDays(13)))).isFalse();
        assertThat(Patience.isOver(queued, queued.plus(Duration.ofDays(15)))).isTrue();
    }
}
