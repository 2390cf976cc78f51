package org.lfnkr.zabuton.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.stripe.exception.ApiException;
import com.stripe.exception.IdempotencyException;
import com.stripe.exception.InvalidRequestException;
import com.stripe.exception.StripeException;
import com.stripe.model.checkout.Session;

import org.junit.jupiter.api.Test;

import java.time.Clock;
import java.time.Duration;

class IdempotencyTests extends SimulatorTest {

    @Test
    void theSameKeyAnswersTheSameSession() throws StripeException {
        Session first = session(cushions(1500), "checkout:1:1");
        Session again = session(cushions(1500), "checkout:1:1");

        assertThat(again.getId()).isEqualTo(first.getId());
        assertThat(again.getLastResponse().headers().firstValue("Idempotent-Replayed"))
                .contains("true");
        assertThat(stripe.v1().checkout().sessions().list().getData()).hasSize(1);
    }

    @Test
    void otherParametersUnderTheSameKeyAreRefused() throws StripeException {
        session(cushions(1500), "checkout:1:1");

        assertThatThrownBy(() -> session(cushions(1600), "checkout:1:1"))
                .isInstanceOf(IdempotencyException.class);
    }

    @Test
    void aServerErrorIsKeptUnderTheKey() throws StripeException {
        simulator.faults().serverError(1);
        assertThatThrownBy(() -> session(cushions(1500), "checkout:1:1"))
                .isInstanceOf(ApiException.class);
        assertThatThrownBy(() -> session(cushions(1500), "checkout:1:1"))
                .isInstanceOf(ApiException.class);

        assertThat(session(cushions(1500), "checkout:1:2").getStatus()).isEqualTo("open");
    }

    @Test
    void aRefusalOfParametersIsNotKept() throws StripeException {
        assertThatThrownBy(() -> session(cushions(10), "checkout:1:1"))
                .isInstanceOf(InvalidRequestException.class);

        assertThat(session(cushions(1500), "checkout:1:1").getStatus()).isEqualTo("open");
    }

    @Test
    void aDayLaterTheKeyIsForgotten() throws StripeException {
        Session first = session(cushions(1500), "checkout:1:1");
        simulator.clock().advance(Duration.ofHours(25));

        assertThat(session(cushions(1500), "checkout:1:1").getId()).isNotEqualTo(first.getId());
    }

    @Test
    void aKeyInUseRightNowConflicts() {
        Idempotency idempotency = new Idempotency(Clock.systemUTC());
        Reply ok = Reply.json(200, Json.object());

        idempotency.once(
                "key",
                "/v1/refunds",
                Json.object(),
                () -> {
                    assertThatThrownBy(
                                    () ->
                                            idempotency.once(
                                                    "key", "/v1/refunds", Json.object(), () -> ok))
                            .isInstanceOfSatisfying(
                                    StripeError.class,
                                    error -> assertThat(error.status).isEqualTo(409));
                    return ok;
                });
    }
}
