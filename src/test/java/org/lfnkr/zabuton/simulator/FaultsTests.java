package org.lfnkr.zabuton.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.stripe.exception.ApiConnectionException;
import com.stripe.exception.ApiException;
import com.stripe.exception.RateLimitException;
import com.stripe.exception.StripeException;
import com.stripe.model.Event;
import com.stripe.model.checkout.Session;
import com.stripe.param.EventListParams;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.List;

class FaultsTests extends SimulatorTest {

    @Test
    void aTimeOutComesAfterTheEffect() throws StripeException {
        simulator.faults().timeOutAfterEffect(1);
        assertThatThrownBy(() -> session(cushions(1500), "checkout:1:1"))
                .isInstanceOf(ApiConnectionException.class);
        Session found = session(cushions(1500), "checkout:1:1");

        assertThat(sessions()).extracting(Session::getId).containsExactly(found.getId());
    }

    @Test
    void halfAnAnswerComesAfterTheEffect() throws StripeException {
        simulator.faults().truncate(1);
        assertThatThrownBy(() -> session(cushions(1500), "checkout:1:1"))
                .isInstanceOf(StripeException.class);

        assertThat(sessions()).hasSize(1);
    }

    @Test
    void anEmptyErrorComesAfterTheEffect() throws StripeException {
        simulator.faults().serverErrorEmptyBody(1);
        assertThatThrownBy(() -> session(cushions(1500), "checkout:1:1"))
                .isInstanceOf(NullPointerException.class);

        assertThat(sessions()).hasSize(1);
    }

    @Test
    void theseHaveNoEffect() throws StripeException {
        simulator.faults().rateLimit(1);
        assertThatThrownBy(() -> session(cushions(1500), "checkout:1:1"))
                .isInstanceOf(RateLimitException.class);
        simulator.faults().badGateway(1);
        assertThatThrownBy(() -> session(cushions(1500), "checkout:1:1"))
                .isInstanceOf(ApiException.class);
        simulator.faults().resetConnection(2);
        assertThatThrownBy(() -> session(cushions(1500), "checkout:1:1"))
                .isInstanceOf(ApiConnectionException.class);

        assertThat(sessions()).isEmpty();
    }

    @Test
    void aFaultHitsOnlyWhatItIsMeantFor() throws StripeException {
        simulator.faults().onlyOn("POST /v1/refunds").serverError(1);

        assertThat(session().getStatus()).isEqualTo("open");
    }

    @Test
    void aDuplicateIsTheSameEventTwice() throws StripeException {
        simulator.faults().duplicateEvents();
        paid();

        assertThat(inbox.events()).hasSize(10);
        assertThat(inbox.events().stream().map(Event::getId).distinct()).hasSize(5);
    }

    @Test
    void oneChangeMayMakeTwoEvents() throws StripeException {
        simulator.faults().twoEventsPerChange();
        paid();

        assertThat(inbox.events()).extracting(Event::getId).hasSize(10).doesNotHaveDuplicates();
    }

    @Test
    void theLastMayComeFirst() throws StripeException {
        simulator.faults().reorderEvents();
        paid();

        assertThat(inbox.types())
                .containsExactly(
                        "charge.updated",
                        "checkout.session.completed",
                        "payment_intent.succeeded",
                        "charge.succeeded",
                        "payment_intent.created");
    }

    @Test
    void whatIsLostCanBeListed() throws StripeException {
        simulator.faults().loseEvents(5);
        paid();
        List<Event> missed =
                stripe.v1()
                        .events()
                        .list(EventListParams.builder().setDeliverySuccess(false).build())
                        .getData();

        assertThat(inbox.types()).isEmpty();
        assertThat(missed).hasSize(5);
    }

    @Test
    void aLateEventComesWhenItsTimeHasCome() throws StripeException {
        simulator.faults().delayEvents(Duration.ofMinutes(5));
        paid();
        assertThat(inbox.types()).isEmpty();

        simulator.clock().advance(Duration.ofMinutes(5));
        assertThat(inbox.types()).hasSize(5);
    }

    @Test
    void whatIsNotAcceptedComesAgain() throws StripeException {
        inbox.refuse(2);
        paid();
        assertThat(inbox.types()).hasSize(3);

        simulator.clock().advance(Duration.ofSeconds(10));
        assertThat(inbox.types()).hasSize(5);
    }

    @Test
    void anEventCanBeSentAgain() throws StripeException {
        paid();
        simulator.resend(inbox.events().getFirst().getId());
        simulator.settle();

        assertThat(inbox.types()).hasSize(6).endsWith("payment_intent.created");
    }

    private List<Session> sessions() throws StripeException {
        return stripe.v1().checkout().sessions().list().getData();
    }
}
