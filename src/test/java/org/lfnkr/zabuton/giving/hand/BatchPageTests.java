package org.lfnkr.zabuton.giving.hand;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.lfnkr.zabuton.supporters.signin.SignInSamples.newAddress;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.lfnkr.zabuton.bookkeeping.checks.Integrity;
import org.lfnkr.zabuton.desk.Role;
import org.lfnkr.zabuton.giving.Cause;
import org.lfnkr.zabuton.kernel.EmailAddress;
import org.lfnkr.zabuton.kernel.Language;
import org.lfnkr.zabuton.kernel.Money;
import org.lfnkr.zabuton.ledger.Account;
import org.lfnkr.zabuton.ledger.Ledger;
import org.lfnkr.zabuton.payments.offline.Means;
import org.lfnkr.zabuton.payments.stripe.StripeNews;
import org.lfnkr.zabuton.staff.StaffSamples;
import org.lfnkr.zabuton.support.Await;
import org.lfnkr.zabuton.support.Guest;
import org.lfnkr.zabuton.support.ModuleTest;
import org.lfnkr.zabuton.support.Signer;
import org.lfnkr.zabuton.supporters.signin.SignInSamples;
import org.lfnkr.zabuton.web.Messages;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.r2dbc.core.DatabaseClient;

import reactor.core.publisher.Flux;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;

/** Gifts that came by bank, cash or post office are noted from a paper, all of it or nothing. */
@ModuleTest
@Import({SignInSamples.class, StaffSamples.class})
class BatchPageTests {

    private static final String NAME = "Erika Beispiel";

    @LocalServerPort int port;
    @Autowired ApplicationContext application;
    @Autowired DatabaseClient database;
    @Autowired Messages messages;
    @Autowired SignInSamples people;
    @Autowired StaffSamples staff;
    @Autowired Ledger ledger;
    @Autowired Integrity integrity;
    @Autowired HandBatches batches;
    @Autowired Posting posting;

    private final EmailAddress giver = newAddress();
    private final String line = UUID.randomUUID().toString();
    private final int total = ThreadLocalRandom.current().nextInt(100_000, 90_000_000);
    private Guest finance;
    private String batch = "";

    @BeforeEach
    void open() {
        StripeNews.hear(application); // of gifts that another test posted
        finance = new Guest(port).atDesk("FINANCE").at("/en/desk/batches");
        batch = begin().location();
    }

    @AfterEach
    void agree() {
        assertThat(Await.value(integrity.violations())).isEmpty();
    }

    private Guest.Answer begin(String... more) {
        String[] answers = new String[6 + more.length];
        System.arraycopy(
                new String[] {"day", "2026-11-20", "gifts", "2", "total", "" + total},
                0,
                answers,
                0,
                6);
        System.arraycopy(more, 0, answers, 6, more.length);
        return finance.at("/en/desk/batches").post("/en/desk/batches", answers);
    }

    private Guest.Answer note(String suffix, int yen, String means, String name, String email) {
        return finance.at(batch)
                .post(
                        batch + "/gifts",
                        "on",
                        "2026-11-19",
                        "yen",
                        "" + yen,
                        "means",
                        means,
                        "reference",
                        line + suffix,
                        "cause",
                        "food",
                        "name",
                        name,
                        "email",
                        email,
                        "language",
                        "en");
    }

    private void noteBoth() {
        assertThat(note("/1", total - 50, "bank", NAME, giver.value()).status()).isEqualTo(303);
        assertThat(note("/2", 50, "cash", "", "").status()).isEqualTo(303);
    }

    private void post() {
        noteBoth();
        finance.at(batch).post(batch + "/postings");
        StripeNews.hear(application);
        people.letters();
    }

    @Test
    void nothingCountsBeforeNumberAndSumAreReached() {
        note("/1", total - 50, "bank", NAME, giver.value());

        assertThat(finance.get(batch).html())
                .contains("¥50<")
                .doesNotContain(batch + "/postings", NAME, giver.value());
        finance.postUnasked(batch + "/postings");
        assertThat(gifts()).isZero();
        note("/2", 51, "cash", "", "");
        assertThat(finance.get(batch).html()).doesNotContain(batch + "/postings");
        assertThatThrownBy(() -> close("POSTED"))
                .isInstanceOf(DataIntegrityViolationException.class);
    }

    private void close(String status) {
        Await.done(
                database.sql(
                                "update giving.hand_batch set status = :status, closed_at = now()"
                                        + " where id = :id")
                        .bind("status", status)
                        .bind("id", id())
                        .then());
    }

    private UUID id() {
        return UUID.fromString(batch.replaceAll(".*/", ""));
    }

    private long gifts() {
        return Await.value(
                database.sql(
                                "select count(*) from giving.charge where payment in"
                                        + " (select payment from giving.hand_gift where batch = :id)")
                        .bind("id", id())
                        .mapValue(Long.class)
                        .one());
    }

    @Test
    void whatIsPostedIsBookedThankedForAndConfirmedAsOthers() {
        long bank = balance(Account.BANK);
        post();

        assertThat(gifts()).isEqualTo(2);
        assertThat(balance(Account.BANK) - bank).isEqualTo(total - 50);
        assertThat(people.letter(giver).subject())
                .contains(reference("/1"))
                .isEqualTo(
                        messages.text("giving.mail.thanks.subject", Language.EN, reference("/1")));
        Guest person = people.signedIn(giver);
        String form =
                person.get("/en/me/receipts").page().replaceAll("(?s).*?scope=([^\"]+)\".*", "$1");
        person.get("/en/me/receipts/form?scope=" + form);
        person.post("/en/me/receipts", "name", NAME, "address", "1 Street");
        assertThat(person.get("/en/me/receipts").page()).containsPattern("R\\d{4}-\\d{6}");
        assertThat(finance.get(batch).html())
                .contains("/en/desk/gifts/")
                .doesNotContain(NAME, giver.value(), batch + "/gifts\"");
        assertThat(finance.get("/en/desk/audit").page()).contains("2 / ¥%,d".formatted(total));
    }

    private String reference(String suffix) {
        return Await.value(
                database.sql(
                                """
                                select p.reference from giving.pledge p
                                  join giving.hand_gift g on g.payment = p.payment
                                 where g.reference = :reference
                                """)
                        .bind("reference", line + suffix)
                        .mapValue(String.class)
                        .one());
    }

    private long balance(Account account) {
        return Await.value(ledger.balance(account)).yen();
    }

    @Test
    void aSecondClickPostsNothing() {
        post();
        long bank = balance(Account.BANK);
        finance.postUnasked(batch + "/postings");
        StripeNews.hear(application);

        assertThat(balance(Account.BANK)).isEqualTo(bank);
        assertThat(gifts()).isEqualTo(2);
        assertThatThrownBy(() -> close("DISCARDED"))
                .isInstanceOf(DataIntegrityViolationException.class);
    }

    /** Whichever comes first: what is posted is what was reached. */
    @Test
    void aGiftThatIsNotedMeanwhileIsPostedWithNoOther() {
        noteBoth();
        UUID id = UUID.fromString(batch.substring(batch.lastIndexOf('/') + 1));
        HandGift late =
                new HandGift(
                        UUID.randomUUID(),
                        id,
                        LocalDate.of(2026, 11, 19),
                        Money.yen(50),
                        Means.CASH,
                        line + "/3",
                        Cause.FOOD,
                        Language.EN,
                        null,
                        null,
                        null);

        List<HandResult> results =
                Await.value(
                        Flux.merge(batches.add(late, null, "test"), posting.post(id, "test"))
                                .collectList());

        assertThat(results).hasSize(2).hasAtLeastOneElementOfType(HandResult.Done.class);
        assertThat(results.stream().filter(HandResult.Done.class::isInstance)).hasSize(1);
    }

    @Test
    void aPaperThatIsTypedTwiceIsNoticed() {
        Guest.Answer again = begin();
        assertThat(again.status()).isEqualTo(422);
        assertThat(again.page()).contains(messages.text("giving.hand.twin.open", Language.EN));

        post();
        assertThat(begin().page()).contains(messages.text("giving.hand.twin.posted", Language.EN));
        String other = finance.post("/en/desk/batches", "another", "yes").location();
        assertThat(other).isNotEqualTo(batch).startsWith("/en/desk/batches/");

        batch = other;
        Guest.Answer line = note("/1", total - 50, "bank", NAME, giver.value());
        assertThat(line.status()).isEqualTo(422);
        assertThat(line.page())
                .contains(messages.text("giving.hand.reference.taken", Language.EN), NAME);
        assertThat(note("/1", total - 50, "cash", "", "").status())
                .as("another means has numbers of its own")
                .isEqualTo(303);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0001-01-01", "-999999999-01-01"})
    void aDayThatNobodyMeansOpensNoBatch(String day) {
        Guest.Answer answer =
                finance.at("/en/desk/batches")
                        .post("/en/desk/batches", "day", day, "gifts", "2", "total", "" + total);

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.page())
                .contains(messages.text("giving.hand.day.unreadable", Language.EN));
        assertThat(finance.get("/en/desk/batches").status()).isEqualTo(200);
    }

    /** What stands on a paper is not typed a second time. */
    @Test
    void aGiftThatComesTooLateForItsBatchStaysForAnother() {
        Guest slower = new Guest(port).atDesk("FINANCE").at(batch);
        finance.at(batch).post(batch + "/discards");

        Guest.Answer late =
                slower.post(
                        batch + "/gifts",
                        "on",
                        "2026-11-19",
                        "yen",
                        "50",
                        "means",
                        "cash",
                        "reference",
                        line + "/1",
                        "cause",
                        "food",
                        "name",
                        NAME,
                        "email",
                        giver.value());

        assertThat(late.status()).isEqualTo(422);
        assertThat(late.page())
                .contains(messages.text("giving.hand.gift.over", Language.EN), NAME, line + "/1");
        assertThat(begin().status()).isEqualTo(303);
    }

    @Test
    void whatIsGivenUpIsForgotten() {
        noteBoth();
        UUID key = giverKey();
        assertThat(isSealed(key)).isTrue();
        finance.at(batch).post(batch + "/discards");

        assertThat(isSealed(key)).isFalse();
        assertThat(finance.get(batch).page())
                .contains(messages.text("giving.hand.state.discarded.lead", Language.EN));
        assertThat(begin().status()).as("it may be typed anew").isEqualTo(303);
    }

    /** Under whose key the giver of the first gift lies. */
    private UUID giverKey() {
        return Await.value(
                database.sql(
                                "select subject from giving.hand_gift"
                                        + " where batch = :id and subject is not null")
                        .bind("id", id())
                        .mapValue(UUID.class)
                        .one());
    }

    private boolean isSealed(UUID subject) {
        return Await.value(
                        database.sql("select count(*) from vault.box where subject_id = :subject")
                                .bind("subject", subject)
                                .mapValue(Long.class)
                                .one())
                == 1;
    }

    @Test
    void oneIsTakenOutBeforeItIsPosted() {
        note("/1", 60, "bank", NAME, giver.value());
        UUID key = giverKey();
        String form =
                finance.get(batch)
                        .html()
                        .replaceAll("(?s).*\"(/en/desk/[^\"]+/removals)\".*", "$1");
        finance.post(form);

        assertThat(isSealed(key)).isFalse();
        assertThat(finance.get(batch).page())
                .contains(messages.text("giving.hand.noted.none", Language.EN));
    }

    /** No money moves: the books take it out on another day, and the giver is told so. */
    @Test
    void whatWasNotedWronglyIsTakenBackByAnEntryOfItsOwn() {
        long bank = balance(Account.BANK);
        note("/1", 10_000, "bank", NAME, giver.value());
        note("/2", total - 10_000, "cash", "", "");
        finance.at(batch).post(batch + "/postings");
        StripeNews.hear(application);
        people.letters();
        String form = correction();
        finance.get(form);
        assertThat(finance.post(form, "reason", " ").status()).isEqualTo(422);
        finance.at(form).post(form, "reason", "another sum on the statement");
        StripeNews.hear(application);
        people.letters();

        assertThat(balance(Account.BANK)).isEqualTo(bank);
        assertThat(people.letter(giver).subject()).isEqualTo(corrected());
        assertThat(finance.get(batch).page())
                .contains(messages.text("giving.hand.taken-back", Language.EN));
        assertThat(finance.get(form).status()).isEqualTo(404);
    }

    @ParameterizedTest
    @EnumSource
    void whoTakesAGiftBackAfterSomebodyElseKeepsTheReason(Language language) {
        noteBoth();
        finance.at(batch).post(batch + "/postings");
        String form = correction().replaceFirst("/en/", "/" + language.tag() + "/");
        Guest second = new Guest(port).atDesk("FINANCE").at(form);
        Guest third = new Guest(port).atDesk("FINANCE").at(form);
        finance.at(form).post(form, "reason", "another sum");

        Guest.Answer before = second.post(form, "reason", "another day");
        assertThat(before.status()).isEqualTo(422);
        assertThat(before.page())
                .contains(messages.text("giving.hand.correction.before", language))
                .doesNotContain("??");
        assertThat(second.offered(form).fields().getFirst("reason")).isEqualTo("another day");

        staff.signer(port, Role.APPROVER).approve("/en/desk/approvals/" + approval(form));
        Guest.Answer over = third.post(form, "reason", "another cause");
        assertThat(over.status()).isEqualTo(422);
        assertThat(over.page())
                .contains(
                        messages.text("giving.hand.correction.over", language),
                        messages.text("web.typed", language),
                        "<dd>another cause</dd>")
                .doesNotContain("??", "data-once");
    }

    /** As a double click does where no script runs: done alone, and asked of a second person. */
    @ParameterizedTest
    @ValueSource(ints = {10_000, 10_001})
    void theSameCorrectionSentTwiceLeadsOn(int yen) {
        note("/1", yen, "bank", NAME, giver.value());
        note("/2", total - yen, "cash", "", "");
        finance.at(batch).post(batch + "/postings");
        StripeNews.hear(application);
        String form = correction();
        Guest.Answer first = finance.at(form).post(form, "reason", "another sum");

        Guest.Answer second = finance.post(form, "reason", "another sum");

        assertThat(second.status()).isEqualTo(303);
        assertThat(second.location()).isEqualTo(first.location());
        assertThat(finance.follow(second).page())
                .contains(
                        messages.text(
                                "giving.hand.told." + (yen > 10_000 ? "proposed" : "corrected"),
                                Language.EN));
    }

    private String correction() {
        return finance.get(batch)
                .html()
                .replaceAll("(?s).*?\"(/en/desk/[^\"]+/corrections)\".*", "$1");
    }

    private String corrected() {
        return messages.text("giving.mail.corrected.subject", Language.EN, reference("/1"));
    }

    /** Nobody takes out of the books alone what they may not give back alone. */
    @ParameterizedTest
    @EnumSource
    void aSecondPersonSignsWhatIsAboveTheLimit(Language language) {
        long bank = balance(Account.BANK);
        post();
        String form = correction();
        assertThat(finance.get(form).page())
                .contains(
                        messages.text("giving.hand.correction.second", Language.EN, "¥10,000"),
                        messages.text("giving.hand.correction.ask", Language.EN));
        assertThat(finance.follow(finance.post(form, "reason", "another sum")).page())
                .contains(messages.text("giving.hand.told.proposed", Language.EN));
        assertThat(balance(Account.BANK) - bank).isEqualTo(total - 50);

        Signer approver = staff.signer(port, Role.APPROVER);
        String waiting = "/" + language.tag() + "/desk/approvals/" + approval(form);
        assertThat(approver.guest().get(waiting).page())
                .contains(
                        messages.text(
                                "giving.hand.approval.title",
                                language,
                                String.format(Locale.ROOT, "¥%,d", total - 50),
                                line + "/1"),
                        "another sum",
                        "yen=" + (total - 50))
                .doesNotContain("??", "{0}", NAME);
        approver.approve(waiting);
        StripeNews.hear(application);
        people.letters();

        assertThat(balance(Account.BANK)).isEqualTo(bank);
        assertThat(people.letter(giver).subject()).isEqualTo(corrected());
        assertThat(finance.get(form).status()).isEqualTo(404);
    }

    private UUID approval(String form) {
        return Await.value(
                database.sql("select id from approvals.approval where subject = :gift")
                        .bind(
                                "gift",
                                UUID.fromString(form.replaceAll(".*/gifts/|/corrections", "")))
                        .mapValue(UUID.class)
                        .one());
    }

    /** Of who is unknown nothing is kept, so nothing is offered. */
    @Test
    void nobodyIsOfferedToOpenAGiverWhoIsUnknown() {
        post();
        String rows = finance.get(batch).html();
        String there = messages.text("giving.hand.giver.there", Language.EN);
        String unknown = messages.text("giving.hand.giver.unknown", Language.EN);

        assertThat(rows.split(there, -1)).hasSize(2);
        assertThat(rows.split(">" + unknown + "<", -1)).hasSize(2);
        Guest shop = new Guest(port).atDesk("SHOP");
        assertThat(shop.get(gift(rows, "/1")).html())
                .contains("/desk/reveals/contact")
                .doesNotContain(messages.text("reveals.nothing", Language.EN));
        assertThat(shop.get(gift(rows, "/2")).html())
                .contains(messages.text("reveals.nothing", Language.EN))
                .doesNotContain("/desk/reveals/contact", "••••");
    }

    /** The page of a gift, as the batch links it. */
    private String gift(String rows, String suffix) {
        return rows.replaceAll(
                "(?s).*\"(/en/desk/gifts/[^\"]+)\"[^>]*>" + line + suffix + "<.*", "$1");
    }

    @ParameterizedTest
    @CsvSource({
        "yen, 49, giving.hand.yen.unreadable",
        "yen, 3000.00, giving.hand.yen.unreadable",
        "yen, -3000, giving.hand.yen.unreadable",
        "yen, 1e4, giving.hand.yen.unreadable",
        "on, 2999-01-01, giving.hand.day.early",
        "on, 0001-01-01, giving.hand.day.unreadable",
        "on, -999999999-01-01, giving.hand.day.unreadable",
        "reference, Erika Beispiel, giving.hand.reference.unreadable",
        "email, nobody, giving.hand.email.unreadable",
        "means, card, giving.hand.means.missing"
    })
    void whatIsNotUnderstoodIsSaidAndKept(String field, String typed, String complaint) {
        Guest.Answer answer = finance.at(batch).post(batch + "/gifts", "name", NAME, field, typed);

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.html())
                .contains("href=\"#" + field + "\"", "value=\"" + NAME + "\"")
                .contains(messages.text(complaint, Language.EN, 50, 99_999_999).substring(0, 8));
    }

    @Test
    void whoOnlyLooksIsOfferedNoAct() {
        noteBoth();
        assertThat(new Guest(port).atDesk("VIEWER").get(batch).html())
                .contains(line)
                .doesNotContain("/postings", "/removals", "/discards", batch + "/gifts\"");
    }
}
