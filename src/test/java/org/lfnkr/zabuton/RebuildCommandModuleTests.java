package org.lfnkr.zabuton;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lfnkr.zabuton.bookkeeping.spending.SpendResult;
import org.lfnkr.zabuton.bookkeeping.spending.Spending;
import org.lfnkr.zabuton.fulfilment.PaidOrders;
import org.lfnkr.zabuton.giving.Frequency;
import org.lfnkr.zabuton.giving.pledges.GiftSamples;
import org.lfnkr.zabuton.kernel.EmailAddress;
import org.lfnkr.zabuton.kernel.Language;
import org.lfnkr.zabuton.kernel.Money;
import org.lfnkr.zabuton.ledger.Fund;
import org.lfnkr.zabuton.orders.Order;
import org.lfnkr.zabuton.orders.OrderSamples;
import org.lfnkr.zabuton.simulator.StripeSimulator;
import org.lfnkr.zabuton.support.Await;
import org.lfnkr.zabuton.support.StartSettings;
import org.lfnkr.zabuton.support.TestDatabase;
import org.lfnkr.zabuton.support.TestEnvironment;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.context.ConfigurableApplicationContext;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/** After sales, gifts, refunds, disputes and spending: what is kept is what the journal says. */
class RebuildCommandModuleTests {

    private static final List<String> KEPT =
            List.of(
                    "ledger.day_sum",
                    "bookkeeping.day_sum",
                    "bookkeeping.piece",
                    "impact.statement",
                    "funds.share",
                    "impact.progress",
                    "impact.told",
                    "reporting.month_sum");

    /** Each says something else than the journal, and breaks no rule of its table. */
    private static final String DAMAGE =
            """
            set session_replication_role = replica;
            update ledger.day_sum set yen = yen + 1;
            delete from bookkeeping.day_sum where charge;
            update bookkeeping.piece set unspent = unspent - 1 where unspent > 0;
            update impact.statement set funded_yen = 0, funded_units = 0 where funded_yen > 0;
            update funds.share set yen = yen - 1 where yen > 0;
            update impact.progress set delivered_units = 0;
            update impact.told set bought = 0;
            update reporting.month_sum set givers = givers + 1;
            reset session_replication_role;
            """;

    /**
     * What was spent bought a unit of rice, which has arrived; and two buyers turn out to be one.
     */
    private static final String ARRIVED =
            """
            set session_replication_role = replica;
            insert into funds.disbursement (id, fund, payee, purpose, outcome, units, yen, fee, way, pay_on, drafted_at)
            select disbursement, 'FOOD', 'SHOP', 'FOOD', 'rice', 1, 300, 0, 'HOME', date '2020-01-01', now()
            from bookkeeping.spending;
            insert into funds.purchase (disbursement, outcome, units, yen, kept, bought_on, evidence, noted_at)
            select disbursement, 'rice', 1, 300, 300, date '2020-01-02', gen_random_uuid(), now() from bookkeeping.spending;
            insert into funds.delivery (id, disbursement, units, arrived_on, evidence, noted_at)
            select gen_random_uuid(), disbursement, 1, date '2020-01-03', gen_random_uuid(), now() from bookkeeping.spending;
            reset session_replication_role;
            select funds.rebuild_shares(), funds.rebuild_progress(), impact.rebuild_told();
            """;

    private static final StripeSimulator STRIPE = StripeSimulator.builder().start();

    private static TestDatabase history;

    private TestDatabase database;

    @BeforeEach
    void copy() {
        database = history.copy();
    }

    @BeforeAll
    static void live() throws SQLException {
        history = TestDatabase.fresh();
        try (ConfigurableApplicationContext shop = TestEnvironment.start(history)) {
            live(shop);
        }
    }

    private static void live(ConfigurableApplicationContext shop) throws SQLException {
        AutowireCapableBeanFactory beans = shop.getAutowireCapableBeanFactory();
        shop.getBeanFactory()
                .registerSingleton("orderSamples", beans.createBean(OrderSamples.class));
        PaidOrders paid = beans.createBean(PaidOrders.class);
        Order first = paid.paid(Language.JA, 2, "HAT-WOOL");
        paid.refund(paid.paid(Language.EN, 1, "HAT-WOOL"), 1_000);
        run(history, "select ledger.sum_up(), bookkeeping.sum_up()");
        new GiftSamples(shop)
                .given(GiftSamples.wish(new EmailAddress("books@example.org"), Frequency.ONCE));
        assertThat(Await.value(spend(shop, 300))).isInstanceOf(SpendResult.Spent.class);
        paid.refund(first, first.total().yen() / 2);
        paid.closeDispute(paid.dispute(paid.paid(Language.EN, 1, "HAT-WOOL")), false);
        run(history, ARRIVED);
    }

    private static reactor.core.publisher.Mono<SpendResult> spend(
            ConfigurableApplicationContext shop, long yen) {
        return shop.getBean(Spending.class)
                .spend(
                        UUID.randomUUID(),
                        Fund.FOOD,
                        Money.yen(yen),
                        LocalDate.now(java.time.ZoneId.of("Asia/Tokyo")),
                        Instant.now());
    }

    @AfterAll
    static void stop() {
        STRIPE.close();
    }

    private record Result(int status, String told) {}

    private Result rebuild(String... wishes) {
        ByteArrayOutputStream told = new ByteArrayOutputStream();
        String[] settings = StartSettings.asArguments(StartSettings.of(database, STRIPE));
        int status =
                RebuildCommand.run(
                        new PrintStream(told, true, StandardCharsets.UTF_8),
                        Stream.of(wishes, settings).flatMap(Stream::of).toArray(String[]::new));
        return new Result(status, told.toString(StandardCharsets.UTF_8));
    }

    @Test
    void givesTheSameFiguresByteForByteAndPutsRightWhatWasNot() throws SQLException {
        Result same = rebuild();
        assertThat(same.told().lines())
                .hasSameSizeAs(KEPT)
                .allSatisfy(line -> assertThat(line).startsWith("same"));
        assertThat(KEPT).allSatisfy(name -> assertThat(same.told()).contains(name));
        assertThat(same.status()).isZero();
        assertThat(one("select count(*) from impact.statement where funded_units > 0"))
                .isNotEqualTo("0");

        run(database, DAMAGE);
        Result compared = rebuild("compare");
        assertThat(compared.told().lines())
                .allSatisfy(line -> assertThat(line).startsWith("differs"));
        assertThat(compared.status()).isOne();
        assertThat(rebuild("compare").told()).isEqualTo(compared.told());

        assertThat(rebuild().status()).isOne();
        assertThat(rebuild()).isEqualTo(same);
    }

    @Test
    void changesNothingWhereSomebodyIsBooking() throws SQLException {
        run(database, DAMAGE);
        String kept = one("select sum(yen) from ledger.day_sum");
        try (Connection booking = database.connect();
                Statement statement = booking.createStatement()) {
            booking.setAutoCommit(false);
            statement.execute("select from ledger.journal_lock for key share");
            Result result = rebuild();
            assertThat(result.told())
                    .startsWith("Nothing was changed. The books are being written");
            assertThat(result.status()).isEqualTo(2);
        }
        assertThat(one("select sum(yen) from ledger.day_sum")).isEqualTo(kept);
    }

    @Test
    void saysHowItIsUsed() {
        assertThat(rebuild("everything").told()).contains("rebuild compare");
        assertThat(rebuild("everything").status()).isEqualTo(2);
    }

    private static void run(TestDatabase database, String sql) throws SQLException {
        try (Connection owner = database.connect();
                Statement statement = owner.createStatement()) {
            statement.execute(sql);
        }
    }

    private String one(String query) throws SQLException {
        try (Connection owner = database.connect();
                Statement statement = owner.createStatement();
                ResultSet found = statement.executeQuery(query)) {
            found.next();
            return found.getString(1);
        }
    }
}
