package org.lfnkr.zabuton.payments.processing;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lfnkr.zabuton.kernel.Money;
import org.lfnkr.zabuton.payments.HeldMoneyReturned;
import org.lfnkr.zabuton.payments.HoldId;
import org.lfnkr.zabuton.payments.HoldReason;
import org.lfnkr.zabuton.payments.PaymentId;

import java.time.Instant;
import java.util.UUID;

/** What may become of something that is held. */
class HoldTests {

    private static final PaymentId PAYMENT = PaymentId.random();

    @ParameterizedTest
    @CsvSource({
        // reason, came, currency, line, settled, state; may be accepted
        "AMOUNT, 3500, jpy, txn_1, false, OPEN, true",
        "AMOUNT, 3000, jpy, txn_1, false, OPEN, true",
        "SECOND_SESSION, 3000, jpy, txn_1, false, OPEN, true",
        "AMOUNT, 2999, jpy, txn_1, false, OPEN, false",
        "AMOUNT, , , , false, OPEN, false",
        "AMOUNT, 3000, jpy, , false, OPEN, false",
        "AMOUNT, 3000, usd, txn_1, false, OPEN, false",
        "CURRENCY, 3000, jpy, txn_1, false, OPEN, false",
        "CURRENCY, 3000, usd, txn_1, false, OPEN, false",
        "MODE, 3000, jpy, txn_1, false, OPEN, false",
        "SECOND_SESSION, 3000, jpy, txn_1, true, OPEN, false",
        "AMOUNT, 3000, jpy, txn_1, false, RETURNED, false",
        "AMOUNT, 3000, jpy, txn_1, false, ACCEPTED, false"
    })
    void isAcceptedOnlyWhereAllOfItCameInOurYen(
            HoldReason reason,
            @Nullable Long came,
            @Nullable String currency,
            @Nullable String line,
            boolean settled,
            HoldState state,
            boolean accepted) {
        assertThat(hold(reason, came, currency, line, settled, state, 0, 0).isAcceptable())
                .isEqualTo(accepted);
    }

    @Test
    void isNotAcceptedOnceAPartWentBack() {
        Hold part = hold(HoldReason.AMOUNT, 9000L, "jpy", "txn_1", false, HoldState.OPEN, 0, 500);

        assertThat(part.isAcceptable()).isFalse();
        assertThat(part.left()).isEqualTo(8_500);
    }

    @Test
    void givesBackWhatWasNotTaken() {
        Hold accepted =
                hold(HoldReason.AMOUNT, 3500L, "jpy", "txn_1", true, HoldState.ACCEPTED, 3000, 0);
        Hold test = hold(HoldReason.MODE, 3500L, "jpy", null, false, HoldState.OPEN, 0, 0);
        Hold second =
                hold(HoldReason.SECOND_SESSION, 3000L, "jpy", "t", true, HoldState.OPEN, 0, 0);
        Hold foreign = hold(HoldReason.CURRENCY, 3500L, "usd", null, false, HoldState.OPEN, 0, 0);

        assertThat(accepted.left()).isEqualTo(500);
        assertThat(accepted.what()).isEqualTo(HeldMoneyReturned.What.REST);
        assertThat(accepted.isSecond()).isFalse();
        assertThat(test.left()).isZero();
        assertThat(second.what()).isEqualTo(HeldMoneyReturned.What.SECOND);
        assertThat(second.isSecond()).isTrue();
        assertThat(foreign.left()).isEqualTo(3_500);
        assertThat(foreign.leftYen()).isEqualTo(Money.ZERO);
        assertThat(foreign.what()).isEqualTo(HeldMoneyReturned.What.ALL);
    }

    /** A lost answer is asked for again under the same id; a second try is another refund. */
    @Test
    void isOneRefundHoweverOftenItIsAskedFor() {
        HoldId id = HoldId.of(PAYMENT);

        assertThat(id.refund(0)).isEqualTo(HoldId.of(PAYMENT).refund(0));
        assertThat(id.refund(0)).isNotEqualTo(id.refund(1));
        assertThat(HoldId.ofSession("cs_1")).isNotEqualTo(HoldId.ofSession("cs_2"));
    }

    private static Hold hold(
            HoldReason reason,
            @Nullable Long came,
            @Nullable String currency,
            @Nullable String line,
            boolean settled,
            HoldState state,
            long taken,
            long returning) {
        return new Hold(
                new HoldId(UUID.randomUUID()),
                PAYMENT,
                null,
                "order:1",
                reason,
                settled,
                Money.yen(3000),
                came,
                currency,
                "card",
                "cs_1",
                "pi_1",
                line,
                taken,
                returning,
                0,
                false,
                state,
                Instant.EPOCH,
                null,
                null);
    }
}
