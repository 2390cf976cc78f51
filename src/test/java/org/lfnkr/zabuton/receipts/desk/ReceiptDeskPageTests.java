package org.lfnkr.zabuton.receipts.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lfnkr.zabuton.supporters.signin.SignInSamples.newAddress;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.lfnkr.zabuton.giving.Frequency;
import org.lfnkr.zabuton.giving.Pledge;
import org.lfnkr.zabuton.giving.pledges.GiftSamples;
import org.lfnkr.zabuton.kernel.EmailAddress;
import org.lfnkr.zabuton.kernel.Language;
import org.lfnkr.zabuton.support.Await;
import org.lfnkr.zabuton.support.Guest;
import org.lfnkr.zabuton.support.ModuleTest;
import org.lfnkr.zabuton.supporters.signin.SignInSamples;
import org.lfnkr.zabuton.web.Messages;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.r2dbc.core.DatabaseClient;

import java.util.List;
import java.util.Objects;

/** Receipts at the desk: issued for who asks, voided and issued anew, each with a reason. */
@ModuleTest
@Import(SignInSamples.class)
class ReceiptDeskPageTests {

    private static final String ADDRESSEE = "Erika Beispiel";

    @LocalServerPort int port;
    @Autowired ApplicationContext application;
    @Autowired DatabaseClient database;
    @Autowired Messages messages;
    @Autowired SignInSamples people;

    private final EmailAddress giver = newAddress();
    private Pledge gift;
    private Guest finance;

    @BeforeEach
    void give() {
        gift = new GiftSamples(application).given(GiftSamples.wish(giver, Frequency.ONCE));
        finance = new Guest(port).atDesk("FINANCE");
    }

    /** The page of a receipt that staff had made for the gift. */
    private String issued() {
        String form = "/en/desk/gifts/" + gift.payment() + "/receipt";
        Guest.Answer answer =
                finance.at(form)
                        .post(form, "name", ADDRESSEE, "address", "1 Street", "reason", "asked");
        return answer.location().replace("#told", "");
    }

    private static String number(String page) {
        return page.replaceAll(".*/", "");
    }

    @Test
    void oneIsIssuedForAGiverWhoAsksAndStandsOnTheirOwnPageToo() {
        String page = issued();

        assertThat(number(page)).matches("R\\d{4}-\\d{6}");
        assertThat(finance.get(page).page()).contains("¥3,000").doesNotContain(ADDRESSEE, "??");
        assertThat(people.signedIn(giver).get("/en/me/receipts").page()).contains(number(page));
        assertThat(finance.get("/en/desk/gifts/" + gift.payment()).html())
                .contains(page)
                .doesNotContain("/receipt\"");
        String form = "/en/desk/gifts/" + gift.payment() + "/receipt";
        finance.get(form);
        Guest.Answer again =
                finance.post(form, "name", ADDRESSEE, "address", "1 Street", "reason", "lost");
        assertThat(again.status()).isEqualTo(422);
        assertThat(again.page()).contains(messages.text("receipts.desk.nothing", Language.EN));
        assertThat(acts(number(page))).containsExactly("receipt.issued");
    }

    @Test
    void anotherTakesItsPlaceAndTheGiverIsTold() {
        String old = issued();
        Guest.Answer refused = finance.at(old).post(old + "/successors", "reason", " ");
        assertThat(refused.status()).isEqualTo(422);

        finance.at(old);
        finance.post(
                old + "/successors",
                "name",
                "Max Muster",
                "address",
                "1 Street",
                "reason",
                "misspelt");
        people.letters();

        assertThat(finance.get(old).page())
                .contains(messages.text("receipts.desk.void.REISSUED", Language.EN))
                .doesNotContain("Max Muster");
        List<String> all = numbers();
        assertThat(all).hasSize(2).doesNotHaveDuplicates();
        assertThat(finance.get("/en/desk/receipts?state=void").page()).contains(number(old));
        assertThat(finance.get("/en/desk/receipts?state=holds").page()).doesNotContain(number(old));
        assertThat(acts(number(old))).containsExactly("receipt.issued", "receipt.reissued");
        assertThat(people.letter(giver).subject()).contains(number(old));
    }

    /** Nobody has to open a name to have a paper made anew. */
    @Test
    void whomItIsMadeOutToIsKeptWhereNobodyElseIsNamed() {
        String old = issued();
        finance.at(old).post(old + "/successors", "reason", "lost in the post");

        String next = "/en/desk/receipts/" + numbers().getLast();
        assertThat(next).isNotEqualTo(old);
        finance.at(next).post("/en/desk/reveals/receipt", "reveal-reason", "paper");
        assertThat(finance.get(next).page()).contains(ADDRESSEE, "1 Street");
    }

    @Test
    void itIsVoidedOnceAndNothingHoldsThen() {
        String page = issued();
        finance.at(page).post(page + "/voidings", "voidReason", "of another giver");

        assertThat(finance.get(page).page())
                .contains(messages.text("receipts.desk.void.WITHDRAWN", Language.EN))
                .doesNotContain(page + "/voidings");
        assertThat(acts(number(page))).containsExactly("receipt.issued", "receipt.voided");
        assertThat(people.signedIn(giver).get("/en/me/receipts").page())
                .contains(messages.text("receipts.void.WITHDRAWN", Language.EN));
    }

    /** As a double click does where no script runs. */
    @Test
    void theSameFormSentTwiceLeadsOnAndDoesNothingMore() {
        String old = issued();
        finance.at(old);
        String[] typed = {"reason", "lost in the post"};
        Guest.Answer first = finance.post(old + "/successors", typed);
        assertLedOn(finance.post(old + "/successors", typed), first, "reissued");

        String next = "/en/desk/receipts/" + numbers().getLast();
        finance.at(next);
        first = finance.post(next + "/voidings", "voidReason", "of another giver");
        assertLedOn(
                finance.post(next + "/voidings", "voidReason", "of another giver"),
                first,
                "voided");
        assertThat(numbers()).hasSize(2);
        assertThat(acts(number(old))).containsExactly("receipt.issued", "receipt.reissued");
        assertThat(acts(number(next))).containsExactly("receipt.voided");
    }

    @Test
    void theFirstReceiptSentTwiceIsOneAndASecondNameIsNotLost() {
        String form = "/en/desk/gifts/" + gift.payment() + "/receipt";
        String[] typed = {"name", ADDRESSEE, "address", "1 Street", "reason", "by phone"};
        finance.at(form);
        Guest.Answer first = finance.post(form, typed);
        assertLedOn(finance.post(form, typed), first, "issued");
        assertThat(numbers()).hasSize(1);

        String page = first.location().replace("#told", "");
        finance.at(page);
        typed[1] = "Max Muster";
        first = finance.post(page + "/successors", typed);
        assertLedOn(finance.post(page + "/successors", typed), first, "reissued");
        Guest other = new Guest(port).atDesk("FINANCE");
        typed[1] = "Erika Muster";
        Guest.Answer late = other.postUnasked(page + "/successors", typed);
        assertThat(late.status()).as("it says something else").isEqualTo(422);
        assertThat(numbers()).hasSize(2);
    }

    private void assertLedOn(Guest.Answer second, Guest.Answer first, String told) {
        assertThat(second.status()).isEqualTo(303);
        assertThat(second.location()).isEqualTo(first.location());
        assertThat(finance.follow(second).page())
                .contains(messages.text("receipts.desk.told." + told, Language.EN));
    }

    /** Two have it open; the slower one has a name and an address before them. */
    @ParameterizedTest
    @EnumSource
    void whatIsTypedForOneThatHasBecomeVoidStaysOnItsPage(Language language) {
        String page = issued().replaceFirst("/en/", "/" + language.tag() + "/");
        Guest other = new Guest(port).atDesk("FINANCE").at(page);
        Guest voiding = new Guest(port).atDesk("FINANCE").at(page);
        Guest unreasoned = new Guest(port).atDesk("FINANCE").at(page);
        finance.at(page).post(page + "/successors", "reason", "lost in the post");

        String[] typed = {"name", "Max Muster", "address", "2 Street", "reason", "misspelt"};
        assertKept(language, other.post(page + "/successors", typed), "Max Muster", "2 Street");
        typed[5] = " ";
        assertKept(language, unreasoned.post(page + "/successors", typed), "2 Street");
        assertKept(
                language,
                voiding.post(page + "/voidings", "voidReason", "of another giver"),
                "of another giver");
        assertThat(numbers()).hasSize(2);
    }

    /**
     * A bank asks about the gift, and the receipt is not void yet: it doesn't become so by this.
     */
    @ParameterizedTest
    @EnumSource
    void noneIsVoidedForOneThatCannotBeMade(Language language) {
        String page = issued().replaceFirst("/en/", "/" + language.tag() + "/");
        new GiftSamples(application).disputed(gift);

        Guest.Answer refused =
                finance.at(page)
                        .post(
                                page + "/successors",
                                "name",
                                "Max Muster",
                                "address",
                                "2 Street",
                                "reason",
                                "misspelt");

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.page())
                .contains(
                        messages.text("receipts.desk.wrong.nothing", language),
                        "Max Muster",
                        page + "/voidings")
                .doesNotContain("??");
        assertThat(numbers()).hasSize(1);
        assertThat(acts(number(page))).containsExactly("receipt.issued");
    }

    private void assertKept(Language language, Guest.Answer late, String... typed) {
        assertThat(late.status()).isEqualTo(422);
        assertThat(late.page())
                .contains(
                        messages.text("receipts.desk.wrong.over", language),
                        messages.text("web.typed", language))
                .contains(typed)
                .doesNotContain("??", "/voidings");
        assertThat(late.html()).contains("href=\"#typed\"", "id=\"typed\"");
    }

    @Test
    void aPrintLeavesATrace() {
        String page = issued();
        Guest.Answer paper = finance.at(page).post(page + "/prints");

        assertThat(paper.header("Content-Type")).isEqualTo("application/pdf");
        assertThat(finance.get(page).page())
                .contains(messages.text("reveals.way.printed", Language.EN));
        assertThat(people.signedIn(giver).get("/en/me/data").page())
                .contains(messages.text("reveals.way.printed", Language.EN));
        assertThat(new Guest(port).atDesk("VIEWER").get(page).html())
                .doesNotContain("/prints", "/voidings", "/successors");
    }

    private List<String> numbers() {
        return Await.value(
                database.sql(
                                """
                                select number from receipts.receipt
                                 where id in (select receipt from receipts.payment where payment = :payment)
                                 order by issued_at, number
                                """)
                        .bind("payment", Objects.requireNonNull(gift.payment()).value())
                        .mapValue(String.class)
                        .all()
                        .collectList());
    }

    private List<String> acts(String number) {
        return Await.value(
                database.sql(
                                """
                                select e.action from audit.entry e
                                 where e.subject = (select cast(id as text) from receipts.receipt where number = :number)
                                 order by e.id
                                """)
                        .bind("number", number)
                        .mapValue(String.class)
                        .all()
                        .collectList());
    }
}
