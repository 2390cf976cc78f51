package org.lfnkr.zabuton.orders.desk;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lfnkr.zabuton.orders.desk.OrderFilter.State;

import java.time.Instant;

class OrderFilterTests {

    /** A date that PostgreSQL doesn't know is one in Java. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "+999999999-12-31",
                "-0001-01-01",
                "0000-01-01",
                "1999-12-31",
                "2026-02-30",
                "2026-1-1",
                "2026-01-01T00:00",
                "yesterday",
                "\0"
            })
    void whatIsNoDayFiltersNothing(String day) {
        assertThat(OrderFilter.of("", day, day, "")).isEqualTo(OrderFilter.ALL);
    }

    @Test
    void readsADayInAnyWidth() {
        assertThat(OrderFilter.of("", "２０２６-01-01", "", ""))
                .isEqualTo(OrderFilter.of("", "2026-01-01", "", ""));
    }

    @Test
    void daysAreThoseOfTokyoAndTheLastIsIncluded() {
        OrderFilter days = OrderFilter.of("", "2026-11-01", "2026-11-30", "");

        assertThat(days.begin()).isEqualTo(Instant.parse("2026-10-31T15:00:00Z"));
        assertThat(days.end()).isEqualTo(Instant.parse("2026-11-30T15:00:00Z"));
    }

    @Test
    void everyStateIsReadAsItIsWritten() {
        for (State state : State.values()) {
            assertThat(OrderFilter.of(state.code(), "", "", "").state()).isEqualTo(state);
            assertThat(OrderFilter.ALL.statuses()).contains(state.statuses());
        }
        assertThat(OrderFilter.of("PAID", "", "", "bitcoin")).isEqualTo(OrderFilter.ALL);
    }
}
