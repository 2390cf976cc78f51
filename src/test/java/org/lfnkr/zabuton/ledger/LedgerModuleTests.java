package org.lfnkr.zabuton.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.lfnkr.zabuton.kernel.Money;
import org.lfnkr.zabuton.support.Await;
import org.lfnkr.zabuton.support.ModuleTest;
import org.lfnkr.zabuton.support.TestDatabase;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.r2dbc.core.DatabaseClient;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

@ModuleTest
class LedgerModuleTests {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 22);

    @Autowired Ledger ledger;
    @Autowired DatabaseClient database;
    @Autowired TestDatabase testDatabase;

    private final Source source = Source.decision("test-" + UUID.randomUUID());

    private JournalEntry entry(long yen) {
        return new JournalEntry(
                source,
                DAY,
                "TEST",
                List.of(
                        new Posting(Account.CONSUMPTION_TAX, null, yen),
                        new Posting(Account.DONATIONS, Fund.OPERATIONS, -yen)));
    }

    @Test
    void booksEachSourceOnce() {
        assertThat(ledger.book(entry(700)).block()).isTrue();
        assertThat(ledger.book(entry(900)).block()).isFalse();

        assertThat(sumOf(Account.CONSUMPTION_TAX)).isEqualTo(700);
        assertThat(sumOf(Account.DONATIONS)).isEqualTo(-700);
    }

    @Test
    void knowsWhatIsInAFund() {
        Await.done(ledger.book(entry(700)));

        assertThat(Await.value(ledger.funds().collectList()))
                .filteredOn(fund -> fund.code().equals("OPERATIONS"))
                .singleElement()
                .satisfies(
                        fund -> {
                            assertThat(fund.name().en()).isEqualTo("The organisation’s work");
                            assertThat(fund.sum().yen()).isEqualTo(inOperations());
                        });
    }

    private long inOperations() {
        return Await.value(
                database.sql(
                                "select cast(-sum(yen) as bigint) from ledger.posting where fund ="
                                        + " 'OPERATIONS'")
                        .mapValue(Long.class)
                        .one());
    }

    /** What was credited stands above zero in a debt, what was debited in an asset. */
    @Test
    void knowsWhatStandsInAnAccount() {
        Money before = standing(Account.CONSUMPTION_TAX);
        Money balance = Await.value(ledger.balance(Account.CONSUMPTION_TAX));

        Await.done(ledger.book(entry(-700)));

        assertThat(standing(Account.CONSUMPTION_TAX)).isEqualTo(before.plus(Money.yen(700)));
        assertThat(Await.value(ledger.balance(Account.CONSUMPTION_TAX)))
                .isEqualTo(balance.minus(Money.yen(700)));
    }

    private Money standing(Account account) {
        return Await.value(
                ledger.accounts()
                        .filter(balance -> balance.code().equals(account.code()))
                        .map(Balance::sum)
                        .single());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    {SALES,SALES}             | {FOOD,FOOD}   | {1,-2}    | out of balance by -1 yen
                    {SALES}                   | {FOOD}        | {0}       | two postings or more
                    {}                        | {}            | {}        | two postings or more
                    {SALES,SALES}             | {FOOD}        | {1,-1}    | two postings or more
                    {SALES,SALES}             | {FOOD,FOOD}   | {1}       | two postings or more
                    {SALES,SALES}             | {FOOD,FOOD}   | {0,0}     | posting_yen_check
                    {SALES,SALES}             | {FOOD,FOOD}   | {1,NULL}  | out of balance
                    {SALES,WISHES}            | {FOOD,FOOD}   | {1,-1}    | can't be posted to WISHES of FOOD
                    {SALES,SALES}             | {FOOD,ROOF}   | {1,-1}    | can't be posted to SALES of ROOF
                    {SALES,SALES}             | {FOOD,NULL}   | {1,-1}    | can't be posted to SALES of no fund
                    {SALES,BANK}              | {FOOD,FOOD}   | {1,-1}    | can't be posted to BANK of FOOD
                    {PAYMENT_FEES,SALES,BANK} | {MEDICAL,OPERATIONS,NULL} | {1,-2,1} | takes more from MEDICAL
                    """)
    void refusesWhatIsNoEntry(String accounts, String funds, String yen, String because) {
        assertThatThrownBy(() -> book("decision", accounts, funds, yen))
                .hasMessageContaining(because);
    }

    @ParameterizedTest
    @ValueSource(strings = {"rumour", ""})
    void refusesWhatComesFromNoFact(String kind) {
        assertThatThrownBy(() -> book(kind, "{SALES,SALES}", "{FOOD,OPERATIONS}", "{-1,1}"))
                .hasMessageContaining("comes_from_a_fact");
    }

    private void book(String kind, String accounts, String funds, String yen) throws SQLException {
        asApplication("select 1", bookCall(kind, DAY, accounts, funds, yen));
    }

    private String bookCall(String kind, LocalDate day, String accounts, String funds, String yen) {
        return "select ledger.book('%s', '%s', 'TEST', '%s', '%s', '%s', '%s')"
                .formatted(kind, source.reference(), day, accounts, funds, yen);
    }

    /** What the last statement gives, of which nothing is kept; the first is the owner's. */
    private String asApplication(String asOwner, String... statements) throws SQLException {
        try (Connection connection = testDatabase.connect();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute(asOwner);
            statement.execute("set local role zabuton_application");
            String result = "";
            for (String sql : statements) {
                statement.execute(sql);
                ResultSet rows = statement.getResultSet();
                result = rows != null && rows.next() ? rows.getString(1) : "";
            }
            statement.execute("set constraints all immediate");
            connection.rollback();
            return result;
        }
    }

    @Test
    void needsNoCodeForANewFund() throws SQLException {
        String left =
                asApplication(
                        """
                        insert into ledger.fund (code, name_en, name_ja, restriction)
                        values ('EDUCATION', 'Education', '教育', 'PURPOSE')
                        """,
                        bookCall(
                                "cash",
                                DAY,
                                "{CASH,DONATIONS}",
                                "{NULL,EDUCATION}",
                                "{3000,-3000}"),
                        "select -sum(yen) from ledger.balance where fund = 'EDUCATION'");

        assertThat(left).isEqualTo("3000");
    }

    /** Each finds enough while it looks alone; only one may have it. In the end nothing is left. */
    @Test
    void letsTwoWhoTakeFromAFundWaitForEachOther() throws SQLException {
        String fund = "TEST_" + source.reference().substring(5, 13).toUpperCase(Locale.ROOT);
        try (Connection one = testDatabase.connect();
                Connection other = testDatabase.connect();
                Statement first = one.createStatement();
                Statement second = other.createStatement()) {
            first.execute(
                    "insert into ledger.fund (code, name_en, name_ja) values ('%s', 'T', 'T')"
                            .formatted(fund));
            first.execute(inCash(fund, "came", 1_000));
            one.setAutoCommit(false);
            first.execute(inCash(fund, "one", -700));

            second.execute("set lock_timeout = '200ms'");
            assertThatThrownBy(() -> second.execute(inCash(fund, "other", -700)))
                    .hasMessageContaining("lock timeout");

            one.commit();
            assertThatThrownBy(() -> second.execute(inCash(fund, "other", -700)))
                    .hasMessageContaining("takes more from " + fund);
            second.execute(inCash(fund, "rest", -300));
        }
    }

    @Test
    void balancesAreTheSameAndReadFewRowsOnceTheyAreSummedUp() throws SQLException {
        String fund = "TEST_" + source.reference().substring(5, 13).toUpperCase(Locale.ROOT);
        try (Connection owner = testDatabase.connect();
                Statement statement = owner.createStatement()) {
            statement.execute(
                    "insert into ledger.fund (code, name_en, name_ja) values ('%s', 'T', 'T')"
                            .formatted(fund));
            statement.execute(inCash(fund, "one", 1_000));
            statement.execute(inCash(fund, "two", -300));
            assertThat(inFund(fund)).isEqualTo(700);

            Await.done(ledger.sumUp());
            assertThat(inFund(fund)).isEqualTo(700);
            assertThat(
                            text(
                                    statement,
                                    "select count(*) from ledger.day_sum where fund = '"
                                            + fund
                                            + "'"))
                    .isEqualTo("1");

            statement.execute(inCash(fund, "three", 50));
            Await.done(ledger.sumUp());
            Await.done(ledger.sumUp());
            assertThat(inFund(fund)).isEqualTo(750);
            assertThatThrownBy(() -> statement.execute(inCash(fund, "four", -751)))
                    .hasMessageContaining("takes more from " + fund);
            statement.execute(inCash(fund, "rest", -750));
        }
    }

    @Test
    void anEntryThatIsBeingWrittenIsNotLeftOutOfTheSums() throws SQLException {
        String fund = "TEST_" + source.reference().substring(5, 13).toUpperCase(Locale.ROOT);
        try (Connection one = testDatabase.connect();
                Connection other = testDatabase.connect();
                Statement writing = one.createStatement();
                Statement summing = other.createStatement()) {
            writing.execute(
                    "insert into ledger.fund (code, name_en, name_ja) values ('%s', 'T', 'T')"
                            .formatted(fund));
            one.setAutoCommit(false);
            writing.execute(inCash(fund, "early", 1_000));

            summing.execute("set lock_timeout = '200ms'");
            assertThatThrownBy(() -> summing.execute("select ledger.sum_up()"))
                    .hasMessageContaining("lock timeout");

            one.commit();
            summing.execute("select ledger.sum_up()");
            assertThat(inFund(fund)).isEqualTo(1_000);
            summing.execute(inCash(fund, "rest", -1_000));
        }
    }

    private long inFund(String fund) {
        return Await.value(
                database.sql(
                                "select cast(-sum(yen) as bigint) from ledger.balance where fund = :fund")
                        .bind("fund", fund)
                        .mapValue(Long.class)
                        .one());
    }

    private static String text(Statement statement, String sql) throws SQLException {
        try (ResultSet rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getString(1);
        }
    }

    private String inCash(String fund, String part, long yen) {
        return "select ledger.book('cash', '%s', 'TEST', '%s', '{CASH,DONATIONS}', '{NULL,%s}', '{%d,%d}')"
                .formatted(source.part(part).reference(), DAY, fund, yen, -yen);
    }

    @ParameterizedTest
    @CsvSource({"2026-11-22, 2026-11-22", "2027-03-31, 2027-04-01", "2027-04-02, 2027-04-02"})
    void booksALateFactOnTheFirstOpenDay(LocalDate occurred, String booked) throws SQLException {
        boolean closed = occurred.getYear() == 2027;
        String days =
                asApplication(
                        closed
                                ? "insert into ledger.closed_period (last_day) values ('2027-03-31')"
                                : "select 1",
                        bookCall(
                                "bank",
                                occurred,
                                "{BANK,DONATIONS}",
                                "{NULL,OPERATIONS}",
                                "{3000,-3000}"),
                        "select occurred_on || ' ' || booked_on from ledger.entry where source ="
                                + " 'bank:%s'".formatted(source.reference()));

        assertThat(days).isEqualTo(occurred + " " + booked);
    }

    /** What the function lets through is looked at again when the transaction ends. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    2 | 2026-11-22 | (1, 100), (2, -99)                     | out of balance by 1 yen
                    2 | 2026-11-22 | (1, 100), (2, -100), (3, 5), (4, -5)   | has 4 postings, not 2
                    3 | 2026-11-22 | (1, 100), (2, -100)                    | has 2 postings, not 3
                    1 | 2026-11-22 | (1, 100)                               | lines
                    2 | 1999-12-31 | (1, 100), (2, -100)                    | in a closed period
                    """)
    void standsASecondTimeBehindTheFunction(
            int lines, String booked, String postings, String because) {
        String entry =
                """
                insert into ledger.closed_period (last_day) values ('1999-12-31');
                insert into ledger.entry (source, kind, occurred_on, booked_on, lines)
                values ('%s', 'TEST', '1999-01-01', '%s', %d);
                insert into ledger.posting (entry_id, line, account, yen, booked_on)
                select e.id, p.line, 'CONSUMPTION_TAX', p.yen, e.booked_on
                from ledger.entry e, (values %s) as p (line, yen) where e.source = '%s'
                """
                        .formatted(source, booked, lines, postings, source);

        assertThatThrownBy(() -> asApplication(entry)).hasMessageContaining(because);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "insert into ledger.entry (source, kind, occurred_on, booked_on, lines) values"
                        + " ('decision:x', 'TEST', '2026-11-22', '2026-11-22', 2)",
                "insert into ledger.posting (entry_id, line, account, yen, booked_on) values"
                        + " (1, 9, 'CONSUMPTION_TAX', 5, '2026-11-22')",
                "insert into ledger.closed_period (last_day) values ('2026-11-22')",
                "insert into ledger.fund (code, name_en, name_ja) values ('ROOF', 'Roof', '屋根')",
                "update ledger.posting set yen = 1",
                "delete from ledger.posting",
                "truncate ledger.posting",
                "update ledger.entry set booked_on = date '2000-01-01'",
                "delete from ledger.entry",
                "truncate ledger.entry cascade",
                "update ledger.account set nature = 'ASSET'",
                "update ledger.fund set overdraws = true"
            })
    void isOnlyEverAddedToByItsFunction(String change) {
        assertThatThrownBy(() -> database.sql(change).then().block())
                .hasMessageContaining("permission denied");
    }

    /** A function of the owner's rights must not find another's tables by the caller's path. */
    @Test
    void pinsTheSearchPathOfEachFunctionThatHasItsOwnersRights() {
        List<String> loose =
                Await.value(
                        database.sql(
                                        """
                                        select p.oid::regprocedure::text from pg_proc p
                                        where p.prosecdef
                                          and p.pronamespace::regnamespace::text not like 'pg\\_%'
                                          and (p.proconfig is null
                                               or not exists (
                                                   select from unnest(p.proconfig) as setting
                                                   where setting like 'search_path=%')
                                               or has_function_privilege('public', p.oid, 'execute')
                                                  and p.prorettype <> 'trigger'::regtype)
                                        """)
                                .mapValue(String.class)
                                .all()
                                .collectList());

        assertThat(loose).isEmpty();
    }

    static List<Account> accounts() {
        return List.of(
                Account.STRIPE_BALANCE,
                Account.CONSUMPTION_TAX,
                Account.SUSPENSE,
                Account.SALES,
                Account.DONATIONS,
                Account.PAYMENT_FEES,
                Account.PAYMENT_LOSSES);
    }

    @ParameterizedTest
    @MethodSource("accounts")
    void knowsEveryAccountThatTheCodePostsTo(Account account) {
        String nature =
                Await.value(
                        database.sql("select nature from ledger.account where code = :code")
                                .bind("code", account.code())
                                .mapValue(String.class)
                                .one());

        assertThat(nature).isEqualTo(account.nature().name());
    }

    @Test
    void knowsEveryFundThatTheCodeNames() {
        List<String> funds =
                Await.value(
                        database.sql("select code from ledger.fund")
                                .mapValue(String.class)
                                .all()
                                .collectList());

        assertThat(funds)
                .contains(
                        Fund.GENERAL.code(),
                        Fund.FOOD.code(),
                        Fund.FOSTER_CHILDREN.code(),
                        Fund.OPERATIONS.code());
    }

    private long sumOf(Account account) {
        return Await.value(
                database.sql(
                                "select cast(sum(yen) as bigint) from ledger.posting p join"
                                        + " ledger.entry e on e.id = p.entry_id where e.source = :source"
                                        + " and account = :account")
                        .bind("source", source.toString())
                        .bind("account", account.code())
                        .mapValue(Long.class)
                        .one());
    }
}
