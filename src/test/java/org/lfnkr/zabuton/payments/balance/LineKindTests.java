package org.lfnkr.zabuton.payments.balance;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.time.Instant;

class LineKindTests {

    @ParameterizedTest
    @CsvSource({
        "charge, charge, CHARGE",
        "payment, charge, CHARGE",
        "payment_refund, refund, REFUND",
        "refund_failure, refund_failure, REFUND",
        "adjustment, dispute, DISPUTE",
        "adjustment, dispute_reversal, DISPUTE",
        "stripe_fee, fee, FEE",
        "tax_fee, tax, FEE",
        "adjustment, other_adjustment, ADJUSTMENT",
        "payout, payout, PAYOUT",
        "payout_failure, payout_reversal, PAYOUT_BACK",
        "payout_cancel, payout, PAYOUT_BACK",
        "topup, topup, TOP_UP",
        "reserve_hold, risk_reserved_funds, RESERVE",
        "payout_minimum_balance_hold, other_adjustment, RESERVE",
        "climate_order_purchase, climate_order_purchase, UNKNOWN",
        "transfer, other_adjustment, UNKNOWN",
        "something_new, something_new, UNKNOWN"
    })
    void isWhatStripesWordsSayForSure(String type, String category, LineKind kind) {
        assertThat(LineKind.of(type, category)).isEqualTo(kind);
    }

    @ParameterizedTest
    @CsvSource({"jpy, 7326, CHARGE", "usd, 7326, UNKNOWN", "jpy, 7327, UNKNOWN"})
    void isUnknownWhereTheBooksCanNotHoldIt(String currency, long net, LineKind kind) {
        Instant now = Instant.EPOCH;
        StripeLine line =
                new StripeLine(
                        "txn_1", "charge", "charge", currency, 7_600, 274, net, "ch_1", now, now,
                        false);

        assertThat(line.kind()).isEqualTo(kind);
    }
}
