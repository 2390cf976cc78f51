package org.lfnkr.zabuton.drills;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.lfnkr.zabuton.guard.Gate;
import org.lfnkr.zabuton.guard.GateMode;
import org.lfnkr.zabuton.guard.GateView;
import org.lfnkr.zabuton.guard.Guard;
import org.lfnkr.zabuton.kernel.EmailAddress;
import org.lfnkr.zabuton.mail.Mail;
import org.lfnkr.zabuton.payments.stripe.StripeNews;
import org.lfnkr.zabuton.simulator.StripeSimulator;
import org.lfnkr.zabuton.support.Await;
import org.lfnkr.zabuton.support.ModuleTest;
import org.lfnkr.zabuton.support.Snapshot;
import org.lfnkr.zabuton.support.TestDatabase;
import org.lfnkr.zabuton.supporters.signin.SignInSamples;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.TestPropertySource;

import reactor.core.publisher.Flux;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Attempts from 200 addresses to find out which of many stolen cards are good: a thousand, or as
 * many as {@code -Dcards.attempts} says.
 */
@ModuleTest
@Import(SignInSamples.class)
@TestPropertySource(
        properties = {
            "zabuton.proxies.trusted=127.0.0.1,::1",
            "zabuton.guard.per-sender=3",
            "zabuton.guard.in-all=15",
            "zabuton.guard.held-per-sender=4"
        })
class CardTestingModuleTests {

    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final int ATTEMPTS = Integer.getInteger("cards.attempts", 1_000);
    private static final int ADDRESSES = 200;
    private static final int AT_ONCE = 16;
    private static final String DECLINED = "4000000000000002";
    private static final String GOOD = "4242424242424242";
    private static final String NETWORK = "203.0.113.";

    @Autowired Guard guard;
    @Autowired Mail mail;
    @Autowired SignInSamples samples;
    @Autowired StripeSimulator stripe;
    @Autowired TestDatabase database;
    @Autowired ApplicationContext application;
    @LocalServerPort int port;

    @Test
    void fewReachStripeAndAnHonestGiverBehindTheSameAddressStillGives() throws SQLException {
        Bot bot = new Bot(port);
        long before = stripe.requestCount();

        List<String> reached =
                Flux.range(0, ATTEMPTS)
                        .flatMap(i -> bot.tries(NETWORK + i % ADDRESSES, 500 + i), AT_ONCE)
                        .filter(way -> way.contains("/c/pay/"))
                        .collectList()
                        .blockOptional(PATIENCE)
                        .orElseThrow();
        reached.forEach(page -> stripe.shopper(page).payByCard(DECLINED));

        assertThat(reached).isNotEmpty().hasSizeLessThanOrEqualTo(20);
        assertThat(sessionsSince(before)).isLessThanOrEqualTo(20);
        GateView seen = gate();
        assertThat(seen.stopped()).isGreaterThanOrEqualTo(ATTEMPTS - 20);
        assertThat(seen.passed()).isEqualTo(reached.size());
        honestGives(bot);
        assertThat(gate().finished()).isEqualTo(seen.finished() + 1);
        assertNoAddressIsStored();
        staffStopIt(bot);
    }

    /** As it was found: two hundred orders of coasters from three addresses. */
    @Test
    void fewOrdersReachStripeAndTheNextBuyersFindCoastersOnTheShelf() throws SQLException {
        Bot bot = new Bot(port);
        UUID coaster = variant("COASTER");
        int before = available(coaster);

        List<String> reached =
                Flux.range(0, 200)
                        .flatMap(i -> bot.orders("192.0.2." + i % 3, coaster, i), AT_ONCE)
                        .filter(way -> way.contains("/c/pay/"))
                        .collectList()
                        .blockOptional(PATIENCE)
                        .orElseThrow();
        reached.forEach(page -> stripe.shopper(page).payByCard(DECLINED));

        assertThat(reached).isNotEmpty().hasSizeLessThanOrEqualTo(9);
        assertThat(before - available(coaster)).isLessThanOrEqualTo(12);
        assertThat(available(coaster)).isPositive();
        GateView seen = gate(Gate.BUY);
        assertThat(seen.stopped()).isGreaterThanOrEqualTo(191);
        neighbourBuys(bot, coaster);
        assertThat(gate(Gate.BUY).finished()).isEqualTo(seen.finished() + 1);
        assertThat(Await.value(bot.orders("192.0.2.99", coaster, 999))).contains("/c/pay/");
    }

    private void neighbourBuys(Bot bot, UUID coaster) {
        EmailAddress email = new EmailAddress("neighbour-" + UUID.randomUUID() + "@example.org");
        Bot.Person neighbour = bot.person("192.0.2.1", email);
        assertThat(Await.value(neighbour.orders(coaster))).isEqualTo("/en/checkout/proof");

        neighbour.post("/en/checkout/proof/mails");
        sendMails();
        String confirmed = neighbour.post("/en/checkout/proof", "code", samples.code(email));
        assertThat(confirmed).isEqualTo("/en/checkout/check");
        String page = Await.value(neighbour.pressesOrder());

        assertThat(page).contains("/c/pay/");
        stripe.shopper(page).payByCard(GOOD);
        StripeNews.hear(application);
        sendMails();
    }

    /** The paper of an order is slow to draw on a machine that has just been flooded. */
    private void sendMails() {
        mail.sendDue().block(PATIENCE);
    }

    private UUID variant(String sku) throws SQLException {
        return ask(
                "select id from catalog.variant where sku like '" + sku + "%' order by sku",
                UUID.class);
    }

    private int available(UUID variant) throws SQLException {
        return ask(
                "select on_hand - reserved from stock.item where variant_id = '" + variant + "'",
                Integer.class);
    }

    private <T> T ask(String sql, Class<T> type) throws SQLException {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getObject(1, type);
        }
    }

    private void honestGives(Bot bot) {
        EmailAddress email = new EmailAddress("honest-" + UUID.randomUUID() + "@example.org");
        Bot.Person honest = bot.person(NETWORK + 7, email);
        assertThat(honest.gives(3000)).isEqualTo("/en/give/proof");

        honest.post("/en/give/proof/mails");
        sendMails();
        honest.post("/en/give/proof", "code", samples.code(email));
        String page = honest.presses(3000);

        assertThat(page).contains("/c/pay/");
        stripe.shopper(page).payByCard(GOOD);
        StripeNews.hear(application);
    }

    private void staffStopIt(Bot bot) {
        Await.done(guard.set(Gate.GIVE, GateMode.CLOSED, "test"));
        long before = stripe.requestCount();
        String way = Await.value(bot.tries("198.51.100.1", 9_999));
        Await.done(guard.set(Gate.GIVE, GateMode.WATCHFUL, "test"));

        assertThat(way).doesNotContain("/c/pay/");
        assertThat(sessionsSince(before)).isZero();
    }

    private void assertNoAddressIsStored() throws SQLException {
        String rows = String.join("\n", Snapshot.of(database));

        assertThat(rows).doesNotContain(NETWORK);
        for (int last = 0; last < ADDRESSES; last++) {
            byte[] address = {(byte) 203, 0, 113, (byte) last};
            assertThat(rows).doesNotContain(HexFormat.of().formatHex(address));
        }
    }

    private GateView gate() {
        return gate(Gate.GIVE);
    }

    private GateView gate(Gate which) {
        Optional<GateView> gate =
                guard.gates().filter(it -> it.gate() == which).next().blockOptional();
        return gate.orElseThrow();
    }

    private long sessionsSince(long before) {
        return stripe.requestsSince(before).stream()
                .filter(it -> it.method().equals("POST"))
                .filter(it -> it.path().equals("/v1/checkout/sessions"))
                .count();
    }
}
