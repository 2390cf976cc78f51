package org.lfnkr.zabuton.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.lfnkr.zabuton.journeys.Visitor.Setup;
import org.lfnkr.zabuton.kernel.Language;
import org.lfnkr.zabuton.staff.StaffSamples;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

import java.util.regex.Pattern;
import java.util.stream.Stream;

@Import(StaffSamples.class)
class StaffJourneys extends BrowserJourney {

    @Autowired StaffSamples staff;

    static Stream<Setup> withScripts() {
        return Stream.of(new Setup(Language.EN, true, 1280), new Setup(Language.JA, true, 320));
    }

    @ParameterizedTest
    @MethodSource("withScripts")
    void somebodyIsInvitedMakesAPasskeyAndComesInByIt(Setup setup) {
        try (Visitor visitor = visitor(setup)) {
            Page page = visitor.page();
            CDPSession devices = page.context().newCDPSession(page);
            String authenticator = addAuthenticator(devices);
            String link = staff.invitation();
            visitor.goes("/desk/invitations/" + link);
            page.click("form[data-passkey=make] button");
            page.waitForURL(Pattern.compile("/desk$"));
            visitor.looks();
            visitor.goes("/desk/account");
            assertThat(page.locator("li.entry").count()).isEqualTo(1);
            page.click("form[action$='/sign-outs'] button");
            page.waitForURL(Pattern.compile("/desk/sign-in$"));

            visitor.goes("/desk/books");
            assertThat(page.url()).contains("/desk/sign-in?next=");
            page.click("form[data-passkey=show] button");
            page.waitForURL(Pattern.compile("^[^?]*/desk/books$"));
            visitor.looks();

            page.click("form[action$='/sign-outs'] button");
            page.waitForURL(Pattern.compile("/desk/sign-in$"));
            verifyNobody(devices, authenticator);
            page.click("form[data-passkey=show] button");
            page.waitForSelector("[data-passkey-failed]:not([hidden])");
            assertThat(page.url()).endsWith("/desk/sign-in");

            visitor.goes("/desk/invitations/" + link);
            assertThat(page.locator("form[data-passkey=make]").count()).isZero();
        }
    }

    private static String addAuthenticator(CDPSession session) {
        session.send("WebAuthn.enable");
        JsonObject options = new JsonObject();
        options.addProperty("protocol", "ctap2");
        options.addProperty("transport", "internal");
        options.addProperty("hasResidentKey", true);
        options.addProperty("hasUserVerification", true);
        options.addProperty("isUserVerified", true);
        options.addProperty("automaticPresenceSimulation", true);
        JsonObject parameters = new JsonObject();
        parameters.add("options", options);
        return session.send("WebAuthn.addVirtualAuthenticator", parameters)
                .get("authenticatorId")
                .getAsString();
    }

    /** From now on the device doesn't know whose finger it is. */
    private static void verifyNobody(CDPSession session, String authenticator) {
        JsonObject parameters = new JsonObject();
        parameters.addProperty("authenticatorId", authenticator);
        parameters.addProperty("isUserVerified", false);
        session.send("WebAuthn.setUserVerified", parameters);
    }
}
