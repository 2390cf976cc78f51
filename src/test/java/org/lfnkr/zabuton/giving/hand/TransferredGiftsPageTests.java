package org.lfnkr.zabuton.giving.hand;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lfnkr.zabuton.banking.BankFiles;
import org.lfnkr.zabuton.bookkeeping.checks.Integrity;
import org.lfnkr.zabuton.giving.Dedication;
import org.lfnkr.zabuton.giving.Frequency;
import org.lfnkr.zabuton.giving.Pledge;
import org.lfnkr.zabuton.giving.PledgeStatus;
import org.lfnkr.zabuton.giving.pledges.GiftSamples;
import org.lfnkr.zabuton.giving.pledges.GiveWish;
import org.lfnkr.zabuton.giving.pledges.Giving;
import org.lfnkr.zabuton.giving.pledges.PledgeStore;
import org.lfnkr.zabuton.kernel.BusinessDate;
import org.lfnkr.zabuton.kernel.EmailAddress;
import org.lfnkr.zabuton.kernel.Language;
import org.lfnkr.zabuton.ledger.Account;
import org.lfnkr.zabuton.ledger.Ledger;
import org.lfnkr.zabuton.mailbox.DevMailbox;
import org.lfnkr.zabuton.mailbox.ReceivedMail;
import org.lfnkr.zabuton.payments.Opening;
import org.lfnkr.zabuton.payments.stripe.StripeNews;
import org.lfnkr.zabuton.simulator.BankStatement;
import org.lfnkr.zabuton.simulator.Outcome;
import org.lfnkr.zabuton.simulator.Shopper;
import org.lfnkr.zabuton.simulator.StripeSimulator;
import org.lfnkr.zabuton.staff.StaffSamples;
import org.lfnkr.zabuton.support.Await;
import org.lfnkr.zabuton.support.Guest;
import org.lfnkr.zabuton.support.Guest.Answer;
import org.lfnkr.zabuton.support.ModuleTest;
import org.lfnkr.zabuton.supporters.signin.SignInSamples;
import org.lfnkr.zabuton.web.Messages;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.r2dbc.core.DatabaseClient;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Locale;
import java.util.UUID;

/** Gifts that were wished for here and came over the bank. */
@ModuleTest
@Import({SignInSamples.class, StaffSamples.class})
class TransferredGiftsPageTests {

    private static final String SUM = "¥3,000";

    @LocalServerPort int port;
    @Autowired ApplicationContext application;
    @Autowired PledgeStore pledges;
    @Autowired Giving giving;
    @Autowired StripeSimulator stripe;
    @Autowired Ledger ledger;
    @Autowired Integrity integrity;
    @Autowired Messages messages;
    @Autowired Clock clock;
    @Autowired DatabaseClient database;
    @Autowired SignInSamples people;
    @Autowired DevMailbox mailbox;

    private Guest staff;
    private BankFiles desk;
    private String account;

    @BeforeEach
    void comeIn() {
        staff = new Guest(port).atDesk("FINANCE");
        desk = new BankFiles(staff);
        account = desk.open("statement");
    }

    private Pledge pledged(String name) {
        return new GiftSamples(application).pledged(wish(name));
    }

    private static GiveWish wish(String name) {
        EmailAddress giver = new EmailAddress("transfer-" + UUID.randomUUID() + "@example.org");
        return GiftSamples.wish(giver, name, Frequency.ONCE, Dedication.NONE, Language.JA);
    }

    private String arrives(String payer, String note) {
        LocalDate today = BusinessDate.of(clock.instant());
        desk.bring(account, new BankStatement(1).row(today, 3_000, payer, note).bytes());
        return desk.row(account, SUM);
    }

    /** In a file of another account, so that the sum tells it from the first. */
    private String arrivesElsewhere(String payer) {
        account = desk.open("statement");
        byte[] file =
                new BankStatement(1)
                        .ofAccount("77777")
                        .row(today(), 3_000, payer.replace("-", ""), "")
                        .bytes();
        desk.bring(account, file);
        return desk.row(account, SUM);
    }

    private LocalDate today() {
        return BusinessDate.of(clock.instant());
    }

    private static String id(Pledge pledge) {
        return pledge.id().value().toString();
    }

    private static String row(String page) {
        return page.substring(page.lastIndexOf('/') + 1);
    }

    private LocalDate day(String source) {
        return Await.value(
                database.sql("select occurred_on from ledger.entry where source = :source")
                        .bind("source", source)
                        .mapValue(LocalDate.class)
                        .one());
    }

    private long balance(Account account) {
        return Await.value(ledger.balance(account)).yen();
    }

    /** Its number stands in the text: the gift is given, thanked and booked like others. */
    @Test
    void aGiftIsFoundByItsNumber() {
        Pledge pledge = pledged("Name");
        long suspense = balance(Account.SUSPENSE);
        String row = arrives(pledge.reference().replace("-", "") + " ﾐﾎﾝ ﾊﾅｺ", "");
        long bank = balance(Account.BANK);

        assertThat(staff.get(row).page())
                .contains("Gift " + pledge.reference())
                .contains(messages.text("banking.ground.reference", Language.EN))
                .doesNotContain("ﾐﾎﾝ");
        Answer said = staff.post(row + "/matches");

        assertThat(staff.follow(said).page())
                .contains(messages.text("banking.told.matched", Language.EN));
        StripeNews.hear(application);
        assertThat(Await.value(pledges.find(pledge.id())).status()).isEqualTo(PledgeStatus.GIVEN);
        assertThat(balance(Account.BANK)).isEqualTo(bank);
        assertThat(balance(Account.SUSPENSE)).isEqualTo(suspense);
        assertThat(Await.value(integrity.violations())).isEmpty();
    }

    /** Whoever went to the bank after all can't pay there and at Stripe. */
    @Test
    void aGiftWhosePageAtStripeIsOpenIsEndedThere() {
        Pledge pledge = pledged("Name");
        Opening.Open page = (Opening.Open) Await.value(giving.pay(pledge));
        String row = arrives(pledge.reference(), "");

        assertThat(staff.follow(desk.match(row, "gift", id(pledge))).page())
                .contains(messages.text("banking.told.matched", Language.EN));

        StripeNews.hear(application);
        assertThat(Await.value(pledges.find(pledge.id())).status()).isEqualTo(PledgeStatus.GIVEN);
        Shopper late = stripe.shopper(page.url().toString());
        assertThat(late.payByCard("4242424242424242").status()).isEqualTo(Outcome.Status.NOT_OPEN);
        assertThat(Await.value(integrity.violations())).isEmpty();
    }

    /** No row of the bank is a gift of every month, whoever says so. */
    @Test
    void aRegularGiftIsNotEndedByARow() {
        EmailAddress giver = new EmailAddress("regular-" + UUID.randomUUID() + "@example.org");
        Pledge regular =
                new GiftSamples(application).pledged(GiftSamples.wish(giver, Frequency.MONTHLY));
        Await.value(giving.pay(regular));
        String row = arrives(regular.reference(), "");

        assertThat(staff.follow(desk.match(row, "gift", id(regular))).page())
                .contains(messages.text("banking.refused.gone", Language.EN));
        assertThat(Await.value(giving.pay(regular))).isInstanceOf(Opening.Open.class);
    }

    /** What was paid at Stripe meanwhile stays so, and the row's money waits. */
    @Test
    void aGiftThatWasPaidAtStripeIsNotPaidAgain() {
        Pledge pledge = new GiftSamples(application).given(wish("Name"));
        String row = arrives("ﾐﾎﾝ ﾊﾅｺ", "");
        long suspense = balance(Account.SUSPENSE);

        assertThat(staff.follow(desk.match(row, "gift", id(pledge))).page())
                .contains(messages.text("banking.refused.paid", Language.EN));
        assertThat(balance(Account.SUSPENSE)).isEqualTo(suspense);
    }

    @Test
    void aGiftIsFoundByTheVeryNameAndSum() {
        String name = "テスト" + UUID.randomUUID().toString().substring(0, 6);
        Pledge pledge = pledged(name);
        Pledge other = pledged("ベツ" + name);
        String kana = "ﾃｽﾄ" + name.substring(3).toUpperCase(Locale.ROOT);

        assertThat(staff.get(arrives(kana, "")).page())
                .contains("Gift " + pledge.reference())
                .contains(messages.text("banking.ground.name-and-sum", Language.EN))
                .doesNotContain(other.reference(), name);
    }

    /** The money was another's: out of the books, told to the giver, and given by its own row. */
    @Test
    void aGiftIsMovedToAnotherRow() {
        EmailAddress giver = new EmailAddress("moved-" + UUID.randomUUID() + "@example.org");
        Pledge pledge =
                new GiftSamples(application)
                        .pledged(
                                GiftSamples.wish(
                                        giver, "N", Frequency.ONCE, Dedication.NONE, Language.EN));
        String wrong = arrives("ﾐﾎﾝ ﾊﾅｺ", "");
        assertThat(staff.follow(desk.match(wrong, "gift", id(pledge))).page())
                .contains(messages.text("banking.row.undo.gift", Language.EN));
        StripeNews.hear(application);
        long fund = balance(Account.DONATIONS);
        Guest person = people.signedIn(giver);
        String scope =
                person.get("/en/me/receipts").page().replaceAll("(?s).*?scope=([^\"]+)\".*", "$1");
        person.get("/en/me/receipts/form?scope=" + scope);
        person.post("/en/me/receipts", "name", "N", "address", "1 Street");

        Answer undone = staff.at(wrong).post(wrong + "/withdrawals");

        assertThat(staff.follow(undone).page())
                .contains(messages.text("banking.told.undone", Language.EN))
                .contains("What it may be");
        StripeNews.hear(application);
        assertThat(balance(Account.DONATIONS)).isEqualTo(fund + 3_000);
        assertThat(day("bank:row-" + row(wrong) + "/corrected")).isEqualTo(today());
        assertThat(Await.value(integrity.violations())).isEmpty();
        people.letters();
        assertThat(mailbox.to(giver.value()).stream().map(ReceivedMail::subject))
                .contains(
                        messages.text(
                                "giving.mail.corrected.subject", Language.EN, pledge.reference()));
        assertThat(person.get("/en/me/receipts").page()).contains("no longer holds");

        String right = arrivesElsewhere(pledge.reference());
        assertThat(staff.get(right).page()).contains("Gift " + pledge.reference());
        assertThat(staff.follow(desk.match(right, "gift", id(pledge))).page())
                .contains(messages.text("banking.told.matched", Language.EN));
        StripeNews.hear(application);
        assertThat(balance(Account.DONATIONS)).isEqualTo(fund);
        assertThat(staff.get(wrong).page()).doesNotContain(pledge.reference());

        staff.at(right).post(right + "/withdrawals");
        StripeNews.hear(application);
        assertThat(balance(Account.DONATIONS)).isEqualTo(fund + 3_000);
        assertThat(staff.follow(desk.match(right, "gift", id(pledge))).page())
                .contains(messages.text("banking.told.matched", Language.EN));
        StripeNews.hear(application);
        assertThat(balance(Account.DONATIONS)).isEqualTo(fund);
        assertThat(Await.value(integrity.violations())).isEmpty();
    }

    @Test
    void anotherSumIsRefused() {
        Pledge pledge = pledged("Name");
        LocalDate today = BusinessDate.of(clock.instant());
        desk.bring(account, new BankStatement(1).row(today, 2_999, pledge.reference(), "").bytes());

        Answer said =
                desk.match(desk.row(account, "¥2,999"), "gift", pledge.id().value().toString());

        assertThat(staff.follow(said).page())
                .contains(messages.text("banking.refused.sum", Language.EN));
    }
}
