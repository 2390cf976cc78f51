package org.lfnkr.zabuton.giving.plans;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lfnkr.zabuton.supporters.signin.SignInSamples.newAddress;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.lfnkr.zabuton.giving.Frequency;
import org.lfnkr.zabuton.giving.Pledge;
import org.lfnkr.zabuton.giving.pledges.GiftSamples;
import org.lfnkr.zabuton.giving.pledges.Giving;
import org.lfnkr.zabuton.kernel.EmailAddress;
import org.lfnkr.zabuton.kernel.Language;
import org.lfnkr.zabuton.support.Guest;
import org.lfnkr.zabuton.support.Guest.Answer;
import org.lfnkr.zabuton.support.ModuleTest;
import org.lfnkr.zabuton.supporters.signin.SignInSamples;
import org.lfnkr.zabuton.web.Messages;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Import;

/** What became of one charge of a plan, found by what the pages offer. */
@ModuleTest
@Import(SignInSamples.class)
class ChargePageTests {

    @LocalServerPort int port;
    @Autowired ApplicationContext application;
    @Autowired Giving giving;
    @Autowired SignInSamples samples;
    @Autowired Messages messages;

    private final EmailAddress giver = newAddress();
    private Pledge plan;

    @BeforeEach
    void give() {
        plan = given(giver);
    }

    private Pledge given(EmailAddress address) {
        return new GiftSamples(application).given(GiftSamples.wish(address, Frequency.MONTHLY));
    }

    @ParameterizedTest
    @EnumSource
    void itsStoryIsToldByTheLinkOfThePlan(Language language) {
        Guest anybody = new Guest(port);
        String page = "/" + language.tag() + giving.link(plan).path();

        assertTold(anybody.get(charge(anybody, page)), language, page + "#history");
    }

    @ParameterizedTest
    @EnumSource
    void itsStoryIsToldOnTheGiversOwnPages(Language language) {
        Guest guest = samples.signedIn(giver);
        String all = "/" + language.tag() + "/me/giving";
        String own = guest.get(all).page();
        String mine = own.replaceAll("(?s).*?href=\"(" + all + "/[^\"/]+)\".*", "$1");

        assertTold(guest.get(charge(guest, all)), language, all + "#history");
        assertThat(charge(guest, mine)).isEqualTo(charge(guest, all));
    }

    private void assertTold(Answer page, Language language, String back) {
        assertThat(page.status()).isEqualTo(200);
        assertThat(page.page())
                .contains(messages.text("trail.title", language))
                .contains(messages.text("giving.gift.sums", language), "¥3,000")
                .contains("href=\"" + back + "\"")
                .doesNotContain("??", "{0}");
        assertThat(page.header("Cache-Control")).contains("no-store");
    }

    /** The address to which the first line of the history leads. */
    private static String charge(Guest guest, String page) {
        return guest.get(page).page().replaceAll("(?s).*?href=\"([^\"]+/charges/[^\"]+)\".*", "$1");
    }

    @Test
    void nobodyElseSeesIt() {
        EmailAddress other = newAddress();
        String theirs = "/en" + giving.link(given(other)).path();
        Guest guest = samples.signedIn(other);
        String id = charge(guest, "/en" + giving.link(plan).path()).replaceAll(".*/", "");

        assertThat(guest.get("/en/me/giving/charges/" + id).status()).isEqualTo(404);
        assertThat(guest.get(theirs + "/charges/" + id).status()).isEqualTo(404);
        assertThat(guest.get("/en/me/giving/charges/none").status()).isEqualTo(404);
        assertThat(guest.get("/en/gifts/none/none/charges/" + id).status()).isEqualTo(404);
        assertThat(new Guest(port).get("/en/me/giving/charges/" + id).status()).isEqualTo(303);
    }
}
