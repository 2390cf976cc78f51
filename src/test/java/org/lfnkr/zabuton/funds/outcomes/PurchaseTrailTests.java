package org.lfnkr.zabuton.funds.outcomes;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.lfnkr.zabuton.funds.outcomes.TrailSteps.Told;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;

class PurchaseTrailTests {

    private static final LocalDate MAY = LocalDate.of(2027, 5, 1);

    @Test
    void tellsMovesAndPurchasesDayByDay() {
        Told bought = new Told(MAY, List.of("bought in May", "arrived in July"));
        Told planned = new Told(null, List.of("planned"));
        Told later = new Told(MAY.plusMonths(3), List.of("bought in August"));
        Told moved = new Told(MAY.plusMonths(1), List.of("moved in June"));
        Told sameDay = new Told(MAY, List.of("moved in May"));

        assertThat(
                        PurchaseTrail.dayByDay(
                                Stream.of(sameDay, moved), Stream.of(planned, bought, later)))
                .containsExactly(
                        "moved in May",
                        "bought in May",
                        "arrived in July",
                        "moved in June",
                        "bought in August",
                        "planned");
    }
}
