package org.lfnkr.zabuton.bookkeeping;

import static org.assertj.core.api.Assertions.assertThat;

import static java.util.Objects.requireNonNull;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.lfnkr.zabuton.bookkeeping.checks.Integrity;
import org.lfnkr.zabuton.catalog.Catalog;
import org.lfnkr.zabuton.catalog.VariantId;
import org.lfnkr.zabuton.kernel.EmailAddress;
import org.lfnkr.zabuton.kernel.Language;
import org.lfnkr.zabuton.kernel.Money;
import org.lfnkr.zabuton.ledger.Account;
import org.lfnkr.zabuton.ledger.Ledger;
import org.lfnkr.zabuton.orders.Delivery;
import org.lfnkr.zabuton.orders.Order;
import org.lfnkr.zabuton.orders.OrderId;
import org.lfnkr.zabuton.orders.OrderLink;
import org.lfnkr.zabuton.orders.OrderStatus;
import org.lfnkr.zabuton.orders.Orders;
import org.lfnkr.zabuton.orders.PlaceOrder;
import org.lfnkr.zabuton.orders.Placement;
import org.lfnkr.zabuton.orders.cart.Cart;
import org.lfnkr.zabuton.orders.cart.CartGift;
import org.lfnkr.zabuton.orders.cart.CheckoutQuote;
import org.lfnkr.zabuton.orders.cart.Pricing;
import org.lfnkr.zabuton.payments.PaymentStatus;
import org.lfnkr.zabuton.payments.RefundId;
import org.lfnkr.zabuton.payments.offline.Means;
import org.lfnkr.zabuton.payments.offline.OfflinePayments;
import org.lfnkr.zabuton.payments.offline.OfflineRefunds;
import org.lfnkr.zabuton.payments.offline.Receiving;
import org.lfnkr.zabuton.payments.offline.Returning;
import org.lfnkr.zabuton.payments.offline.Slip;
import org.lfnkr.zabuton.payments.offline.Waiting;
import org.lfnkr.zabuton.payments.processing.Payments;
import org.lfnkr.zabuton.payments.processing.RefundRequest;
import org.lfnkr.zabuton.payments.stripe.StripeNews;
import org.lfnkr.zabuton.support.Await;
import org.lfnkr.zabuton.support.ModuleTest;
import org.lfnkr.zabuton.support.TestDatabase;
import org.lfnkr.zabuton.web.Messages;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

/** An order whose money comes over the bank, in cash or at the post office, and goes back so. */
@ModuleTest
class MoneyFromElsewhereModuleTests {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 20);

    @Autowired ApplicationContext application;
    @Autowired Catalog catalog;
    @Autowired Pricing pricing;
    @Autowired Orders orders;
    @Autowired OfflinePayments offline;
    @Autowired OfflineRefunds returns;
    @Autowired Payments payments;
    @Autowired Ledger ledger;
    @Autowired Bookkeeping bookkeeping;
    @Autowired Integrity integrity;
    @Autowired Messages messages;
    @Autowired TestDatabase testDatabase;

    private final Map<OrderId, OrderLink> links = new HashMap<>();
    private long stripeBefore;

    @BeforeEach
    void lookAtStripe() {
        stripeBefore = balance(Account.STRIPE_BALANCE);
    }

    @AfterEach
    void agree() {
        assertThat(balance(Account.STRIPE_BALANCE)).isEqualTo(stripeBefore);
        assertThat(Await.value(integrity.violations())).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Means.class)
    void payAnOrderOntoTheAccountOfItsMeans(Means means) {
        Account account = new Account(means.name(), Account.Nature.ASSET);
        long before = balance(account);
        Order order = placed();

        assertThat(receive(order, slip(means))).isEqualTo(new Receiving.Settled(order.payment()));

        assertThat(status(order)).isEqualTo(OrderStatus.PAID);
        assertThat(balance(account) - before).isEqualTo(order.total().yen());
        assertThat(inLots(order)).isEqualTo(order.total().yen());
        String method = Await.value(payments.view(order.payment())).method();
        for (Locale language : List.of(Locale.JAPANESE, Locale.ENGLISH)) {
            assertThat(messages.getMessage("orders.paper.method." + method, null, language))
                    .isNotBlank();
            assertThat(messages.getMessage("charges.data.method." + method, null, language))
                    .isNotBlank();
        }
    }

    @Test
    void settleOnceHoweverOftenItIsSaid() {
        long before = balance(Account.BANK);
        Order order = placed();
        Slip slip = slip(Means.BANK);

        Receiving first = receive(order, slip);
        assertThat(receive(order, slip)).isEqualTo(first);
        assertThat(receive(order, slip(Means.CASH)))
                .isEqualTo(new Receiving.PaidAlready(order.payment()));
        assertThat(receive(placed(), slip)).isEqualTo(new Receiving.ReferenceTaken());

        assertThat(balance(Account.BANK) - before).isEqualTo(order.total().yen());
    }

    @Test
    void takeNothingThatWasNotAskedFor() {
        Order order = placed();
        Money less = order.total().minus(Money.yen(1));
        Slip slip = slip(Means.BANK);

        assertThat(receive("order:unknown", order.total(), slip))
                .isEqualTo(new Receiving.NothingAsked());
        assertThat(receive(order.id().purpose(), less, slip))
                .isEqualTo(new Receiving.NotTheSum(order.total()));
        assertThat(receive(order, new Slip(Means.BANK, DAY.plusYears(90), "x", "staff")))
                .isEqualTo(new Receiving.NotYet());
        assertThat(status(order)).isEqualTo(OrderStatus.AWAITING_PAYMENT);
    }

    @Test
    void waitUntilThePageAtStripeHasEnded() {
        Order order = placed();
        Await.value(orders.pay(order));
        Slip slip = slip(Means.BANK);

        assertThat(receive(order, slip)).isEqualTo(new Receiving.StillOpen(order.payment()));

        // On a busy machine Stripe is not asked in the time that somebody at a page waits.
        Await.value(
                payments.cancel(order.payment())
                        .repeat(4)
                        .filter(it -> it.status() == PaymentStatus.CANCELLED)
                        .next());
        StripeNews.hear(application);
        assertThat(receive(order, slip)).isEqualTo(new Receiving.Settled(order.payment()));
        assertThat(status(order)).isEqualTo(OrderStatus.PAID);
    }

    @Test
    void letARefundWaitForAHand() throws SQLException {
        long before = balance(Account.BANK);
        Order order = placed();
        receive(order, slip(Means.BANK));
        RefundId refund = RefundId.random();
        Await.value(
                payments.refund(
                        new RefundRequest(
                                refund, order.payment(), Money.yen(1_000), "staff", "came back")));
        StripeNews.sendRefunds(application);

        assertThat(Await.value(returns.waiting().map(Waiting::id).collectList())).contains(refund);
        assertThat(isQueued(refund)).isFalse();
        assertThat(giveBack(RefundId.random(), slip(Means.BANK)))
                .isEqualTo(new Returning.NotWaiting());
        Slip slip = slip(Means.BANK);
        assertThat(giveBack(refund, slip)).isEqualTo(new Returning.Returned(refund));
        assertThat(giveBack(refund, slip)).isEqualTo(new Returning.Returned(refund));
        assertThat(giveBack(refund, slip(Means.CASH))).isEqualTo(new Returning.NotWaiting());
        assertThat(giveBack(RefundId.random(), slip)).isEqualTo(new Returning.ReferenceTaken());

        assertThat(balance(Account.BANK) - before).isEqualTo(order.total().yen() - 1_000);
        assertThat(inLots(order)).isEqualTo(order.total().yen() - 1_000);
        assertThat(Await.value(payments.view(order.payment())).refunded())
                .isEqualTo(Money.yen(1_000));
    }

    @Test
    void nightsNoticeMoneyThatStandsElsewhereThanItCame() throws SQLException {
        Order order = placed();
        Slip slip = slip(Means.BANK);
        receive(order, slip);

        putOn("CASH", "bank:" + slip.reference());
        List<String> violations = Await.value(integrity.violations());
        putOn("BANK", "bank:" + slip.reference());

        assertThat(violations)
                .contains(
                        "bank:%s moved %d yen, its entry says otherwise"
                                .formatted(slip.reference(), order.total().yen()));
    }

    /** As nobody but the owner of the tables could. */
    private void putOn(String account, String source) throws SQLException {
        try (Connection owner = testDatabase.connect();
                Statement statement = owner.createStatement()) {
            statement.execute("set session_replication_role = replica");
            statement.execute(
                    """
                    update ledger.posting set account = '%s'
                    where fund is null and entry_id = (select id from ledger.entry where source = '%s')
                      and account in ('BANK', 'CASH')
                    """
                            .formatted(account, source));
        }
    }

    private boolean isQueued(RefundId refund) throws SQLException {
        try (Connection owner = testDatabase.connect();
                Statement statement = owner.createStatement();
                ResultSet rows =
                        statement.executeQuery(
                                "select from outbox.work where key = '" + refund + "'")) {
            return rows.next();
        }
    }

    private Receiving receive(Order order, Slip slip) {
        return receive(order.id().purpose(), order.total(), slip);
    }

    private Receiving receive(String purpose, Money amount, Slip slip) {
        Receiving received = Await.value(offline.receive(purpose, amount, slip));
        StripeNews.hear(application);
        return received;
    }

    private Returning giveBack(RefundId refund, Slip slip) {
        Returning returned = Await.value(returns.giveBack(refund, slip));
        StripeNews.hear(application);
        return returned;
    }

    private static Slip slip(Means means) {
        return new Slip(means, DAY, UUID.randomUUID().toString(), "staff");
    }

    private OrderStatus status(Order order) {
        return Await.value(orders.open(requireNonNull(links.get(order.id())))).status();
    }

    private long balance(Account account) {
        return Await.value(ledger.balance(account)).yen();
    }

    private long inLots(Order order) {
        return Await.value(bookkeeping.lots(order.payment())).stream().mapToLong(Lot::yen).sum();
    }

    /** A blanket is made to order, so no other test can have bought the last one. */
    private Order placed() {
        VariantId blanket = Await.value(catalog.product("lap-blanket")).variants().getFirst().id();
        Cart cart = Cart.EMPTY.add(blanket, 1).with(new CartGift.Fixed(Money.yen(500)));
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
        Order order = Await.value(orders.open(placed.link()));
        links.put(order.id(), placed.link());
        return order;
    }
}
