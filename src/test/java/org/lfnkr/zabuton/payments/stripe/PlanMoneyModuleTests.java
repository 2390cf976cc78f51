package org.lfnkr.zabuton.payments.stripe;

import static org.assertj.core.api.Assertions.assertThat;

import com.stripe.exception.StripeException;
import com.stripe.param.SubscriptionUpdateParams;
import com.stripe.param.SubscriptionUpdateParams.Item;
import com.stripe.param.checkout.SessionCreateParams;

import org.junit.jupiter.api.Test;
import org.lfnkr.zabuton.kernel.Money;
import org.lfnkr.zabuton.payments.DisputeState;
import org.lfnkr.zabuton.payments.HostedPage;
import org.lfnkr.zabuton.payments.PaymentId;
import org.lfnkr.zabuton.payments.PaymentStatus;
import org.lfnkr.zabuton.payments.PaymentView;
import org.lfnkr.zabuton.payments.PlanId;
import org.lfnkr.zabuton.payments.RefundId;
import org.lfnkr.zabuton.payments.plans.PlanStatus;
import org.lfnkr.zabuton.payments.plans.processing.HeldPlans;
import org.lfnkr.zabuton.payments.plans.processing.SpareSender;
import org.lfnkr.zabuton.payments.processing.HoldResult;
import org.lfnkr.zabuton.payments.processing.HoldState;
import org.lfnkr.zabuton.payments.processing.PaymentStore;
import org.lfnkr.zabuton.payments.processing.RefundRequest;
import org.lfnkr.zabuton.payments.processing.RefundResult;
import org.lfnkr.zabuton.support.Await;
import org.lfnkr.zabuton.support.TestDatabase;
import org.springframework.beans.factory.annotation.Autowired;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** What becomes of the money of plans: held, late, given back, disputed. */
class PlanMoneyModuleTests extends PlanModuleTest {

    @Autowired InboxStore inbox;
    @Autowired TestDatabase testDatabase;
    @Autowired PaymentStore paymentStore;
    @Autowired HeldPlans heldPlans;
    @Autowired SpareSender spares;

    private String intent(PaymentId payment) {
        return String.valueOf(Await.value(paymentStore.find(payment)).intent());
    }

    private PaymentView last(PlanId id) {
        return Await.value(payments.view(paid(id).getLast()));
    }

    @Test
    void anAmountThatWasNotAskedForIsHeldAndTheNextRightOneIsNot() throws StripeException {
        PlanId id = started();
        charge(id, 5000);
        advancePastCharge(id);

        assertThat(last(id).status()).isEqualTo(PaymentStatus.HELD);
        assertThat(told(firstTerms))
                .containsExactly("PaymentSettled", "PaymentHeld AMOUNT", "HeldMoneyMoved");
        assertThat(status(id)).isEqualTo(PlanStatus.ACTIVE);

        charge(id, 3000);
        advancePastCharge(id);
        assertThat(settled(firstTerms)).containsExactly("3000", "3000");
    }

    /** Somebody changes the price in Stripe's dashboard. */
    private void charge(PlanId id, long yen) throws StripeException {
        Item.PriceData price =
                Item.PriceData.builder()
                        .setCurrency("jpy")
                        .setProduct(plan(id).product())
                        .setUnitAmount(yen)
                        .setRecurring(
                                Item.PriceData.Recurring.builder()
                                        .setInterval(Item.PriceData.Recurring.Interval.MONTH)
                                        .build())
                        .build();
        SubscriptionUpdateParams update =
                SubscriptionUpdateParams.builder()
                        .addItem(Item.builder().setId(plan(id).item()).setPriceData(price).build())
                        .setProrationBehavior(SubscriptionUpdateParams.ProrationBehavior.NONE)
                        .build();
        client.v1().subscriptions().update(plan(id).subscription(), update);
        hear();
    }

    @Test
    void aFirstChargeOfAnotherAmountHoldsThePlanWhichDoesNotStart() {
        PlanId id = opened();
        asOwner("update payments.plan_terms set amount = 2000 where plan = '" + id + "'");

        pay(id);
        hear();

        assertThat(status(id)).isEqualTo(PlanStatus.HELD);
        assertThat(last(id).status()).isEqualTo(PaymentStatus.HELD);
        assertThat(told()).containsExactly("PlanHeld AMOUNT");
        assertThat(settled(firstTerms)).isEmpty();
    }

    @Test
    void aPlanThatIsHeldEndsOnceItIsStopped() {
        PlanId id = opened();
        asOwner("update payments.plan_terms set amount = 2000 where plan = '" + id + "'");
        pay(id);
        hear();

        wish(plans.stopNow(id));

        assertThat(view(id).wishPending()).isFalse();
        assertThat(status(id)).isEqualTo(PlanStatus.EXPIRED);
        assertThat(told()).containsExactly("PlanHeld AMOUNT", "PlanEnded NEVER_PAID");
    }

    /** What it was charged goes back, and it ends at Stripe; however often it is decided. */
    @Test
    void aPlanThatIsNotAcceptedEndsAndGivesItsChargesBack() {
        PlanId id = opened();
        asOwner("update payments.plan_terms set amount = 2000 where plan = '" + id + "'");
        pay(id);
        hear();

        Await.value(heldPlans.giveBack(id, "staff", "our-fault"));
        HoldResult again = Await.value(heldPlans.giveBack(id, "other", "our-fault"));
        Await.done(queue.drain(sender));
        hear();
        Await.done(queue.drain(refundSender));
        hear();

        assertThat(again).isInstanceOf(HoldResult.Before.class);
        assertThat(status(id)).isEqualTo(PlanStatus.EXPIRED);
        assertThat(told()).containsExactly("PlanHeld AMOUNT", "PlanEnded NEVER_PAID");
        assertThat(Await.value(heldPlans.charges(id).collectList()))
                .singleElement()
                .satisfies(it -> assertThat(it.state()).isEqualTo(HoldState.RETURNED))
                .satisfies(it -> assertThat(it.returning()).as(it.toString()).isEqualTo(3000));
        assertThat(Await.value(payments.refunds(paid(id).getLast()).collectList()))
                .singleElement()
                .satisfies(it -> assertThat(it.amount().yen()).isEqualTo(3000));
    }

    @Test
    void whatASecondSubscriptionTakesGoesBackByItself() throws StripeException {
        PlanId id = started();
        advance(Duration.ofMinutes(1));
        Map<String, Object> again =
                PlanParameters.of(id, asked(), plan(id).terms(), now().plus(HostedPage.LIFE));
        String page =
                client.v1()
                        .checkout()
                        .sessions()
                        .create(SessionCreateParams.builder().putAllExtraParam(again).build())
                        .getId();

        stripe.shopper(page).payByCard(CARD);
        hear();

        assertThat(told(firstTerms))
                .containsExactly(
                        "PaymentSettled",
                        "PaymentHeld SECOND_SESSION",
                        "HeldMoneyMoved",
                        "HeldMoneyReturned ALL");
        assertThat(told()).containsExactly("PlanStarted");
        assertThat(last(id).status()).isEqualTo(PaymentStatus.HELD);
        assertThat(plan(id).session()).isNotEqualTo(page);

        Await.done(queue.drain(refundSender));
        hear();

        assertThat(told(firstTerms)).endsWith("HeldMoneyReturned ALL", "HeldMoneyMoved");
        Await.done(queue.drain(spares));
        String spare = client.v1().checkout().sessions().retrieve(page).getSubscription();
        assertThat(client.v1().subscriptions().retrieve(spare).getStatus()).isEqualTo("canceled");
        assertThat(status(id)).isEqualTo(PlanStatus.ACTIVE);
    }

    private void asOwner(String sql) {
        try (Connection connection = testDatabase.connect();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void aChargeWhoseFeeIsNotKnownYetWaitsForIt() {
        stripe.faults().lateFees(Duration.ofMinutes(3));
        PlanId id = opened();
        pay(id);
        hear();
        assertThat(status(id)).isEqualTo(PlanStatus.INCOMPLETE);
        assertThat(told()).isEmpty();

        advance(Duration.ofMinutes(20));

        assertThat(told()).containsExactly("PlanStarted");
        assertThat(settled(firstTerms)).hasSize(1);
    }

    @Test
    void aRefundOfAnInvoicePaymentFromTheDashboardIsRecordedOnce() {
        PlanId id = started();
        PaymentId payment = paid(id).getFirst();

        stripe.refund(intent(payment), 500);
        hear();
        stripe.events().stream()
                .filter(event -> event.path("type").asString().startsWith("refund."))
                .toList()
                .forEach(event -> stripe.resend(event.path("id").asString()));
        hear();

        assertThat(Await.value(payments.view(payment)).refunded()).isEqualTo(Money.yen(500));
        assertThat(told(firstTerms))
                .containsExactly("PaymentSettled", "RefundMoved", "PaymentRefunded");
    }

    @Test
    void aRefundIsFoundThoughItsPaymentWasNeverHeardOf() {
        PlanId id = opened();
        stripe.faults().loseEvents(1000);
        pay(id);
        int before = stripe.events().size();
        stripe.refund(intentOfPlan(id), 500);
        List<Notice> refunds =
                stripe.events().stream()
                        .skip(before)
                        .map(PlanLifeModuleTests::notice)
                        .filter(notice -> notice.type().startsWith("refund."))
                        .toList();
        assertThat(refunds).isNotEmpty();

        Await.done(inbox.add(refunds.getFirst()).then(relay.follow(refunds.getFirst())));

        assertThat(told(firstTerms))
                .containsExactly("PaymentSettled", "RefundMoved", "PaymentRefunded");
        assertThat(status(id)).isEqualTo(PlanStatus.ACTIVE);
    }

    /** The page's session does not name it; the payment of its invoice does. */
    private String intentOfPlan(PlanId id) {
        return stripe.events().stream()
                .filter(event -> event.path("type").asString().equals("invoice_payment.paid"))
                .map(event -> event.at("/data/object"))
                .toList()
                .getLast()
                .at("/payment/payment_intent")
                .asString();
    }

    @Test
    void aRefundFromHereIsSentAndFound() {
        PlanId id = started();
        PaymentId payment = paid(id).getFirst();
        RefundRequest some =
                new RefundRequest(
                        RefundId.random(), payment, Money.yen(1000), "staff", "by mistake");

        assertThat(Await.value(payments.refund(some))).isInstanceOf(RefundResult.Accepted.class);
        Await.done(queue.drain(refundSender));
        hear();

        assertThat(Await.value(payments.view(payment)).refunded()).isEqualTo(Money.yen(1000));
        assertThat(told(firstTerms))
                .containsExactly("PaymentSettled", "RefundMoved", "PaymentRefunded");
    }

    @Test
    void aDisputeOfAnInvoicePaymentIsFollowedToItsEnd() {
        PlanId id = started();
        PaymentId payment = paid(id).getFirst();

        String dispute = stripe.dispute(intent(payment));
        hear();
        stripe.closeDispute(dispute, true);
        hear();

        assertThat(Await.value(payments.view(payment)).dispute()).isEqualTo(DisputeState.WON);
        assertThat(told(firstTerms)).startsWith("PaymentSettled", "DisputeOpened", "DisputeMoved");
        assertThat(told(firstTerms)).endsWith("DisputeMoved", "DisputeClosed");
        assertThat(status(id)).isEqualTo(PlanStatus.ACTIVE);
    }
}
