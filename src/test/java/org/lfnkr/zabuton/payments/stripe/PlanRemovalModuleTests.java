package org.lfnkr.zabuton.payments.stripe;

import static org.assertj.core.api.Assertions.assertThat;

import com.stripe.exception.StripeException;
import com.stripe.model.Customer;
import com.stripe.model.Subscription;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.lfnkr.zabuton.payments.Outcome;
import org.lfnkr.zabuton.payments.PlanId;
import org.lfnkr.zabuton.payments.plans.PlanStatus;
import org.lfnkr.zabuton.payments.plans.processing.RemovalSender;
import org.lfnkr.zabuton.simulator.Faults;
import org.lfnkr.zabuton.support.Await;
import org.springframework.beans.factory.annotation.Autowired;

import java.time.Duration;
import java.util.List;

/** What Stripe made of a payer goes with the payer. */
class PlanRemovalModuleTests extends PlanModuleTest {

    @Autowired RemovalSender removals;

    @Test
    void deletesTheCustomerOnceThePlanHasEnded() throws StripeException {
        PlanId id = started();
        Customer made = customer(id);

        forget(id);
        assertThat(made.getDeleted()).isNull();
        sendRemovals();
        assertThat(customer(id).getDeleted()).as("the plan is to end first").isNull();

        sendWishes();
        later();

        assertThat(status(id)).isEqualTo(PlanStatus.ENDED);
        assertThat(customer(id).getDeleted()).isTrue();
        assertThat(told()).endsWith("PlanEnded STOPPED");
    }

    @Test
    void isDoneOnceHoweverOftenItIsAsked() {
        PlanId id = ended();
        forget(id);
        forget(id);

        later();
        forget(id);
        later();

        assertThat(deletions(id)).isEqualTo(1);
        assertThat(audited(id)).isEqualTo(1);
    }

    @ParameterizedTest
    @EnumSource(Faults.Kind.class)
    void isRepeatedUntilStripeSaysThatItIsGone(Faults.Kind fault) throws StripeException {
        PlanId id = ended();
        stripe.faults().onlyOn(deletionOf(id)).next(fault, 4);
        forget(id);

        later();
        stripe.faults().clear();
        later();
        assertThat(customer(id).getDeleted()).isTrue();
        assertThat(audited(id)).isEqualTo(1);

        long calls = deletions(id);
        later();
        assertThat(deletions(id)).isEqualTo(calls);
    }

    @Test
    void staysUnknownWhileStripeSaysNothing() {
        PlanId id = ended();
        stripe.faults().onlyOn(deletionOf(id)).serverErrorAfterEffect(1);
        forget(id);

        sendRemovals();
        assertThat(audited(id)).isZero();

        later();
        assertThat(audited(id)).isEqualTo(1);
    }

    @Test
    void aPageThatWasPaidWhileItWasGivenUpIsNoPlanForLong() throws StripeException {
        PlanId id = opened();
        forget(id);
        pay(id);
        hear();
        assertThat(status(id)).isEqualTo(PlanStatus.ACTIVE);

        later();
        sendWishes();
        later();

        assertThat(status(id)).isEqualTo(PlanStatus.ENDED);
        assertThat(customer(id).getDeleted()).isTrue();
    }

    @Test
    void whoLeftAtTheBanksQuestionIsForgottenAsWell() throws StripeException {
        PlanId id = opened();
        stripe.shopper(session(id)).payByCard(THREE_D_SECURE);
        Await.value(plans.abandon(id));

        forget(id);
        later();

        String customer = client.v1().checkout().sessions().retrieve(session(id)).getCustomer();
        assertThat(client.v1().customers().retrieve(customer).getDeleted()).isTrue();
    }

    @Test
    void aPlanOfWhichStripeHasNothingNeedsNothing() {
        PlanId id = requested();
        forget(id);
        Await.done(queue.drain(planSweep));

        advance(Duration.ofMinutes(90));
        Await.done(queue.drain(planSweep));
        later();

        assertThat(audited(id)).isEqualTo(1);
        assertThat(calls("DELETE", "/v1/customers/null")).isEmpty();
    }

    @Test
    void endsAtStripeWhatIsHeldHere() throws StripeException {
        PlanId id = started();
        String subscription = String.valueOf(plan(id).subscription());
        Await.done(
                database.sql(
                                "update payments.plan set status = 'HELD', held_for = 'AMOUNT'"
                                        + " where id = :id")
                        .bind("id", id.value())
                        .then());

        forget(id);
        sendRemovals();

        Subscription at = client.v1().subscriptions().retrieve(subscription);
        assertThat(at.getStatus()).isEqualTo("canceled");
        assertThat(customer(id).getDeleted()).isTrue();
    }

    @Test
    void whatIsHeardAfterwardsIsStillUnderstood() {
        PlanId id = ended();
        forget(id);
        later();

        assertThat(Await.value(inquiry.ask(id))).isEqualTo(Outcome.DONE);
    }

    private PlanId ended() {
        PlanId id = started();
        wish(plans.stopNow(id));
        return id;
    }

    private void forget(PlanId id) {
        Await.done(plans.forget(id));
    }

    private void sendRemovals() {
        Await.done(queue.drain(removals));
        hear();
    }

    /** After every pause that a repetition may make. */
    private void later() {
        advance(Duration.ofHours(2));
        sendRemovals();
    }

    private Customer customer(PlanId id) throws StripeException {
        return client.v1().customers().retrieve(String.valueOf(plan(id).customer()));
    }

    /** Those of others may be due at the same time, and would use the fault up. */
    private String deletionOf(PlanId id) {
        return "DELETE /v1/customers/" + plan(id).customer();
    }

    private long deletions(PlanId id) {
        return calls("DELETE", "/v1/customers/" + plan(id).customer()).size();
    }

    private long audited(PlanId id) {
        List<String> entries =
                strings(
                        "select subject from audit.entry where action = 'customer.deleted'"
                                + " and subject = '"
                                + id
                                + "'");
        return entries.size();
    }
}
