package org.lfnkr.zabuton.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.lfnkr.zabuton.desk.Role;
import org.lfnkr.zabuton.journeys.Visitor.Setup;
import org.lfnkr.zabuton.kernel.Language;
import org.lfnkr.zabuton.staff.StaffSamples;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

import java.util.UUID;
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
            assertThat(page.locator("form[action*='/account/sessions/']").count()).isEqualTo(1);
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

    /** An administrator in the office invites and asks; an approver signs on a phone. */
    @ParameterizedTest
    @EnumSource
    void somebodyIsInvitedAndGetsTheirRoleByASecondPersonOnAPhone(Language language) {
        String mail = "staff-" + UUID.randomUUID() + "@example.org";
        try (Visitor admin = visitor(new Setup(language, true, 1280))) {
            comesIn(admin, Role.ADMIN);
            admin.goes("/desk/staff");
            admin.page().fill("#mail", mail);
            admin.page().check("input[name=role][value=VIEWER]");
            admin.page().click("form[action$='/desk/staff'] p.actions button");
            admin.page().waitForURL(Pattern.compile("/desk/staff#told$"));
            admin.looks();
            admin.page().click("text=" + mail);
            admin.page().check("input[name=role][value=FINANCE]");
            admin.page().fill("#reason", "The new bookkeeper");
            admin.page().click("form[action$='/roles'] p.actions button");
            admin.page().waitForURL(Pattern.compile("#told$"));
            admin.looks();
        }
        try (Visitor approver = visitor(new Setup(language, true, 320))) {
            Page page = comesIn(approver, Role.APPROVER);
            approver.goes("/desk/approvals");
            page.locator("li.entry", new Page.LocatorOptions().setHasText("The new bookkeeper"))
                    .locator("a")
                    .first()
                    .click();
            page.waitForURL(Pattern.compile("/desk/approvals/[\\w-]{36}$"));
            approver.looks();
            assertThat(page.locator("main").innerText()).contains(mail, "The new bookkeeper");
            page.click("form[data-passkey=show] button");
            page.waitForURL(Pattern.compile("#told$"));
            approver.looks();
            assertThat(page.locator("form[data-passkey]").count()).isZero();
        }
        assertThat(staff.rolesOf(mail)).containsExactlyInAnyOrder(Role.VIEWER, Role.FINANCE);
    }

    /** By a link and a passkey that is made on the way. */
    private Page comesIn(Visitor visitor, Role role) {
        Page page = visitor.page();
        addAuthenticator(page.context().newCDPSession(page));
        visitor.goes("/desk/invitations/" + staff.invitation(role));
        page.click("form[data-passkey=make] button");
        page.waitForURL(Pattern.compile("/desk$"));
        return page;
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
