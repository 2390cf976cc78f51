package org.lfnkr.zabuton.refunds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lfnkr.zabuton.refunds.RefundedOrders.CUSHION;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.lfnkr.zabuton.bookkeeping.checks.Integrity;
import org.lfnkr.zabuton.desk.Role;
import org.lfnkr.zabuton.giving.Frequency;
import org.lfnkr.zabuton.giving.Pledge;
import org.lfnkr.zabuton.giving.PledgeStatus;
import org.lfnkr.zabuton.giving.pledges.GiftSamples;
import org.lfnkr.zabuton.giving.pledges.Giving;
import org.lfnkr.zabuton.kernel.EmailAddress;
import org.lfnkr.zabuton.kernel.Language;
import org.lfnkr.zabuton.mail.Mail;
import org.lfnkr.zabuton.orders.Order;
import org.lfnkr.zabuton.orders.OrderSamples;
import org.lfnkr.zabuton.orders.OrderStatus;
import org.lfnkr.zabuton.orders.Orders;
import org.lfnkr.zabuton.payments.PaymentId;
import org.lfnkr.zabuton.simulator.StripeSimulator;
import org.lfnkr.zabuton.staff.StaffSamples;
import org.lfnkr.zabuton.support.Await;
import org.lfnkr.zabuton.support.Guest;
import org.lfnkr.zabuton.support.ModuleTest;
import org.lfnkr.zabuton.support.Signer;
import org.lfnkr.zabuton.support.StatementLog;
import org.lfnkr.zabuton.support.TestDatabase;
import org.lfnkr.zabuton.web.Messages;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.r2dbc.core.DatabaseClient;

import java.util.List;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Staff decide on payments of which Stripe says something else than was asked for. */
@ModuleTest
@Import({OrderSamples.class, RefundedOrders.class, HeldSamples.class, StaffSamples.class})
class HeldPaymentsPageTests {

    @Autowired RefundedOrders samples;
    @Autowired HeldSamples held;
    @Autowired StaffSamples people;
    @Autowired Orders orders;
    @Autowired Giving giving;
    @Autowired Mail mail;
    @Autowired StripeSimulator stripe;
    @Autowired Integrity integrity;
    @Autowired Messages messages;
    @Autowired DatabaseClient database;
    @Autowired TestDatabase testDatabase;
    @Autowired ApplicationContext application;
    @LocalServerPort int port;

    @AfterEach
    void booksAgree() {
        assertThat(Await.value(integrity.violations())).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void acceptsWhatCameAndGivesBackWhatCameBeyondIt(Language language) {
        Order order = held(language, 500);
        int shelf = samples.onShelf(CUSHION);
        long suspense = held.suspense();
        assertThat(open(language))
                .contains(order.reference(), text("held.reason.second-session", language));
        Guest staff = desk(language).at(path(language, order));

        assertThat(look(staff, language, order, "accept"))
                .contains(
                        text("held.then.payer.rest", language, "¥500"),
                        text("held.then.shelf.sold", language),
                        text("held.then.books.accept", language, yen(order)))
                .doesNotContain("??", "{0}");
        assertThat(samples.now(order).status()).isEqualTo(OrderStatus.HELD);
        assertThat(decide(staff, language, order)).contains(text("held.told.accept", language));
        held.hear();

        assertThat(samples.now(order).status()).isEqualTo(OrderStatus.PAID);
        assertThat(samples.now(order).refunded().yen()).isZero();
        assertThat(samples.refunds(order)).containsExactly(500L);
        assertThat(samples.onShelf(CUSHION)).isEqualTo(shelf);
        assertThat(held.suspense()).isEqualTo(suspense - order.total().yen() - 500);
        assertThat(samples.booked(order, "DONATIONS")).isEqualTo(-1_000);
        assertThat(letters(order)).contains("order-held", "order-paid", "order-surplus");
        assertThat(buyers(language, order)).contains(text("storefront.happened.surplus", language));
        assertThat(open(language)).doesNotContain(order.reference());
        assertThat(desk(language).get(list(language) + "?state=decided").page())
                .contains(order.reference(), text("held.state.accepted", language));
        assertThat(desk(language).get(deskPage(language, order)).page())
                .contains(text("audit.act.hold.accepted", language))
                .contains(text("held.why.payer-agrees", language));
    }

    @Test
    void asksForTheOrdersOfAllAtOnce() {
        held(Language.EN, 500);
        held(Language.EN, 500);

        Guest staff = new Guest(port).atDesk();

        try (StatementLog log = StatementLog.of(testDatabase)) {
            assertThat(staff.get(list(Language.EN)).status()).isEqualTo(200);
            assertThat(log.saying("from orders.orders", "from giving.pledge")).hasSize(2);
        }
    }

    @ParameterizedTest
    @EnumSource
    void givesBackAllAndEndsTheOrder(Language language) {
        Order order = held(language, -1);
        int shelf = samples.onShelf(CUSHION);
        long suspense = held.suspense();
        Guest staff = desk(language).at(path(language, order));
        assertThat(staff.get(path(language, order)).page())
                .contains(text("held.refusal.less", language))
                .doesNotContain(text("held.act.accept", language));

        look(staff, language, order, "give-back");
        assertThat(decide(staff, language, order)).contains(text("held.told.give-back", language));
        held.hear();

        assertThat(samples.now(order).status()).isEqualTo(OrderStatus.RETURNED);
        assertThat(samples.refunds(order)).containsExactly(order.total().yen() - 1);
        assertThat(samples.onShelf(CUSHION)).isEqualTo(shelf + 2);
        assertThat(held.suspense()).isEqualTo(suspense - order.total().yen() + 1);
        assertThat(letters(order)).contains("order-held", "order-returned");
        assertThat(buyers(language, order))
                .contains(
                        text("storefront.order.returned", language),
                        text("storefront.happened.returned", language))
                .doesNotContain("??");
        assertThat(desk(language).get(deskPage(language, order)).page())
                .contains(text("audit.act.hold.returned", language));
    }

    /** Whoever comes second hears what the first has decided, and nothing happens twice. */
    @Test
    void decidesOnceHoweverOftenAFormIsSent() {
        Order order = held(Language.EN, 0);
        Guest staff = desk(Language.EN).at(path(Language.EN, order));
        Guest other = desk(Language.EN).at(path(Language.EN, order));
        look(staff, Language.EN, order, "give-back");
        look(other, Language.EN, order, "accept");

        decide(staff, Language.EN, order);
        assertThat(decide(other, Language.EN, order))
                .contains(text("held.told.before", Language.EN));
        held.hear();

        assertThat(samples.now(order).status()).isEqualTo(OrderStatus.RETURNED);
        assertThat(samples.refunds(order)).containsExactly(order.total().yen());
    }

    /** What no page offers is refused all the same. */
    @Test
    void acceptsNeitherLessNorAnotherCurrencyNorATestsMoney() {
        Order less = held(Language.EN, -1);
        Order foreign = held(Language.EN, 0);
        run(
                "update payments.hold set reason = 'CURRENCY' where payment = '"
                        + foreign.payment()
                        + "'");
        Order test = held(Language.EN, 0);
        run("update payments.hold set reason = 'MODE' where payment = '" + test.payment() + "'");

        for (Order order : List.of(less, foreign, test)) {
            Guest staff = desk(Language.EN);
            Guest.Answer answer =
                    staff.at(path(Language.EN, order))
                            .postUnasked(
                                    path(Language.EN, order),
                                    "choice",
                                    "accept",
                                    "why",
                                    "our-fault",
                                    "act",
                                    "look");
            assertThat(answer.status()).isEqualTo(422);
            assertThat(answer.page()).contains(text("held.choice.gone", Language.EN));
            assertThat(samples.now(order).status()).isEqualTo(OrderStatus.HELD);
        }
        run("update payments.hold set reason = 'SECOND_SESSION' where state = 'OPEN'");
    }

    @Test
    void asksForADecisionAndAReason() {
        Order order = held(Language.EN, 0);

        Guest.Answer answer =
                desk(Language.EN)
                        .at(path(Language.EN, order))
                        .post(path(Language.EN, order), "act", "look");

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.page())
                .contains(
                        text("held.choice.missing", Language.EN),
                        text("held.why.missing", Language.EN));
    }

    @Test
    void leavesToASecondPersonWhatIsAboveTheSum() {
        Order order = held(Language.EN, 0, "SCARF-WOOL");
        Guest staff = desk(Language.EN).at(path(Language.EN, order));
        assertThat(look(staff, Language.EN, order, "give-back"))
                .contains(text("held.second", Language.EN, "¥10,000"));
        assertThat(decide(staff, Language.EN, order))
                .contains(text("held.told.proposed", Language.EN));
        assertThat(samples.refunds(order)).isEmpty();

        Signer approver = people.signer(port, Role.APPROVER);
        String waiting = "/en/desk/approvals/" + approval(order);
        assertThat(approver.guest().get(waiting).page())
                .contains(
                        text("held.approval.title", Language.EN, yen(order), order.reference()),
                        text("held.why.payer-agrees", Language.EN))
                .doesNotContain("??", "{0}");
        approver.approve(waiting);
        held.hear();

        assertThat(samples.refunds(order)).containsExactly(order.total().yen());
        assertThat(samples.now(order).status()).isEqualTo(OrderStatus.RETURNED);
    }

    /** A sum in parts weighs as much as the sum. */
    @Test
    void weighsTogetherWhatOnePersonGivesBackOnADay() {
        Guest staff = desk(Language.EN);
        Order first = held(Language.EN, 0);
        Order last = held(Language.EN, 0);
        assertThat(last.total().yen()).isBetween(5_001L, 10_000L);

        look(staff.at(path(Language.EN, first)), Language.EN, first, "give-back");
        assertThat(decide(staff, Language.EN, first))
                .doesNotContain(text("held.told.proposed", Language.EN));
        assertThat(look(staff.at(path(Language.EN, last)), Language.EN, last, "give-back"))
                .contains(text("held.second", Language.EN, "¥10,000"));
        assertThat(decide(staff, Language.EN, last))
                .contains(text("held.told.proposed", Language.EN));
        held.hear();
        assertThat(samples.refunds(last)).isEmpty();
    }

    /** Two between them pass no sum in parts either. */
    @Test
    void weighsTogetherWhatOnePayerGetsBackOnADayByWhoever() {
        Order first = held(Language.EN, 0);
        Order last = held(Language.EN, 0);
        Order another = held(Language.EN, 0);
        run(
                "update payments.payment set payer = (select payer from payments.payment where id = '%s') where id = '%s'"
                        .formatted(first.payment(), last.payment()));
        Guest one = desk(Language.EN).at(path(Language.EN, first));
        look(one, Language.EN, first, "give-back");
        assertThat(decide(one, Language.EN, first))
                .contains(text("held.told.give-back", Language.EN));

        Guest two = new Guest(port).atDesk("SHOP").at(path(Language.EN, last));
        assertThat(look(two, Language.EN, last, "give-back"))
                .contains(text("held.second", Language.EN, "¥10,000"));
        assertThat(decide(two, Language.EN, last))
                .contains(text("held.told.proposed", Language.EN));

        Guest three = two.at(path(Language.EN, another));
        look(three, Language.EN, another, "give-back");
        assertThat(decide(three, Language.EN, another))
                .as("of another payer")
                .contains(text("held.told.give-back", Language.EN));
    }

    /** Nobody pays twice, and nobody has to ask for it. */
    @ParameterizedTest
    @EnumSource
    void givesTheSecondOfTwoChargesBackByItself(Language language) {
        Order order = samples.paid(language);
        long suspense = held.suspense();

        held.payElsewhere(order, order.total().yen());
        held.hear();

        assertThat(samples.refunds(order)).containsExactly(order.total().yen());
        assertThat(samples.now(order).status()).isEqualTo(OrderStatus.PAID);
        assertThat(samples.now(order).refunded().yen()).isZero();
        assertThat(held.suspense()).isEqualTo(suspense);
        assertThat(letters(order)).contains("order-paid", "order-surplus");
        assertThat(open(language)).doesNotContain(order.reference());
        assertThat(desk(language).get(list(language) + "?state=decided").page())
                .contains(order.reference());
    }

    /** Others may have the pieces; who is accepted afterwards gets them only if they are there. */
    @Test
    void releasesThePiecesAndTurnsBackWhoComesTooLate() {
        Order order = held(Language.EN, 0);
        int shelf = samples.onShelf(CUSHION);
        Guest staff = desk(Language.EN).at(path(Language.EN, order));
        look(staff, Language.EN, order, "release");
        assertThat(decide(staff, Language.EN, order))
                .contains(text("held.told.release", Language.EN));
        assertThat(samples.onShelf(CUSHION)).isEqualTo(shelf + 2);
        assertThat(samples.now(order).status()).isEqualTo(OrderStatus.HELD);
        assertThat(staff.get(path(Language.EN, order)).page())
                .contains(text("held.pieces.free", Language.EN))
                .doesNotContain("value=\"release\"");

        String variant = samples.variant(CUSHION).value().toString();
        run(
                "insert into stock.movement (variant_id, on_hand, reserved, reason, actor, ground)"
                        + " select variant_id, reserved - on_hand, 0, 'damaged', 'test', 'flawed'"
                        + " from stock.item where variant_id = '"
                        + variant
                        + "'");
        look(staff.at(path(Language.EN, order)), Language.EN, order, "accept");
        decide(staff, Language.EN, order);
        held.hear();

        assertThat(samples.now(order).status()).isEqualTo(OrderStatus.SOLD_OUT);
        assertThat(samples.refunds(order)).containsExactly(order.total().yen());
    }

    /** Where the money came back, somebody has to decide again, and it is sent once more. */
    @Test
    void asksAgainWhereItDidNotArrive() {
        Order order = held(Language.EN, 0);
        Guest staff = desk(Language.EN).at(path(Language.EN, order));
        look(staff, Language.EN, order, "give-back");
        decide(staff, Language.EN, order);
        held.hear();
        stripe.failRefund(held.refundAtStripe(order.payment()));
        held.hear();

        assertThat(staff.get(path(Language.EN, order)).page())
                .contains(text("held.failed", Language.EN));
        look(staff.at(path(Language.EN, order)), Language.EN, order, "give-back");
        decide(staff, Language.EN, order);
        held.hear();

        assertThat(samples.refunds(order)).containsExactly(order.total().yen());
        assertThat(samples.now(order).status()).isEqualTo(OrderStatus.RETURNED);
    }

    /** A lost answer never doubles it. */
    @Test
    void givesBackOnceWhereStripesAnswerIsLost() {
        Order order = held(Language.EN, 0);
        Guest staff = desk(Language.EN).at(path(Language.EN, order));
        look(staff, Language.EN, order, "give-back");
        stripe.faults().onlyOn("POST /v1/refunds").serverErrorAfterEffect(2);
        try {
            decide(staff, Language.EN, order);
            held.hear();
        } finally {
            stripe.faults().clear();
        }
        held.hear();

        assertThat(samples.refunds(order)).containsExactly(order.total().yen());
        assertThat(samples.now(order).status()).isEqualTo(OrderStatus.RETURNED);
    }

    @ParameterizedTest
    @EnumSource
    void decidesOnGiftsAsWell(Language language) {
        GiftSamples gifts = new GiftSamples(application);
        Pledge accepted = heldGift(gifts, language);
        Pledge returned = heldGift(gifts, language);

        decide(accepted, language, "accept");
        decide(returned, language, "give-back");
        held.hear();
        Await.done(mail.sendDue());

        assertThat(now(accepted).status()).isEqualTo(PledgeStatus.GIVEN);
        assertThat(now(returned).status()).isEqualTo(PledgeStatus.RETURNED);
        assertThat(letters(accepted.id().value())).contains("gift-held");
        assertThat(letters(payment(accepted).value())).contains("gift-thanks");
        assertThat(letters(returned.id().value())).contains("gift-held", "gift-returned");
    }

    private Pledge heldGift(GiftSamples gifts, Language language) {
        EmailAddress giver =
                EmailAddress.parse("held-" + UUID.randomUUID() + "@example.org").orElseThrow();
        Pledge pledge = gifts.pledged(GiftSamples.wish(giver, Frequency.ONCE));
        Await.value(giving.pay(pledge));
        held.payElsewhere(payment(pledge), pledge.id().purpose(), pledge.subject(), 3_000);
        assertThat(now(pledge).status()).isEqualTo(PledgeStatus.HELD);
        Await.done(mail.sendDue());
        return pledge;
    }

    private void decide(Pledge pledge, Language language, String act) {
        String path = list(language) + "/" + held.hold(payment(pledge));
        Guest staff = desk(language).at(path);
        assertThat(staff.get(path).page()).contains(pledge.reference());
        assertThat(staff.post(path, "choice", act, "why", "payer-agrees", "act", "look").page())
                .doesNotContain("??", "{0}");
        assertThat(staff.follow(staff.post(path, "act", "do")).page())
                .contains(text("held.told." + act, language));
    }

    private Pledge now(Pledge pledge) {
        return Await.value(giving.find(pledge.id()));
    }

    private static PaymentId payment(Pledge pledge) {
        return java.util.Objects.requireNonNull(pledge.payment());
    }

    /** Of which more or less came, on another page. */
    private Order held(Language language, long beyond, String... more) {
        Order order = samples.open(language, more);
        held.payElsewhere(order, order.total().yen() + beyond);
        assertThat(samples.now(order).status()).isEqualTo(OrderStatus.HELD);
        Await.done(mail.sendDue());
        return order;
    }

    private String look(Guest staff, Language language, Order order, String act) {
        Guest.Answer seen =
                staff.post(
                        path(language, order), "choice", act, "why", "payer-agrees", "act", "look");
        assertThat(seen.status()).isEqualTo(200);
        return seen.page();
    }

    private String decide(Guest staff, Language language, Order order) {
        return staff.follow(staff.post(path(language, order), "act", "do")).page();
    }

    private Guest desk(Language language) {
        run("update payments.hold set decided_by = 'before' where decided_by is not null");
        Guest staff = new Guest(port).atDesk();
        assertThat(staff.get(list(language)).status()).isEqualTo(200);
        return staff;
    }

    /** From the first part of the list to the last, as its links lead: other tests leave some. */
    private String open(Language language) {
        Pattern next = Pattern.compile("href=\"(" + list(language) + "\\?after=[^\"]+)\"");
        Guest staff = new Guest(port).atDesk();
        StringBuilder all = new StringBuilder();
        String path = list(language);
        while (!path.isEmpty()) {
            Guest.Answer page = staff.get(path);
            all.append(page.page());
            Matcher link = next.matcher(page.html());
            path = link.find() ? link.group(1) : "";
        }
        return all.toString();
    }

    private static String list(Language language) {
        return "/" + language.tag() + "/desk/held";
    }

    private String path(Language language, Order order) {
        return list(language) + "/" + held.hold(order.payment());
    }

    private static String deskPage(Language language, Order order) {
        return "/" + language.tag() + "/desk/orders/" + order.reference();
    }

    private String buyers(Language language, Order order) {
        return new Guest(port).get("/" + language.tag() + orders.link(order).path()).page();
    }

    private List<String> letters(Order order) {
        return letters(order.id().value());
    }

    private List<String> letters(UUID about) {
        Await.done(mail.sendDue());
        return Await.value(
                database.sql(
                                "select kind from mail.letter where reference like :about || '%' and state = 'sent'")
                        .bind("about", about.toString())
                        .mapValue(String.class)
                        .all()
                        .collectList());
    }

    private String approval(Order order) {
        return Await.value(
                database.sql(
                                "select id::text from approvals.approval where subject = cast(:hold as uuid)")
                        .bind("hold", held.hold(order.payment()))
                        .mapValue(String.class)
                        .one());
    }

    private void run(String sql) {
        Await.done(database.sql(sql).then());
    }

    private static String yen(Order order) {
        return "¥%,d".formatted(order.total().yen());
    }

    private String text(String key, Language language, Object... arguments) {
        return messages.text(key, language, arguments);
    }
}
