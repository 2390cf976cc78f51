package org.lfnkr.zabuton.payments.stripe;

import static org.assertj.core.api.Assertions.assertThat;

import com.stripe.exception.StripeException;

import org.junit.jupiter.api.Test;
import org.lfnkr.zabuton.kernel.EmailAddress;
import org.lfnkr.zabuton.payments.PlanId;
import org.lfnkr.zabuton.payments.plans.processing.AddressSender;
import org.lfnkr.zabuton.payments.plans.processing.RemovalSender;
import org.lfnkr.zabuton.support.Await;
import org.springframework.beans.factory.annotation.Autowired;

import java.time.Duration;
import java.util.UUID;

/** Stripe reaches a payer by the address that the shop reaches them by. */
class PlanAddressModuleTests extends PlanModuleTest {

    @Autowired AddressSender addresses;
    @Autowired RemovalSender removals;

    private final EmailAddress other =
            new EmailAddress("other-" + UUID.randomUUID() + "@example.org");

    @Test
    void isRepeatedUntilStripeAnswersAndNotAfterThat() throws StripeException {
        PlanId id = started();
        stripe.faults().onlyOn(update(id)).badGateway(100);
        reach(id, other);
        send();
        assertThat(email(id)).isNotEqualTo(other.value());

        stripe.faults().clear();
        later();
        assertThat(email(id)).isEqualTo(other.value());

        long calls = updates(id);
        later();
        assertThat(updates(id)).isEqualTo(calls);
    }

    @Test
    void theLastAddressIsTold() throws StripeException {
        PlanId id = started();
        reach(id, new EmailAddress("meanwhile@example.org"));
        reach(id, other);
        send();
        assertThat(email(id)).isEqualTo(other.value());

        reach(id, new EmailAddress("again@example.org"));
        send();
        assertThat(email(id)).isEqualTo("again@example.org");
    }

    @Test
    void whatStripeRefusesIsNotedAndLeft() {
        PlanId id = started();
        reach(id, new EmailAddress("anna..tanaka@example.org"));

        later();
        later();

        assertThat(updates(id)).isEqualTo(1);
        assertThat(
                        strings(
                                "select reason from audit.entry where subject = '"
                                        + id
                                        + "' and action = 'customer.address-refused'"))
                .containsExactly("email_invalid");
    }

    @Test
    void aCustomerMadeAfterwardsIsReachedByItToo() throws StripeException {
        PlanId id = opened();
        reach(id, other);
        send();

        pay(id);
        hear();
        later();

        assertThat(email(id)).isEqualTo(other.value());
    }

    @Test
    void whoNeverBecameACustomerNeedsNothing() {
        PlanId id = requested();
        reach(id, other);

        advance(Duration.ofMinutes(90));
        Await.done(queue.drain(planSweep));
        later();

        assertThat(calls("POST", "/v1/customers/null")).isEmpty();
        assertThat(waiting(id)).isZero();
    }

    @Test
    void whoWasDeletedOrErasedIsLeft() {
        PlanId id = started();
        wish(plans.stopNow(id));
        Await.done(plans.forget(id));
        Await.done(queue.drain(removals));
        reach(id, other);
        later();
        assertThat(updates(id)).as("answered as absent").isEqualTo(1);

        reach(id, other);
        Await.done(vault.erase(plan(id).payer()));
        later();
        reach(id, other);
        later();

        assertThat(updates(id)).isEqualTo(1);
        assertThat(waiting(id)).isZero();
    }

    private void reach(PlanId id, EmailAddress email) {
        Await.done(plans.reach(id, email));
    }

    private void send() {
        Await.done(queue.drain(addresses));
    }

    /** After every pause that a repetition may make. */
    private void later() {
        advance(Duration.ofHours(2));
        send();
    }

    private String email(PlanId id) throws StripeException {
        return client.v1().customers().retrieve(String.valueOf(plan(id).customer())).getEmail();
    }

    private String update(PlanId id) {
        return "POST /v1/customers/" + plan(id).customer();
    }

    private long updates(PlanId id) {
        return calls("POST", "/v1/customers/" + plan(id).customer()).size();
    }

    private long waiting(PlanId id) {
        return strings(
                        "select key from outbox.work where kind = 'payments.address' and key = '"
                                + id
                                + "'")
                .size();
    }
}
