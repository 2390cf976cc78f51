package org.lfnkr.zabuton.closing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;

/** What the database itself sees to when months are closed, whoever asks it. */
class ClosedMonthsModuleTests {

    private ClosedMonths books;

    @BeforeEach
    void open() throws SQLException {
        books = new ClosedMonths();
    }

    @AfterEach
    void close() throws SQLException {
        books.close();
    }

    /** The year 2026 of FOOD: 120,000 before, 480,000 in, 450,000 out. March is the last month. */
    private void year2026() throws SQLException {
        books.book("cash:before", "2027-02-10", "FOOD", 120_000);
        books.book("cash:in", "2027-03-05", "FOOD", 480_000);
        books.book("cash:out", "2027-03-20", "FOOD", -450_000);
        books.beginAndClose("2027-02");
    }

    @Test
    void aFundBeginsAYearWithWhatItEndedTheLastOneWithForEver() throws SQLException {
        year2026();
        String hash = books.beginAndClose("2027-03");
        String kept = books.kept("2027-03");
        assertThat(kept)
                .isEqualTo(
                        """
                        month=2027-03
                        entries=2
                        account,fund,opening,debit,credit,closing
                        CASH,,120000,480000,450000,150000
                        DONATIONS,FOOD,-120000,450000,480000,-150000
                        """);
        assertThat(new Snapshot(kept.getBytes(UTF_8)).hash()).isEqualTo(hash);

        books.book("stripe:txn_missing", "2027-03-31", "FOOD", 2_892);
        books.book("cash:april", "2027-04-10", "FOOD", 1_000);
        assertThat(books.computed("2027-03")).isEqualTo(kept);
        books.beginAndClose("2027-04");
        assertThat(books.kept("2027-04"))
                .contains("DONATIONS,FOOD,-150000,0,3892,-153892\n", "entries=2\n");
        assertThat(books.computed("2027-03")).isEqualTo(kept).isEqualTo(books.kept("2027-03"));
    }

    /** What is found after the year: a line of Stripe, a slip of ¥30,000, another fund's money. */
    @ParameterizedTest
    @ValueSource(strings = {"line slip fund", "fund slip line", "slip line fund"})
    void correctionsOfAYearThatIsClosedStandInTheNext(String found) throws SQLException {
        year2026();
        books.beginAndClose("2027-03");
        String kept = books.kept("2027-03");

        for (String it : found.split(" ")) {
            switch (it) {
                case "line" -> books.book("stripe:txn_missing", "2027-03-31", "FOOD", 2_892);
                case "slip" -> books.book("decision:slip", "2027-03-20", "FOOD", 27_000);
                default -> books.book("decision:fund", "2027-03-10", "FOOD", -10_000);
            }
        }

        books.beginAndClose("2027-04");
        assertThat(books.kept("2027-04"))
                .contains("entries=3\n", "DONATIONS,FOOD,-150000,10000,29892,-169892\n");
        assertThat(books.computed("2027-03")).isEqualTo(kept).isEqualTo(books.kept("2027-03"));
    }

    /** The months of 4.3: March is being closed from the 1st of April, and closed in May. */
    @ParameterizedTest
    @CsvSource({
        "stripe:late,      2027-03-31, 2027-03-31, 2027-04-01",
        "bank:late,        2027-03-05, 2027-03-05, 2027-04-01",
        "stripe:new,       2027-06-10, 2027-06-10, 2027-06-10",
        "decision:late,    2027-03-31, 2027-04-01, 2027-04-01",
        "decision:closing-1, 2027-03-31, 2027-03-31, 2027-04-01",
        "decision:today,   2027-04-03, 2027-04-03, 2027-04-03",
        "stripe:earlier,   2027-02-27, 2027-04-01, 2027-04-01",
        "decision:closing-0, 2027-02-27, 2027-04-01, 2027-04-01",
    })
    void aMonthThatIsBeingClosedTakesWhatComesLateFromOutsideAndAClosedOneNothing(
            String source, String occurred, String whileClosing, String afterwards)
            throws SQLException {
        year2026();
        assertThat(books.begin("2027-03", "2027-04-01")).isTrue();
        books.book(source + "-a", occurred, "FOOD", 3_000);
        assertThat(books.day(source + "-a")).isEqualTo(whileClosing);

        books.close("2027-03");
        books.book(source + "-b", occurred, "FOOD", 3_000);
        assertThat(books.day(source + "-b")).isEqualTo(afterwards);
    }

    @Test
    void aLateWebhookLandsOnceHoweverOftenItComes() throws SQLException {
        year2026();
        books.book("stripe:txn_1", "2027-03-30", "FOOD", 500);
        books.beginAndClose("2027-03");
        String kept = books.kept("2027-03");

        assertThat(books.book("stripe:txn_2", "2027-03-31", "FOOD", 2_892)).isTrue();
        assertThat(books.book("stripe:txn_2", "2027-03-31", "FOOD", 2_892)).isFalse();
        assertThat(books.book("stripe:txn_1", "2027-03-30", "FOOD", 500)).isFalse();

        assertThat(books.day("stripe:txn_2")).isEqualTo("2027-04-01");
        assertThat(books.day("stripe:txn_1")).isEqualTo("2027-03-30");
        assertThat(books.ask("select count(*) from ledger.entry where source like 'stripe:%'"))
                .isEqualTo("2");
        assertThat(books.computed("2027-03")).isEqualTo(kept);
    }

    @Test
    void monthsAreClosedOneAfterTheOtherAndOnlyOnceTheyAreOver() throws SQLException {
        assertThat(books.ask("select closing.next_month()")).isEqualTo("null");
        assertThat(books.begin("2027-02", "2027-03-01")).isFalse();
        books.book("cash:first", "2027-02-10", "FOOD", 120_000);

        assertThat(books.begin("2027-02", "2027-02-28")).isFalse();
        assertThat(books.begin("2027-03", "2027-04-01")).isFalse();
        assertThat(books.begin("2027-02", "2027-03-01")).isTrue();
        assertThat(books.begin("2027-02", "2027-03-01")).isFalse();
        assertThat(books.begin("2027-03", "2027-05-01")).isFalse();
        books.close("2027-02");
        assertThat(books.begin("2027-02", "2027-05-01")).isFalse();
        assertThat(books.begin("2027-03", "2027-05-01")).isTrue();
    }

    /** In Tokyo the month is over nine hours before it is in UTC. */
    @Test
    void aMonthIsOverAtMidnightInTokyo() throws SQLException {
        books.book("cash:first", "2027-02-10", "FOOD", 120_000);
        String begin = "select closing.begin('2027-02-01', gen_random_uuid(), 'desk', '%s')";
        assertThat(books.ask(begin.formatted("2027-02-28 14:59:59Z"))).isEqualTo("f");
        assertThat(books.ask(begin.formatted("2027-02-28 15:00:00Z"))).isEqualTo("t");
    }

    @Test
    void closingTwiceGivesTheSameHash() throws SQLException {
        year2026();
        String hash = books.beginAndClose("2027-03");
        books.book("stripe:late", "2027-03-31", "FOOD", 2_892);

        assertThat(books.ask(ClosedMonths.closeCall("2027-03", UUID.randomUUID()))).isEqualTo(hash);
    }

    @Test
    void nothingIsClosedThatNobodyHasSigned() throws SQLException {
        year2026();
        UUID ofAnother = books.signed("2027-02");
        books.begin("2027-03", "2027-04-01");

        for (UUID signed : List.of(UUID.randomUUID(), ofAnother)) {
            assertThatThrownBy(() -> books.ask(ClosedMonths.closeCall("2027-03", signed)))
                    .hasMessageContaining("Nobody has signed");
        }
    }

    @Test
    void nothingIsCorrectedThatNobodyHasSigned() throws SQLException {
        year2026();
        books.run(
                """
                insert into closing.correction (id, corrects, debit, credit, yen, reason, proposed_at, proposed_by)
                values ('6f1c0000-0000-4000-8000-000000000001', 'cash:in', 'PAYMENT_FEES', 'CASH', 700, 'r', now(), 'x')
                """);
        assertThatThrownBy(
                        () ->
                                books.ask(
                                        "select closing.correct('6f1c0000-0000-4000-8000-000000000001',"
                                                + " gen_random_uuid(), now())"))
                .hasMessageContaining("Nobody has signed");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update closing.period set snapshot = ''",
                "delete from closing.period",
                "update ledger.closed_period set last_day = '2026-01-31'",
                "delete from ledger.closed_period"
            })
    void notEvenTheOwnerOpensAMonthAgain(String change) throws SQLException {
        year2026();
        assertThatThrownBy(() -> books.run(change))
                .hasMessageMatching("(?s).*(stays|never opened).*");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "insert into closing.period (month, id, began_at, began_by) values ('2027-03-01', gen_random_uuid(), now(), 'x')",
                "update closing.period set began_by = 'x'",
                "insert into ledger.closing_period (last_day) values ('2027-03-31')",
                "delete from closing.waiver"
            })
    void theApplicationClosesOnlyByTheFunctions(String change) throws SQLException {
        books.run("set role zabuton_application");
        assertThatThrownBy(() -> books.run(change)).hasMessageContaining("permission denied");
    }

    @Test
    void theJournalTakesNothingInAClosedMonthByAnyWay() throws SQLException {
        year2026();
        books.beginAndClose("2027-03");
        assertThatThrownBy(
                        () ->
                                books.run(
                                        """
                                        with e as (
                                            insert into ledger.entry (source, kind, occurred_on, booked_on, lines)
                                            values ('cash:behind', 'TEST', '2027-03-31', '2027-03-31', 2) returning id)
                                        insert into ledger.posting (entry_id, line, account, yen, booked_on)
                                        select id, line, 'CASH', yen, '2027-03-31' from e, (values (1, 5), (2, -5)) p (line, yen)
                                        """))
                .hasMessageContaining("booked in a closed period");
    }

    /** From the postings themselves, whatever the sums of days say. */
    @Test
    void theNightSeesAMonthThatWasChanged() throws SQLException {
        year2026();
        books.beginAndClose("2027-03");
        assertThat(books.ask(Snapshots.CHANGED)).isEmpty();

        books.run("set session_replication_role = replica");
        books.run("update ledger.posting set yen = yen + sign(yen) where booked_on = '2027-02-10'");
        books.run("reset session_replication_role");

        assertThat(books.ask(Snapshots.CHANGED))
                .isEqualTo("the month 2027-02 is closed, and the journal says otherwise of it");
    }

    /** Whoever has begun to book is waited for, and what they book is in what is kept. */
    @Test
    void aCloseWaitsForAnEntryThatIsBeingWritten() throws SQLException {
        year2026();
        books.begin("2027-03", "2027-04-01");
        UUID signed = books.signed("2027-03");
        try (Connection one = books.connect();
                Connection other = books.connect();
                Statement booking = one.createStatement();
                Statement closing = other.createStatement()) {
            one.setAutoCommit(false);
            booking.execute(ClosedMonths.entry("stripe:same", "2027-03-31", "FOOD", 700));
            closing.execute("set lock_timeout = '200ms'");
            assertThatThrownBy(() -> closing.execute(ClosedMonths.closeCall("2027-03", signed)))
                    .hasMessageContaining("lock timeout");

            one.commit();
            closing.execute(ClosedMonths.closeCall("2027-03", signed));
        }
        assertThat(books.day("stripe:same")).isEqualTo("2027-03-31");
        assertThat(books.kept("2027-03")).contains("entries=3\n").contains(",-150700\n");
        assertThat(books.computed("2027-03")).isEqualTo(books.kept("2027-03"));
    }

    /** Whoever comes behind the close waits for it, and lands on the first day that is open. */
    @Test
    void anEntryWaitsForACloseThatHasBegun() throws SQLException {
        year2026();
        books.begin("2027-03", "2027-04-01");
        UUID signed = books.signed("2027-03");
        try (Connection one = books.connect();
                Connection other = books.connect();
                Statement closing = one.createStatement();
                Statement booking = other.createStatement()) {
            one.setAutoCommit(false);
            closing.execute(ClosedMonths.closeCall("2027-03", signed));
            booking.execute("set lock_timeout = '200ms'");
            String entry = ClosedMonths.entry("stripe:same", "2027-03-31", "FOOD", 700);
            assertThatThrownBy(() -> booking.execute(entry)).hasMessageContaining("lock timeout");

            one.commit();
            booking.execute(entry);
        }
        assertThat(books.day("stripe:same")).isEqualTo("2027-04-01");
        assertThat(books.computed("2027-03")).isEqualTo(books.kept("2027-03"));
    }

    /**
     * Whatever is booked before and after, in whichever order: kept stays kept, and nothing is
     * lost.
     */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void whatWasKeptStaysAndAllMonthsTogetherAreTheJournal(long seed) throws SQLException {
        Random random = new Random(seed);
        YearMonth first = YearMonth.of(2026, 4);
        Map<String, String> kept = new LinkedHashMap<>();
        List<String> sources = new ArrayList<>();
        books.book("cash:first", first.atDay(1).toString(), "FOOD", 1_000_000);
        for (int month = 0; month < 6; month++) {
            YearMonth closing = first.plusMonths(month);
            some(random, first, closing.plusMonths(2), sources);
            if (!books.begin(closing.toString(), closing.plusMonths(1).atDay(1).toString())) {
                throw new AssertionError("Not the turn of " + closing);
            }
            some(random, first, closing.plusMonths(2), sources);
            books.close(closing.toString());
            kept.put(closing.toString(), books.kept(closing.toString()));
            some(random, first, closing.plusMonths(2), sources);
            if (random.nextBoolean()) {
                books.run("select ledger.sum_up()");
            }
        }
        for (Map.Entry<String, String> it : kept.entrySet()) {
            assertThat(books.computed(it.getKey())).isEqualTo(it.getValue());
        }
        assertThat(books.ask(Snapshots.CHANGED)).isEmpty();
        assertThat(
                        apart(
                                books.ask(
                                        "select string_agg(to_char(m, 'YYYY-MM'), ',') from"
                                                + " generate_series(date '2026-04-01', (select max(booked_on) from ledger.entry), interval '1 month') m")))
                .isEmpty();
    }

    private void some(Random random, YearMonth first, YearMonth until, List<String> sources)
            throws SQLException {
        long days = until.atDay(1).toEpochDay() - first.atDay(1).toEpochDay();
        for (int entry = random.nextInt(6); entry > 0; entry--) {
            LocalDate day = first.atDay(1).plusDays(random.nextLong(days));
            String kind = List.of("stripe", "bank", "decision").get(random.nextInt(3));
            boolean again = !sources.isEmpty() && random.nextInt(4) == 0;
            String source =
                    again
                            ? sources.get(random.nextInt(sources.size()))
                            : kind + ":" + UUID.randomUUID();
            sources.add(source);
            String fund = random.nextBoolean() ? "FOOD" : "OPERATIONS";
            books.book(source, day.toString(), fund, random.nextLong(-500, 1_000) * 2 + 1);
        }
    }

    /** Accounts whose changes in all months are not what the journal comes to. */
    private List<String> apart(String months) throws SQLException {
        Map<String, Long> sums = new LinkedHashMap<>();
        for (String month : months.split(",", -1)) {
            new Snapshot(books.computed(month).getBytes(UTF_8))
                    .lines()
                    .forEach(
                            line ->
                                    sums.merge(
                                            line.account() + line.fund(),
                                            line.debit().minus(line.credit()).yen(),
                                            Long::sum));
        }
        List<String> apart = new ArrayList<>();
        for (Map.Entry<String, Long> it : sums.entrySet()) {
            String journal =
                    books.ask(
                            "select sum(yen) from ledger.posting where account || coalesce(fund, '') = '"
                                    + it.getKey()
                                    + "'");
            if (!journal.equals(it.getValue().toString())) {
                apart.add(it.getKey() + ": " + it.getValue() + " in months, " + journal);
            }
        }
        return apart;
    }
}
