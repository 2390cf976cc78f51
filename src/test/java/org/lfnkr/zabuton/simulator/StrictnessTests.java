package org.lfnkr.zabuton.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.stripe.StripeClient;
import com.stripe.exception.AuthenticationException;
import com.stripe.exception.InvalidRequestException;
import com.stripe.exception.StripeException;
import com.stripe.model.StripeCollection;
import com.stripe.model.WebhookEndpoint;
import com.stripe.model.checkout.Session;
import com.stripe.param.WebhookEndpointCreateParams;
import com.stripe.param.checkout.SessionCreateParams;
import com.stripe.param.checkout.SessionListParams;
import com.stripe.param.checkout.SessionRetrieveParams;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

class StrictnessTests extends SimulatorTest {

    @Test
    void refusesAnUnknownParameterAtDepth() {
        SessionCreateParams.Builder params =
                cushions(1500)
                        .putExtraParam(
                                "line_items[0][price_data][product_data][nmae]", "Knit cushion");

        assertRefused(params, "line_items[0][price_data][product_data][nmae]");
    }

    static Stream<SessionCreateParams.Builder> wrong() {
        long now = Instant.now().getEpochSecond();
        return Stream.of(
                cushions(24),
                cushions(60_000_000),
                cushions(1500).setExpiresAt(now + 60),
                cushions(1500).setExpiresAt(now + 25 * 3600),
                cushions(1500).setSuccessUrl("nowhere"),
                cushions(1500).setClientReferenceId("x".repeat(201)),
                cushions(1500).putMetadata("x".repeat(41), "y"),
                cushions(1500).putExtraParam("payment_method_types[0]", "card"),
                cushions(1500).setCustomerEmail("nobody"));
    }

    @ParameterizedTest
    @MethodSource("wrong")
    void refusesWhatStripeRefuses(SessionCreateParams.Builder params) {
        assertRefused(params, "");
    }

    @Test
    void refusesAnotherKeyAndAnotherVersion() {
        StripeClient stranger =
                StripeClient.builder()
                        .setApiKey("sk_test_other")
                        .setApiBase(simulator.baseUrl().toString())
                        .build();

        assertThatThrownBy(() -> stranger.v1().checkout().sessions().list())
                .isInstanceOf(AuthenticationException.class);
    }

    @Test
    void refusesToStartWithALiveKey() {
        assertThatIllegalStateException()
                .isThrownBy(() -> StripeSimulator.builder().apiKey("sk_live_1").start());
    }

    @Test
    void saysWhatItDoesNotKnow() {
        assertThatThrownBy(() -> stripe.v1().checkout().sessions().retrieve("cs_test_none"))
                .isInstanceOfSatisfying(
                        InvalidRequestException.class,
                        e -> assertThat(e.getCode()).isEqualTo("resource_missing"));
        assertThatThrownBy(() -> stripe.v1().coupons().list())
                .hasMessageContaining("Unrecognized request URL");
    }

    @Test
    void listsPageByCursor() throws StripeException {
        List<String> made = List.of(session().getId(), session().getId(), session().getId());
        StripeCollection<Session> first = list(SessionListParams.builder().setLimit(2L));
        StripeCollection<Session> rest =
                list(SessionListParams.builder().setStartingAfter(made.get(1)));
        StripeCollection<Session> newer =
                list(SessionListParams.builder().setEndingBefore(made.get(0)).setLimit(1L));

        assertThat(first.getData())
                .extracting(Session::getId)
                .containsExactly(made.get(2), made.get(1));
        assertThat(first.getHasMore()).isTrue();
        assertThat(rest.getData()).extracting(Session::getId).containsExactly(made.get(0));
        assertThat(newer.getData()).extracting(Session::getId).containsExactly(made.get(1));
    }

    @Test
    void listsByTimeOfCreation() throws StripeException {
        session();
        long now = Instant.now().getEpochSecond();
        SessionListParams.Created old =
                SessionListParams.Created.builder().setLte(now - 1000).build();

        assertThat(list(SessionListParams.builder().setCreated(old)).getData()).isEmpty();
    }

    @Test
    void expandsOnRequestOnly() throws StripeException {
        Session plain = reload(session());
        SessionRetrieveParams expand =
                SessionRetrieveParams.builder().addExpand("line_items").build();

        assertThat(plain.getLineItems()).isNull();
        assertThat(
                        stripe.v1()
                                .checkout()
                                .sessions()
                                .retrieve(plain.getId(), expand)
                                .getLineItems()
                                .getData())
                .hasSize(1);
    }

    @Test
    void remembersWhatItWasAsked() throws StripeException {
        session(cushions(1500), "checkout:1:1");
        RecordedRequest request = simulator.requests().getLast();

        assertThat(request.idempotencyKey()).isEqualTo("checkout:1:1");
        assertThat(request.stripeVersion()).isEqualTo("2026-07-29.dahlia");
        assertThat(request.params().at("/line_items/0/price_data/unit_amount").asString())
                .isEqualTo("1500");
    }

    @Test
    void anEndpointTakesOnlyWhatItAskedFor() throws Exception {
        WebhookEndpointCreateParams params =
                WebhookEndpointCreateParams.builder()
                        .setUrl(inbox.url() + "/second")
                        .addEnabledEvent(WebhookEndpointCreateParams.EnabledEvent.CHARGE__SUCCEEDED)
                        .setApiVersion(
                                WebhookEndpointCreateParams.ApiVersion.VERSION_2026_07_29_DAHLIA)
                        .build();
        WebhookEndpoint endpoint = stripe.v1().webhookEndpoints().create(params);

        assertThat(endpoint.getSecret()).startsWith("whsec_");
        assertThat(stripe.v1().webhookEndpoints().retrieve(endpoint.getId()).getSecret()).isNull();
        assertThat(stripe.v1().webhookEndpoints().list().getData()).hasSize(2);
    }

    @Override
    boolean isMeant(String violation) {
        return violation.contains("nmae") || violation.contains("payment_method_types");
    }

    private void assertRefused(SessionCreateParams.Builder params, String param) {
        assertThatThrownBy(() -> stripe.v1().checkout().sessions().create(params.build()))
                .isInstanceOfSatisfying(
                        InvalidRequestException.class,
                        e -> assertThat(e.getMessage()).contains(param));
    }

    private StripeCollection<Session> list(SessionListParams.Builder params)
            throws StripeException {
        return stripe.v1().checkout().sessions().list(params.build());
    }
}
