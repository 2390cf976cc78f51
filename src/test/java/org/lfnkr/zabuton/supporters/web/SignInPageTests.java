package org.lfnkr.zabuton.supporters.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lfnkr.zabuton.supporters.SignInSamples.newAddress;

import org.junit.jupiter.api.Test;
import org.lfnkr.zabuton.kernel.EmailAddress;
import org.lfnkr.zabuton.support.Guest;
import org.lfnkr.zabuton.support.Guest.Answer;
import org.lfnkr.zabuton.support.ModuleTest;
import org.lfnkr.zabuton.supporters.SignInSamples;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

@ModuleTest
@Import(SignInSamples.class)
class SignInPageTests {

    @Autowired SignInSamples samples;

    @Test
    void leadsStrangersToTheSignInAndBack() {
        Answer answer = samples.guest().get("/ja/me/sessions");

        assertThat(answer.status()).isEqualTo(303);
        assertThat(answer.location()).isEqualTo("/ja/sign-in?next=/ja/me/sessions");
        assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
        assertThat(answer.header("X-Robots-Tag")).isEqualTo("noindex");
    }

    @Test
    void signsInByTheLink() {
        Guest guest = samples.signedIn(newAddress());

        assertThat(guest.get("/en/me").page()).contains("My page", "Hello, Name");
    }

    @Test
    void signsInByTheCode() {
        EmailAddress email = newAddress();
        samples.met(email);
        Guest guest = samples.guest();
        guest.post("/ja/sign-in", "email", email.value(), "next", "/ja/me/sessions");

        Answer in = guest.post("/ja/sign-in/code", "code", samples.code(email));

        assertThat(in.location()).isEqualTo("/ja/me/sessions");
        assertThat(guest.get("/ja/me/sessions").page()).contains("Firefox、Linux", "いまお使いの端末");
    }
}
