package org.lfnkr.zabuton.funds.outcomes;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

class HoldingTests {

    private static final List<Holding> ONE = List.of(holding(1, "RICE"), holding(2, "CLOTHES"));
    private static final List<Holding> OTHER = List.of(holding(3, "CLOTHES"), holding(4, "RICE"));

    private static Holding holding(long subject, String outcome) {
        return new Holding(new UUID(0, subject), outcome, List.of(), Map.of(), Map.of());
    }

    @Test
    void outcomesComeInOneOrder() {
        assertThat(outcomes(ONE)).isEqualTo(outcomes(OTHER));
        assertThat(Holding.inOrder(Stream.concat(ONE.stream(), OTHER.stream()).toList()))
                .extracting(it -> it.subject().getLeastSignificantBits())
                .containsExactly(2L, 3L, 1L, 4L);
    }

    private static List<String> outcomes(List<Holding> all) {
        return Holding.inOrder(all).stream().map(Holding::outcome).toList();
    }
}
