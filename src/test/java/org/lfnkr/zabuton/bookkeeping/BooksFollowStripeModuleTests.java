package org.lfnkr.zabuton.bookkeeping;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lfnkr.zabuton.bookkeeping.checks.Integrity;
import org.lfnkr.zabuton.catalog.Catalog;
import org.lfnkr.zabuton.catalog.VariantId;
import org.lfnkr.zabuton.giving.Cause;
import org.lfnkr.zabuton.giving.Charge;
import org.lfnkr.zabuton.giving.Dedication;
import org.lfnkr.zabuton.giving.Frequency;
import org.lfnkr.zabuton.giving.Pledge;
import org.lfnkr.zabuton.giving.pledges.GiveResult;
import org.lfnkr.zabuton.giving.pledges.GiveWish;
import org.lfnkr.zabuton.giving.pledges.Giving;
import org.lfnkr.zabuton.impact.Impact;
import org.lfnkr.zabuton.impact.ImpactState;
import org.lfnkr.zabuton.impact.ImpactStory;
import org.lfnkr.zabuton.kernel.EmailAddress;
import org.lfnkr.zabuton.kernel.Language;
import org.lfnkr.zabuton.kernel.Money;
import org.lfnkr.zabuton.ledger.Account;
import org.lfnkr.zabuton.ledger.Ledger;
import org.lfnkr.zabuton.orders.Delivery;
import org.lfnkr.zabuton.orders.Order;
import org.lfnkr.zabuton.orders.Orders;
import org.lfnkr.zabuton.orders.PlaceOrder;
import org.lfnkr.zabuton.orders.Placement;
import org.lfnkr.zabuton.orders.cart.Cart;
import org.lfnkr.zabuton.orders.cart.CartGift;
import org.lfnkr.zabuton.orders.cart.CheckoutQuote;
import org.lfnkr.zabuton.orders.cart.Pricing;
import org.lfnkr.zabuton.payments.Opening;
import org.lfnkr.zabuton.payments.stripe.StripeNews;
import org.lfnkr.zabuton.simulator.StripeSimulator;
import org.lfnkr.zabuton.support.Await;
import org.lfnkr.zabuton.support.ModuleTest;
import org.lfnkr.zabuton.support.TestDatabase;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.web.reactive.function.client.WebClient;

import tools.jackson.databind.JsonNode;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;

/** A real order, paid at the simulator, whose money then goes back and comes again. */
@ModuleTest
class BooksFollowStripeModuleTests {

    @Autowired ApplicationContext application;
    @Autowired Catalog catalog;
    @Autowired Pricing pricing;
    @Autowired Orders orders;
    @Autowired Giving giving;
    @Autowired Impact impact;
    @Autowired Ledger ledger;
    @Autowired Bookkeeping bookkeeping;
    @Autowired Integrity integrity;
    @Autowired StripeSimulator stripe;
    @Autowired TestDatabase testDatabase;

    private long stripeBefore;
    private long journalBefore;
    private long billedBefore;

    @BeforeEach
    void lookAtBothBalances() {
        stripeBefore = stripeBalance();
        journalBefore = journalBalance();
        billedBefore = billed();
    }

    @AfterEach
    void agreeOnEveryYen() {
        assertThat(journalBalance() - journalBefore)
                .isEqualTo(stripeBalance() - stripeBefore + billed() - billedBefore);
        assertThat(Await.value(integrity.violations())).isEmpty();
    }

    @Test
    void fundImpactOnceAnOrderIsPaid() {
        Order order = placed();
        ImpactStory promised = story(order);

        pay(order);

        assertThat(promised.state()).isEqualTo(ImpactState.COULD_FUND);
        assertThat(story(order).state()).isEqualTo(ImpactState.FUNDS);
        assertThat(story(order).units()).isEqualTo(promised.units());
        assertThat(inLots(order)).isEqualTo(order.total().yen());
    }

    @Test
    void holdForTheBuyerWhatARefundFromTheDashboardDidNotBring() {
        long before = onSuspense();
        Order order = placed();
        pay(order);
        long units = story(order).units();

        String refund = stripe.refund(intent(order), 4_000);
        StripeNews.hear(application);

        assertThat(inLots(order)).isEqualTo(order.total().yen() - 4_000);
        assertThat(story(order).units()).isLessThan(units);

        stripe.failRefund(refund);
        StripeNews.hear(application);

        assertThat(onSuspense() - before).isEqualTo(4_000);
        assertThat(inLots(order)).isEqualTo(order.total().yen() - 4_000);
        assertThat(story(order).units()).isLessThan(units);

        stripe.refund(intent(order), 4_000);
        StripeNews.hear(application);

        assertThat(onSuspense()).isEqualTo(before);
        assertThat(inLots(order)).isEqualTo(order.total().yen() - 4_000);
    }

    /** The simulator's card takes 3.6 %, less than the 3.96 % that the cover is reckoned with. */
    @Test
    void giveTheCoverOfAGiftToItsFeeAndNeverToTheProfit() {
        Order plain = placed();
        Order covered = placed(true);
        long cover = covered.takings().cover().yen();
        ImpactStory promised = story(covered);
        pay(plain);
        pay(covered);

        assertThat(cover).isPositive();
        assertThat(covered.total()).isEqualTo(plain.total().plus(Money.yen(cover)));
        assertThat(in(covered, LotKind.PROFIT))
                .isBetween(in(plain, LotKind.PROFIT) - 1, in(plain, LotKind.PROFIT));
        assertThat(in(covered, LotKind.GIFT) + in(covered, LotKind.GIFT_FEE))
                .isEqualTo(500 + cover);
        assertThat(in(covered, LotKind.GIFT)).isGreaterThanOrEqualTo(500);
        assertThat(story(covered).units()).isEqualTo(promised.units());
        assertThat(inLots(covered)).isEqualTo(covered.total().yen());
    }

    @Test
    void takeTheGiftAndItsCoverBackLast() {
        Order order = placed(true);
        pay(order);
        long given = in(order, LotKind.GIFT) + in(order, LotKind.GIFT_FEE);

        stripe.refund(intent(order), order.total().yen() / 2);
        StripeNews.hear(application);
        assertThat(in(order, LotKind.GIFT) + in(order, LotKind.GIFT_FEE)).isEqualTo(given);

        stripe.refund(intent(order), order.total().yen() - order.total().yen() / 2);
        StripeNews.hear(application);
        assertThat(inLots(order)).isZero();
        assertThat(story(order).units()).isZero();
    }

    @Test
    void followADisputeOfTheWholeAfterARefundOfAPart() {
        Order order = placed();
        pay(order);
        stripe.refund(intent(order), 1_000);
        String dispute = stripe.dispute(intent(order));
        StripeNews.hear(application);

        assertThat(story(order).units()).isZero();

        stripe.closeDispute(dispute, true);
        StripeNews.hear(application);

        assertThat(inLots(order)).isEqualTo(order.total().yen() - 1_000);
        assertThat(story(order).corrections()).hasSizeGreaterThan(1);
    }

    /** Stripe took another sum than was asked for, and then gives it back. */
    @Test
    void keepWhatIsHeldOnSuspenseUntilItGoesBack() throws SQLException {
        long before = onSuspense();
        Order order = placed();
        Opening.Open page = (Opening.Open) Await.value(orders.pay(order));
        askForLess(order);
        stripe.shopper(page.url().toString()).payByCard("4242424242424242");
        StripeNews.hear(application);

        assertThat(onSuspense() - before).isEqualTo(order.total().yen());
        assertThat(inLots(order)).isZero();

        stripe.refund(intent(order), order.total().yen());
        StripeNews.hear(application);

        assertThat(onSuspense()).isEqualTo(before);
    }

    private void askForLess(Order order) throws SQLException {
        try (Connection owner = testDatabase.connect();
                Statement statement = owner.createStatement()) {
            statement.execute(
                    "update payments.payment set amount = amount - 100 where id = '%s'"
                            .formatted(order.payment()));
        }
    }

    private long onSuspense() {
        return -Await.value(ledger.balance(Account.SUSPENSE)).yen();
    }

    /**
     * Billing's line names no payment, and is the only difference between Stripe's balance and the
     * books: what it takes is set aside in the fee of each charge, and never less than it takes.
     */
    @Test
    void setAsideWhatBillingTakesInALineOfItsOwn() {
        Pledge pledge = monthly();
        Opening.Open page = (Opening.Open) Await.value(giving.pay(pledge));
        stripe.shopper(page.url().toString()).payByCard("4242424242424242");
        StripeNews.hear(application);

        long billed = billed() - billedBefore;
        assertThat(billed).isEqualTo(23);
        Charge charge = Await.value(giving.charges(pledge).next());
        assertThat(charge.fee()).as("without Billing's part").isEqualTo(Money.yen(108));
        long aside =
                Await.value(bookkeeping.lots(charge.payment())).stream()
                        .filter(lot -> lot.kind() == LotKind.GIFT_FEE)
                        .mapToLong(Lot::yen)
                        .sum();
        assertThat(aside - charge.fee().yen()).isBetween(billed, billed + 1);
    }

    private Pledge monthly() {
        Money gift = Money.yen(3_000);
        GiveWish wish =
                new GiveWish(
                        UUID.randomUUID(),
                        Frequency.MONTHLY,
                        Cause.FOSTER_CHILDREN,
                        gift,
                        false,
                        "Test Person",
                        new EmailAddress("giver@example.org"),
                        Dedication.NONE,
                        Language.EN,
                        gift,
                        true);
        return ((GiveResult.Pledged) Await.value(giving.give(wish))).pledge();
    }

    /** A blanket is made to order, so no other test can have bought the last one. */
    private Order placed() {
        return placed(false);
    }

    private Order placed(boolean coversFee) {
        VariantId blanket = Await.value(catalog.product("lap-blanket")).variants().getFirst().id();
        Cart cart =
                Cart.EMPTY
                        .add(blanket, 1)
                        .with(new CartGift.Fixed(Money.yen(500)))
                        .coveringFee(coversFee);
        Delivery delivery = new Delivery("Test Person", "JP", "1000001", "13", "Test 1-1", "", "");
        CheckoutQuote.Ready quote =
                (CheckoutQuote.Ready) Await.value(pricing.price(cart, delivery.destination()));
        PlaceOrder wish =
                new PlaceOrder(
                        UUID.randomUUID(),
                        cart,
                        delivery,
                        new EmailAddress("buyer@example.org"),
                        Language.EN,
                        quote.cart().total(),
                        true);
        Placement.Placed placed = (Placement.Placed) Await.value(orders.place(wish));
        return Await.value(orders.open(placed.link()));
    }

    private void pay(Order order) {
        Opening.Open page = (Opening.Open) Await.value(orders.pay(order));
        stripe.shopper(page.url().toString()).payByCard("4242424242424242");
        StripeNews.hear(application);
    }

    private ImpactStory story(Order order) {
        return Await.value(impact.story(order.id().value()));
    }

    private long inLots(Order order) {
        return Await.value(bookkeeping.lots(order.payment())).stream().mapToLong(Lot::yen).sum();
    }

    private long in(Order order, LotKind kind) {
        return Await.value(bookkeeping.lots(order.payment())).stream()
                .filter(lot -> lot.kind() == kind)
                .mapToLong(Lot::yen)
                .sum();
    }

    private String intent(Order order) {
        return stripe.events().stream()
                .map(event -> event.at("/data/object"))
                .filter(session -> isOf(session, order))
                .map(session -> session.path("payment_intent").asString(""))
                .filter(intent -> !intent.isEmpty())
                .findFirst()
                .orElseThrow();
    }

    private static boolean isOf(JsonNode session, Order order) {
        String reference = session.path("client_reference_id").asString("");
        return reference.equals(order.payment().toString());
    }

    private long journalBalance() {
        return Await.value(ledger.balance(Account.STRIPE_BALANCE)).yen();
    }

    /** The net of all balance transactions that Stripe lists. */
    private long stripeBalance() {
        return net("");
    }

    /** What Billing took. */
    private long billed() {
        return -net("&type=stripe_fee");
    }

    /** Page by page. */
    private long net(String of) {
        long balance = 0;
        JsonNode page = transactions(of);
        while (true) {
            JsonNode data = page.path("data");
            for (JsonNode transaction : data) {
                balance += transaction.path("net").asLong();
            }
            if (!page.path("has_more").asBoolean()) {
                return balance;
            }
            page =
                    transactions(
                            of
                                    + "&starting_after="
                                    + data.get(data.size() - 1).path("id").asString());
        }
    }

    private JsonNode transactions(String from) {
        return Await.value(
                WebClient.create()
                        .get()
                        .uri(stripe.baseUrl() + "/v1/balance_transactions?limit=100" + from)
                        .headers(headers -> headers.setBearerAuth(stripe.apiKey()))
                        .retrieve()
                        .bodyToMono(JsonNode.class));
    }
}
