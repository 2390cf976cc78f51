package org.lfnkr.zabuton.giving.hand;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lfnkr.zabuton.banking.BankFiles;
import org.lfnkr.zabuton.bookkeeping.Integrity;
import org.lfnkr.zabuton.giving.Dedication;
import org.lfnkr.zabuton.giving.Frequency;
import org.lfnkr.zabuton.giving.Pledge;
import org.lfnkr.zabuton.giving.PledgeStatus;
import org.lfnkr.zabuton.giving.pledges.GiftSamples;
import org.lfnkr.zabuton.giving.pledges.PledgeStore;
import org.lfnkr.zabuton.kernel.BusinessDate;
import org.lfnkr.zabuton.kernel.EmailAddress;
import org.lfnkr.zabuton.kernel.Language;
import org.lfnkr.zabuton.ledger.Account;
import org.lfnkr.zabuton.ledger.Ledger;
import org.lfnkr.zabuton.payments.stripe.StripeNews;
import org.lfnkr.zabuton.simulator.BankStatement;
import org.lfnkr.zabuton.support.Await;
import org.lfnkr.zabuton.support.Guest;
import org.lfnkr.zabuton.support.Guest.Answer;
import org.lfnkr.zabuton.support.ModuleTest;
import org.lfnkr.zabuton.web.Messages;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Locale;
import java.util.UUID;

/** Gifts that were wished for here and came over the bank. */
@ModuleTest
class TransferredGiftsPageTests {

    private static final String SUM = "¥3,000";

    @LocalServerPort int port;
    @Autowired ApplicationContext application;
    @Autowired PledgeStore pledges;
    @Autowired Ledger ledger;
    @Autowired Integrity integrity;
    @Autowired Messages messages;
    @Autowired Clock clock;

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
        EmailAddress giver = new EmailAddress("transfer-" + UUID.randomUUID() + "@example.org");
        return new GiftSamples(application)
                .pledged(
                        GiftSamples.wish(
                                giver, name, Frequency.ONCE, Dedication.NONE, Language.JA));
    }

    private String arrives(String payer, String note) {
        LocalDate today = BusinessDate.of(clock.instant());
        desk.bring(account, new BankStatement(1).row(today, 3_000, payer, note).bytes());
        return desk.row(account, SUM);
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
