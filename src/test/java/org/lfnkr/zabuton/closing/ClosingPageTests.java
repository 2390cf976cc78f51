package org.lfnkr.zabuton.closing;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.lfnkr.zabuton.desk.Role;
import org.lfnkr.zabuton.kernel.BusinessDate;
import org.lfnkr.zabuton.kernel.Language;
import org.lfnkr.zabuton.ledger.Account;
import org.lfnkr.zabuton.ledger.Fund;
import org.lfnkr.zabuton.ledger.JournalEntry;
import org.lfnkr.zabuton.ledger.Ledger;
import org.lfnkr.zabuton.ledger.Posting;
import org.lfnkr.zabuton.ledger.Source;
import org.lfnkr.zabuton.staff.StaffSamples;
import org.lfnkr.zabuton.support.Await;
import org.lfnkr.zabuton.support.Guest;
import org.lfnkr.zabuton.support.ModuleTest;
import org.lfnkr.zabuton.support.MovableClock;
import org.lfnkr.zabuton.support.Signer;
import org.lfnkr.zabuton.support.TestDatabase;
import org.lfnkr.zabuton.web.Formats;
import org.lfnkr.zabuton.web.Messages;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.TestPropertySource;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Objects;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Months are closed at the desk, in both languages; in books of their own, since none is opened
 * again.
 */
@ModuleTest
@TestPropertySource(properties = "zabuton.closing.year-begins=4")
@Import(StaffSamples.class)
class ClosingPageTests {

    private static final Pattern APPROVAL = Pattern.compile("/desk/approvals/([0-9a-f-]{36})");

    @Autowired MovableClock clock;
    @Autowired Ledger ledger;
    @Autowired PeriodStore periods;
    @Autowired Snapshots snapshots;
    @Autowired StaffSamples people;
    @Autowired Messages messages;
    @Autowired Formats formats;
    @Autowired TestDatabase database;
    @LocalServerPort int port;

    private final YearMonth now = YearMonth.from(BusinessDate.of(Instant.now()));

    /** One month in each language, the second after the first, as months are closed. */
    @Test
    void closesAMonthWithASecondSignatureAndKeepsItForEver() throws SQLException {
        book("cash", now.minusMonths(2).atDay(3), 5_000);
        book("cash", now.minusMonths(1).atDay(4), 2_000);
        stated(now.atDay(1) + " 00:00:00+09");
        for (Language language : Language.values()) {
            YearMonth month = now.minusMonths(language == Language.values()[0] ? 2 : 1);
            Guest finance = new Guest(port).atDesk("FINANCE");
            assertThat(finance.get("/" + language.tag() + "/desk").page())
                    .contains(text("closing.concern", language));
            assertThat(finance.get("/" + language.tag() + "/desk/periods").page())
                    .contains(text("closing.due", language, formats.month(month, language)));
            begin(language, month, finance);
            waive(language, month, finance);
            sign(language, month, finance);
            isKept(language, month, finance);
            run(
                    "update giving.hand_batch set status = 'DISCARDED', closed_at = now() where status = 'OPEN'");
        }
        assertThat(new Guest(port).atDesk("FINANCE").get("/en/desk/periods").page())
                .contains(text("closing.due.none", Language.EN));
        assertThat(Await.value(snapshots.violations())).isEmpty();
        everybodyReadsThatSomethingCameLate();
    }

    /** What came after the last month but one was closed stands in the last, also in public. */
    private void everybodyReadsThatSomethingCameLate() throws SQLException {
        run("do $$ begin perform reporting.sum_up(); end $$");
        clock.advance(Duration.ofDays(100));
        try {
            int year = now.minusMonths(1).minusMonths(3).getYear();
            for (Language language : Language.values()) {
                assertThat(
                                new Guest(port)
                                        .get(
                                                "/"
                                                        + language.tag()
                                                        + "/reports/operations?year="
                                                        + year)
                                        .page())
                        .contains(text("reporting.late", language));
            }
        } finally {
            clock.reset();
        }
    }

    private void begin(Language language, YearMonth month, Guest finance) throws SQLException {
        run("delete from bookkeeping.nightly_check");
        String page = finance.get(path(language, month)).page();
        assertThat(page)
                .contains(
                        text("closing.state.open.lead", language),
                        text("closing.obstacle.checks", language),
                        text("closing.strict", language))
                .doesNotContain("??", path(language, month) + "/closings");
        run(
                "insert into giving.hand_batch (id, day, gifts, total, copy, opened_at) values ('"
                        + UUID.randomUUID()
                        + "', (now() at time zone 'Asia/Tokyo')::date, 2, 3000, 1, now())");
        finance.post(path(language, month) + "/beginnings");
        page = finance.get(path(language, month)).page();
        assertThat(page)
                .contains(
                        text("closing.told.began", language),
                        text("closing.state.closing.lead", language),
                        text("closing.obstacle.batches", language),
                        "/desk/batches?state=open",
                        "¥3,000");
        assertThat(finance.get("/" + language.tag() + "/desk/batches?state=open").page())
                .contains("¥3,000");
    }

    private void waive(Language language, YearMonth month, Guest finance) throws SQLException {
        String path = path(language, month);
        Guest.Answer asked =
                finance.at(path)
                        .postUnasked(
                                path + "/waivers",
                                "obstacle",
                                "checks",
                                "reason-checks",
                                "Found and mended");
        assertThat(asked.status()).isEqualTo(422);
        assertThat(asked.page())
                .contains(
                        text("closing.wrong.over", language),
                        text("web.typed", language),
                        "<dd>Found and mended</dd>")
                .doesNotContain("??");
        run(
                "insert into bookkeeping.nightly_check (night, started_at, finished_at, violations)"
                        + " values ((now() at time zone 'Asia/Tokyo')::date, now(), now(), '{}') on conflict do nothing");

        Guest.Answer empty = finance.at(path).post(path + "/waivers", "obstacle", "batches");
        assertThat(empty.status()).isEqualTo(422);
        assertThat(empty.page()).contains(text("closing.waiver.reason.missing", language));
        Guest slower = new Guest(port).atDesk("FINANCE").at(path);
        finance.at(path)
                .post(
                        path + "/waivers",
                        "obstacle",
                        "batches",
                        "reason-batches",
                        "Paper of the next month");
        String[] another = {"obstacle", "batches", "reason-batches", "Not ours"};
        Guest.Answer late = slower.post(path + "/waivers", another);
        assertThat(late.status()).isEqualTo(422);
        assertThat(late.page())
                .contains(text("closing.wrong.over", language), "<dd>Not ours</dd>")
                .doesNotContain("??", path + "/waivers");
        Guest.Answer early = finance.postUnasked(path + "/closings");
        assertThat(finance.follow(early).page()).contains(text("closing.told.nothing", language));
        signs(language, finance.get(path).page());
        assertThat(finance.get(path).page()).contains(text("closing.waived", language));
    }

    /** An entry that comes between the two makes the first signature one of something else. */
    private void sign(Language language, YearMonth month, Guest finance) {
        String path = path(language, month);
        finance.at(path).post(path + "/closings");
        String page = finance.get(path).page();
        assertThat(page).contains(text("closing.told.asked", language));
        signsTooLate(language, page, month);
        assertThat(finance.get(path).page())
                .contains(text("closing.state.closing.lead", language))
                .doesNotContain(text("closing.waits", language));

        finance.at(path).post(path + "/closings");
        signs(language, finance.get(path).page());
    }

    private void isKept(Language language, YearMonth month, Guest finance) throws SQLException {
        String path = path(language, month);
        Snapshot kept = Await.value(periods.kept(month));
        assertThat(finance.get(path).page())
                .contains(
                        text("closing.state.closed.lead", language),
                        kept.hash(),
                        "Paper of the next month")
                .doesNotContain(path + "/beginnings", path + "/waivers", "??");

        JournalEntry late = book("stripe", month.atDay(6), 2_892);
        assertThat(Await.value(ledger.book(late))).isFalse();
        assertThat(finance.get(path).page())
                .contains(text("closing.late.of", language, 1), kept.hash());
        assertThat(finance.get(path + "/late").page())
                .contains("¥2,892", text(earlier(month), language));
        assertThat(finance.get(path(language, month.plusMonths(1)) + "/late?landed").page())
                .contains("¥2,892");
        assertThat(Await.value(periods.computed(month))).isEqualTo(kept);
        assertThat(finance.get(path + "/snapshot").result().getResponseBody())
                .isEqualTo(kept.bytes());
        assertThat(finance.get(path + "/snapshot?as=csv").page())
                .contains(text("closing.ending", language), "CASH,,");
        assertThat(finance.get(path + "/snapshot?as=xlsx").header("Content-Type"))
                .contains("spreadsheetml");
        assertThat(
                        one(
                                "select count(*) from audit.entry where action = 'period.exported' and subject = '"
                                        + month
                                        + "'"))
                .isEqualTo("3");
    }

    /** April begins a year. */
    private static String earlier(YearMonth month) {
        return month.plusMonths(1).getMonthValue() == 4
                ? "closing.earlier.year"
                : "closing.earlier.month";
    }

    /**
     * Each names the one before it, and all stand on the page; the last gives back what the first
     * took.
     */
    @Test
    void correctsAnEntryAndTheCorrectionToo() throws SQLException {
        JournalEntry first = book("cash", now.atDay(1), 5_000);
        String cash = sumOf("CASH");
        String entry = entry(first.source().toString());
        for (Language language : Language.values()) {
            boolean there = language == Language.values()[0];
            String page = "/" + language.tag() + "/desk/corrections";
            Guest finance = new Guest(port).atDesk("FINANCE").at(page);
            finance.post(
                    page,
                    "entry",
                    entry,
                    "debit",
                    there ? "PAYMENT_FEES" : "CASH",
                    "credit",
                    there ? "CASH" : "PAYMENT_FEES",
                    "yen",
                    "700",
                    "reason",
                    "A fee was left out");
            String asked = finance.get(page).page();
            assertThat(asked).contains(text("closing.correct.told", language)).doesNotContain("??");
            signs(language, asked);

            String corrected =
                    one("select corrects from closing.correction order by signed_at desc limit 1");
            assertThat(entry(corrected)).isEqualTo(entry);
            entry =
                    entry(
                            one(
                                    "select source from closing.correction order by signed_at desc limit 1"));
            assertThat(finance.get(page).page()).contains("A fee was left out", entry, "¥700");
            assertThat(finance.get(path(language, now)).page()).contains("A fee was left out");
            assertThat(sumOf("CASH").equals(cash)).isEqualTo(!there);
        }
        assertThat(one("select count(*) from closing.correction where approval is null"))
                .isEqualTo("0");
    }

    /** Nobody knows that nothing is unexplained of what was not read. */
    @Test
    void namesABalanceThatWasNotReadSinceTheMonthEnded() throws SQLException {
        Guest finance = new Guest(port).atDesk("FINANCE");
        for (Language language : Language.values()) {
            String unread = text("closing.obstacle.unread", language);
            run("delete from payments.balance_stated");
            assertThat(finance.get(path(language, now)).page()).as("never").contains(unread);
            stated(now.atEndOfMonth() + " 23:59:59+09");
            assertThat(finance.get(path(language, now)).page()).contains(unread, "/desk/balance");
            stated(now.plusMonths(1).atDay(1) + " 00:00:00+09");
            assertThat(finance.get(path(language, now)).page()).doesNotContain(unread);
        }
        run("delete from payments.balance_stated");
    }

    private void stated(String at) throws SQLException {
        run(
                "insert into payments.balance_stated (stated, listed, stated_at) values (0, 0, '%s') on conflict (only_one) do update set stated_at = excluded.stated_at"
                        .formatted(at));
    }

    /**
     * Nobody can have less than nothing in a box: something lay in it before the books began, also
     * where the tray has come back since.
     */
    @Test
    void notesWhatLayInTheCashBoxBeforeTheBooksBegan() throws SQLException {
        long before = Long.parseLong(Objects.requireNonNullElse(sumOf("CASH"), "0"));
        book("cash", now.atDay(1), -10_000 - before);
        book("tray", now.atDay(1), 10_300, "TRAY_HANDED_OVER");
        Guest finance = new Guest(port).atDesk("FINANCE");
        for (Language language : Language.values()) {
            String page = "/" + language.tag() + "/desk/corrections?cash";
            assertThat(finance.get("/" + language.tag() + "/desk").page())
                    .contains(text("closing.concern.cash", language), page);
            assertThat(finance.get(path(language, now)).page())
                    .contains(text("closing.obstacle.cash", language));
            assertThat(finance.get(page).page())
                    .contains(text("closing.correct.cash", language, "¥10,000"))
                    .doesNotContain("??");
        }
        String page = "/en/desk/corrections";
        Guest.Answer other = correct(finance, "PAYMENT_FEES");
        assertThat(other.status()).isEqualTo(422);
        assertThat(other.page()).contains(text("closing.correct.account.brought-in", Language.EN));
        assertThat(correct(finance, "CASH").status()).isEqualTo(303);
        signs(Language.EN, finance.get(page).page());

        assertThat(sumOf("CASH")).isEqualTo("12300");
        assertThat(finance.get("/en/desk").page())
                .doesNotContain(text("closing.concern.cash", Language.EN));
        assertThat(finance.get("/en/desk/corrections?cash").page())
                .doesNotContain("notice--problem");
    }

    /** With the form that Today leads to, and what lay there. */
    private Guest.Answer correct(Guest finance, String debit) {
        return finance.at("/en/desk/corrections?cash")
                .post(
                        "/en/desk/corrections",
                        "debit",
                        debit,
                        "yen",
                        "12000",
                        "reason",
                        "Lay in the box before");
    }

    /** As a double click does where no script runs. */
    @Test
    void theSameCorrectionSentTwiceIsAskedOnce() throws SQLException {
        JournalEntry first = book("cash", now.atDay(1), 5_000);
        String page = "/en/desk/corrections";
        Guest finance = new Guest(port).atDesk("FINANCE").at(page);
        String[] typed = {
            "entry",
            entry(first.source().toString()),
            "debit",
            "PAYMENT_FEES",
            "credit",
            "CASH",
            "yen",
            "700",
            "reason",
            "A fee was left out"
        };
        finance.post(page, typed);
        String asked = one("select count(*) from approvals.approval");

        Guest.Answer second = finance.post(page, typed);

        assertThat(finance.follow(second).page())
                .contains(text("closing.correct.told", Language.EN));
        assertThat(one("select count(*) from approvals.approval")).isEqualTo(asked);
        signs(Language.EN, finance.get(page).page());
    }

    @Test
    void asksAgainForACorrectionThatSaysTooLittle() {
        Guest finance = new Guest(port).atDesk("FINANCE").at("/en/desk/corrections");
        Guest.Answer answer =
                finance.post("/en/desk/corrections", "entry", "999999999", "reason", "Wrong");
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.page())
                .contains(
                        text("closing.correct.account.missing", Language.EN),
                        text("closing.correct.yen.missing", Language.EN),
                        "999999999",
                        "Wrong");
    }

    private String sumOf(String account) throws SQLException {
        return one("select sum(yen) from ledger.posting where account = '" + account + "'");
    }

    private String entry(String source) throws SQLException {
        return one("select id from ledger.entry where source = '" + source + "'");
    }

    private String one(String query) throws SQLException {
        try (Connection owner = database.connect();
                Statement statement = owner.createStatement();
                ResultSet found = statement.executeQuery(query)) {
            found.next();
            return found.getString(1);
        }
    }

    @Test
    void whoOnlyLooksIsOfferedNoAct() {
        book("cash", now.minusMonths(2).atDay(3), 1);
        for (String role : new String[] {"VIEWER", "APPROVER"}) {
            String page = new Guest(port).atDesk(role).get(path(Language.EN, now)).page();
            assertThat(page)
                    .contains(text("closing.obstacles", Language.EN))
                    .doesNotContain("/beginnings", "/waivers", "/closings");
        }
    }

    @Test
    void noMonthIsThereBeforeTheFirstEntryOrAfterTheOneThatRuns() {
        Guest finance = new Guest(port).atDesk("FINANCE");
        for (String month :
                new String[] {"1999-01", now.plusMonths(1).toString(), "2026-13", "x", "0000-01"}) {
            assertThat(finance.get("/en/desk/periods/" + month).status()).isEqualTo(404);
        }
        assertThat(finance.get("/en/desk/periods/" + now + "/snapshot").status()).isEqualTo(404);
    }

    /** Who has read it signs what they read; meanwhile something came. */
    private void signsTooLate(Language language, String page, YearMonth month) {
        Signer approver = people.signer(port, Role.APPROVER);
        String approval = approval(language, page);
        String read = approver.guest().get(approval).html();
        assertThat(read).contains(formats.month(month, language)).doesNotContain(month + "<");
        book("stripe", month.atDay(5), 700);
        approver.guest()
                .post(
                        approval + "/signatures",
                        "answer",
                        approver.passkey().show(Signer.options(read)));
    }

    private static String approval(Language language, String page) {
        Matcher found = APPROVAL.matcher(page);
        assertThat(found.find()).as(page).isTrue();
        return "/" + language.tag() + "/desk/approvals/" + found.group(1);
    }

    private void signs(Language language, String page) {
        Signer approver = people.signer(port, Role.APPROVER);
        String approval = approval(language, page);
        assertThat(approver.guest().get(approval).page()).doesNotContain("??");
        approver.approve(approval);
    }

    /** Of no fund that has lots. */
    private JournalEntry book(String kind, LocalDate day, long yen) {
        return book(kind, day, yen, "TEST");
    }

    private JournalEntry book(String kind, LocalDate day, long yen, String what) {
        JournalEntry entry =
                new JournalEntry(
                        new Source(
                                Source.Kind.valueOf(kind.toUpperCase(java.util.Locale.ROOT)),
                                "closing-" + UUID.randomUUID()),
                        day,
                        what,
                        java.util.List.of(
                                new Posting(Account.CASH, null, yen),
                                new Posting(Account.DONATIONS, Fund.OPERATIONS, -yen)));
        Await.done(ledger.book(entry));
        return entry;
    }

    private void run(String sql) throws SQLException {
        try (Connection owner = database.connect();
                Statement statement = owner.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String path(Language language, YearMonth month) {
        return "/" + language.tag() + "/desk/periods/" + month;
    }

    private String text(String key, Language language, Object... arguments) {
        return messages.text(key, language, arguments);
    }
}
