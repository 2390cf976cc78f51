package org.lfnkr.zabuton.impact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lfnkr.zabuton.kernel.Money.yen;

import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.util.UUID;

class StatementTests {

    private static final Instant AT = Instant.parse("2026-11-22T03:00:00Z");

    private final Statement promised =
            new Statement(UUID.randomUUID(), Samples.RICE, ImpactState.COULD_FUND, yen(3_768));

    @Test
    void needsNoCorrectionWhenItKeepsItsPromise() {
        assertThat(promised.funded(yen(3_600)).correctionOf(promised, AT)).isEmpty();
    }

    @Test
    void needsNoCorrectionWhenItExceedsItsPromise() {
        assertThat(promised.funded(yen(9_999)).correctionOf(promised, AT)).isEmpty();
    }

    @Test
    void isCorrectedWhenLessArrivesThanWasPromised() {
        assertThat(promised.funded(yen(3_599)).correctionOf(promised, AT))
                .contains(new Correction(AT, 20, 19));
    }

    @Test
    void isCorrectedWhenItChangesAfterThePayment() {
        Statement funded = promised.funded(yen(3_768));
        Statement refunded = funded.funded(yen(1_968));

        assertThat(refunded.correctionOf(funded, AT)).contains(new Correction(AT, 20, 10));
        assertThat(funded.correctionOf(refunded, AT)).contains(new Correction(AT, 10, 20));
    }

    @Test
    void isNotCorrectedForYenThatMakeNoUnit() {
        Statement funded = promised.funded(yen(3_768));

        assertThat(funded.funded(yen(3_700)).correctionOf(funded, AT)).isEmpty();
    }

    @Test
    void neverClaimsLessThanNothing() {
        assertThat(promised.funded(yen(-1)).units()).isZero();
    }
}
