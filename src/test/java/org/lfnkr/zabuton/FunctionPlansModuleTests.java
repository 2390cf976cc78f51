package org.lfnkr.zabuton;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.lfnkr.zabuton.bookkeeping.Bookkeeping;
import org.lfnkr.zabuton.bookkeeping.checks.Integrity;
import org.lfnkr.zabuton.bookkeeping.spending.SpendResult;
import org.lfnkr.zabuton.bookkeeping.spending.Spending;
import org.lfnkr.zabuton.counter.till.CounterSamples;
import org.lfnkr.zabuton.fulfilment.PaidOrders;
import org.lfnkr.zabuton.fulfilment.SentOrders;
import org.lfnkr.zabuton.giving.Frequency;
import org.lfnkr.zabuton.giving.pledges.GiftSamples;
import org.lfnkr.zabuton.guard.Gate;
import org.lfnkr.zabuton.guard.Guard;
import org.lfnkr.zabuton.guard.Knock;
import org.lfnkr.zabuton.guard.Verdict;
import org.lfnkr.zabuton.kernel.BusinessDate;
import org.lfnkr.zabuton.kernel.EmailAddress;
import org.lfnkr.zabuton.kernel.Language;
import org.lfnkr.zabuton.kernel.Money;
import org.lfnkr.zabuton.ledger.Fund;
import org.lfnkr.zabuton.orders.Order;
import org.lfnkr.zabuton.orders.OrderSamples;
import org.lfnkr.zabuton.payments.RefundView;
import org.lfnkr.zabuton.payments.processing.Payments;
import org.lfnkr.zabuton.payments.stripe.StripeNews;
import org.lfnkr.zabuton.simulator.StripeSimulator;
import org.lfnkr.zabuton.support.Await;
import org.lfnkr.zabuton.support.TestDatabase;
import org.lfnkr.zabuton.support.TestEnvironment;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.r2dbc.core.DatabaseClient;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * What the database's own functions and triggers ask holds with years in the tables, too. The shop
 * sells and gives on a database whose planner believes that each table is large, and PostgreSQL
 * notes the plan of every statement inside of a function.
 */
class FunctionPlansModuleTests {

    private static final JsonMapper JSON = new JsonMapper();

    private static final String NOTE_PLANS =
            """
            do $$
            declare
                setting text;
            begin
                foreach setting in array array[
                    'session_preload_libraries to auto_explain', 'track_functions to "all"',
                    'auto_explain.log_min_duration to 0', 'auto_explain.log_nested_statements to on',
                    'auto_explain.log_format to json', 'auto_explain.log_verbose to on']
                loop
                    execute format('alter database %I set ' || setting, current_database());
                end loop;
            end
            $$
            """;

    /**
     * A page that holds a million rows is dear to read, and none is counted anew. What an index
     * begins with has a value in few rows.
     */
    private static final String TAKE_TABLES_FOR_LARGE =
            """
            do $$
            declare
                large regclass;
                sought text;
            begin
                for large in
                    select c.oid from pg_class c
                    where relkind = 'r' and relpersistence <> 't'
                      and c.oid <> all (string_to_array('%s', ',')::regclass[])
                      and relnamespace::regnamespace::text
                          not in ('pg_catalog', 'information_schema', 'public')
                loop
                    execute format('alter table %%s set (autovacuum_enabled = false)', large);
                    perform pg_restore_relation_stats(
                        'schemaname', (parse_ident(large::text))[1], 'relname', (parse_ident(large::text))[2],
                        'relpages', 1, 'reltuples', 1000000::real);
                    for sought in
                        select distinct attname from pg_index join pg_attribute on attrelid = indrelid and attnum = indkey[0]
                        where indrelid = large
                    loop
                        perform pg_restore_attribute_stats(
                            'schemaname', (parse_ident(large::text))[1], 'relname', (parse_ident(large::text))[2],
                            'attname', sought, 'inherited', false, 'null_frac', 0::real, 'n_distinct', -0.3::real);
                    end loop;
                end loop;
            end
            $$
            """;

    /**
     * Of a purchase that isn't there: nothing is bought below, and an empty table is known to be
     * empty.
     */
    private static final String BOUGHT =
            """
            set session_replication_role = replica;
            insert into funds.share (disbursement, subject, yen) values (gen_random_uuid(), gen_random_uuid(), 0);
            reset session_replication_role;
            """;

    private static final String NOTED =
            """
            select line ->> 'context' as place, line ->> 'message' as plan
            from (select cast(line as jsonb) as line
                  from regexp_split_to_table(pg_read_file(pg_current_logfile('jsonlog')), E'\\n') as line
                  where line like '{%' and line like '%plan:%') noted
            where line ->> 'dbname' = current_database() and line ->> 'context' is not null
            """;

    private static final String NEVER_CALLED =
            """
            select p.oid::regprocedure::text from pg_proc p
            where pronamespace::regnamespace::text not in ('pg_catalog', 'information_schema', 'public')
              and not exists (select from pg_stat_user_functions f where f.funcid = p.oid)
            """;

    /** What comes by night, after years, or when an order is erased. */
    private static final String SELDOM =
            """
            update fulfilment.parcel set came_back_at = now();
            insert into orders.fate (order_id, variant, quantity, fate, decided_at, decided_by)
            select order_id, variant, 1, 'KEPT', now(), 'desk' from orders.line limit 1;
            select ledger.sum_up();
            select bookkeeping.sum_up();
            select reporting.sum_up();
            select closing.begin(closing.next_month(), gen_random_uuid(), 'tests', now() + interval '2 months');
            select closing.hold_entries(), closing.snapshot(closing.next_month());
            select outbox.delete_done(now());
            select bookkeeping.hold('stripe', 'seldom', (now() at time zone 'Asia/Tokyo')::date, id, 1000, 0, now()) from payments.payment limit 1;
            select bookkeeping.release('seldom', (now() at time zone 'Asia/Tokyo')::date, payment, 1000, 0, now()) from bookkeeping.held limit 1;
            select vault.remove_box(subject, 'delivery'), vault.erase(subject, now()) from orders.orders limit 1;
            """;

    /**
     * They ask no table that grows: of what staff write down, or nothing at all; or for the one row
     * of an id.
     */
    private static final Set<String> SMALL =
            Set.of(
                    "approvals.check_signature()",
                    "approvals.keep_decisions()",
                    "catalog.announce()",
                    "catalog.end_cost_sheet()",
                    // By a command, or in tests of it: they read all there is because that is what
                    // they are for.
                    "bookkeeping.rebuild_pieces()",
                    "bookkeeping.rebuild_statements()",
                    "bookkeeping.rebuild_sums()",
                    "funds.rebuild_progress()",
                    "funds.rebuild_shares()",
                    "impact.rebuild_told()",
                    "reporting.count_anew()",
                    "reporting.rebuild_sums()",
                    "closing.correct(uuid,uuid,timestamp with time zone)",
                    "closing.corrigible()",
                    "closing.close(date,uuid,timestamp with time zone)",
                    "closing.keep_closed()",
                    "closing.keep_waivers()",
                    "funds.check_progress()",
                    "funds.check_purchase()",
                    "funds.check_shares()",
                    "funds.covered(uuid)",
                    "funds.expect_back()",
                    "funds.hold_fund(text)",
                    "funds.keep_signed()",
                    "funds.transfer_has_document()",
                    "giving.hand_batch_reached()",
                    "giving.hand_gift_of_open_batch()",
                    "impact.check_allocation()",
                    "impact.keep_policies()",
                    "ledger.hold_for_rebuild()",
                    "ledger.keep_closed()",
                    "ledger.rebuild_sums()",
                    "impact.sum_told()",
                    "pages.tell()",
                    "receipts.printed_once()",
                    "returns.keep_course()",
                    "returns.look_once()",
                    "shipping.announce()",
                    "supporters.agree(jsonb)");

    private final TestDatabase database = TestDatabase.fresh();

    @Test
    void noFunctionReadsAWholeTableThatGrows() throws SQLException {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            statement.execute(BOUGHT);
            live();
            statement.execute(NOTE_PLANS);
            statement.execute(
                    TAKE_TABLES_FOR_LARGE.formatted(String.join(",", GrowingTables.small())));
            GrowingTables tables = GrowingTables.of(statement);
            live();
            seldom();
            assertThat(neverCalled(statement)).isSubsetOf(SMALL);
            assertThat(scans(statement, tables)).isEmpty();
        }
    }

    /** The planner knows that an empty table is empty, so this comes before as well. */
    private void live() {
        try (ConfigurableApplicationContext shop = TestEnvironment.start(database)) {
            live(shop);
        }
    }

    private static void live(ConfigurableApplicationContext shop) {
        AutowireCapableBeanFactory beans = shop.getAutowireCapableBeanFactory();
        shop.getBeanFactory()
                .registerSingleton("orderSamples", beans.createBean(OrderSamples.class));
        beans.createBean(CounterSamples.class).sell(1, false, false);
        knock(shop.getBean(Guard.class));
        PaidOrders paid = beans.createBean(PaidOrders.class);
        Order order = paid.paid(Language.JA, 2, "HAT-WOOL");
        SentOrders.send(shop, order);
        paid.refund(order, 1_000);
        say(shop, order);
        paid.closeDispute(paid.dispute(paid.paid(Language.EN, 1, "HAT-WOOL")), false);
        new GiftSamples(shop)
                .given(GiftSamples.wish(new EmailAddress("plans@example.org"), Frequency.MONTHLY));
        shop.getBean(StripeSimulator.class).account().takeFee(21);
        String unknown = shop.getBean(StripeSimulator.class).account().surprise(70);
        StripeNews.readBalance(shop);
        explain(shop, unknown);
        spend(shop, () -> paid.refund(order, 500));
        assertThat(Await.value(shop.getBean(Integrity.class).violations())).isEmpty();
    }

    private static void knock(Guard guard) {
        byte[] sender = {1};
        Map<UUID, Integer> pieces = Map.of(UUID.randomUUID(), 1);
        Knock knock = new Knock(Gate.BUY, UUID.randomUUID(), sender, null, pieces);
        assertThat(Await.value(guard.knock(knock))).isEqualTo(Verdict.PASS);
    }

    /** All is spent, an order goes back, and some of what was bought; some money is moved. */
    private static void spend(ConfigurableApplicationContext shop, Runnable refund) {
        Spending spending = shop.getBean(Spending.class);
        Money all = Await.value(spending.has(Fund.FOOD));
        UUID disbursement = UUID.randomUUID();
        Instant now = shop.getBean(Clock.class).instant();
        LocalDate today = BusinessDate.of(now);
        assertThat(Await.value(spending.ripe(Fund.FOOD, all, today.minusDays(3))).from())
                .isEqualTo(today);
        assertThat(Await.value(spending.spend(disbursement, Fund.FOOD, all, today, now)))
                .isInstanceOf(SpendResult.Spent.class);
        refund.run();
        assertThat(Await.value(spending.loss(today, today)).isPositive()).isTrue();
        Await.value(spending.bringBack(disbursement, 1, Money.yen(100), today, now));
        Await.value(spending.bringBack(disbursement, 2, Money.yen(20), today, now));
        Await.value(spending.takeAgain(disbursement, 2, today, now));
        Await.value(spending.mayAwait(disbursement, 1));
        Await.value(spending.holdToAwait(disbursement, 1));
        Fund clothing = new Fund("CLOTHING");
        Await.value(
                spending.move(UUID.randomUUID(), Fund.FOOD, clothing, Money.yen(10), today, now));
    }

    private static void explain(ConfigurableApplicationContext shop, String line) {
        Await.done(
                shop.getBean(DatabaseClient.class)
                        .sql(
                                "select bookkeeping.explain_balance_line(:line, (now() at time zone 'Asia/Tokyo')::date, 'FEE',"
                                        + " 'tests', 'tests', now())")
                        .bind("line", line)
                        .mapValue(Boolean.class)
                        .one());
    }

    /** Somebody looks at which parts a refund was of, and leaves it. */
    private static void say(ConfigurableApplicationContext shop, Order order) {
        RefundView refund =
                Await.value(shop.getBean(Payments.class).refunds(order.payment()).next());
        Await.value(
                shop.getBean(Bookkeeping.class)
                        .attribute(order.payment(), refund.id(), Map.of(), "desk"));
    }

    private void seldom() throws SQLException {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            statement.execute(SELDOM);
        }
    }

    private static Set<String> neverCalled(Statement statement) throws SQLException {
        Set<String> found = new TreeSet<>();
        try (ResultSet rows = statement.executeQuery(NEVER_CALLED)) {
            while (rows.next()) {
                found.add(rows.getString(1));
            }
        }
        return found;
    }

    private static List<String> scans(Statement statement, GrowingTables tables)
            throws SQLException {
        List<String> found = new ArrayList<>();
        int noted = 0;
        try (ResultSet rows = statement.executeQuery(NOTED)) {
            while (rows.next()) {
                noted++;
                String place = rows.getString("place");
                scans(rows.getString("plan"), tables)
                        .map(scan -> scan + " in " + place)
                        .forEach(found::add);
            }
        }
        assertThat(noted).isGreaterThan(100);
        return found;
    }

    private static Stream<String> scans(String message, GrowingTables tables) {
        JsonNode noted = JSON.readTree(message.substring(message.indexOf('{')));
        return tables.scans(noted.get("Plan"))
                .map(scan -> scan + ": " + noted.get("Query Text").asString());
    }
}
