package org.lfnkr.zabuton.bookkeeping;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lfnkr.zabuton.ledger.Fund;
import org.lfnkr.zabuton.support.Await;
import org.lfnkr.zabuton.support.ModuleTest;
import org.lfnkr.zabuton.support.TestDatabase;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.r2dbc.core.DatabaseClient;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.UUID;

/** What reports sum up is what the journal says, whatever happened to the money. */
@ModuleTest
class FundReportsModuleTests {

    @Autowired AutowireCapableBeanFactory beans;
    @Autowired DatabaseClient database;
    @Autowired TestDatabase testDatabase;

    private final UUID rice = UUID.randomUUID();
    private SpendingBooks books;

    /** The example of the refund after a purchase: 628 of what was spent is a loss. */
    @BeforeEach
    void live() {
        books = beans.createBean(SpendingBooks.class);
        books.open();
        books.gift("2026-04-02");
        SpendingBooks.Paid order = books.order("2026-04-10");
        books.spend(rice, books.food, 4_000, "2026-05-01");
        books.refund(order, 3_300, "2026-05-10");
        books.bringBack(rice, 1, 500, "2026-06-02");
        books.transfer(books.food, books.clothing, 300, "2026-06-03");
        sumUp();
    }

    private void sumUp() {
        Await.done(database.sql("select reporting.sum_up()").then());
    }

    private List<String> sums(Fund fund) {
        return Await.value(
                database.sql(
                                """
                                select to_char(month, 'MM') || ' ' || flow || item || ' ' || yen || ' of ' || givers
                                from reporting.month_sum where fund = :fund order by month, flow, item
                                """)
                        .bind("fund", fund.code())
                        .mapValue(String.class)
                        .all()
                        .collectList());
    }

    /** Nobody knows who paid here, so all of them count as one. */
    @Test
    void aFundSaysWhyItHasWhatItHas() {
        assertThat(sums(books.food))
                .containsExactly(
                        "04 IN 5106 of 1",
                        "05 BACK -287 of 1",
                        "05 OUTOTHER -4000 of 0",
                        "06 MOVED -800 of 0",
                        "06 OUTOTHER 500 of 0");
        assertThat(sums(books.clothing)).containsExactly("06 MOVED 300 of 0");
        assertThat(books.has(books.food)).isEqualTo(519);
    }

    /** Its sum tells what one payer gave, so it waits as the fees of payments do. */
    @Test
    void whatStripeTakesInLinesOfItsOwnIsAFeeOfSomebody() throws SQLException {
        try (Connection connection = testDatabase.connect();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute(
                    "select bookkeeping.book_balance_line('txn_apart', date '2026-04-03', 'FEE', -23, 0, now())");
            ResultSet line =
                    statement.executeQuery(
                            """
                            select f.fund || ' ' || f.flow || f.item || ' ' || f.yen || ' of ' || count(f.giver)
                            from reporting.flow f join ledger.entry e on e.id = f.entry
                            where e.source = 'stripe:txn_apart' group by f.fund, f.flow, f.item, f.yen
                            """);
            assertThat(line.next()).isTrue();
            assertThat(line.getString(1)).isEqualTo("OPERATIONS OUTFEES -23 of 1");
            assertThat(line.next()).isFalse();
            connection.rollback();
        }
    }

    /** Of the refund 628 were a loss; the 500 that came back made up for as much of it. */
    @Test
    void whatOperationsBoreIsApart() {
        assertThat(borne("2026-05-01")).isEqualTo(-628);
        assertThat(borne("2026-06-01")).isEqualTo(500);
    }

    /** Of this test's entries: others write into Operations as well. */
    private long borne(String month) {
        return Await.value(
                database.sql(
                                """
                                select coalesce(sum(f.yen), 0) from reporting.flow f join ledger.entry e on e.id = f.entry
                                where f.flow = 'BORNE' and date_trunc('month', f.booked_on) = cast(:month as date)
                                  and (e.source in (select s.source from bookkeeping.spending_back s
                                                    where s.disbursement = :rice)
                                       or exists (select from ledger.posting p
                                                  where p.entry_id = e.id and p.fund = :food))
                                """)
                        .bind("month", month)
                        .bind("rice", rice)
                        .bind("food", books.food.code())
                        .mapValue(Long.class)
                        .one());
    }

    @Test
    void whatIsSummedIsWhatTheJournalSays() {
        List<String> different =
                Await.value(
                        database.sql(
                                        """
                                        select coalesce(b.fund, m.fund) || ' ' || coalesce(b.month, m.month) as wrong
                                        from (select fund, cast(date_trunc('month', booked_on) as date) as month,
                                                     -sum(yen) as yen
                                              from ledger.balance where fund is not null group by 1, 2) b
                                            full join (select fund, month, sum(yen) as yen
                                                       from reporting.month_sum group by 1, 2) m
                                                on (m.fund, m.month) = (b.fund, b.month)
                                        where coalesce(b.yen, 0) <> coalesce(m.yen, 0)
                                        """)
                                .mapValue(String.class)
                                .all()
                                .collectList());
        assertThat(different).isEmpty();
    }

    /** A month that gets another entry is summed anew, and the same again changes nothing. */
    @Test
    void sumsAgainWhatHasChanged() {
        sumUp();
        List<String> before = sums(books.food);
        assertThat(before).hasSize(5);

        books.gift("2026-04-20");
        sumUp();

        assertThat(sums(books.food).getFirst()).isEqualTo("04 IN 7564 of 1");
        assertThat(sums(books.food).subList(1, 5)).isEqualTo(before.subList(1, 5));
    }

    @Test
    void startedOverItSumsTheSame() {
        String all = "select md5(string_agg(m::text, ';' order by m)) from reporting.month_sum m";
        String before = Await.value(database.sql(all).mapValue(String.class).one());

        books.own("update reporting.summed set up_to = 0");
        books.own("delete from reporting.month_sum");
        sumUp();

        assertThat(Await.value(database.sql(all).mapValue(String.class).one())).isEqualTo(before);
    }
}
