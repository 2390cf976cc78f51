package org.lfnkr.zabuton.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.stripe.exception.InvalidRequestException;
import com.stripe.exception.StripeException;
import com.stripe.model.BalanceTransaction;
import com.stripe.model.Dispute;
import com.stripe.model.Refund;
import com.stripe.model.checkout.Session;
import com.stripe.param.RefundCreateParams;
import com.stripe.param.RefundListParams;

import org.junit.jupiter.api.Test;

import java.util.List;

class RefundTests extends SimulatorTest {

    @Test
    void partsAreRefundedUpToWhatWasPaid() throws StripeException {
        String intent = paid().getPaymentIntent();
        refund(intent, 1000);
        refund(intent, 2000);

        assertThatThrownBy(() -> refund(intent, 1))
                .isInstanceOf(InvalidRequestException.class)
                .hasMessageContaining("already been refunded");
    }

    @Test
    void tooMuchIsRefused() throws StripeException {
        String intent = paid().getPaymentIntent();

        assertThatThrownBy(() -> refund(intent, 3001))
                .hasMessageContaining("greater than unrefunded amount");
    }

    @Test
    void theFeeStaysWithStripe() throws StripeException {
        Refund refund = refund(paid().getPaymentIntent(), 1000);
        BalanceTransaction movement =
                stripe.v1().balanceTransactions().retrieve(refund.getBalanceTransaction());

        assertThat(movement.getNet()).isEqualTo(-1000);
        assertThat(movement.getFee()).isZero();
        assertThat(movement.getReportingCategory()).isEqualTo("refund");
    }

    @Test
    void theDashboardTellsTheShop() throws StripeException {
        simulator.refund(paid().getPaymentIntent(), 3000);
        simulator.settle();

        assertThat(inbox.types())
                .endsWith(
                        "charge.refunded",
                        "refund.created",
                        "refund.updated",
                        "charge.refund.updated");
    }

    @Test
    void aKonbiniRefundWaitsForABankAccount() throws StripeException {
        Session session = session();
        simulator.shopper(session.getId()).chooseKonbini();
        simulator.payKonbiniAtCounter(session.getId());
        Refund refund = refund(reload(session).getPaymentIntent(), 500);
        assertThat(refund.getStatus()).isEqualTo("requires_action");
        assertThat(refund.getBalanceTransaction()).isNull();

        simulator.completeRefund(refund.getId());
        assertThat(stripe.v1().refunds().retrieve(refund.getId()).getStatus())
                .isEqualTo("succeeded");
    }

    @Test
    void aFailedRefundGivesTheMoneyBackToTheBalance() throws StripeException {
        Refund refund = refund(paid().getPaymentIntent(), 1000);
        simulator.failRefund(refund.getId());
        simulator.settle();

        Refund failed = stripe.v1().refunds().retrieve(refund.getId());
        assertThat(failed.getStatus()).isEqualTo("failed");
        assertThat(
                        stripe.v1()
                                .balanceTransactions()
                                .retrieve(failed.getFailureBalanceTransaction())
                                .getNet())
                .isEqualTo(1000);
        assertThat(inbox.types()).contains("refund.failed");
    }

    @Test
    void bothMovementsOfARefundCanBeExpanded() throws StripeException {
        Refund kept = refund(paid().getPaymentIntent(), 1000);
        Refund failed = refund(paid().getPaymentIntent(), 1000);
        simulator.failRefund(failed.getId());
        RefundListParams expanded =
                RefundListParams.builder()
                        .addExpand("data.balance_transaction")
                        .addExpand("data.failure_balance_transaction")
                        .build();
        List<Refund> refunds = stripe.v1().refunds().list(expanded).getData();

        assertThat(refunds).extracting(Refund::getId).containsExactly(failed.getId(), kept.getId());
        assertThat(refunds.getFirst().getFailureBalanceTransactionObject().getNet())
                .isEqualTo(1000);
    }

    @Test
    void aDisputeTakesTheMoneyAndAWonOneReturnsItWithoutTheFee() throws StripeException {
        String id = simulator.dispute(paid().getPaymentIntent());
        simulator.closeDispute(id, true);
        simulator.settle();

        Dispute dispute = stripe.v1().disputes().retrieve(id);
        assertThat(dispute.getStatus()).isEqualTo("won");
        assertThat(dispute.getBalanceTransactions())
                .extracting(BalanceTransaction::getNet)
                .containsExactly(-4300L, 3000L);
        assertThat(inbox.types())
                .endsWith(
                        "charge.dispute.created",
                        "charge.updated",
                        "charge.dispute.funds_withdrawn",
                        "charge.dispute.funds_reinstated",
                        "charge.dispute.closed");
    }

    @Test
    void whatIsDisputedCannotBeRefunded() throws StripeException {
        String intent = paid().getPaymentIntent();
        simulator.closeDispute(simulator.dispute(intent), false);

        assertThatThrownBy(() -> refund(intent, 100)).hasMessageContaining("charged back");
    }

    private Refund refund(String intent, long amount) throws StripeException {
        RefundCreateParams params =
                RefundCreateParams.builder()
                        .setPaymentIntent(intent)
                        .setAmount(amount)
                        .setReason(RefundCreateParams.Reason.REQUESTED_BY_CUSTOMER)
                        .putMetadata("refund", "1")
                        .build();
        return stripe.v1().refunds().create(params);
    }
}
