package org.lfnkr.zabuton.reveals.breach;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lfnkr.zabuton.supporters.signin.SignInSamples.newAddress;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.lfnkr.zabuton.desk.Role;
import org.lfnkr.zabuton.kernel.EmailAddress;
import org.lfnkr.zabuton.kernel.Language;
import org.lfnkr.zabuton.staff.StaffSamples;
import org.lfnkr.zabuton.support.Await;
import org.lfnkr.zabuton.support.Guest;
import org.lfnkr.zabuton.support.ModuleTest;
import org.lfnkr.zabuton.supporters.signin.SignInSamples;
import org.lfnkr.zabuton.web.Messages;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.r2dbc.core.DatabaseClient;

import java.util.UUID;
import java.util.stream.Stream;

/** A breach is a number first; names are listed by a second person's leave only. */
@ModuleTest
@Import({SignInSamples.class, StaffSamples.class})
class BreachPageTests {

    @LocalServerPort int port;
    @Autowired DatabaseClient database;
    @Autowired Messages messages;
    @Autowired SignInSamples people;
    @Autowired StaffSamples staff;

    private final EmailAddress known = newAddress();

    @BeforeEach
    void meet() {
        people.met(known);
    }

    private String counted(Guest guest, String... answers) {
        return guest.at("/en/desk/breaches").post("/en/desk/breaches", answers).location();
    }

    @ParameterizedTest
    @MethodSource
    void whatIsNoReasonAsksNobody(String reason) {
        Guest shop = staff.signer(port, Role.SHOP).guest();
        String page = counted(shop, "scope", "everybody");

        Guest.Answer answer = shop.at(page).post(page + "/proposals", "reason", reason);

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.html()).contains("href=\"#reason\"", "id=\"reason-error\"");
    }

    static Stream<String> whatIsNoReasonAsksNobody() {
        return Stream.of("", " ", "\u0000", "x".repeat(201));
    }

    @Test
    void theNumberIsThereAtOnceAndTheListByApprovalOnly() {
        Guest shop = staff.signer(port, Role.SHOP).guest();
        String page = counted(shop, "scope", "everybody");

        long all =
                count(
                        "select count(*) from supporters.supporter where email_index is not null and merged_into is null");
        assertThat(shop.get(page).page())
                .contains(messages.text("breach.number", Language.EN, all))
                .doesNotContain(known.value());
        assertThat(shop.get(page).html()).doesNotContain(page + "/lists");
        assertThat(shop.postUnasked(page + "/lists").status()).isEqualTo(404);

        shop.at(page).post(page + "/proposals", "reason", "the laptop was stolen");
        staff.signer(port, Role.APPROVER).approve("/en/desk/approvals/" + approval());

        assertThat(staff.signer(port, Role.SHOP).guest().get(page).html())
                .as("of somebody else")
                .doesNotContain(page + "/lists");
        Guest.Answer list = shop.at(page).post(page + "/lists");
        assertThat(list.page()).startsWith("\ufeff").contains(known.value());
        assertThat(
                        count(
                                "select count(*) from reveals.reveal where way = 'EXPORTED' and matter = (select id from reveals.breach order by noted_at desc limit 1)"))
                .isEqualTo(all);
        assertThat(people.signedIn(known).get("/en/me/data").page())
                .contains(messages.text("reveals.way.exported", Language.EN));
    }

    @ParameterizedTest
    @EnumSource
    void whoAsksAfterSomebodyElseKeepsTheReason(Language language) {
        Guest shop = staff.signer(port, Role.SHOP).guest();
        String page =
                counted(shop, "scope", "everybody")
                        .replaceFirst("/en/", "/" + language.tag() + "/");
        String form = page + "/proposals";
        Guest second = staff.signer(port, Role.SHOP).guest().at(page);
        Guest third = staff.signer(port, Role.SHOP).guest().at(page);
        shop.at(page).post(form, "reason", "the laptop was stolen");

        Guest.Answer before = second.post(form, "reason", "the police asks for it");
        assertThat(before.status()).isEqualTo(422);
        assertThat(before.page())
                .contains(messages.text("breach.wrong.before", language))
                .doesNotContain("??");
        assertThat(second.offered(form).fields().getFirst("reason"))
                .isEqualTo("the police asks for it");

        staff.signer(port, Role.APPROVER).approve("/en/desk/approvals/" + approval());
        Guest.Answer over = third.post(form, "reason", "the board asks for it");
        assertThat(over.status()).isEqualTo(422);
        assertThat(over.page())
                .contains(
                        messages.text("breach.wrong.over", language),
                        messages.text("web.typed", language),
                        "the board asks for it")
                .doesNotContain("??", form);
    }

    /** As a double click does where no script runs. */
    @Test
    void theSameCountedTwiceIsNotedOnce() {
        Guest shop = staff.signer(port, Role.SHOP).guest();
        String noted = counted(shop, "scope", "everybody");

        assertThat(shop.post("/en/desk/breaches", "scope", "everybody").location())
                .isEqualTo(noted);
    }

    /** As a double click does where no script runs. */
    @Test
    void theSameAskedTwiceIsAskedOnce() {
        Guest shop = staff.signer(port, Role.SHOP).guest();
        String page = counted(shop, "scope", "everybody");
        shop.at(page).post(page + "/proposals", "reason", "the laptop was stolen");
        UUID asked = approval();

        Guest.Answer second = shop.post(page + "/proposals", "reason", "the laptop was stolen");

        assertThat(second.status()).isEqualTo(303);
        assertThat(shop.follow(second).page())
                .contains(messages.text("breach.told.asked", Language.EN));
        assertThat(approval()).isEqualTo(asked);
    }

    private long count(String sql) {
        return Await.value(database.sql(sql).mapValue(Long.class).one());
    }

    private UUID approval() {
        return Await.value(
                database.sql("select id from approvals.approval order by number desc limit 1")
                        .mapValue(UUID.class)
                        .one());
    }

    @Test
    void whatAnAccountOpenedAffectsNobodyWhereItOpenedNothing() {
        Guest shop = new Guest(port).atDesk("SHOP");
        String page =
                counted(
                        shop,
                        "scope",
                        "account",
                        "account",
                        UUID.randomUUID().toString(),
                        "from",
                        "2026-01-01",
                        "until",
                        "2026-12-31");

        assertThat(shop.get(page).page()).contains(messages.text("breach.number", Language.EN, 0));
        assertThat(shop.get(page).html()).doesNotContain(page + "/proposals");
    }

    @Test
    void whatAnAccountOpenedAffectsThoseWhomItOpened() {
        Guest shop = new Guest(port).atDesk("SHOP").at("/en/desk");
        shop.post("/en/desk/look-ups", "sought", known.value());
        UUID account =
                Await.value(
                        database.sql(
                                        "select account_id from reveals.look_up order by at desc limit 1")
                                .mapValue(UUID.class)
                                .one());
        assertThat(shop.get("/en/desk/breaches").page())
                .contains("value=\"" + account + "\"", "SHOP@example.org");
        String page =
                counted(
                        shop,
                        "scope",
                        "account",
                        "account",
                        account.toString(),
                        "from",
                        "2026-01-01",
                        "until",
                        "2099-12-31");

        assertThat(shop.get(page).page())
                .contains("SHOP@example.org")
                .doesNotContain(
                        messages.text("breach.number", Language.EN, 0),
                        known.value(),
                        account.toString());
        shop.at(page).post(page + "/proposals", "reason", "the laptop was stolen");
        assertThat(
                        staff.signer(port, Role.APPROVER)
                                .guest()
                                .get("/en/desk/approvals/" + approval())
                                .page())
                .as("who signs reads whose openings, and of which days")
                .contains("SHOP@example.org", "1 January 2026", "31 December 2099");
    }

    @Test
    void whatIsNotUnderstoodIsSaid() {
        Guest shop = new Guest(port).atDesk("SHOP").at("/en/desk/breaches");
        Guest.Answer answer =
                shop.post(
                        "/en/desk/breaches",
                        "scope",
                        "account",
                        "account",
                        "me",
                        "from",
                        "2026-02-01",
                        "until",
                        "2026-01-01");

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.html())
                .contains("href=\"#account\"", "href=\"#until\"")
                .doesNotContain("href=\"#from\"");
    }
}
