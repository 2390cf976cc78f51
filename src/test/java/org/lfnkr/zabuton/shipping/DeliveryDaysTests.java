package org.lfnkr.zabuton.shipping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.time.LocalDate;
import java.util.Map;

/** 9 November 2026 is a Monday; 23 November is a holiday, and a Monday too. */
class DeliveryDaysTests {

    private static final DeliveryDays DAYS =
            new DeliveryDays(new DeliveryProperties(3, 1, Map.of("47", 4)));

    @ParameterizedTest
    @CsvSource({
        "2026-11-09, 0, 13, 2026-11-12",
        "2026-11-09, 0, 47, 2026-11-15",
        "2026-11-13, 0, 13, 2026-11-18",
        "2026-11-20, 0, 13, 2026-11-26",
        "2026-11-09, 14, 13, 2026-11-26"
    })
    void beginWhenAParcelCanHaveArrived(
            LocalDate paidOn, int leadDays, String prefecture, LocalDate first) {
        assertThat(DAYS.offered(paidOn, leadDays, new Destination("JP", prefecture)))
                .containsExactly(first, first.plusDays(1), first.plusDays(2));
    }

    @Test
    void aPrefectureThatIsNoneIsNamed() {
        assertThatThrownBy(() -> new DeliveryProperties(7, 2, Map.of("48", 1)))
                .hasMessageContaining("48");
        assertThatThrownBy(() -> new DeliveryProperties(0, 2, Map.of()))
                .hasMessageContaining("zabuton.delivery");
    }
}
