package org.lfnkr.zabuton.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.time.Duration;
import java.time.Instant;

class RetryScheduleTests {

    private static final RetrySchedule MAIL =
            new RetrySchedule(Duration.ofMinutes(2), Duration.ofHours(6), Duration.ofDays(14));

    @ParameterizedTest
    @CsvSource({"1, PT2M", "2, PT4M", "5, PT32M", "8, PT4H16M", "9, PT6H", "1000, PT6H"})
    void pausesDoubleUpToTheLongest(int attempts, Duration pause) {
        assertThat(MAIL.pause(attempts)).isEqualTo(pause);
    }

    @Test
    void hasPatienceForAsLongAsItSays() {
        assertThat(MAIL.isOver(Instant.EPOCH, Instant.EPOCH.plus(Duration.ofDays(13)))).isFalse();
        assertThat(MAIL.isOver(Instant.EPOCH, Instant.EPOCH.plus(Duration.ofDays(15)))).isTrue();
    }
}
