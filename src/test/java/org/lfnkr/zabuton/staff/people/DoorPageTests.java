package org.lfnkr.zabuton.staff.people;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.lfnkr.zabuton.desk.Role;
import org.lfnkr.zabuton.kernel.EmailAddress;
import org.lfnkr.zabuton.kernel.Language;
import org.lfnkr.zabuton.staff.Accounts;
import org.lfnkr.zabuton.support.Await;
import org.lfnkr.zabuton.support.Guest;
import org.lfnkr.zabuton.support.ModuleTest;
import org.lfnkr.zabuton.support.Signer;
import org.lfnkr.zabuton.web.Messages;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

import java.util.Set;
import java.util.UUID;

/** Whoever comes to the desk's door goes on where they wanted to, and nowhere else. */
@ModuleTest
class DoorPageTests {

    private static final String DOOR = "/en/desk/sign-in";

    @LocalServerPort int port;
    @Autowired Accounts accounts;
    @Autowired Messages messages;

    @ParameterizedTest
    @CsvSource({
        "/en/desk/parcels, /en/desk/parcels",
        "/en/desk/orders?state=paid&after=7K3M9, /en/desk/orders?state=paid%26after=7K3M9",
        "/ja/desk/audit?who=a%26b+c, /ja/desk/audit?who=a%2526b%2Bc"
    })
    void oneGoesOnWhereOneWantedToWithTheQuery(String page, String next) {
        Signer signer = signer();

        Guest.Answer led = signer.guest().get(page);

        assertThat(led.location()).isEqualTo(door(page) + "?next=" + next);
        assertThat(in(signer, led.location())).isEqualTo(page);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://example.org/en/desk",
                "//example.org/en/desk",
                "/en//example.org",
                "/en/../x",
                "javascript:alert(1)",
                "/de/desk"
            })
    void nobodyIsLedAstray(String next) {
        assertThat(in(signer(), DOOR + "?next=" + next)).isEqualTo("/en/desk");
    }

    /** Of a strange query nothing is kept. */
    @Test
    void aQueryIsKeptOnlyWhereItIsOne() {
        assertThat(in(signer(), DOOR + "?next=/en/desk/orders?q=%2F%2Fexample.org"))
                .isEqualTo("/en/desk/orders");
    }

    private String in(Signer signer, String door) {
        Guest guest = signer.guest();
        String options = Signer.options(guest.get(door).html());
        return guest.post(door.replaceFirst("\\?.*", ""), "answer", signer.passkey().show(options))
                .location();
    }

    private static String door(String page) {
        return page.replaceFirst("(/../desk).*", "$1/sign-in");
    }

    /** Whoever has been away for more than a day: nothing tells that they were here. */
    @ParameterizedTest
    @CsvSource({"en, EN", "ja, JA"})
    void whoseFormIsLostHearsOfItAndIsLedBackToItsPage(String tag, Language language) {
        String page = "/" + tag + "/desk/staff";
        Guest guest = new Guest(port).at(page + "?a=b");

        Guest.Answer led = guest.postUnasked(page, "mail", "new@example.org");

        assertThat(led.location())
                .isEqualTo("/" + tag + "/desk/sign-in?next=" + page + "?a=b&unsaved");
        assertThat(guest.follow(led).page())
                .contains(messages.text("staff.sign-in.unsaved.back", language))
                .doesNotContain("??");
        assertThat(guest.get("/" + tag + "/desk/sign-in").page())
                .doesNotContain(messages.text("staff.sign-in.unsaved.back", language));
    }

    /** As in a tab that is restored after the browser was closed: its token is gone as well. */
    @ParameterizedTest
    @EnumSource
    void whoseFormAndTokenAreLostIsNotToldToPressItsButtonAgain(Language language) {
        String page = "/" + language.tag() + "/desk/staff";
        Guest guest = new Guest(port).at(page);
        guest.cookieNames().forEach(guest::forget);

        Guest.Answer door =
                guest.get(page.replace("staff", "sign-in") + "?next=" + page + "&expired");

        assertThat(door.page())
                .contains(messages.text("staff.sign-in.unsaved.back", language))
                .doesNotContain(messages.text("web.form.expired", language));
    }

    /** Somebody who has a passkey and is signed in nowhere. */
    private Signer signer() {
        EmailAddress mail = new EmailAddress("door-" + UUID.randomUUID() + "@example.org");
        UUID account = Await.value(accounts.make(mail, Set.of(Role.VIEWER), "test"));
        String token = Await.value(accounts.invite(account, "test")).text();
        Signer signer = Signer.invited(port, "/en/desk/invitations/" + token);
        signer.guest().at("/en/desk").post("/en/desk/sign-outs");
        return signer;
    }
}
