package org.lfnkr.zabuton.funds.disbursements.bank;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.lfnkr.zabuton.banking.BankFiles;
import org.lfnkr.zabuton.bookkeeping.checks.Integrity;
import org.lfnkr.zabuton.bookkeeping.spending.Spending;
import org.lfnkr.zabuton.desk.Role;
import org.lfnkr.zabuton.funds.disbursements.RowReference;
import org.lfnkr.zabuton.giving.Cause;
import org.lfnkr.zabuton.giving.Dedication;
import org.lfnkr.zabuton.giving.Frequency;
import org.lfnkr.zabuton.giving.pledges.GiftSamples;
import org.lfnkr.zabuton.giving.pledges.GiveWish;
import org.lfnkr.zabuton.kernel.BusinessDate;
import org.lfnkr.zabuton.kernel.EmailAddress;
import org.lfnkr.zabuton.kernel.Language;
import org.lfnkr.zabuton.kernel.Money;
import org.lfnkr.zabuton.ledger.Fund;
import org.lfnkr.zabuton.simulator.BankStatement;
import org.lfnkr.zabuton.staff.StaffSamples;
import org.lfnkr.zabuton.support.Await;
import org.lfnkr.zabuton.support.Guest;
import org.lfnkr.zabuton.support.ModuleTest;
import org.lfnkr.zabuton.support.MovableClock;
import org.lfnkr.zabuton.web.Messages;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.r2dbc.core.DatabaseClient;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A row of the bank was taken for what came back of a disbursement, and was something else. */
@ModuleTest
@Import(StaffSamples.class)
class DisownedReturnPageTests {

    private static final Pattern APPROVAL = Pattern.compile("/desk/approvals/([0-9a-f-]{36})");

    @LocalServerPort int port;
    @Autowired StaffSamples people;
    @Autowired ApplicationContext application;
    @Autowired Spending spending;
    @Autowired Integrity integrity;
    @Autowired Messages messages;
    @Autowired MovableClock clock;
    @Autowired DatabaseClient database;

    private Guest finance;
    private BankFiles bank;
    private String account;
    private final BankStatement statement = new BankStatement(100_000);

    @BeforeEach
    void givesForFood() {
        finance = new Guest(port).atDesk("FINANCE");
        bank = new BankFiles(finance);
        account = bank.open("statement");
        EmailAddress giver = new EmailAddress(UUID.randomUUID() + "@example.org");
        new GiftSamples(application)
                .given(
                        new GiveWish(
                                UUID.randomUUID(),
                                Frequency.ONCE,
                                Cause.FOOD,
                                Money.yen(3_000),
                                false,
                                "Name",
                                giver,
                                Dedication.NONE,
                                Language.EN,
                                Money.yen(3_000),
                                true));
    }

    @AfterEach
    void booksAgree() {
        assertThat(Await.value(integrity.violations())).isEmpty();
    }

    /** Where nobody has spent it, whoever matched it takes it back alone, and it is awaited. */
    @Test
    void isAwaitedAgainWhereTheFundStillHasIt() {
        String page = cameBack("500");
        String row = brought(page, 500);
        long free = free();

        assertThat(undone(row)).contains(text("banking.told.undone", Language.EN));
        assertThat(free()).isEqualTo(free - 500);
        assertThat(finance.get(page).page())
                .contains(text("disbursements.returned.expected", Language.EN));
    }

    /** Where it is spent, two people say so, and Operations bears what the fund has no more. */
    @ParameterizedTest
    @EnumSource
    void isBorneByOperationsWhereTheFundHasSpentIt(Language language) {
        String english = cameBack("500");
        String row = brought(english, 500).replaceFirst("/en/", "/" + language.tag() + "/");
        String page = english.replaceFirst("/en/", "/" + language.tag() + "/");
        String losses = page + "/returns/1/losses";
        assertThat(finance.get(page).page()).doesNotContain("/returns/1/losses");
        Money all = Await.value(spending.free(Fund.FOOD));
        UUID other = spent(all);

        assertThat(undone(row)).contains(text("disbursements.row.spent", language));
        assertThat(free()).isZero();
        assertThat(finance.get(page).html()).contains(losses);
        long has = has();
        Guest.Answer asked = finance.at(page).post(losses, "why", "other-row");
        assertThat(finance.follow(asked).page())
                .contains(text("disbursements.told.lost-asked", language))
                .doesNotContain("??", "{0}", "{1}");
        Matcher approval = APPROVAL.matcher(finance.get(page).html());
        assertThat(approval.find()).isTrue();
        people.signer(port, Role.APPROVER).approve("/en/desk/approvals/" + approval.group(1));

        assertThat(has()).as("the fund keeps what it had").isEqualTo(has);
        assertThat(free()).isZero();
        assertThat(lost(page)).isEqualTo(500);
        assertThat(finance.get(row).page())
                .as("the row is open again")
                .doesNotContain("/withdrawals");
        assertThat(finance.get(page).page())
                .contains(text("disbursements.entry.return-lost", language));
        booksAgree();

        bank.match(row, RowReference.KIND, id(page) + "/1");
        assertThat(lost(page)).as("it arrived after all").isZero();
        assertThat(undone(row)).contains(text("banking.told.undone", language));
        assertThat(lost(page)).isEqualTo(500);
        Instant now = clock.instant();
        Await.value(spending.bringBack(other, 1, all, BusinessDate.of(now), now));
    }

    /** What is signed is that the fund has it no more: where it has again, nothing is lost. */
    @Test
    void isNotLostWhereTheFundHasItAgain() {
        String page = cameBack("500");
        String row = brought(page, 500);
        Money all = Await.value(spending.free(Fund.FOOD));
        UUID other = spent(all);
        finance.at(page).post(page + "/returns/1/losses", "why", "other-row");
        Matcher approval = APPROVAL.matcher(finance.get(page).html());
        assertThat(approval.find()).isTrue();
        Instant now = clock.instant();
        Await.value(spending.bringBack(other, 1, all, BusinessDate.of(now), now));

        assertThat(
                        people.signer(port, Role.APPROVER)
                                .guest()
                                .get("/en/desk/approvals/" + approval.group(1))
                                .page())
                .doesNotContain(text("approvals.sign", Language.EN));
        assertThat(undone(row)).contains(text("banking.told.undone", Language.EN));
        assertThat(lost(page)).isZero();
    }

    private String undone(String row) {
        finance.get(row);
        return finance.follow(finance.postUnasked(row + "/withdrawals")).page();
    }

    private UUID spent(Money yen) {
        UUID other = UUID.randomUUID();
        Instant now = clock.instant();
        Await.value(spending.spend(other, Fund.FOOD, yen, BusinessDate.of(now), now));
        return other;
    }

    /** A disbursement that is paid, and of which so many yen are said to come back. */
    private String cameBack(String yen) {
        String form = "/en/desk/disbursements/new";
        Guest.Answer drafted =
                finance.at(form)
                        .post(
                                form, "fund", "FOOD", "purpose", "food", "outcome", "rice", "units",
                                "5", "payee", "shop", "yen", "2000", "fee", "0", "way", "home");
        String page = Objects.requireNonNull(drafted.location()).replaceFirst("#.*", "");
        finance.at(page).post(page + "/requests");
        Matcher approval = APPROVAL.matcher(finance.get(page).html());
        assertThat(approval.find()).isTrue();
        people.signer(port, Role.APPROVER).approve("/en/desk/approvals/" + approval.group(1));
        arrives(-2_000);
        bank.match(bank.row(account, "−¥2,000"), RowReference.KIND, id(page));
        finance.at(page + "/returns").post(page + "/returns", "yen", yen, "why", "failed");
        return page;
    }

    private String brought(String page, long yen) {
        arrives(yen);
        String row = bank.row(account, "¥" + yen);
        bank.match(row, RowReference.KIND, id(page) + "/1");
        assertThat(finance.get(page).page())
                .doesNotContain(text("disbursements.returned.expected", Language.EN));
        return row;
    }

    private void arrives(long yen) {
        statement.row(LocalDate.ofInstant(clock.instant(), BusinessDate.TOKYO), yen, "", "");
        assertThat(bank.bring(account, statement.bytes()).status()).isEqualTo(303);
    }

    private long free() {
        return Await.value(spending.free(Fund.FOOD)).yen();
    }

    private long has() {
        return Await.value(spending.has(Fund.FOOD)).yen();
    }

    /** What Operations bears of it by its own entry, and by those of rows of the bank. */
    private long lost(String page) {
        return Long.parseLong(
                Await.value(
                        database.sql(
                                        """
                                        select coalesce(sum(p.yen), 0)::text
                                        from ledger.entry e join ledger.posting p on p.entry_id = e.id
                                        where p.account = 'LOST_RETURNS' and (
                                            e.source like 'decision:disbursement-' || :id || '%'
                                            or exists (
                                                select from banking.match m
                                                where e.source in (m.entry, m.undone_entry)
                                                  and m.reference = :id || '/1'))
                                        """)
                                .bind("id", id(page))
                                .mapValue(String.class)
                                .one()));
    }

    private static String id(String page) {
        return page.substring(page.lastIndexOf('/') + 1);
    }

    private String text(String key, Language language) {
        return messages.text(key, language);
    }
}
