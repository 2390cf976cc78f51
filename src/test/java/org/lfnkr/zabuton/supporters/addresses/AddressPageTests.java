package org.lfnkr.zabuton.supporters.addresses;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lfnkr.zabuton.supporters.signin.SignInSamples.newAddress;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.lfnkr.zabuton.kernel.EmailAddress;
import org.lfnkr.zabuton.support.Guest;
import org.lfnkr.zabuton.support.ModuleTest;
import org.lfnkr.zabuton.support.MovableClock;
import org.lfnkr.zabuton.supporters.signin.SignInSamples;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

import java.time.Duration;

@ModuleTest
@Import(SignInSamples.class)
class AddressPageTests {

    private static final String ADDRESSES = "/en/me/data/addresses";

    @Autowired SignInSamples samples;
    @Autowired MovableClock clock;

    @AfterEach
    void putTheClockRight() {
        clock.reset();
    }

    @Test
    void aNewAddressIsTakenUpOnceItIsProved() {
        EmailAddress before = newAddress();
        EmailAddress after = newAddress();
        Guest guest = samples.signedIn(before);

        guest.at(ADDRESSES).post(ADDRESSES, "email", after.value(), "use", "new");
        assertThat(guest.get("/en/me/data").page()).contains(before.value());
        confirmed(after);

        assertThat(guest.get("/en/me/data").page())
                .contains(after.value())
                .doesNotContain(before.value());
        assertThat(samples.signedIn(after).get("/en/me/data").page()).contains(after.value());
    }

    @Test
    void theCodeProvesItToo() {
        EmailAddress after = newAddress();
        Guest guest = samples.signedIn(newAddress());

        guest.at(ADDRESSES).post(ADDRESSES, "email", after.value(), "use", "new");
        Guest.Answer told =
                guest.at(ADDRESSES + "/code")
                        .post(ADDRESSES + "/code", "code", samples.code(after));

        assertThat(told.location()).isEqualTo("/en/me/data#told");
        assertThat(guest.follow(told).page())
                .contains(after.value(), "id=\"told\"", "From now on we write to this address.");
        assertThat(guest.follow(told).page()).as("once").doesNotContain("id=\"told\"");
    }

    @Test
    void theAddressBeforeTakesItBackAndEndsEverySession() {
        EmailAddress before = newAddress();
        EmailAddress after = newAddress();
        Guest thief = samples.signedIn(before);
        thief.at(ADDRESSES).post(ADDRESSES, "email", after.value(), "use", "new");
        String revocation = samples.link(before);
        confirmed(after);

        Guest owner = samples.guest();
        owner.get(revocation);
        assertThat(owner.at("/ja/address-changes/link").post("/ja/address-changes/link").page())
                .contains("変更を取り消し");
        assertThat(samples.letter(after).text())
                .contains("変更前のアドレスの方が取り消されました")
                .doesNotContain(before.value(), "{", "??");

        assertThat(thief.get("/en/me").status()).isEqualTo(303);
        assertThat(samples.signedIn(before).get("/en/me/data").page()).contains(before.value());
        assertThat(owner.at("/ja/address-changes/link").post("/ja/address-changes/link").status())
                .isEqualTo(422);
    }

    @Test
    void aChangeThatWasTakenBackBeforeItsProofNeverHappens() {
        EmailAddress before = newAddress();
        EmailAddress after = newAddress();
        samples.signedIn(before)
                .at(ADDRESSES)
                .post(ADDRESSES, "email", after.value(), "use", "new");

        Guest owner = samples.guest();
        owner.get(samples.link(before));
        owner.at("/en/address-changes/link").post("/en/address-changes/link");

        assertThat(samples.letter(after).subject())
                .as("never was its address")
                .doesNotContain("used");
        Guest thief = samples.guest();
        thief.get(samples.link(after));
        assertThat(thief.at("/en/addresses/link").post("/en/addresses/link").status())
                .isEqualTo(422);
    }

    @Test
    void twoAddressesOfOnePersonAreBroughtTogetherAndTakenApart() {
        EmailAddress first = newAddress();
        EmailAddress second = newAddress();
        samples.met(second);
        Guest guest = samples.signedIn(first);

        guest.at(ADDRESSES).post(ADDRESSES, "email", second.value(), "use", "other");
        confirmed(second);

        assertThat(guest.get("/en/me/data").page()).contains(first.value(), second.value());
        assertThat(samples.signedIn(second).get("/en/me/data").page()).contains(first.value());
        String separation =
                guest.get(ADDRESSES)
                        .page()
                        .replaceAll("(?s).*action=\"([^\"]+/separations)\".*", "$1");
        assertThat(samples.signedIn(newAddress()).postUnasked(separation).status()).isEqualTo(404);
        guest.at(ADDRESSES).post(separation);
        assertThat(guest.get("/en/me/data").page()).doesNotContain(second.value());
    }

    @Test
    void anAddressOfSomebodyWeKnowIsTakenUpByMergingAndRevokedByTakingApart() {
        EmailAddress before = newAddress();
        EmailAddress after = newAddress();
        samples.met(after);
        Guest guest = samples.signedIn(before);
        guest.at(ADDRESSES).post(ADDRESSES, "email", after.value(), "use", "new");
        String revocation = samples.link(before);

        confirmed(after);
        assertThat(guest.get("/en/me/data").page()).contains(before.value(), after.value());

        Guest owner = samples.guest();
        owner.get(revocation);
        owner.at("/en/address-changes/link").post("/en/address-changes/link");
        assertThat(samples.letter(after).subject()).isEqualTo("Your address is not used any more");
        assertThat(samples.signedIn(before).get("/en/me/data").page())
                .contains(before.value())
                .doesNotContain(after.value());
    }

    @Test
    void anAddressIsChangedOnlySoonAfterSigningIn() {
        Guest guest = samples.signedIn(newAddress());

        guest.get(ADDRESSES);
        clock.advance(Duration.ofMinutes(31));

        assertThat(guest.get(ADDRESSES).location())
                .isEqualTo("/en/sign-in?next=/en/me/data/addresses&again");
        assertThat(guest.post(ADDRESSES, "email", newAddress().value(), "use", "new").location())
                .startsWith("/en/sign-in");
    }

    private void confirmed(EmailAddress email) {
        Guest reader = samples.guest();
        reader.get(samples.link(email));
        assertThat(reader.at("/en/addresses/link").post("/en/addresses/link").status())
                .isEqualTo(200);
    }
}
