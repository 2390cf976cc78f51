package org.lfnkr.zabuton.bookkeeping.balance;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.lfnkr.zabuton.banking.BankFiles;
import org.lfnkr.zabuton.bookkeeping.checks.BankChecks;
import org.lfnkr.zabuton.bookkeeping.checks.Integrity;
import org.lfnkr.zabuton.kernel.BusinessDate;
import org.lfnkr.zabuton.kernel.Language;
import org.lfnkr.zabuton.ledger.Account;
import org.lfnkr.zabuton.ledger.Ledger;
import org.lfnkr.zabuton.orders.Order;
import org.lfnkr.zabuton.payments.balance.Payouts;
import org.lfnkr.zabuton.payments.stripe.StripeNews;
import org.lfnkr.zabuton.simulator.BankStatement;
import org.lfnkr.zabuton.support.Await;
import org.lfnkr.zabuton.support.Guest;
import org.lfnkr.zabuton.support.Guest.Answer;
import org.lfnkr.zabuton.web.Messages;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

/** Files of the bank at the desk: what Stripe sent arrives, and all three agree. */
class BankPageTests extends BalanceTest {

    private static final String STRIPE = "ｽﾄﾗｲﾌﾟｼﾞﾔﾊﾟﾝ(ｶ";

    @LocalServerPort int port;
    @Autowired Messages messages;
    @Autowired Payouts payouts;
    @Autowired Ledger ledger;
    @Autowired BankChecks bank;
    @Autowired Integrity integrity;

    private Guest staff;
    private BankFiles desk;
    private String account;

    @BeforeEach
    void comeIn() {
        staff = new Guest(port).atDesk("FINANCE");
        desk = new BankFiles(staff);
        account = desk.open("statement");
    }

    /** Other tests' books know no bank. */
    @AfterEach
    void forgetTheComparison() throws SQLException {
        owner("delete from bookkeeping.bank_comparison");
    }

    private LocalDate today() {
        return BusinessDate.of(clock.instant());
    }

    private BankStatement statement() {
        return new BankStatement(10_000);
    }

    private long yen(String payout) {
        return Await.value(payouts.find(payout)).yen().yen();
    }

    private long journal(String account) {
        return Await.value(ledger.balance(new Account(account, Account.Nature.ASSET))).yen();
    }

    private static String figure(long yen) {
        return (yen < 0 ? "−" : "") + "¥" + String.format("%,d", Math.abs(yen));
    }

    /** A payout that no other test makes, in a file with its fee. */
    private String sent(long fee) {
        account().topUp(5_000 + fee);
        account().takeFee(fee);
        read();
        String payout = payOut();
        read();
        return payout;
    }

    @Test
    void aPayoutIsMatchedAndTheMatchTakenBack() {
        String payout = sent(13);
        long yen = yen(payout);
        long clearing = journal("CLEARING");
        long atBank = journal("BANK");
        desk.bring(account, statement().row(today(), yen, STRIPE, "").bytes());
        assertThat(journal("BANK") - atBank).isEqualTo(10_000 + yen);
        String row = desk.row(account, figure(yen));

        assertThat(staff.get(row).page())
                .contains("Payout " + payout, "Stripe", figure(yen))
                .doesNotContain("ｽﾄ", "ストライプ", "??");
        Answer said = desk.match(row, "payout", payout);

        assertThat(staff.follow(said).page())
                .contains(messages.text("banking.told.matched", Language.EN));
        assertThat(journal("CLEARING")).isEqualTo(clearing - yen);
        assertThat(staff.get("/en/desk/bank/rows?account=" + account).page())
                .doesNotContain(figure(yen));
        String again = desk.row(account, figure(yen));
        assertThat(staff.get(again).page()).doesNotContain("What it may be");

        Answer undone = staff.post(row + "/withdrawals");
        assertThat(staff.follow(undone).page())
                .contains(messages.text("banking.told.undone", Language.EN));
        assertThat(journal("CLEARING")).isEqualTo(clearing);
        assertThat(Await.value(integrity.violations())).isEmpty();

        assertThat(staff.follow(desk.match(row, "payout", payout)).page())
                .contains(messages.text("banking.told.matched", Language.EN));
        assertThat(journal("CLEARING")).isEqualTo(clearing - yen);
    }

    /**
     * A rule suggests of a payer until it is ended, and everything that was said of it is listed.
     */
    @Test
    void aRuleForAPayerEnds() {
        String payer = "ﾙｰﾙ" + UUID.randomUUID().toString().replaceAll("[^0-9]", "");
        LocalDate old = today().minusDays(40);
        desk.bring(
                account,
                statement()
                        .row(old.minusDays(5), -441, payer, "")
                        .row(old, -442, payer, "")
                        .bytes());
        String row = desk.row(account, "−¥441");
        staff.get(row);
        staff.postUnasked(
                row + "/matches", "kind", "fee", "reference", rowId(row), "always", "yes");
        String next = desk.row(account, "−¥442");
        String ground = messages.text("banking.ground.rule", Language.EN);
        assertThat(staff.get(next).page()).contains(ground);
        String tray = "/en/desk/bank/rows?account=" + account;
        assertThat(staff.get(tray + "&age=30").page()).contains("−¥442");
        assertThat(staff.get(tray + "&age=90").page()).doesNotContain("−¥442");

        String list = "/en/desk/bank/rules";
        String page = staff.get(list).html();
        assertThat(page).contains(row).doesNotContain(payer);
        String ending =
                page.substring(page.indexOf(row))
                        .replaceAll("(?s).*?(/en/desk/\\S+/endings).*", "$1");
        assertThat(new Guest(port).atDesk("EDITOR").get(list).status()).isNotEqualTo(200);
        assertThat(staff.follow(staff.at(list).post(ending)).page())
                .contains(messages.text("banking.told.rule-ended", Language.EN));
        assertThat(staff.get(next).page()).doesNotContain(ground);
        assertThat(staff.follow(staff.postUnasked(ending)).page())
                .contains(messages.text("banking.told.rule-before", Language.EN));
    }

    private static String rowId(String row) {
        return row.substring(row.lastIndexOf('/') + 1);
    }

    /** Nobody matches twice what came once. */
    @Test
    void aPayoutIsOfOneRow() {
        String payout = sent(17);
        long yen = yen(payout);
        desk.bring(
                account,
                statement().row(today(), yen, STRIPE, "").row(today(), -1, "", "").bytes());
        String other = desk.open("statement");
        desk.bring(other, statement().ofAccount("222").row(today(), yen, STRIPE, "").bytes());
        desk.match(desk.row(account, figure(yen)), "payout", payout);

        Answer twice = desk.match(desk.row(other, figure(yen)), "payout", payout);

        assertThat(staff.follow(twice).page())
                .contains(messages.text("banking.refused.taken", Language.EN));
        Answer wrong = desk.match(desk.row(account, "−¥1"), "payout", payout);
        assertThat(staff.follow(wrong).page())
                .contains(messages.text("banking.refused.taken", Language.EN));
        assertThat(Await.value(integrity.violations())).isEmpty();
    }

    /** Every kind of line at Stripe, a payout that failed among them, and all of it at the bank. */
    @Test
    void journalStripeAndBankAgreeAfterEveryKindOfLine() throws SQLException {
        Order order = pay();
        StripeNews.hear(application);
        String intent = intent(order);
        stripe.refund(intent, 300);
        stripe.failRefund(stripe.refund(intent, 200));
        stripe.closeDispute(stripe.dispute(intent), true);
        account().chargeElsewhere(900);
        account().takeFee(77);
        account().adjust(-13);
        account().keepBack(100);
        account().topUp(8_000);
        read();
        String failed = payOut();
        read();
        long first = yen(failed);
        BankStatement file =
                statement().row(today(), -8_000, STRIPE, "").row(today(), first, STRIPE, "");
        desk.bring(account, file.bytes());
        desk.match(desk.row(account, figure(first)), "payout", failed);
        account().arrive(failed);
        account().fail(failed);
        account().keepBack(-100);
        StripeNews.hear(application);
        read();
        String second = payOut();
        read();
        long next = yen(second);
        file.row(today(), -first, STRIPE, "").row(today(), next, STRIPE, "");
        file.row(today(), -440, "", "ﾌﾘｺﾐﾃｽｳﾘﾖｳ").row(today(), 3, "", "ﾘｿｸ");

        assertThat(desk.bring(account, file.bytes()).status()).isEqualTo(303);
        confirmFirst(figure(-8_000));
        assertThat(staff.get(desk.row(account, figure(-first))).page())
                .contains("which came back to Stripe");
        confirmFirst(figure(-first));
        confirmFirst(figure(next));
        confirmFirst(figure(-440));
        confirmFirst(figure(3));

        assertThat(staff.get("/en/desk/bank/rows?account=" + account).page())
                .contains(messages.text("banking.rows.none", Language.EN));
        assertThat(Await.value(integrity.violations())).isEmpty();
        assertThat(about(failed, second)).isEmpty();
        assertThat(Await.value(checks.violations()).stream().filter(it -> it.contains(second)))
                .isEmpty();
        assertThat(onTheirWay(failed, second)).isZero();
        assertThat(atTheBank()).isEqualTo(file.closing());
    }

    private List<String> about(String... payouts) {
        return Await.value(bank.violations()).stream()
                .filter(it -> List.of(payouts).stream().anyMatch(it::contains))
                .toList();
    }

    /** Presses the button that the page of a row puts first. */
    private void confirmFirst(String figure) {
        String row = desk.row(account, figure);
        staff.get(row);
        Answer said = staff.post(row + "/matches");
        assertThat(staff.follow(said).page())
                .as(figure)
                .contains(messages.text("banking.told.matched", Language.EN));
    }

    private long onTheirWay(String... payouts) {
        return Await.value(
                database.sql(
                                """
                                select cast(coalesce(sum(-l.gross), 0) as bigint) - (
                                    select coalesce(sum(r.yen), 0) from banking.match m
                                        join banking.row r on r.id = m.row_id
                                    where m.undone_at is null and m.kind = 'payout'
                                      and split_part(m.reference, '/', 1) = any(:payouts))
                                from payments.balance_line l where l.source = any(:payouts)
                                """)
                        .bind("payouts", payouts)
                        .mapValue(Long.class)
                        .one());
    }

    /** What this account's entries come to. */
    private long atTheBank() {
        return Await.value(
                database.sql(
                                """
                                select cast(sum(p.yen) as bigint) from ledger.posting p
                                    join ledger.entry e on e.id = p.entry_id
                                where p.account = 'BANK' and (e.source like 'bank:account-' || :account || '-%'
                                    or e.source in (
                                        select 'bank:' || id from banking.row where account = :id))
                                """)
                        .bind("account", account)
                        .bind("id", UUID.fromString(account))
                        .mapValue(Long.class)
                        .one());
    }

    private String intent(Order order) {
        return Await.value(
                database.sql("select intent from payments.payment where id = :id")
                        .bind("id", order.payment().value())
                        .mapValue(String.class)
                        .one());
    }

    @Test
    void aPayoutThatNobodySawArriveIsToldAfterFiveWorkingDays() throws SQLException {
        String payout = sent(19);
        desk.bring(account, statement().row(today().minusDays(60), 1, "", "").bytes());
        assertThat(about(payout)).isEmpty();

        owner(
                "update payments.payout set arrives_on = (now() at time zone 'Asia/Tokyo')::date - 30 where id = '"
                        + payout
                        + "'");

        assertThat(about(payout)).singleElement().asString().contains("no row of the bank is it");
        String root = "/en/desk";
        assertThat(staff.get(root).page())
                .contains(messages.text("bookkeeping.comparison.clearing", Language.EN));
    }

    /** What arrived before anybody read a file is in the opening balance of the first. */
    @Test
    void aPayoutBeforeTheFirstRowIsNotAwaited() throws SQLException {
        String payout = sent(21);
        desk.bring(account, statement().row(today(), 1, "", "").bytes());

        owner("update payments.payout set arrives_on = '2001-01-01' where id = '" + payout + "'");

        assertThat(about(payout)).isEmpty();
    }

    /** Typed as 5,000 and taken out again by a correction: no file will ever have either. */
    @Test
    void aNoteAndItsCorrectionMovedNothing() throws SQLException {
        String note = "note-" + UUID.randomUUID();
        desk.bring(
                account,
                statement()
                        .row(today().minusDays(3), 1, "", "")
                        .row(today().plusDays(1), 1, "", "")
                        .bytes());
        note(note, 5_000);
        assertThat(notes(note)).isEqualTo(1);

        note(note + "/corrected", -5_000);

        assertThat(notes(note)).isZero();
    }

    private void note(String reference, long yen) throws SQLException {
        owner(
                "select ledger.book('bank', '%s', 'CHARGE', '%s', '{BANK,DONATIONS}', '{NULL,OPERATIONS}', '{%d,%d}')"
                        .formatted(reference, today(), yen, -yen));
    }

    private long notes(String reference) {
        return sum(
                "select count(*) from bookkeeping.noted_at_bank where source like 'bank:"
                        + reference
                        + "%'");
    }

    /** Two of one sum on one day: the page says that only the sum is the same. */
    @Test
    void twoOfOneSumOnOneDayAreForAPerson() throws SQLException {
        String one = sent(23);
        String other = sent(23);
        LocalDate day = today();
        owner(
                "update payments.payout set yen = 4977, arrives_on = '"
                        + day
                        + "' where id in ('"
                        + one
                        + "', '"
                        + other
                        + "')");
        desk.bring(account, statement().row(day, 4_977, STRIPE, "").bytes());

        assertThat(staff.get(desk.row(account, figure(4_977))).page())
                .contains("Payout " + one, "Payout " + other)
                .contains(messages.text("banking.ground.sum", Language.EN))
                .doesNotContain(messages.text("banking.ground.sum-and-day", Language.EN));
        owner("update payments.payout set yen = yen + 1 where id = '" + other + "'");
        assertThat(staff.get(desk.row(account, figure(4_977))).page())
                .contains(messages.text("banking.ground.sum-and-day", Language.EN));
    }

    /**
     * As a newcomer tries it: the simulator's own file of the bank, before and after one failed.
     */
    @Test
    void theSimulatorsFileOfTheBankIsReadAsItGrows() {
        String payout = sent(29);
        account().arrive(payout);
        byte[] before = stripe.bankFile();
        assertThat(desk.bring(account, before).status()).isEqualTo(303);
        account().fail(payout);

        assertThat(desk.bring(account, stripe.bankFile()).status()).isEqualTo(303);

        assertThat(desk.row(account, figure(yen(payout)))).isNotEmpty();
        assertThat(desk.row(account, figure(-yen(payout)))).isNotEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void aFileThatCannotBeReadIsRefusedWithItsLine(Language language) {
        byte[] file = statement().row(today(), 5, "", "").row(today(), 6, "", "").bytes();
        file[202 + 30] = '9';
        staff.get("/" + language.tag() + "/desk/bank");

        Answer refused =
                staff.bring(
                        "/" + language.tag() + "/desk/bank/files",
                        Map.of("account", account),
                        "file",
                        file);

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.page())
                .contains(messages.text("banking.file.total", language, 4, 11, 900_011))
                .contains("value=\"" + account + "\" selected")
                .doesNotContain("??");
    }

    @Test
    void whatIsNoFileIsRefused() {
        assertThat(desk.bring(account, new byte[0]).status()).isEqualTo(422);
        assertThat(desk.bring(account, new byte[1_000_001]).page())
                .contains(messages.text("banking.read.file.heavy", Language.EN));
        assertThat(desk.bring("nonsense", new byte[] {1}).page())
                .contains(messages.text("banking.read.account.missing", Language.EN));
        assertThat(staff.get("/en/desk/bank/rows/nonsense").status()).isEqualTo(404);
    }

    /** The payer is masked, opened with a reason, and it leaves a trace. */
    @Test
    void aPayerIsOpenedWithAReason() {
        desk.bring(account, statement().row(today(), 31, "ﾔﾏﾀﾞ ﾊﾅｺ", "").bytes());
        String row = desk.row(account, figure(31));
        assertThat(staff.get(row).page()).contains("••••••").doesNotContain("ﾔﾏﾀﾞ");

        staff.post("/en/desk/reveals/bank", "reveal-reason", "matching");

        assertThat(staff.get(row).page())
                .contains("ﾔﾏﾀﾞ ﾊﾅｺ", messages.text("reveals.reason.matching", Language.EN));
        assertThat(new Guest(port).atDesk("VIEWER").get(row).page())
                .doesNotContain("ﾔﾏﾀﾞ", "/desk/reveals/bank", "/matches");
    }

    /** A payer that somebody has said is known by it the next time. */
    @Test
    void aRuleIsSuggestedTheNextTime() {
        String payer = "ﾐﾎﾝ" + account.substring(0, 6).toUpperCase(Locale.ROOT);
        desk.bring(
                account,
                statement()
                        .row(today(), -2_200, payer, "")
                        .row(today(), -2_300, payer, "")
                        .bytes());
        String row = desk.row(account, figure(-2_200));
        staff.get(row);
        staff.postUnasked(
                row + "/matches",
                "kind",
                "fee",
                "reference",
                row.substring(row.lastIndexOf('/') + 1),
                "always",
                "yes");

        assertThat(staff.get(desk.row(account, figure(-2_300))).page())
                .contains(messages.text("banking.ground.rule", Language.EN));
    }

    /** What is no number is asked again, as it was typed. */
    @ParameterizedTest
    @ValueSource(strings = {"3.0", "3,50", "-3", "1 2", "1e4", "x"})
    void columnsThatAreNoNumbersAreAskedAgain(String typed) {
        for (String field : List.of("skip", "day", "out", "in", "balance", "text")) {
            staff.get("/en/desk/bank");
            Answer answer =
                    staff.post(
                            "/en/desk/bank/accounts",
                            "label",
                            "Columns",
                            "format",
                            "csv",
                            field,
                            typed);
            assertThat(answer.status()).as(field).isEqualTo(422);
            assertThat(answer.page()).as(field).contains("value=\"" + typed + "\"");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"3.0", "3,50", "1 2", "1e4", "x", ""})
    void totalsThatAreNoNumbersAreAskedAgain(String typed) {
        desk.openTyped();
        for (String field : List.of("rows", "opening", "closing")) {
            staff.get("/en/desk/bank");
            Answer answer = staff.post("/en/desk/bank/papers", "lines", "x", field, typed);
            assertThat(answer.status()).as(field).isEqualTo(422);
            assertThat(answer.page()).as(field).contains("value=\"" + typed + "\"");
        }
    }

    @Test
    void rowsOnPaperAreTypedUntilTheyReachIt() {
        String paper = desk.openTyped();
        staff.get("/en/desk/bank");
        Answer missing =
                staff.post(
                        "/en/desk/bank/papers",
                        "paper",
                        paper,
                        "rows",
                        "2",
                        "opening",
                        "100",
                        "closing",
                        "3,000",
                        "lines",
                        today() + ",2900,x");
        assertThat(missing.status()).isEqualTo(422);
        assertThat(missing.page())
                .contains(messages.text("banking.file.total", Language.EN, 1, 2, 1));

        Answer done = staff.post("/en/desk/bank/papers", "rows", "1");
        assertThat(staff.follow(done).page())
                .contains(messages.text("banking.told.kept", Language.EN));
    }
}
