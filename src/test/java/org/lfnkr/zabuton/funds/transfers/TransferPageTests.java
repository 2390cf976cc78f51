package org.lfnkr.zabuton.funds.transfers;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.lfnkr.zabuton.bookkeeping.checks.Integrity;
import org.lfnkr.zabuton.bookkeeping.spending.Spending;
import org.lfnkr.zabuton.desk.Role;
import org.lfnkr.zabuton.giving.Frequency;
import org.lfnkr.zabuton.giving.pledges.GiftSamples;
import org.lfnkr.zabuton.kernel.EmailAddress;
import org.lfnkr.zabuton.kernel.Language;
import org.lfnkr.zabuton.kernel.Money;
import org.lfnkr.zabuton.ledger.Fund;
import org.lfnkr.zabuton.staff.StaffSamples;
import org.lfnkr.zabuton.support.Await;
import org.lfnkr.zabuton.support.Guest;
import org.lfnkr.zabuton.support.ModuleTest;
import org.lfnkr.zabuton.support.Signer;
import org.lfnkr.zabuton.web.Messages;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.r2dbc.core.DatabaseClient;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/** Finance asks for a transfer with its document, and another person signs it. */
@ModuleTest
@Import(StaffSamples.class)
class TransferPageTests {

    private static final byte[] PICTURE = {(byte) 0xff, (byte) 0xd8, (byte) 0xff, 1, 2, 3};
    private static final Fund CLOTHING = new Fund("CLOTHING");
    private static final String NEW = "/desk/transfers/new";

    @LocalServerPort int port;
    @Autowired StaffSamples people;
    @Autowired ApplicationContext application;
    @Autowired DatabaseClient database;
    @Autowired Spending spending;
    @Autowired Integrity integrity;
    @Autowired Messages messages;

    private Guest finance;

    @BeforeEach
    void gives() {
        finance = new Guest(port).atDesk("FINANCE");
        EmailAddress giver = new EmailAddress(UUID.randomUUID() + "@example.org");
        new GiftSamples(application).given(GiftSamples.wish(giver, Frequency.ONCE));
    }

    @AfterEach
    void booksAgree() {
        assertThat(Await.value(integrity.violations())).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void movesWhenAnotherPersonHasSigned(Language language) {
        long had = has(Fund.FOSTER_CHILDREN);
        long clothing = has(CLOTHING);
        Guest.Answer asked = ask(language, Map.of(), PICTURE.clone());
        assertThat(asked.status()).isEqualTo(303);
        String page = asked.location().replaceFirst("#.*", "");
        assertThat(finance.get(page).page())
                .contains(text("transfers.told.asked", language), text("transfers.waits", language))
                .doesNotContain("??", "{0}");
        assertThat(has(CLOTHING)).isEqualTo(clothing);

        Signer approver = people.signer(port, Role.APPROVER);
        String approval = approval(page, language);
        assertThat(approver.guest().get(approval).page())
                .contains(text("transfers.ground.giver-agreed", language), "SHA-256")
                .doesNotContain("??", "{0}");
        approver.approve(approval);

        assertThat(has(Fund.FOSTER_CHILDREN)).isEqualTo(had - 800);
        assertThat(has(CLOTHING)).isEqualTo(clothing + 800);
        assertThat(finance.get(page).page())
                .contains(text("storefront.desk.books", language), "¥800")
                .doesNotContain("??", text("transfers.waits", language));
        assertThat(finance.get("/" + language.tag() + "/desk/transfers").page())
                .contains("¥800", text("transfers.ground.giver-agreed", language))
                .doesNotContain("??", "{0}");
        String file = "/" + language.tag() + "/desk/transfers/transfers.csv";
        assertThat(finance.get(file).page())
                .contains(
                        text("transfers.ground.giver-agreed", language) + ",800",
                        text("transfers.moved", language));
        assertThat(finance.get(file.replace(".csv", ".xlsx")).header("Content-Type"))
                .contains("spreadsheetml");
    }

    /** What was given for a purpose leaves it only where it is shown why. */
    @Test
    void needsADocumentWhereMoneyWasGivenForAPurpose() {
        long count = count();
        Guest.Answer answer = ask(Language.EN, Map.of(), new byte[0]);

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.page())
                .contains(text("evidence.refused.none", Language.EN), "value=\"800\"");
        assertThat(count()).isEqualTo(count);
    }

    @Test
    void asksAgainForWhatIsWrong() {
        assertThat(wrong(Map.of("to", "FOSTER_CHILDREN"))).contains(said("to.same"));
        assertThat(wrong(Map.of("from", "OPERATIONS"))).contains(said("from.missing"));
        assertThat(wrong(Map.of("yen", "800.00"))).contains(said("yen.missing"), "800.00");
        assertThat(wrong(Map.of("ground", "because"))).contains(said("ground.missing"));
        assertThat(wrong(Map.of("ground", "general-named")))
                .contains(
                        text(
                                "transfers.ground.other",
                                Language.EN,
                                "All foster children together"));
        assertThat(wrong(Map.of("yen", "90000000")))
                .contains(
                        text(
                                "transfers.too-little",
                                Language.EN,
                                Money.yen(has(Fund.FOSTER_CHILDREN)).inFigures()));
    }

    private String wrong(Map<String, String> other) {
        Guest.Answer answer = ask(Language.EN, other, PICTURE.clone());
        assertThat(answer.status()).isEqualTo(422);
        return answer.page();
    }

    private String said(String key) {
        return text("transfers." + key, Language.EN);
    }

    /** What was refused is asked for once more, or left. */
    @Test
    void isAskedForAgainWhereItWasWithdrawn() {
        String page =
                ask(Language.EN, Map.of(), PICTURE.clone()).location().replaceFirst("#.*", "");
        String approval = approval(page, Language.EN);
        finance.at(approval).post(approval + "/withdrawals");
        assertThat(finance.get(page).page()).contains(said("lapsed"));

        assertThat(finance.follow(finance.at(page).post(page + "/requests")).page())
                .contains(said("told.asked"), said("waits"));
        assertThat(approval(page, Language.EN)).isNotEqualTo(approval);
    }

    /** As a double click does where no script runs. */
    @Test
    void theSameSentTwiceIsAskedOnce() {
        String token = finance.at("/en" + NEW).offered("/en" + NEW).token();
        Guest.Answer first = ask(Language.EN, Map.of("_csrf", token), PICTURE.clone());
        long count = count();
        long evidence = Long.parseLong(one("select count(*)::text from evidence.file"));

        Guest.Answer second = ask(Language.EN, Map.of("_csrf", token), PICTURE.clone());

        assertThat(second.location()).isEqualTo(first.location());
        assertThat(finance.follow(second).page()).contains(said("told.asked"));
        assertThat(count()).isEqualTo(count);
        assertThat(one("select count(*)::text from evidence.file")).isEqualTo("" + evidence);
    }

    private Guest.Answer ask(Language language, Map<String, String> other, byte[] document) {
        Map<String, String> typed =
                new HashMap<>(
                        Map.of(
                                "from", "FOSTER_CHILDREN",
                                "to", "CLOTHING",
                                "yen", "800",
                                "ground", "giver-agreed"));
        typed.putAll(other);
        return finance.bring("/" + language.tag() + NEW, typed, "document", document);
    }

    private String approval(String page, Language language) {
        String id = page.substring(page.lastIndexOf('/') + 1);
        return "/%s/desk/approvals/%s"
                .formatted(
                        language.tag(),
                        one(
                                "select id::text from approvals.approval where state = 'WAITING'"
                                        + " and subject = '"
                                        + id
                                        + "'"));
    }

    private long count() {
        return Long.parseLong(one("select count(*)::text from funds.transfer"));
    }

    private String one(String sql) {
        return Await.value(database.sql(sql).mapValue(String.class).one());
    }

    private long has(Fund fund) {
        return Await.value(spending.has(fund)).yen();
    }

    private String text(String key, Language language, Object... arguments) {
        return messages.text(key, language, arguments);
    }
}
