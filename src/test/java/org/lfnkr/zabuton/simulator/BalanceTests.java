package org.lfnkr.zabuton.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.stripe.exception.StripeException;
import com.stripe.model.BalanceTransaction;
import com.stripe.model.Payout;
import com.stripe.param.BalanceTransactionListParams;

import org.junit.jupiter.api.Test;

import java.util.List;

class BalanceTests extends SimulatorTest {

    @Test
    void tellsEveryKindOfLineAsStripeWould() throws StripeException {
        AccountBalance account = simulator.account();
        account.chargeElsewhere(5_000);
        account.takeFee(21);
        account.adjust(-120);
        account.keepBack(500);
        account.keepBack(-500);
        account.topUp(1_000);
        account.surprise(70);
        String payout = account.payOut();
        account.arrive(payout);
        account.fail(payout);
        account.payOutByHand(30);

        assertThat(lines(BalanceTransactionListParams.builder().build()))
                .extracting(BalanceTransaction::getType)
                .containsExactly(
                        "payout",
                        "payout_failure",
                        "payout",
                        "climate_order_purchase",
                        "topup",
                        "reserve_release",
                        "reserve_hold",
                        "adjustment",
                        "stripe_fee",
                        "charge");
        simulator.assertNoViolations();
    }

    @Test
    void paysOutWhatTheLinesOfAPayoutComeTo() throws StripeException {
        simulator.account().topUp(1_000);
        simulator.account().takeFee(21);
        String id = simulator.account().payOut();

        Payout payout = stripe.v1().payouts().retrieve(id);
        assertThat(payout.getAmount()).isEqualTo(979);
        assertThat(lines(BalanceTransactionListParams.builder().setPayout(id).build()))
                .extracting(BalanceTransaction::getNet)
                .containsExactly(-979L, -21L, 1_000L);
        assertThat(balance()).isZero();

        simulator.account().fail(id);
        assertThat(balance()).isEqualTo(979);
        simulator.assertNoViolations();
    }

    private long balance() throws StripeException {
        com.stripe.model.Balance balance = stripe.v1().balance().retrieve();
        return balance.getAvailable().getFirst().getAmount()
                + balance.getPending().getFirst().getAmount();
    }

    private List<BalanceTransaction> lines(BalanceTransactionListParams wanted)
            throws StripeException {
        return stripe.v1().balanceTransactions().list(wanted).getData();
    }
}
