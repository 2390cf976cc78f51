package org.lfnkr.zabuton.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.stripe.StripeClient;
import com.stripe.exception.StripeException;
import com.stripe.model.checkout.Session;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.time.Duration;

class StateFileTests {

    @TempDir Path directory;

    @Test
    void objectsAndTimeSurviveARestart() throws StripeException {
        String id;
        try (StripeSimulator first = start()) {
            Session session =
                    client(first)
                            .v1()
                            .checkout()
                            .sessions()
                            .create(SimulatorTest.cushions(1500).build());
            first.shopper(session.getId()).payByCard("4242424242424242");
            first.clock().advance(Duration.ofHours(2));
            id = session.getId();
        }
        try (StripeSimulator second = start()) {
            assertThat(client(second).v1().checkout().sessions().retrieve(id).getPaymentStatus())
                    .isEqualTo("paid");
            assertThat(second.events()).hasSize(5);
            assertThat(second.clock().ahead()).isEqualTo(Duration.ofHours(2));
        }
    }

    @Test
    void whatWasNotDeliveredIsDeliveredAfterTheRestart() throws Exception {
        try (Inbox inbox = new Inbox("whsec_simulator")) {
            inbox.refuse(100);
            try (StripeSimulator first = start()) {
                first.deliverTo(inbox.url());
                Session session =
                        client(first)
                                .v1()
                                .checkout()
                                .sessions()
                                .create(SimulatorTest.cushions(1500).build());
                first.shopper(session.getId()).payByCard("4242424242424242");
                first.settle();
            }
            inbox.refuse(0);
            try (StripeSimulator second = start()) {
                second.settle();
                assertThat(inbox.types()).hasSize(5).contains("checkout.session.completed");
            }
        }
    }

    private StripeSimulator start() {
        return StripeSimulator.builder().stateFile(directory.resolve("stripe/state.json")).start();
    }

    private static StripeClient client(StripeSimulator simulator) {
        return StripeClient.builder()
                .setApiKey(simulator.apiKey())
                .setApiBase(simulator.baseUrl().toString())
                .build();
    }
}
