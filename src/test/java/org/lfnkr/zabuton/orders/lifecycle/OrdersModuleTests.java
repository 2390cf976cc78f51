package org.lfnkr.zabuton.orders.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.lfnkr.zabuton.bookkeeping.checks.Integrity;
import org.lfnkr.zabuton.catalog.VariantId;
import org.lfnkr.zabuton.guard.Gate;
import org.lfnkr.zabuton.guard.Guard;
import org.lfnkr.zabuton.guard.Knock;
import org.lfnkr.zabuton.guard.Verdict;
import org.lfnkr.zabuton.impact.Impact;
import org.lfnkr.zabuton.impact.ImpactState;
import org.lfnkr.zabuton.kernel.Language;
import org.lfnkr.zabuton.kernel.Money;
import org.lfnkr.zabuton.mail.Mail;
import org.lfnkr.zabuton.mailbox.DevMailbox;
import org.lfnkr.zabuton.orders.Order;
import org.lfnkr.zabuton.orders.OrderLink;
import org.lfnkr.zabuton.orders.OrderSamples;
import org.lfnkr.zabuton.orders.OrderStanding;
import org.lfnkr.zabuton.orders.OrderStatus;
import org.lfnkr.zabuton.orders.Orders;
import org.lfnkr.zabuton.orders.PlaceOrder;
import org.lfnkr.zabuton.orders.Placement;
import org.lfnkr.zabuton.orders.cart.Cart;
import org.lfnkr.zabuton.orders.cart.CartGift;
import org.lfnkr.zabuton.payments.Opening;
import org.lfnkr.zabuton.payments.PaymentStatus;
import org.lfnkr.zabuton.payments.RefundView;
import org.lfnkr.zabuton.payments.stripe.StripeNews;
import org.lfnkr.zabuton.simulator.StripeSimulator;
import org.lfnkr.zabuton.stock.Arrival;
import org.lfnkr.zabuton.stock.Stock;
import org.lfnkr.zabuton.support.Await;
import org.lfnkr.zabuton.support.ModuleTest;
import org.lfnkr.zabuton.support.Snapshot;
import org.lfnkr.zabuton.support.TestDatabase;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.transaction.reactive.TransactionalOperator;

import reactor.core.publisher.Flux;
import reactor.core.scheduler.Schedulers;

import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

@ModuleTest
@Import(OrderSamples.class)
class OrdersModuleTests {

    private static final String CARD = "4242424242424242";

    @Autowired Orders orders;
    @Autowired Lifecycle lifecycle;
    @Autowired TransactionalOperator transaction;
    @Autowired OrderSamples samples;
    @Autowired Guard guard;
    @Autowired Stock stock;
    @Autowired ApplicationContext application;
    @Autowired DatabaseClient database;
    @Autowired Impact impact;
    @Autowired Integrity integrity;
    @Autowired Mail mail;
    @Autowired DevMailbox mailbox;
    @Autowired StripeSimulator stripe;
    @Autowired TestDatabase testDatabase;

    @Test
    void fiftyBuyersOfTheLastPieceMakeOneOrder() {
        VariantId last = samples.variant("CUSHION-MOSS");
        Await.done(stock.receive(last, 1, Arrival.MADE));
        List<PlaceOrder> wishes =
                Stream.generate(() -> samples.wish(Cart.EMPTY.add(last, 1))).limit(50).toList();

        List<Placement> placements =
                Await.value(
                        Flux.fromIterable(wishes)
                                .flatMap(
                                        wish ->
                                                orders.place(wish)
                                                        .subscribeOn(Schedulers.parallel()),
                                        50)
                                .collectList());

        assertThat(placements).filteredOn(Placement.Placed.class::isInstance).hasSize(1);
        assertThat(placements).filteredOn(Placement.SoldOut.class::isInstance).hasSize(49);
        assertThat(available(last)).isZero();
    }

    @Test
    void whoFindsTheLastPieceSoldHasNotPassedTheGate() {
        VariantId last = samples.variant("CUSHION-MOSS");
        Await.done(stock.receive(last, 1, Arrival.MADE));
        PlaceOrder wish = samples.wish(Cart.EMPTY.add(last, 1));
        Verdict passed = knock(wish);
        assertThat(passages(wish)).isOne();
        assertThat(Await.value(orders.place(samples.wish(Cart.EMPTY.add(last, 1)))))
                .isInstanceOf(Placement.Placed.class);

        Placement refused = Await.value(orders.place(wish));

        assertThat(passed).isEqualTo(Verdict.PASS);
        assertThat(refused).isInstanceOf(Placement.SoldOut.class);
        assertThat(passages(wish)).isZero();
    }

    private long passages(PlaceOrder wish) {
        return Await.value(
                database.sql("select count(*) from guard.passage where attempt = :passage")
                        .bind("passage", orders.passage(wish))
                        .mapValue(Long.class)
                        .one());
    }

    private Verdict knock(PlaceOrder wish) {
        byte[] sender = wish.attempt().toString().getBytes(StandardCharsets.UTF_8);
        return Await.value(
                guard.knock(new Knock(Gate.BUY, orders.passage(wish), sender, null, Map.of())));
    }

    @Test
    void theSameWishTwiceIsOneOrder() {
        PlaceOrder wish = samples.wish(Cart.EMPTY.add(samples.variant("HAT-WOOL"), 1));

        List<Placement> both =
                Await.value(
                        Flux.merge(
                                        orders.place(wish).subscribeOn(Schedulers.parallel()),
                                        orders.place(wish).subscribeOn(Schedulers.parallel()))
                                .collectList());

        assertThat(both).hasSize(2).allMatch(both.getFirst()::equals);
    }

    /** As after a deadlock, or where two transactions can't be put in an order. */
    @ParameterizedTest
    @ValueSource(strings = {"40001", "40P01"})
    void anOrderThatTheDatabaseEndsForAnotherIsPlacedAllTheSame(String state) throws SQLException {
        VariantId hat = samples.variant("HAT-WOOL");
        Await.done(stock.receive(hat, 1, Arrival.MADE));
        PlaceOrder wish = samples.wish(Cart.EMPTY.add(hat, 1));
        endOnce(wish.attempt(), state);

        Placement placement = Await.value(orders.place(wish));

        assertThat(placement).isInstanceOf(Placement.Placed.class);
        assertThat(Await.value(orders.latest(wish.attempt())).total()).isEqualTo(wish.seen());
    }

    /** The first time that an order of this attempt is written; sequences know no transactions. */
    private void endOnce(UUID attempt, String state) throws SQLException {
        String name = "ends_" + attempt.toString().replace('-', '_');
        try (var owner = testDatabase.connect();
                var statement = owner.createStatement()) {
            statement.execute(
                    """
                    create sequence public.%1$s;
                    grant usage on sequence public.%1$s to public;
                    create function public.%1$s() returns trigger language plpgsql as $$
                    begin
                        if new.attempt = '%2$s' and nextval('public.%1$s') = 1 then
                            raise exception 'ended' using errcode = '%3$s';
                        end if;
                        return new;
                    end $$;
                    create trigger %1$s before insert on orders.orders
                        for each row execute function public.%1$s();
                    """
                            .formatted(name, attempt, state));
        }
    }

    @Test
    void orderingSomethingElseEndsTheOrderBefore() {
        VariantId scarf = samples.variant("SCARF-INDIGO");
        UUID attempt = UUID.randomUUID();
        int before = available(scarf);
        Order first = placed(samples.wish(attempt, Cart.EMPTY.add(scarf, 2)));
        Await.value(orders.pay(first));

        Order second = placed(samples.wish(attempt, Cart.EMPTY.add(scarf, 3)));

        assertThat(found(first).status()).isEqualTo(OrderStatus.CANCELLED);
        assertThat(second.status()).isEqualTo(OrderStatus.AWAITING_PAYMENT);
        assertThat(available(scarf)).isEqualTo(before - 3);
    }

    private Order atTheStore(PlaceOrder wish) {
        Order order = placed(wish);
        Opening opening = Await.value(orders.pay(order));
        stripe.shopper(((Opening.Open) opening).url().toString()).chooseKonbini();
        hear();
        assertThat(found(order).status()).isEqualTo(OrderStatus.AWAITING_KONBINI);
        return order;
    }

    private void paysAtTheCounter(Order order) {
        stripe.payKonbiniAtCounter(
                Await.value(
                        database.sql("select session from payments.payment where id = :id")
                                .bind("id", order.payment().value())
                                .mapValue(String.class)
                                .one()));
    }

    @Test
    void orderingSomethingElseMakesTheEarlierCodeWorthless() {
        VariantId hat = samples.variant("HAT-WOOL");
        UUID attempt = UUID.randomUUID();
        int before = available(hat);
        PlaceOrder wish = samples.wish(attempt, Cart.EMPTY.add(hat, 1));
        Order first = atTheStore(wish);

        placed(samples.wish(attempt, Cart.EMPTY.add(hat, 2)));
        hear();

        assertThat(found(first).status()).isEqualTo(OrderStatus.CANCELLED);
        assertThatThrownBy(() -> paysAtTheCounter(first)).hasMessageContaining("is awaited");
        assertThat(available(hat)).isEqualTo(before - 2);
        assertThat(letters(wish)).hasSize(1);
    }

    @Test
    void anOrderThatIsPaidAtThatMomentStaysAndNothingIsPlacedBesideIt() {
        VariantId hat = samples.variant("HAT-INDIGO");
        UUID attempt = UUID.randomUUID();
        Order first = atTheStore(samples.wish(attempt, Cart.EMPTY.add(hat, 1)));
        stripe.faults().loseEvents(10);
        paysAtTheCounter(first);

        Placement second = Await.value(orders.place(samples.wish(attempt, Cart.EMPTY.add(hat, 2))));

        stripe.faults().clear();
        assertThat(second).isEqualTo(new Placement.Done(orders.link(first)));
        assertThat(found(first))
                .matches(order -> order.status() == OrderStatus.PAID && !order.superseded());
    }

    @Test
    void whatIsOrderedAfterAPaidOrderIsWantedBesideIt() {
        VariantId mittens = samples.variant("MITTENS-WOOL");
        UUID attempt = UUID.randomUUID();
        Order first = paid(samples.wish(attempt, Cart.EMPTY.add(mittens, 1)));
        Order second = paid(samples.wish(attempt, Cart.EMPTY.add(mittens, 2)));

        assertThat(List.of(first, second)).allMatch(order -> order.status() == OrderStatus.PAID);
    }

    @Test
    void whenBothArePaidAllTheSameTheSecondMoneyGoesBack() {
        VariantId pouch = samples.variant("POUCH-MOSS");
        UUID attempt = UUID.randomUUID();
        int before = available(pouch);
        PlaceOrder wish = samples.wish(attempt, Cart.EMPTY.add(pouch, 1));
        Order first = atTheStore(wish);
        stripe.faults().onlyOn("POST /v1/payment_intents").badGateway(50);
        Order second = paid(samples.wish(attempt, Cart.EMPTY.add(pouch, 2)));
        stripe.faults().clear();
        assertThat(second.status()).isEqualTo(OrderStatus.PAID);

        paysAtTheCounter(first);
        hear();
        assertThat(lastLetter(wish))
                .contains("another one had taken its place", "all of it goes back to you");
        StripeNews.sendRefunds(application);
        hear();

        assertThat(Await.value(orders.story(found(first))).standing())
                .isEqualTo(OrderStanding.PAID_TWICE);
        assertThat(found(second).status()).isEqualTo(OrderStatus.PAID);
        assertThat(available(pouch)).isEqualTo(before - 2);
        assertThat(refunds(first)).containsExactly(first.total());
    }

    /** The code is paid although the order had ended, and somebody else has the pieces. */
    @ParameterizedTest
    @EnumSource(Language.class)
    void whoseMoneyCameAfterTheLastPieceIsToldAtOnceThatItGoesBack(Language language) {
        VariantId pouch = samples.variant("POUCH-INDIGO");
        PlaceOrder wish = in(language, samples.wish(Cart.EMPTY.add(pouch, 1)));
        Order late = atTheStore(wish);
        Await.done(lifecycle.end(late.id(), PaymentStatus.EXPIRED).as(transaction::transactional));
        Order quick = placed(samples.wish(Cart.EMPTY.add(pouch, available(pouch))));

        paysAtTheCounter(late);
        hear();

        assertThat(standing(late)).isEqualTo(OrderStanding.SOLD_OUT);
        assertThat(lastLetter(wish))
                .contains(
                        language == Language.EN
                                ? List.of("somebody else took the last piece", "goes back to you")
                                : List.of("最後の1点がほかの方に渡り", "全額をお返しします"))
                .doesNotContain("refunded", "返金しました", "{", "??");
        Await.value(orders.cancel(quick));
    }

    private static PlaceOrder in(Language language, PlaceOrder wish) {
        return new PlaceOrder(
                wish.attempt(),
                wish.cart(),
                wish.delivery(),
                wish.email(),
                language,
                wish.seen(),
                wish.giftAgreed());
    }

    private List<Money> refunds(Order order) {
        return Await.value(orders.story(order)).refunds().stream().map(RefundView::amount).toList();
    }

    @Test
    void aRefundForAStoresPaymentIsToldAtEachStepAndNothingIsSentMeanwhile() {
        VariantId hat = samples.variant("HAT-WOOL");
        PlaceOrder wish = samples.wish(Cart.EMPTY.add(hat, 1));
        Order order = atTheStore(wish);
        paysAtTheCounter(order);
        hear();
        String refund = stripe.refund(intent(order), order.total().yen());
        hear();
        assertThat(standing(order)).isEqualTo(OrderStanding.REFUNDING);
        stripe.nameAccount(refund);
        hear();
        stripe.sendRefundBack(refund);
        hear();
        assertThat(standing(order)).isEqualTo(OrderStanding.REFUNDING);
        assertThat(found(order).refunded()).isEqualTo(Money.ZERO);
        stripe.nameAccount(refund);
        hear();

        stripe.completeRefund(refund);
        hear();

        assertThat(standing(order)).isEqualTo(OrderStanding.REFUNDED);
        assertThat(subjects(wish))
                .endsWith(
                        "your refund needs an account",
                        "your refund is on its way",
                        "your refund needs an account",
                        "your refund is on its way",
                        "refund");
        assertThat(Await.value(integrity.violations())).isEmpty();
    }

    @Test
    void aRefundThatNobodyNamesAnAccountForIsHeldAndTold() {
        PlaceOrder wish = samples.wish(Cart.EMPTY.add(samples.variant("HAT-INDIGO"), 1));
        Order order = atTheStore(wish);
        paysAtTheCounter(order);
        hear();
        String refund = stripe.refund(intent(order), order.total().yen());
        hear();

        stripe.failRefund(refund);
        hear();

        assertThat(standing(order)).isEqualTo(OrderStanding.REFUND_FAILED);
        assertThat(subjects(wish)).endsWith("a refund did not arrive");
        assertThat(Await.value(integrity.violations())).isEmpty();
    }

    @Test
    void whatIsSentBackAnewIsBack() {
        VariantId hat = samples.variant("HAT-WOOL");
        Order order = paid(samples.wish(Cart.EMPTY.add(hat, 1)));
        String refund = stripe.refund(intent(order), order.total().yen());
        stripe.failRefund(refund);
        hear();
        assertThat(standing(order)).isEqualTo(OrderStanding.REFUND_FAILED);

        stripe.refund(intent(order), order.total().yen());
        hear();

        assertThat(standing(order)).isEqualTo(OrderStanding.REFUNDED);
        assertThat(Await.value(integrity.violations())).isEmpty();
    }

    /** The bank has the money now, although a refund had come back to us. */
    @Test
    void aDisputeAfterARefundThatFailedIsToldAndEndsTheOrderWhereItIsLost() {
        PlaceOrder wish = samples.wish(Cart.EMPTY.add(samples.variant("HAT-WOOL"), 1));
        Order order = paid(wish);
        String refund = stripe.refund(intent(order), order.total().yen());
        hear();
        stripe.failRefund(refund);
        hear();
        assertThat(standing(order)).isEqualTo(OrderStanding.REFUND_FAILED);

        String dispute = stripe.dispute(intent(order));
        hear();
        assertThat(standing(order)).isEqualTo(OrderStanding.DISPUTED);
        assertThat(lastLetter(wish)).contains("is disputed");

        stripe.closeDispute(dispute, false);
        hear();
        assertThat(standing(order)).isEqualTo(OrderStanding.CHARGED_BACK);
        assertThat(Await.value(integrity.violations())).isEmpty();
    }

    @Test
    void anOrderOfWhichAPartWasToGoBackGoesOnWhereThatFails() {
        VariantId hat = samples.variant("HAT-WOOL");
        PlaceOrder wish = samples.wish(Cart.EMPTY.add(hat, 1));
        Order order = paid(wish);
        String refund = stripe.refund(intent(order), 500);
        hear();

        stripe.failRefund(refund);
        hear();

        assertThat(found(order).refunded()).isEqualTo(Money.ZERO);
        assertThat(standing(order)).isEqualTo(OrderStanding.PAID);
        assertThat(subjects(wish)).endsWith("refund", "a refund did not arrive");
        assertThat(Await.value(integrity.violations())).isEmpty();
    }

    private List<String> subjects(PlaceOrder wish) {
        return mailbox.to(wish.email().value()).stream()
                .map(mail -> mail.subject().replaceAll(".*: ", ""))
                .toList();
    }

    @Test
    void refusesASumThatIsNoLongerTheOneSeen() {
        PlaceOrder wish = samples.wish(Cart.EMPTY.add(samples.variant("HAT-INDIGO"), 1));
        PlaceOrder stale =
                new PlaceOrder(
                        wish.attempt(),
                        wish.cart(),
                        wish.delivery(),
                        wish.email(),
                        wish.language(),
                        wish.seen().minus(Money.yen(1)),
                        true);

        assertThat(Await.value(orders.place(stale))).isInstanceOf(Placement.PriceChanged.class);
    }

    @Test
    void refusesAGiftWhosePurposeWasNotAgreedTo() {
        Cart cart =
                Cart.EMPTY
                        .add(samples.variant("HAT-INDIGO"), 1)
                        .with(new CartGift.Fixed(Money.yen(500)));
        PlaceOrder wish = samples.wish(cart);
        PlaceOrder silent =
                new PlaceOrder(
                        wish.attempt(),
                        wish.cart(),
                        wish.delivery(),
                        wish.email(),
                        wish.language(),
                        wish.seen(),
                        false);

        assertThat(Await.value(orders.place(silent))).isInstanceOf(Placement.GiftNotAgreed.class);
    }

    @Test
    void aPaidOrderIsSoldBookedFundedAndToldOnce() {
        VariantId cushion = samples.variant("CUSHION-INDIGO");
        int before = available(cushion);
        PlaceOrder wish = samples.wish(Cart.EMPTY.add(cushion, 2));

        Order order = paid(wish);

        assertThat(order.status()).isEqualTo(OrderStatus.PAID);
        assertThat(available(cushion)).isEqualTo(before - 2);
        assertThat(Await.value(integrity.violations())).isEmpty();
        assertThat(Await.value(impact.story(order.id().value())))
                .matches(story -> story.state() == ImpactState.FUNDS && story.units() == 20);
        assertThat(letters(wish)).hasSize(1);
    }

    @Test
    void aRefundFromTheDashboardTakesBackImpactAndBooksAndMovesNoPiece() {
        VariantId cushion = samples.variant("CUSHION-WOOL");
        int before = available(cushion);
        PlaceOrder wish = samples.wish(Cart.EMPTY.add(cushion, 1));
        Order order = paid(wish);

        stripe.refund(intent(order), order.total().yen());
        hear();

        assertThat(found(order).status()).isEqualTo(OrderStatus.REFUNDED);
        assertThat(available(cushion)).isEqualTo(before - 1);
        assertThat(Await.value(impact.story(order.id().value())).units()).isZero();
        assertThat(Await.value(integrity.violations())).isEmpty();
        assertThat(letters(wish)).hasSize(2);
    }

    @Test
    void aLostDisputeIsFollowedToTheBooksAndTold() {
        PlaceOrder wish = samples.wish(Cart.EMPTY.add(samples.variant("PAIR-WOOL"), 1));
        Order order = paid(wish);

        String dispute = stripe.dispute(intent(order));
        hear();
        assertThat(found(order).disputed()).isTrue();
        assertThat(standing(order)).isEqualTo(OrderStanding.DISPUTED);
        assertThat(lastLetter(wish)).contains("is disputed").doesNotContain("refund", "went back");
        stripe.closeDispute(dispute, false);
        hear();

        assertThat(found(order).status()).isEqualTo(OrderStatus.REFUNDED);
        assertThat(standing(order)).isEqualTo(OrderStanding.CHARGED_BACK);
        assertThat(Await.value(impact.story(order.id().value())).units()).isZero();
        assertThat(Await.value(integrity.violations())).isEmpty();
        assertThat(lastLetter(wish)).contains("nothing is sent").doesNotContain("refund");
    }

    @Test
    void aDisputeThatIsWonLetsTheOrderGoOnAndSaysSo() {
        PlaceOrder wish = samples.wish(Cart.EMPTY.add(samples.variant("PAIR-WOOL"), 1));
        Order order = paid(wish);

        String dispute = stripe.dispute(intent(order));
        hear();
        stripe.closeDispute(dispute, true);
        hear();

        assertThat(standing(order)).isEqualTo(OrderStanding.PAID);
        assertThat(lastLetter(wish)).contains("the payment stands", "This funds");
    }

    @Test
    void everyEventAgainAndTheLastBeforeTheFirstChangesNothing() throws SQLException {
        int earlier = stripe.events().size();
        Order order = paid(samples.wish(Cart.EMPTY.add(samples.variant("MITTENS-WOOL"), 1)));
        stripe.refund(intent(order), 100);
        hear();
        List<String> before = Snapshot.of(testDatabase);

        stripe.resendSince(earlier);
        hear();
        stripe.events().stream()
                .skip(earlier)
                .forEach(event -> stripe.resend(event.path("id").asString()));
        hear();

        assertThat(Snapshot.of(testDatabase)).isEqualTo(before);
    }

    @Test
    void anotherOrdersKeyOpensNothing() {
        Order mine = placed(samples.wish(Cart.EMPTY.add(samples.variant("POUCH-MOSS"), 1)));
        Order other = placed(samples.wish(Cart.EMPTY.add(samples.variant("POUCH-MOSS"), 1)));

        OrderLink mixed = new OrderLink(mine.reference(), orders.link(other).key());

        assertThat(orders.open(mixed).blockOptional()).isEmpty();
        assertThat(orders.open(orders.link(mine)).blockOptional()).contains(mine);
    }

    private Order placed(PlaceOrder wish) {
        Placement placement = Await.value(orders.place(wish));
        assertThat(placement).isInstanceOf(Placement.Placed.class);
        return Await.value(orders.open(((Placement.Placed) placement).link()));
    }

    private Order paid(PlaceOrder wish) {
        Order order = placed(wish);
        Opening opening = Await.value(orders.pay(order));
        stripe.shopper(((Opening.Open) opening).url().toString()).payByCard(CARD);
        Await.value(orders.refresh(order));
        hear();
        return found(order);
    }

    /** Webhooks have arrived, been worked off, and what follows from them is done. */
    private void hear() {
        StripeNews.hear(application);
        Await.done(mail.sendDue());
    }

    private List<?> letters(PlaceOrder wish) {
        return mailbox.to(wish.email().value());
    }

    private String lastLetter(PlaceOrder wish) {
        return mailbox.to(wish.email().value()).getLast().text();
    }

    private OrderStanding standing(Order order) {
        Order found = found(order);
        return Await.value(orders.standings(List.of(found)).mapNotNull(it -> it.get(found.id())));
    }

    private Order found(Order order) {
        return Await.value(orders.find(order.id()));
    }

    private String intent(Order order) {
        return Await.value(
                database.sql("select intent from payments.payment where id = :id")
                        .bind("id", order.payment().value())
                        .mapValue(String.class)
                        .one());
    }

    private int available(VariantId variant) {
        Map<VariantId, Integer> available = Await.value(stock.available(List.of(variant)));
        return available.getOrDefault(variant, 0);
    }
}
