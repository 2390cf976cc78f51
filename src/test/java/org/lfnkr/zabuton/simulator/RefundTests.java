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

import java.time.Duration;
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

    private Refund konbiniRefund() throws StripeException {
        Session session = session();
        simulator.shopper(session.getId()).chooseKonbini();
        simulator.payKonbiniAtCounter(session.getId());
        return refund(reload(session).getPaymentIntent(), 500);
    }

    private Refund now(Refund refund) throws StripeException {
        return stripe.v1().refunds().retrieve(refund.getId());
    }

    private long net(String line) throws StripeException {
        return stripe.v1().balanceTransactions().retrieve(line).getNet();
    }

    @Test
    void aKonbiniRefundLeavesTheBalanceAtOnceAndWaitsForABankAccount() throws StripeException {
        Refund refund = konbiniRefund();
        assertThat(refund.getStatus()).isEqualTo("requires_action");
        assertThat(net(refund.getBalanceTransaction())).isEqualTo(-650);
        assertThat(refund.getNextAction().getDisplayDetails().getEmailSent().getEmailSentTo())
                .contains("@");

        simulator.nameAccount(refund.getId());
        assertThat(now(refund).getStatus()).isEqualTo("pending");
        assertThat(now(refund).getNextAction()).isNull();

        simulator.completeRefund(refund.getId());
        assertThat(now(refund).getStatus()).isEqualTo("succeeded");
    }

    @Test
    void whatTheBankSendsBackWaitsForAnAccountAgain() throws StripeException {
        Refund refund = konbiniRefund();
        simulator.nameAccount(refund.getId());

        simulator.sendRefundBack(refund.getId());

        assertThat(now(refund).getStatus()).isEqualTo("requires_action");
        assertThat(now(refund).getFailureBalanceTransaction()).isNull();
    }

    @Test
    void whoNamesNoAccountFor45DaysGetsNothingAndTheMoneyComesBack() throws StripeException {
        Refund refund = konbiniRefund();

        simulator.clock().advance(Duration.ofDays(46));

        assertThat(now(refund).getStatus()).isEqualTo("failed");
        assertThat(net(now(refund).getFailureBalanceTransaction())).isEqualTo(500);
    }

    @Test
    void aCancelledRefundComesBackToTheBalance() throws StripeException {
        Refund refund = konbiniRefund();

        stripe.v1().refunds().cancel(refund.getId());

        assertThat(now(refund).getStatus()).isEqualTo("canceled");
        assertThat(net(now(refund).getFailureBalanceTransaction())).isEqualTo(500);
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
