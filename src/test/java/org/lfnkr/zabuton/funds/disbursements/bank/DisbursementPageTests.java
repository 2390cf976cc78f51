package org.lfnkr.zabuton.funds.disbursements.bank;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.lfnkr.zabuton.banking.BankRow;
import org.lfnkr.zabuton.banking.Candidate;
import org.lfnkr.zabuton.banking.Counterpart;
import org.lfnkr.zabuton.banking.RowSort;
import org.lfnkr.zabuton.banking.Settled;
import org.lfnkr.zabuton.bookkeeping.checks.Integrity;
import org.lfnkr.zabuton.bookkeeping.spending.Ripe;
import org.lfnkr.zabuton.bookkeeping.spending.SpendResult;
import org.lfnkr.zabuton.bookkeeping.spending.Spending;
import org.lfnkr.zabuton.desk.Role;
import org.lfnkr.zabuton.funds.disbursements.DisbursementId;
import org.lfnkr.zabuton.giving.Cause;
import org.lfnkr.zabuton.giving.Dedication;
import org.lfnkr.zabuton.giving.Frequency;
import org.lfnkr.zabuton.giving.pledges.GiftSamples;
import org.lfnkr.zabuton.giving.pledges.GiveWish;
import org.lfnkr.zabuton.kernel.BusinessDate;
import org.lfnkr.zabuton.kernel.EmailAddress;
import org.lfnkr.zabuton.kernel.Language;
import org.lfnkr.zabuton.kernel.Money;
import org.lfnkr.zabuton.ledger.Account;
import org.lfnkr.zabuton.ledger.Fund;
import org.lfnkr.zabuton.ledger.Posting;
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
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.transaction.reactive.TransactionalOperator;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Finance drafts, another person signs, a row of the bank pays, and files show it. */
@ModuleTest
@Import(StaffSamples.class)
class DisbursementPageTests {

    private static final byte[] PICTURE = {(byte) 0xff, (byte) 0xd8, (byte) 0xff, 1, 2, 3};

    @LocalServerPort int port;
    @Autowired StaffSamples people;
    @Autowired ApplicationContext application;
    @Autowired DatabaseClient database;
    @Autowired TransactionalOperator transaction;
    @Autowired DisbursementCounterpart counterpart;
    @Autowired Spending spending;
    @Autowired Integrity integrity;
    @Autowired Messages messages;
    @Autowired Formats formats;
    @Autowired MovableClock clock;
    @Autowired TestDatabase owner;

    private Guest finance;
    private String lastPaid = "";

    @BeforeEach
    void givesForFood() {
        finance = new Guest(port).atDesk("FINANCE");
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
        clock.reset();
        assertThat(Await.value(integrity.violations())).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void isDraftedSignedPaidShownAndComesBackInPart(Language language) {
        long had = has();
        String page = drafted(language, Map.of());
        assertThat(finance.get(page).page())
                .contains(
                        text("disbursements.told.drafted", language),
                        text("disbursements.next.ask", language),
                        text("disbursements.lot.promise", language),
                        text("disbursements.books.none", language))
                .doesNotContain("??", "{0}");
        assertThat(has()).isEqualTo(had);

        sign(page, language);
        assertThat(has()).isEqualTo(had - 2_000);
        assertThat(finance.get(page).page())
                .contains(
                        text("disbursements.next.pay", language),
                        text("disbursements.entry.disbursement", language))
                .doesNotContain("??");

        assertThat(settle(row(-12_001), id(page).toString())).isEqualTo(refused("other-sum"));
        assertThat(settle(row(-1_999), id(page).toString())).isEqualTo(refused("less"));
        BankRow paying = row(-2_440);
        assertThat(candidate(paying, page).ground()).isEqualTo(Candidate.Ground.SUM_AND_DAY);
        assertThat(settle(paying, id(page).toString())).isInstanceOf(Settled.Booked.class);
        assertThat(settle(row(-2_440), id(page).toString())).isEqualTo(refused("gone"));
        assertThat(finance.get(page).page()).contains(text("disbursements.next.invoice", language));

        assertThat(bring(page, "invoice"))
                .contains(
                        text("disbursements.told.shown", language),
                        text("disbursements.next.delivery", language));
        assertThat(bring(page, "delivery"))
                .contains(text("disbursements.proof.delivery", language));
        assertThat(state(page)).isEqualTo("EVIDENCED");

        assertThat(comesBack(page, "500", "cheaper"))
                .contains(
                        text("disbursements.told.returned", language),
                        text("disbursements.returned.expected", language),
                        text("disbursements.entry.disbursement-back", language))
                .doesNotContain("??");
        assertThat(has()).isEqualTo(had - 1_500);
        BankRow arriving = row(500);
        assertThat(settle(arriving, candidate(arriving, page).reference()))
                .isInstanceOf(Settled.Booked.class);
        assertThat(finance.get(page).page())
                .doesNotContain(text("disbursements.returned.expected", language));
        assertThat(events(page)).isEqualTo(1);
    }

    @Test
    void isNeverMoreThanTheFundHas() {
        String page = drafted(Language.EN, Map.of("yen", "90000000"));

        String said = tooLittle();
        assertThat(finance.get(page).page()).contains(said);

        Guest.Answer answer = finance.at(page).postUnasked(page + "/requests");

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.page()).contains(said);
        assertThat(state(page)).isEqualTo("DRAFT");
    }

    /** What came by a means that is held back for some days is said, with the day of its end. */
    @ParameterizedTest
    @EnumSource
    void saysWhatIsTooYoungToBeSpentAndFromWhenItMayBe(Language language) {
        own(
                "insert into bookkeeping.ripening (means, days) select distinct means, 30 from"
                        + " bookkeeping.piece");
        try {
            String page = drafted(language, Map.of());
            Ripe ripe =
                    Await.value(
                            spending.ripe(
                                    Fund.FOOD, Money.yen(2_000), BusinessDate.of(clock.instant())));
            assertThat(ripe.yen()).isGreaterThanOrEqualTo(Money.yen(2_000));
            String said =
                    text(
                            "disbursements.too-little." + (has() > free() ? "both" : "young"),
                            language,
                            formats.yen(Money.yen(has())),
                            formats.yen(Money.yen(free())),
                            formats.yen(Money.yen(has() - free())),
                            "¥0",
                            formats.yen(ripe.yen()),
                            formats.date(ripe.from(), language));

            assertThat(finance.at(page).get(page).page()).contains(said);
            Guest.Answer answer = finance.at(page).postUnasked(page + "/requests");
            assertThat(answer.status()).isEqualTo(422);
            assertThat(answer.page().split(Pattern.quote(said), -1)).hasSize(3);
        } finally {
            own("delete from bookkeeping.ripening");
        }
    }

    /** Other tests may await something of the same fund. */
    private String tooLittle() {
        long expected = has() - free();
        return text(
                "disbursements.too-little" + (expected > 0 ? ".expected" : ""),
                Language.EN,
                Money.yen(has()).inFigures(),
                "",
                Money.yen(expected).inFigures());
    }

    /**
     * What one person says comes back is the fund's, and stays there until the bank has it; undone,
     * it is awaited again.
     */
    @ParameterizedTest
    @EnumSource
    void isNotSpentAgainBeforeTheBankHasIt(Language language) {
        String page = paid();
        long free = free();
        comesBack(page, "500", "failed");
        assertThat(free()).isEqualTo(free);
        String next = drafted(language, Map.of("yen", has() + ""));

        assertThat(finance.get(next).page())
                .contains(
                        text(
                                "disbursements.too-little.expected",
                                language,
                                formats.yen(Money.yen(has())),
                                "",
                                formats.yen(Money.yen(has() - free))))
                .doesNotContain("??", "{0}", "{2}");
        assertThat(finance.at(next).postUnasked(next + "/requests").status()).isEqualTo(422);
        Instant now = clock.instant();
        assertThat(
                        Await.value(
                                spending.spend(
                                        UUID.randomUUID(),
                                        Fund.FOOD,
                                        Money.yen(free + 1),
                                        BusinessDate.of(now),
                                        now)))
                .isEqualTo(new SpendResult.TooLittle(Money.yen(free)));

        BankRow row = row(500);
        String reference = candidate(row, page).reference();
        settle(row, reference);
        assertThat(free()).isEqualTo(free + 500);
        undo(row, reference);
        assertThat(free()).isEqualTo(free);
        settle(row, reference);
        assertThat(free()).isEqualTo(free + 500);
    }

    /** Whatever changes after somebody was asked: the draft, its files, or whose money it takes. */
    @Test
    void canNotBeSignedOnceItReadsDifferently() {
        String page = drafted(Language.EN, Map.of());
        finance.at(page).post(page + "/requests");
        String approval = approval(page);

        finance.at(page + "/changes").post(page + "/changes", "yen", "1900");
        assertThat(finance.get(page).page())
                .contains(
                        text("disbursements.told.changed", Language.EN),
                        text("disbursements.stale", Language.EN));
        signsInVain(approval, page);

        finance.at(page).post(page + "/requests");
        String again = approval(page);
        bring(page, "invoice");
        signsInVain(again, page);
    }

    @Test
    void whoAsksTwiceByAClickTooManyIsNotedOnce() {
        String page = drafted(Language.EN, Map.of());
        Guest.Answer first = finance.at(page).post(page + "/requests");
        Guest.Answer second = finance.post(page + "/requests");

        assertThat(second.status()).isEqualTo(303);
        assertThat(second.location()).isEqualTo(first.location());
        assertThat(doers(page, "disbursement.asked")).hasSize(1);
    }

    @Test
    void saysWhyItWasRefusedUntilItIsAskedForAgain() {
        String page = drafted(Language.EN, Map.of());
        finance.at(page).post(page + "/requests");
        String approval = approval(page);
        Guest approver = people.signer(port, Role.APPROVER).guest();

        approver.at(approval).post(approval + "/refusals", "why", "Ask two shops first");

        assertThat(finance.get(page).page())
                .contains("Ask two shops first", text("disbursements.next.ask", Language.EN));
        assertThat(finance.get(page.replace("/en/", "/ja/")).page())
                .contains("Ask two shops first")
                .doesNotContain("??", "{0}");
        finance.at(page).post(page + "/requests");
        assertThat(finance.get(page).page()).doesNotContain("Ask two shops first");
    }

    private void signsInVain(String approval, String page) {
        Signer approver = people.signer(port, Role.APPROVER);
        assertThat(approver.guest().get(approval).page())
                .doesNotContain(text("approvals.sign", Language.EN));
        assertThat(state(page)).isEqualTo("DRAFT");
    }

    @Test
    void isChangedByOneAtATime() {
        String page = drafted(Language.EN, Map.of());
        Guest other = new Guest(port).atDesk("FINANCE").at(page + "/changes");
        finance.at(page + "/changes").post(page + "/changes", "yen", "1900");

        Guest.Answer late = other.post(page + "/changes", "yen", "1800");

        assertThat(late.status()).isEqualTo(422);
        assertThat(late.page())
                .contains(text("disbursements.changed.meanwhile", Language.EN), "1800");
        assertThat(finance.get(page).page()).contains("¥1,900");
    }

    @Test
    void isGivenUpAsADraftAndCalledOffBeforeItIsPaid() {
        long had = has();
        String draft = drafted(Language.EN, Map.of());
        finance.at(draft).post(draft + "/withdrawals");
        assertThat(state(draft)).isEqualTo("WITHDRAWN");

        String page = drafted(Language.EN, Map.of());
        sign(page, Language.EN);
        assertThat(has()).isEqualTo(had - 2_000);
        Guest.Answer off = finance.at(page + "/returns").post(page + "/returns", "yen", "2000");

        assertThat(finance.follow(off).page())
                .contains(text("disbursements.told.called-off", Language.EN));
        assertThat(state(page)).isEqualTo("RETURNED");
        assertThat(has()).isEqualTo(had);
        assertThat(settle(row(-2_000), id(page).toString())).isEqualTo(refused("gone"));
    }

    /** What banks keep on the way back is a fee, and the fund has the whole again. */
    @Test
    void arrivesWithAFeeKept() {
        String page = paid();
        comesBack(page, "500", "failed");
        assertThat(settle(row(501), id(page) + "/1")).isEqualTo(refused("other-return"));

        BankRow row = row(60);
        Candidate candidate = candidate(row, page);

        assertThat(candidate.title().in(Language.EN)).contains("¥500", "¥440");
        assertThat(candidate.ground()).isEqualTo(Candidate.Ground.SUM);
        assertThat(settle(row, candidate.reference()))
                .isEqualTo(
                        new Settled.Booked(
                                List.of(
                                        new Posting(Account.PAYABLE, null, -500),
                                        new Posting(Account.BANK_FEES, Fund.OPERATIONS, 440))));
        assertThat(finance.get(page).page())
                .doesNotContain(text("disbursements.returned.expected", Language.EN));
    }

    /** A second person signs that it never arrives; Operations bears it, and the fund does not. */
    @ParameterizedTest
    @EnumSource
    void neverArrives(Language language) {
        String page = paid().replaceFirst("/en/", "/" + language.tag() + "/");
        comesBack(page, "500", "failed");
        long had = has();
        long free = free();
        String losses = page + "/returns/1/losses";
        assertThat(finance.at(page).post(losses).page())
                .contains(text("disbursements.back.why.missing", language));

        Guest.Answer asked = finance.at(page).post(losses, "why", "bank");
        assertThat(finance.follow(asked).page())
                .contains(
                        text("disbursements.told.lost-asked", language),
                        text("disbursements.returned.lost-asked", language))
                .doesNotContain("/returns/1/losses");
        assertThat(lost()).isZero();
        people.signer(port, Role.APPROVER).approve(approvalOfLoss(page, 1));

        assertThat(finance.get(page).page())
                .contains(text("disbursements.entry.return-lost", language))
                .doesNotContain(
                        text("disbursements.returned.expected", language),
                        text("disbursements.returned.lost-asked", language),
                        "??");
        assertThat(has()).isEqualTo(had);
        assertThat(free()).as("two people have said what becomes of it").isEqualTo(free + 500);
        assertThat(lost()).isEqualTo(500);
        assertThat(doers(page, "disbursement.return-lost"))
                .hasSize(1)
                .doesNotContain(people.account("FINANCE").toString());
        assertThat(settle(row(501), id(page) + "/1")).isEqualTo(refused("other-return"));
    }

    /** It makes up for what Operations bore; the fund has had its money since it was announced. */
    @ParameterizedTest
    @EnumSource
    void arrivesAfterItWasGivenUp(Language language) {
        String page = paid().replaceFirst("/en/", "/" + language.tag() + "/");
        lose(page, 1, "500");
        long had = has();
        BankRow row = row(440);

        Candidate candidate = candidate(row, page);
        assertThat(candidate.title().in(language)).contains("500", "60");
        assertThat(settle(row, candidate.reference()))
                .isEqualTo(
                        new Settled.Booked(
                                List.of(
                                        new Posting(Account.LOST_RETURNS, Fund.OPERATIONS, -500),
                                        new Posting(Account.BANK_FEES, Fund.OPERATIONS, 60))));

        assertThat(has()).isEqualTo(had);
        assertThat(finance.get(page).page()).contains(found(language)).doesNotContain("??", "{0}");
        assertThat(settle(row(500), candidate.reference())).isEqualTo(refused("gone"));
        assertThat(undo(row, candidate.reference())).isTrue();
        assertThat(finance.get(page).page()).doesNotContain(found(language));
        assertThat(settle(row(500), candidate.reference())).isInstanceOf(Settled.Booked.class);
    }

    private String found(Language language) {
        return text(
                "disbursements.returned.found",
                language,
                formats.date(BusinessDate.of(clock.instant()), language));
    }

    /** Of two that are expected, the one is given up and the other still awaited. */
    @Test
    void losesOnlyTheOneThatIsMeant() {
        String page = paid();
        comesBack(page, "300", "cheaper");
        lose(page, 2, "500");

        assertThat(lost()).isEqualTo(500);
        assertThat(settle(row(300), id(page) + "/1"))
                .isEqualTo(new Settled.Booked(List.of(new Posting(Account.PAYABLE, null, -300))));
    }

    private void lose(String page, int no, String yen) {
        comesBack(page, yen, "failed");
        finance.at(page).post(page + "/returns/" + no + "/losses", "why", "bank");
        people.signer(port, Role.APPROVER).approve(approvalOfLoss(page, no));
    }

    private String approvalOfLoss(String page, int no) {
        return "/en/desk/approvals/"
                + one(
                        "select a.id::text from approvals.approval a"
                                + " join funds.disbursement_return r on r.id = a.subject"
                                + " where a.state = 'WAITING' and r.no = "
                                + no
                                + " and r.disbursement = '"
                                + id(page)
                                + "'");
    }

    private long lost() {
        return Long.parseLong(
                one(
                        "select coalesce(-sum(yen), 0)::text from reporting.flow where flow = 'BORNE'"
                                + " and entry in (select id from ledger.entry where kind = 'RETURN_LOST'"
                                + " and source like 'decision:disbursement-"
                                + lastPaid
                                + "%')"));
    }

    /** What the bank paid less than was signed stays in the fund, and nothing has to arrive. */
    @Test
    void isPaidLess() {
        long had = has();
        String page = drafted(Language.EN, Map.of());
        sign(page, Language.EN);
        BankRow row = row(-1_940);
        assertThat(candidate(row, page).title().in(Language.EN)).contains("¥60 less");
        assertThat(settle(row, id(page).toString())).isEqualTo(refused("less"));

        Guest.Answer less = finance.at(page + "/returns").post(page + "/returns", "yen", "60");
        assertThat(finance.follow(less).page())
                .contains(text("disbursements.told.paid-less", Language.EN));

        assertThat(has()).isEqualTo(had - 1_940);
        assertThat(settle(row, id(page).toString()))
                .isEqualTo(new Settled.Booked(Paying.postings(Money.yen(1_940), Money.ZERO)));
        assertThat(finance.get(page).page())
                .doesNotContain(text("disbursements.returned.expected", Language.EN));
        assertThat(undo(row, id(page).toString())).isTrue();
        assertThat(settle(row(-5_000), id(page).toString())).isInstanceOf(Settled.Booked.class);
    }

    /** The row was another's: the rest is taken from the fund again, on that day, and once. */
    @ParameterizedTest
    @EnumSource
    void isNotPaidLessAfterAll(Language language) {
        long had = has();
        String page = drafted(language, Map.of());
        sign(page, language);
        finance.at(page + "/returns").post(page + "/returns", "yen", "60");
        BankRow row = row(-1_940);
        settle(row, id(page).toString());
        String reversals = page + "/returns/1/reversals";
        assertThat(finance.get(page).page())
                .contains(text("disbursements.again.paid", language))
                .doesNotContain("/reversals");
        undo(row, id(page).toString());
        assertThat(finance.at(page).post(reversals).page())
                .contains(text("disbursements.back.why.missing", language));

        Guest.Answer again = finance.at(page).post(reversals, "why", "other-row");

        assertThat(finance.follow(again).page())
                .contains(
                        text("disbursements.told.undone", language),
                        text("disbursements.entry.disbursement-again", language),
                        text("audit.reason.other-row", language))
                .doesNotContain("??", "{0}");
        assertThat(has()).isEqualTo(had - 2_000);
        assertThat(finance.get(page).page()).doesNotContain("/reversals");
        assertThat(settle(row(-2_000), id(page).toString()))
                .isEqualTo(new Settled.Booked(List.of(new Posting(Account.PAYABLE, null, 2_000))));
        assertThat(has()).isEqualTo(had - 2_000);
    }

    /** What it had set free is spent since: nothing is taken, and the page says so. */
    @Test
    void takesNothingAgainThatIsSpent() {
        String page = drafted(Language.EN, Map.of());
        sign(page, Language.EN);
        finance.at(page + "/returns").post(page + "/returns", "yen", "60");
        UUID other = UUID.randomUUID();
        Instant now = clock.instant();
        Money all = Await.value(spending.free(Fund.FOOD));
        Await.value(spending.spend(other, Fund.FOOD, all, BusinessDate.of(now), now));

        assertThat(finance.at(page).post(page + "/returns/1/reversals", "why", "misread").page())
                .contains(text("disbursements.again.too-little", Language.EN, "¥0"));
        assertThat(free()).isZero();
        Await.value(spending.bringBack(other, 1, all, BusinessDate.of(now), now));
    }

    /** What it had set free is too young since: the page says from which day it is taken again. */
    @ParameterizedTest
    @EnumSource
    void saysFromWhenItTakesAgainWhatIsTooYoung(Language language) {
        String page = drafted(language, Map.of());
        sign(page, language);
        finance.at(page + "/returns").post(page + "/returns", "yen", "60");
        own(
                "insert into bookkeeping.ripening (means, days) select distinct means, 30 from"
                        + " bookkeeping.piece");
        try {
            Ripe ripe =
                    Await.value(
                            spending.ripe(
                                    Fund.FOOD, Money.yen(60), BusinessDate.of(clock.instant())));
            assertThat(
                            finance.at(page)
                                    .post(page + "/returns/1/reversals", "why", "misread")
                                    .page())
                    .contains(
                            text(
                                    "disbursements.again.too-little.young",
                                    language,
                                    "¥0",
                                    formats.yen(ripe.yen()),
                                    formats.date(ripe.from(), language)));
        } finally {
            own("delete from bookkeeping.ripening");
        }
    }

    private boolean undo(BankRow row, String reference) {
        return Await.value(
                counterpart
                        .undo(row, new Counterpart.Matched(reference, null, "staff"))
                        .hasElement()
                        .map(stays -> !stays)
                        .as(transaction::transactional));
    }

    private String paid() {
        String page = drafted(Language.EN, Map.of());
        sign(page, Language.EN);
        settle(row(-2_000), id(page).toString());
        lastPaid = id(page).toString();
        return page;
    }

    @Test
    void asksAgainForWhatCanNotComeBack() {
        String page = drafted(Language.EN, Map.of());
        sign(page, Language.EN);
        settle(row(-2_000), id(page).toString());

        for (String yen : new String[] {"2001", "0", "-1", "1.5", "３００．０", ""}) {
            Guest.Answer answer = finance.at(page + "/returns").post(page + "/returns", "yen", yen);
            assertThat(answer.status()).isEqualTo(422);
            assertThat(answer.page())
                    .contains(
                            text("disbursements.back.yen.missing", Language.EN, "¥2,000"),
                            text("disbursements.back.why.missing", Language.EN));
        }
    }

    /** Currency, amount and rate lie sealed, are shown at the desk, and go into the yearly list. */
    @ParameterizedTest
    @EnumSource
    void listsWhatWentAbroad(Language language) {
        String page =
                drafted(
                        language,
                        Map.of(
                                "way",
                                "sent",
                                "currency",
                                "chf",
                                "amount",
                                "12.50",
                                "rate",
                                "160",
                                "source",
                                "bank"));
        assertThat(finance.get(page).page()).contains("CHF 12.50");
        assertThat(stored()).doesNotContain("CHF", "12.50");
        sign(page, language);
        settle(row(-2_000), id(page).toString());

        String list = "/" + language.tag() + "/desk/disbursements/abroad";
        assertThat(finance.get(list).page())
                .contains("CHF 12.50", text("disbursements.way.sent", language))
                .doesNotContain("??", "{0}");
        assertThat(finance.get(list + "/remittances.csv").page())
                .contains("CHF,12.50,160", text("disbursements.source.bank", language));
        assertThat(finance.get(list + "/remittances.xlsx").status()).isEqualTo(200);
        assertThat(finance.get(list + "?year=2020").page())
                .contains(text("disbursements.abroad.none", language));
    }

    @Test
    void isListedByStateAndTakenAlong() {
        String page = drafted(Language.EN, Map.of());
        String list = "/en/desk/disbursements";
        assertThat(finance.get(list + "?state=draft&fund=FOOD&purpose=food").page())
                .contains(id(page).toString());
        assertThat(finance.get(list + "?state=evidenced").page())
                .doesNotContain(id(page).toString());
        assertThat(finance.get(list + "?state=nonsense&from=x").status()).isEqualTo(200);
        assertThat(finance.get(list + "/disbursements.csv?state=draft").page())
                .contains("Draft,Food,Food,rice,5,Shop");

        sign(page, Language.EN);
        assertThat(finance.get(list + "?state=late").page()).doesNotContain(id(page).toString());
        clock.advance(Duration.ofDays(9));
        finance = new Guest(port).atDesk("FINANCE");
        assertThat(finance.get(list + "?state=late").page()).contains(id(page).toString());
        assertThat(finance.get("/en/desk").page())
                .contains(text("disbursements.concern.late", Language.EN));
    }

    @Test
    void showsViewersNoForm() {
        String page = drafted(Language.EN, Map.of());
        Guest viewer = new Guest(port).atDesk("VIEWER");

        assertThat(viewer.get(page).html()).doesNotContain(page + "/");
        assertThat(viewer.get(page + "/changes").status()).isEqualTo(403);
    }

    /** As a double click does where no script runs. */
    @Test
    void theSameDraftSentTwiceIsOne() {
        String form = "/en/desk/disbursements/new";
        String[] typed = typed(Map.of());
        Guest.Answer first = finance.at(form).post(form, typed);

        Guest.Answer second = finance.post(form, typed);

        assertThat(first.status()).isEqualTo(303);
        assertThat(second.location()).isEqualTo(first.location());
    }

    @Test
    void keepsWhatWasTyped() {
        Guest.Answer answer =
                finance.at("/en/desk/disbursements/new")
                        .post("/en/desk/disbursements/new", "yen", "4000.00", "units", "３　０");

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.page())
                .contains("4000.00", "３　０", text("disbursements.yen.missing", Language.EN));
    }

    private String drafted(Language language, Map<String, String> other) {
        String form = "/" + language.tag() + "/desk/disbursements/new";
        Guest.Answer answer = finance.at(form).post(form, typed(other));
        assertThat(answer.status()).isEqualTo(303);
        return Objects.requireNonNull(answer.location()).replaceFirst("#.*", "");
    }

    private static String[] typed(Map<String, String> other) {
        Map<String, String> typed =
                new LinkedHashMap<>(
                        Map.of(
                                "fund", "FOOD", "purpose", "food", "outcome", "rice", "units", "5",
                                "payee", "shop", "yen", "2000", "fee", "440", "way", "home"));
        typed.putAll(other);
        return typed.entrySet().stream()
                .flatMap(it -> Stream.of(it.getKey(), it.getValue()))
                .toArray(String[]::new);
    }

    private void sign(String page, Language language) {
        Guest.Answer asked = finance.at(page).post(page + "/requests");
        assertThat(finance.follow(asked).page())
                .contains(text("disbursements.next.wait", language));
        Signer approver = people.signer(port, Role.APPROVER);
        String approval = approval(page).replaceFirst("/en/", "/" + language.tag() + "/");
        assertThat(approver.guest().get(approval).page())
                .contains(text("disbursements.column.payee", language))
                .doesNotContain("??", "{0}");
        approver.approve(approval);
        assertThat(state(page)).isEqualTo("APPROVED");
        assertThat(doers(page, "disbursement.approved"))
                .hasSize(1)
                .doesNotContain(people.account("FINANCE").toString());
    }

    /** By whom it stands in the trail, and so on the page. */
    private List<String> doers(String page, String act) {
        return Await.value(
                database.sql(
                                "select actor from audit.entry"
                                        + " where subject = :subject and action = :act")
                        .bind("subject", id(page).toString())
                        .bind("act", act)
                        .mapValue(String.class)
                        .all()
                        .collectList());
    }

    private String approval(String page) {
        return "/en/desk/approvals/"
                + one(
                        "select id::text from approvals.approval where subject = '"
                                + id(page)
                                + "' and state = 'WAITING'");
    }

    private String bring(String page, String kind) {
        return finance.follow(
                        finance.bring(
                                page + "/proofs", Map.of("kind", kind), "file", PICTURE.clone()))
                .page();
    }

    private String comesBack(String page, String yen, String why) {
        return finance.follow(
                        finance.at(page + "/returns")
                                .post(page + "/returns", "yen", yen, "why", why))
                .page();
    }

    private Candidate candidate(BankRow row, String page) {
        return Objects.requireNonNull(
                Await.value(
                        counterpart
                                .candidates(row)
                                .filter(it -> it.reference().startsWith(id(page).toString()))
                                .next()));
    }

    private Settled settle(BankRow row, String reference) {
        return Await.value(
                counterpart
                        .settle(row, reference, people.account("FINANCE").toString(), Instant.now())
                        .as(transaction::transactional));
    }

    private static BankRow row(long yen) {
        return new BankRow(
                UUID.randomUUID(),
                UUID.randomUUID(),
                LocalDate.now(BusinessDate.TOKYO),
                Money.yen(yen),
                RowSort.TRANSFER,
                List.of(),
                null);
    }

    private static Settled refused(String why) {
        return new Settled.Refused("disbursements.row." + why);
    }

    private static DisbursementId id(String page) {
        return new DisbursementId(UUID.fromString(page.substring(page.lastIndexOf('/') + 1)));
    }

    private String state(String page) {
        return one("select state from funds.disbursement where id = '" + id(page) + "'");
    }

    private long events(String page) {
        return Long.parseLong(
                one(
                        "select count(*)::text from outbox.event where stream = 'disbursement:"
                                + id(page)
                                + "'"));
    }

    private String stored() {
        return one("select string_agg(d::text, ' ') from funds.disbursement d");
    }

    private long has() {
        return Await.value(spending.has(Fund.FOOD)).yen();
    }

    /** What may be spent of it. */
    private long free() {
        return Await.value(spending.free(Fund.FOOD)).yen();
    }

    private String one(String sql) {
        return Await.value(database.sql(sql).mapValue(String.class).one());
    }

    /** As the owner of the database. */
    private void own(String sql) {
        try (Connection connection = owner.connect();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private String text(String key, Language language, Object... arguments) {
        return messages.text(key, language, arguments);
    }
}
