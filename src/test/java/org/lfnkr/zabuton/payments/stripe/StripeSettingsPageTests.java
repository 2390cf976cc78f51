package org.lfnkr.zabuton.payments.stripe;

import static org.assertj.core.api.Assertions.assertThat;

import com.stripe.Stripe;
import com.stripe.model.WebhookEndpoint;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.lfnkr.zabuton.payments.stripe.StripeSetting.Kind;
import org.lfnkr.zabuton.payments.stripe.StripeSetting.State;
import org.lfnkr.zabuton.simulator.StripeSimulator;
import org.lfnkr.zabuton.support.Guest;
import org.lfnkr.zabuton.support.ModuleTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

@ModuleTest
class StripeSettingsPageTests {

    private static final String HERE = "https://shop.example/webhooks/stripe";

    @Autowired StripeSimulator stripe;
    @LocalServerPort int port;

    @AfterEach
    void clearFaults() {
        stripe.faults().clear();
    }

    private static Map<Kind, State> found(WebhookEndpoint endpoint) {
        return StripeSettings.of(List.of(endpoint), HERE).stream()
                .collect(Collectors.toMap(StripeSetting::kind, StripeSetting::state));
    }

    private static WebhookEndpoint endpoint(String version, String... events) {
        WebhookEndpoint endpoint = new WebhookEndpoint();
        endpoint.setUrl(HERE);
        endpoint.setStatus("enabled");
        endpoint.setApiVersion(version);
        endpoint.setEnabledEvents(Arrays.asList(events));
        return endpoint;
    }

    @Test
    void anEndpointOfTheRightVersionAndEventsIsRight() {
        String[] events = Notice.TYPES.toArray(String[]::new);

        assertThat(found(endpoint(Stripe.API_VERSION, events)).values())
                .containsOnly(State.RIGHT)
                .hasSize(4);
    }

    @Test
    void anotherVersionAMissingEventAndOneTooManyAreSeen() {
        assertThat(found(endpoint("2026-09-30.endive", "invoice.created")))
                .containsEntry(Kind.WEBHOOK_VERSION, State.DIFFERS)
                .containsEntry(Kind.WEBHOOK_EVENTS, State.DIFFERS)
                .containsEntry(Kind.WEBHOOK_NO_DRAFTS, State.DIFFERS);
    }

    @Test
    void anEndpointThatLeadsElsewhereIsNone() {
        WebhookEndpoint other = endpoint(Stripe.API_VERSION, "*");
        other.setUrl("https://other.example/webhooks/stripe");

        assertThat(found(other)).isEqualTo(Map.of(Kind.WEBHOOK_ENDPOINT, State.DIFFERS));
    }

    @Test
    void staffSeeWhatDiffersAndReadAgain() {
        Guest staff = new Guest(port).atDesk();
        Guest.Answer act = staff.at("/en/desk/payments").post("/en/desk/payments");

        assertThat(staff.follow(act).page())
                .contains("Convenience stores are on", "As it should be.", "Read: ")
                .contains("The settings have been read again.", "Japan", "Japanese Yen")
                .doesNotContain(">JP<", ">jpy<", ">true<");
        assertThat(staff.get("/ja/desk/payments").page())
                .contains("日本", "日本円")
                .doesNotContain("id=\"told\"");
        assertThat(stripe.violations()).isEmpty();
    }

    @Test
    void aStripeThatDoesNotAnswerIsNoFault() {
        stripe.faults().onlyOn("GET /v1/").badGateway(20);
        Guest staff = new Guest(port).atDesk();

        assertThat(staff.at("/ja/desk/payments").post("/ja/desk/payments").status()).isEqualTo(303);
        assertThat(staff.get("/ja/desk/payments").page()).contains("読み取れませんでした");
    }
}
