package org.lfnkr.zabuton.impact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lfnkr.zabuton.kernel.Money.yen;

import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

class StatementTests {

    private static final Instant AT = Instant.parse("2026-11-22T03:00:00Z");

    private final Statement promised =
            new Statement(UUID.randomUUID(), Samples.RICE, false, yen(3_768));

    @Test
    void needsNoCorrectionWhenItKeepsItsPromise() {
        assertThat(promised.funded(yen(3_600)).correctionOf(promised, Cause.MONEY, AT)).isEmpty();
    }

    @Test
    void needsNoCorrectionWhenItExceedsItsPromise() {
        assertThat(promised.funded(yen(9_999)).correctionOf(promised, Cause.MONEY, AT)).isEmpty();
    }

    @Test
    void isCorrectedWhenLessArrivesThanWasPromised() {
        assertThat(promised.funded(yen(3_599)).correctionOf(promised, Cause.MONEY, AT))
                .contains(new Correction(AT, 20, 19, Cause.MONEY));
    }

    @Test
    void isCorrectedWhenItChangesAfterThePayment() {
        Statement funded = promised.funded(yen(3_768));
        Statement refunded = funded.funded(yen(1_968));

        assertThat(refunded.correctionOf(funded, Cause.PAID_BACK, AT))
                .contains(new Correction(AT, 20, 10, Cause.PAID_BACK));
        assertThat(funded.correctionOf(refunded, Cause.MONEY, AT))
                .contains(new Correction(AT, 10, 20, Cause.MONEY));
    }

    @Test
    void isNotCorrectedForYenThatMakeNoUnit() {
        Statement funded = promised.funded(yen(3_768));

        assertThat(funded.funded(yen(3_700)).correctionOf(funded, Cause.PAID_BACK, AT)).isEmpty();
    }

    @Test
    void neverClaimsLessThanNothing() {
        assertThat(promised.funded(yen(-1)).units()).isZero();
    }

    @Test
    void couldFundUntilTheMoneyIsThere() {
        assertThat(promised.story(List.of()).state()).isEqualTo(ImpactState.COULD_FUND);
        assertThat(promised.funded(yen(3_768)).story(List.of()).state())
                .isEqualTo(ImpactState.FUNDS);
    }

    @Test
    void isBoughtWhenAllIsSpentThatIsThereForIt() {
        assertThat(ImpactState.values())
                .filteredOn(ImpactState::isBought)
                .containsExactly(ImpactState.BOUGHT, ImpactState.DELIVERED, ImpactState.FELL_SHORT);
    }

    /** The first purchase, and what arrives, are what everybody waits for. */
    @Test
    void isNotCorrectedByAStepForward() {
        Statement bought = promised.funded(yen(3_768)).followed(progress(9, 9, 0));

        assertThat(bought.correctionsOf(Progress.NONE, Cause.STEP, AT)).isEmpty();
    }

    @Test
    void isCorrectedWhenLessIsBoughtThanWasToldAndSaysWhy() {
        Statement less = promised.funded(yen(1_733)).followed(progress(2, 2, 2));

        assertThat(less.correctionsOf(progress(3, 3, 3), Cause.MONEY, AT))
                .containsExactly(
                        new Correction(AT, 3, 2, Correction.Step.BOUGHT, Cause.MONEY),
                        new Correction(AT, 3, 2, Correction.Step.DELIVERED, Cause.MONEY));
    }

    @Test
    void isCorrectedWhenMoneyComesBackToIt() {
        Statement more = promised.funded(yen(2_648)).followed(progress(3, 3, 0));

        assertThat(more.correctionsOf(progress(2, 2, 0), Cause.MONEY, AT))
                .containsExactly(new Correction(AT, 2, 3, Correction.Step.BOUGHT, Cause.MONEY));
    }

    @Test
    void isCorrectedWhenSomeOfWhatWasBoughtWillNeverArrive() {
        Statement spoiled = promised.funded(yen(3_768)).followed(progress(3, 2, 0));

        assertThat(spoiled.correctionsOf(progress(3, 3, 0), Cause.SPOILED, AT))
                .containsExactly(new Correction(AT, 3, 2, Correction.Step.EXPECTED, Cause.SPOILED));
    }

    private static Progress progress(long bought, long expected, long delivered) {
        return new Progress(bought, expected, delivered, yen(1_542));
    }
}
