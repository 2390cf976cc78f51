package org.lfnkr.zabuton.staff.today;

import org.lfnkr.zabuton.catalog.VariantId;
import org.lfnkr.zabuton.giving.Cause;
import org.lfnkr.zabuton.giving.Dedication;
import org.lfnkr.zabuton.giving.Frequency;
import org.lfnkr.zabuton.giving.Pledge;
import org.lfnkr.zabuton.giving.pledges.GiftSamples;
import org.lfnkr.zabuton.giving.pledges.GiveResult;
import org.lfnkr.zabuton.giving.pledges.GiveWish;
import org.lfnkr.zabuton.giving.pledges.Giving;
import org.lfnkr.zabuton.kernel.EmailAddress;
import org.lfnkr.zabuton.kernel.Language;
import org.lfnkr.zabuton.kernel.Money;
import org.lfnkr.zabuton.orders.Order;
import org.lfnkr.zabuton.orders.OrderSamples;
import org.lfnkr.zabuton.orders.Orders;
import org.lfnkr.zabuton.orders.Placement;
import org.lfnkr.zabuton.orders.cart.Cart;
import org.lfnkr.zabuton.payments.Opening;
import org.lfnkr.zabuton.payments.RefundId;
import org.lfnkr.zabuton.payments.offline.Means;
import org.lfnkr.zabuton.payments.offline.OfflinePayments;
import org.lfnkr.zabuton.payments.offline.Slip;
import org.lfnkr.zabuton.payments.processing.Payments;
import org.lfnkr.zabuton.payments.processing.RefundRequest;
import org.lfnkr.zabuton.payments.stripe.StripeNews;
import org.lfnkr.zabuton.simulator.StripeSimulator;
import org.lfnkr.zabuton.stock.Arrival;
import org.lfnkr.zabuton.stock.Stock;
import org.lfnkr.zabuton.support.Await;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.context.ApplicationContext;
import org.springframework.r2dbc.core.DatabaseClient;

import java.time.LocalDate;
import java.util.UUID;

/** A shop in which something of each kind waits. */
@TestComponent
class TodaySamples {

    private final Orders orders;
    private final OrderSamples samples;
    private final Stock stock;
    private final Giving giving;
    private final StripeSimulator stripe;
    private final Payments payments;
    private final OfflinePayments offline;
    private final DatabaseClient database;
    private final ApplicationContext application;

    TodaySamples(
            Orders orders,
            OrderSamples samples,
            Stock stock,
            Giving giving,
            StripeSimulator stripe,
            Payments payments,
            OfflinePayments offline,
            DatabaseClient database,
            ApplicationContext application) {
        this.orders = orders;
        this.samples = samples;
        this.stock = stock;
        this.giving = giving;
        this.stripe = stripe;
        this.payments = payments;
        this.offline = offline;
        this.database = database;
        this.application = application;
    }

    void worries() {
        openRows();
        sql("update orders.orders set status = 'HELD' where id = :id", paid());
        sql("update orders.orders set disputed = true where id = :id", paid());
        sql(
                """
                insert into payments.hold (id, payment, reason, state, held_at)
                select gen_random_uuid(), payment, 'AMOUNT', 'OPEN', now() - number * interval '1 hour'
                from orders.orders, generate_series(1, 25) as number where id = :id
                """,
                paid());
        sql("insert into orders.restocking (order_id, asked_at) values (:id, now())", paid());
        paid();
        fromTheShelf();
        failRefund();
        pay((Opening.Open) Await.value(giving.pay(given())));
        undelivered();
        stuck();
        unread();
        endToday();
        low();
        unsaid();
        byHand();
        waitForApprovals();
        comeBack();
        leaveOpen();
    }

    /** A bazaar that nobody has closed. */
    private void leaveOpen() {
        sql(
                """
                insert into counter.bazaar (id, held_on, no, change, opened_by, opened_at)
                select gen_random_uuid(), date '2001-02-03', coalesce(max(no), 0) + 1, 0, 'tests',
                    now() - interval '20 days'
                from counter.bazaar where held_on = '2001-02-03'
                """);
    }

    /** One return in each state that asks something of staff, all of them for long. */
    private void comeBack() {
        sql(
                """
                with request as (
                    insert into returns.request
                        (id, order_id, reference, cause, state, asked_at, moved_at)
                    select gen_random_uuid(), id, reference, 'FAULTY', state,
                        now() - interval '60 days', now() - interval '60 days'
                    from orders.orders,
                        unnest(array['ASKED', 'ACCEPTED', 'ARRIVED', 'CHECKED']) as state
                    where id = :id
                    returning id, order_id)
                insert into returns.line (request, variant, quantity)
                select r.id, l.variant, 1 from request r join orders.line l using (order_id)
                """,
                paid());
    }

    private void endToday() {
        sql(
                "update orders.orders set status = 'AWAITING_KONBINI', pay_by = now() where id ="
                        + " :id",
                paid());
    }

    private void low() {
        sql("update stock.item set low_at = greatest(on_hand, 1)");
    }

    /** Made at Stripe's dashboard. */
    private void unsaid() {
        stripe.refund(intent(placed()), 500);
        StripeNews.hear(application);
    }

    private void byHand() {
        Order order = unpaid(samples.variant("PAIR-MOSS"));
        Slip slip =
                new Slip(
                        Means.BANK,
                        LocalDate.of(2026, 11, 20),
                        UUID.randomUUID().toString(),
                        "staff");
        Await.value(offline.receive(order.id().purpose(), order.total(), slip));
        StripeNews.hear(application);
        Await.value(
                payments.refund(
                        new RefundRequest(
                                RefundId.random(),
                                order.payment(),
                                Money.yen(300),
                                "staff",
                                "late")));
    }

    /** More than stand on a page, proposed by an administrator. */
    private void waitForApprovals() {
        sql(
                """
                insert into approvals.approval
                    (id, kind, subject, title_en, title_ja, content, content_hash, proposer,
                     reason, proposed_at, ends_at)
                select gen_random_uuid(), 'staff.roles', gen_random_uuid(), 'Today', '今日', 'x',
                       sha256('x'), account_id, 'test', now(), now() + interval '14 days'
                from (select account_id from staff.role where role = 'ADMIN' limit 1) admin,
                     generate_series(1, 45)
                """);
        unexplained();
        failedPayouts();
        overdue();
        noted();
    }

    private void overdue() {
        new GiftSamples(application)
                .given(
                        GiftSamples.wish(
                                new EmailAddress("giver-" + UUID.randomUUID() + "@example.org"),
                                Frequency.MONTHLY));
        sql(
                """
                update payments.plan set status = 'PAST_DUE'
                 where id = (select payments_plan from giving.plan order by begun_at desc limit 1)
                """);
    }

    /** More batches than stand on a page, and a request. */
    private void noted() {
        sql(
                """
                insert into giving.hand_batch (id, day, gifts, total, copy, opened_at)
                select gen_random_uuid(), '2026-11-20', 499, 12345678901, coalesce(max(copy), 0) + number, now()
                  from generate_series(1, 45) as number
                  left join giving.hand_batch on gifts = 499 and total = 12345678901
                 group by number
                """);
        sql(
                """
                insert into supporters.request (id, reference, kind, way, received_on, due_on, noted_at)
                values (gen_random_uuid(), left(cast(gen_random_uuid() as text), 11), 'SHOW', 'MAIL',
                        (now() at time zone 'Asia/Tokyo')::date, (now() at time zone 'Asia/Tokyo')::date + 14, now())
                """);
    }

    /** More than stand on a page. */
    void undelivered() {
        sql(
                """
                insert into mail.letter (id, kind, reference, language, state, queued_at, closed_at)
                select gen_random_uuid(), 'tests', cast(gen_random_uuid() as text), 'en',
                       'undeliverable', now(), now() from generate_series(1, 45)
                """);
    }

    private void stuck() {
        sql(
                """
                insert into outbox.work (kind, key, due_at, since, failure, parked_at)
                select 'tests.today', cast(number as text), now(), now(), 'Broken', now()
                from generate_series(1, 45) as number
                """);
    }

    private void unread() {
        sql(
                """
                insert into payments.inbox (event_id, type, object_id, created_at, live, received_at)
                select 'evt_today_' || gen_random_uuid(), 'charge.updated', 'ch_1', now(), false,
                       now() - interval '1 hour'
                from generate_series(1, 45) as number
                """);
    }

    private void unexplained() {
        sql(
                """
                insert into payments.balance_line
                    (id, kind, category, currency, gross, fee, net, created_at, available_on, available, seen_at)
                select 'txn_today_' || gen_random_uuid(), 'UNKNOWN', 'tests', 'jpy', 0, 0, 0,
                       now() - interval '1 day', now(), true, now() - interval '1 hour'
                from generate_series(1, 45) as number
                """);
    }

    /** Together they move nothing, so that nothing of them is missing on suspense. */
    private void openRows() {
        sql(
                """
                with account as (
                    insert into banking.account (id, label, format, opened_by, opened_at)
                    select id, left('Today ' || id, 20), 'NOTICE', 'tests', now() from gen_random_uuid() as id
                    returning id),
                file as (
                    insert into banking.file (id, account, digest, subject, rows, fresh, first_day, last_day, came,
                                              went, read_by, read_at)
                    select gen_random_uuid(), id, sha256(id::text::bytea), gen_random_uuid(), 44, 44, (now() at time zone 'Asia/Tokyo')::date,
                           (now() at time zone 'Asia/Tokyo')::date, 22, 22, 'tests', now()
                    from account returning id, account)
                insert into banking.row (id, account, file, place, line, day, yen, sort)
                select gen_random_uuid(), account, id, number, number, (now() at time zone 'Asia/Tokyo')::date,
                       case number % 2 when 0 then 1 else -1 end, 'OTHER'
                from file, generate_series(1, 44) as number
                """);
    }

    private void failedPayouts() {
        sql(
                """
                insert into payments.payout (id, yen, status, automatic, created_at, arrives_on)
                select 'po_today_' || gen_random_uuid(), 1, 'failed', true, now(), (now() at time zone 'Asia/Tokyo')::date
                from generate_series(1, 45) as number
                """);
    }

    void forget() {
        sql("update payments.balance_line set explained_at = now() where id like 'txn_today_%'");
        sql("update payments.payout set status = 'paid' where id like 'po_today_%'");
        sql("delete from outbox.work where kind = 'tests.today'");
        sql("update payments.inbox set done_at = now() where event_id like 'evt_today_%'");
        sql("update mail.letter set state = 'withdrawn' where kind = 'tests'");
        sql("update orders.orders set status = 'PAID', pay_by = null where pay_by is not null");
        sql("update orders.orders set status = 'PAID' where status = 'HELD'");
        sql(
                """
                update payments.hold set state = 'RETURNED', decided_at = now(), decided_by = 'tests'
                where state = 'OPEN' and session is null
                """);
        sql("update stock.item set low_at = null");
        sql(
                "update approvals.approval set state = 'WITHDRAWN', decided_at = now() where"
                        + " title_en = 'Today' and state = 'WAITING'");
        sql("update orders.orders set disputed = false where disputed");
        sql("update payments.plan set status = 'ACTIVE' where status = 'PAST_DUE'");
        sql(
                """
                update giving.hand_batch set status = 'DISCARDED', closed_at = now()
                 where status = 'OPEN' and gifts = 499
                """);
        sql(
                """
                update supporters.request set outcome = 'DONE', answered_on = received_on
                 where outcome is null
                """);
        sql("delete from staff.snooze");
    }

    private void failRefund() {
        stripe.failRefund(stripe.refund(intent(placed()), 1_000));
        StripeNews.hear(application);
    }

    private String intent(Order order) {
        return Await.value(
                database.sql("select intent from payments.payment where id = :id")
                        .bind("id", order.payment().value())
                        .mapValue(String.class)
                        .one());
    }

    private UUID paid() {
        return placed().id().value();
    }

    private Order placed() {
        return placed(samples.variant("PAIR-MOSS"));
    }

    /** It leaves at once; what is made to order has weeks. */
    private void fromTheShelf() {
        VariantId hat = samples.variant("HAT-WOOL");
        Await.done(stock.receive(hat, 1, Arrival.MADE));
        placed(hat);
    }

    private Order placed(VariantId variant) {
        Order order = unpaid(variant);
        pay((Opening.Open) Await.value(orders.pay(order)));
        return order;
    }

    private Order unpaid(VariantId variant) {
        Cart cart = Cart.EMPTY.add(variant, 1);
        Placement.Placed placed = (Placement.Placed) Await.value(orders.place(samples.wish(cart)));
        return Await.value(orders.open(placed.link()));
    }

    private Pledge given() {
        GiveWish wish =
                new GiveWish(
                        UUID.randomUUID(),
                        Frequency.ONCE,
                        Cause.FOSTER_CHILDREN,
                        Money.yen(3_000),
                        false,
                        "Reader",
                        new EmailAddress("giver-" + UUID.randomUUID() + "@example.org"),
                        new Dedication("", "", "", "Reader " + UUID.randomUUID()),
                        Language.EN,
                        Money.yen(3_000),
                        true);
        return ((GiveResult.Pledged) Await.value(giving.give(wish))).pledge();
    }

    private void pay(Opening.Open page) {
        stripe.shopper(page.url().toString()).payByCard("4242424242424242");
        StripeNews.hear(application);
    }

    private void sql(String statement) {
        Await.done(database.sql(statement).then());
    }

    private void sql(String statement, UUID id) {
        Await.done(database.sql(statement).bind("id", id).then());
    }
}
