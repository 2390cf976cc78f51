package org.lfnkr.zabuton.staff.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lfnkr.zabuton.desk.Role;
import org.lfnkr.zabuton.kernel.EmailAddress;
import org.lfnkr.zabuton.mail.Mail;
import org.lfnkr.zabuton.mailbox.DevMailbox;
import org.lfnkr.zabuton.staff.Accounts;
import org.lfnkr.zabuton.support.Await;
import org.lfnkr.zabuton.support.Guest;
import org.lfnkr.zabuton.support.ModuleTest;
import org.lfnkr.zabuton.support.MovableClock;
import org.lfnkr.zabuton.support.Signer;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.r2dbc.core.DatabaseClient;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

@ModuleTest
class StaffPageTests {

    private static final String DOOR = "/en/desk/sign-in";

    @LocalServerPort int port;
    @Autowired Accounts accounts;
    @Autowired MovableClock clock;
    @Autowired DatabaseClient database;
    @Autowired Mail mails;
    @Autowired DevMailbox mailbox;

    @AfterEach
    void restore() {
        clock.reset();
    }

    private Guest guest() {
        return new Guest(port);
    }

    @Test
    void nobodyComesInWithoutASession() {
        assertThat(guest().get("/en/desk").location()).isEqualTo(DOOR + "?next=/en/desk");
        assertThat(guest().get("/ja/desk/nowhere").location()).startsWith("/ja/desk/sign-in");
        Guest liar = guest();
        liar.plant("__Host-desk", "x".repeat(43));
        assertThat(liar.get("/en/desk/work").location()).startsWith(DOOR);
    }

    @Test
    void anAccountOfStaffIsNoMember() {
        assertThat(guest().atDesk().get("/en/me").location()).startsWith("/en/sign-in");
    }

    @Test
    void aSessionEndsWhenIdleAndInAnyCase() {
        Guest idle = guest().atDesk();
        Guest busy = guest().atDesk();
        for (int i = 0; i < 24; i++) {
            assertThat(busy.get("/en/desk").status()).isEqualTo(200);
            clock.advance(Duration.ofMinutes(29));
        }
        assertThat(idle.get("/en/desk").location()).startsWith(DOOR);
        assertThat(busy.get("/en/desk").status()).isEqualTo(200);
        clock.advance(Duration.ofMinutes(25));
        assertThat(busy.get("/en/desk").location()).startsWith(DOOR);
    }

    /** Once they are in again, the form that they got back does what it was sent for. */
    @ParameterizedTest
    @CsvSource({"en, You have been signed out", "ja, ログアウトしています"})
    void whoIsSignedOutOverAFormGetsItBack(String language, String title) {
        String people = "/" + language + "/desk/staff";
        EmailAddress mail = new EmailAddress("new-" + UUID.randomUUID() + "@example.org");
        Guest admin = guest().atDesk("ADMIN").at(people);
        clock.advance(Duration.ofMinutes(31));

        Guest.Answer out = admin.post(people, "mail", mail.value(), "role", "EDITOR");

        assertThat(out.status()).isEqualTo(403);
        assertThat(out.page()).contains(title, "/" + language + "/desk/sign-in\"");
        assertThat(Await.value(accounts.find(mail).hasElement())).isFalse();
        assertThat(admin.atDesk("ADMIN").post(people).status()).isEqualTo(303);
        assertThat(Await.value(accounts.find(mail).hasElement())).isTrue();
    }

    @Test
    void oneEndsOnesOwnSessionsAndNobodyElses() {
        Guest here = guest().atDesk("VIEWER");
        Guest there = guest().atDesk("VIEWER");
        Guest other = guest().atDesk("EDITOR");
        String foreign = session(other);

        assertThat(here.get("/ja/desk/account").page()).contains("いまお使いの端末です。");
        here.postUnasked("/en/desk/account/sessions/" + session(there) + "/endings");
        here.postUnasked("/en/desk/account/sessions/" + foreign + "/endings");

        assertThat(there.get("/en/desk").location()).startsWith(DOOR);
        assertThat(other.get("/en/desk").status()).isEqualTo(200);
        assertThat(here.at("/en/desk").post("/en/desk/sign-outs").location()).isEqualTo(DOOR);
        assertThat(here.get("/en/desk").location()).startsWith(DOOR);
    }

    /** Whoever lost a phone ends what is open on it at once. */
    @Test
    void oneEndsAllOfOnesSessionsButThisOne() {
        Guest here = guest().atDesk("VIEWER", "EDITOR");
        List<Guest> elsewhere =
                List.of(guest().atDesk("VIEWER", "EDITOR"), guest().atDesk("VIEWER", "EDITOR"));
        Guest other = guest().atDesk("EDITOR");
        String account = "/ja/desk/account";
        String act = account + "/sessions/endings";
        assertThat(here.get(account).page()).contains("この端末以外をすべてログアウト");

        Guest.Answer done = here.post(act);

        assertThat(here.follow(done).page()).contains("この端末以外は、すべてログアウトしました。").doesNotContain(act);
        assertThat(elsewhere)
                .allSatisfy(it -> assertThat(it.get("/en/desk").location()).startsWith(DOOR));
        assertThat(other.get("/en/desk").status()).isEqualTo(200);
        here.postUnasked(act);
        UUID own = Await.value(accounts.find(new EmailAddress("VIEWER.EDITOR@example.org")));
        assertThat(noted(own)).containsOnlyOnce("staff.signed-out-elsewhere 2");
    }

    /** The id of the session that a browser is in. */
    private String session(Guest guest) {
        return Await.value(
                database.sql(
                                "select id::text from staff.session where token_hash ="
                                        + " sha256(convert_to(:token, 'UTF8'))")
                        .bind("token", guest.cookie("__Host-desk"))
                        .mapValue(String.class)
                        .one());
    }

    @Test
    void whatIsNoPasskeyOpensNothing() {
        for (String answer : new String[] {"", "{}", "null", "[]", "{\"id\":\"AAAA\"}", "%"}) {
            Guest guest = guest().at(DOOR);
            Guest.Answer refused = guest.post(DOOR, "answer", answer);
            assertThat(refused.status()).as(answer).isEqualTo(422);
            assertThat(refused.page()).contains("did not let you in");
            assertThat(guest.postUnasked(DOOR, "challenge", "x", "answer", answer).status())
                    .isEqualTo(422);
        }
        assertThat(guest().at(DOOR).forge(DOOR).status()).isEqualTo(403);
    }

    @Test
    void aLinkIsGoodForThreeDaysAndUsedUpByNoLook() {
        UUID account = made(Role.VIEWER);
        String link =
                "/en/desk/invitations/" + Await.value(accounts.invite(account, "test")).text();
        Guest guest = guest();

        assertThat(guest.get(link).location()).isEqualTo("/en/desk/invitation");
        assertThat(guest.get("/en/desk/invitation").page()).contains("One step is left");
        assertThat(guest.post("/en/desk/invitation", "answer", "{}").status()).isEqualTo(422);
        assertThat(guest.get("/en/desk/invitation").page()).contains("One step is left");

        Await.value(accounts.invite(account, "test"));
        assertThat(guest.get("/en/desk/invitation").page()).contains("was used already");
        assertThat(guest().get("/en/desk/invitation").page()).contains("was used already");
    }

    /** As an invited approver does before somebody has signed for it. */
    @Test
    void whoHasNoRoleYetComesInAndSeesSo() {
        String token = Await.value(accounts.invite(made(), "test")).text();
        Guest guest = Signer.invited(port, "/en/desk/invitations/" + token).guest();

        assertThat(guest.get("/en/desk").status()).isEqualTo(200);
        assertThat(guest.get("/en/desk/account").page()).contains("Your account has no role yet");
        assertThat(guest.get("/en/desk/books").status()).isEqualTo(403);
    }

    @Test
    void theDatabaseKeepsAdministratorsAndApproversApart() {
        assertThatThrownBy(() -> made(Role.ADMIN, Role.APPROVER))
                .hasStackTraceContaining("admin_or_approver");
    }

    private UUID made(Role... roles) {
        EmailAddress mail = new EmailAddress("staff-" + UUID.randomUUID() + "@example.org");
        return Await.value(accounts.make(mail, Set.of(roles), "test"));
    }

    @Test
    void anAdministratorInvitesByMailAndGivesRolesAndAllIsNoted() {
        Guest admin = guest().atDesk("ADMIN");
        String mail = "new-" + UUID.randomUUID() + "@example.org";
        admin.at("/ja/desk/staff").post("/ja/desk/staff", "mail", mail, "role", "SHOP");
        UUID account = Await.value(accounts.find(new EmailAddress(mail)));
        String own = "/en/desk/staff/" + account;
        assertThat(admin.get("/en/desk/staff").page()).contains(mail, "No passkey yet");

        Await.done(mails.sendDue());
        String link = link(mail);
        assertThat(guest().get(link).location()).isEqualTo("/ja/desk/invitation");
        admin.postUnasked("/en/desk/staff", "mail", mail);
        assertTold(admin, own, "/links", "A mail with a new link is on its way");
        Await.done(mails.sendDue());
        assertThat(link(mail)).isNotEqualTo(link);
        assertTold(admin, own, "/endings", "Signed out everywhere");
        assertThat(admin.get(own).html()).contains("<details", "can’t be opened again");
        assertTold(admin, own, "/closings", "The account is closed");

        assertThat(admin.get(own).status()).isEqualTo(404);
        assertThat(admin.get("/en/desk/staff").page()).doesNotContain(mail);
        assertThat(noted(account))
                .containsExactly(
                        "staff.made [SHOP]",
                        "staff.link-sent by an administrator",
                        "staff.invited link",
                        "staff.link-sent by an administrator",
                        "staff.invited link",
                        "staff.signed-out everywhere",
                        "staff.closed by an administrator");
    }

    private static void assertTold(Guest admin, String person, String act, String words) {
        Guest.Answer done = admin.at(person).post(person + act);
        assertThat(done.status()).isEqualTo(303);
        assertThat(admin.follow(done).page()).contains("id=\"told\"", words);
    }

    private String link(String mail) {
        Matcher found =
                Pattern.compile("http://localhost:\\d+(/\\S+/desk/invitations/\\S+)")
                        .matcher(mailbox.to(mail).getLast().text());
        assertThat(found.find()).isTrue();
        return found.group(1);
    }

    private List<String> noted(UUID account) {
        return Await.value(
                database.sql(
                                "select action || ' ' || reason from audit.entry"
                                        + " where subject = :id order by id")
                        .bind("id", account.toString())
                        .mapValue(String.class)
                        .all()
                        .collectList());
    }

    @Test
    void whatIsWrongWithAnInvitationIsSaidAndKept() {
        Guest admin = guest().atDesk("ADMIN").at("/en/desk/staff");
        Guest.Answer typo = admin.post("/en/desk/staff", "mail", "nobody", "role", "EDITOR");
        assertThat(typo.status()).isEqualTo(422);
        assertThat(typo.html()).contains("value=\"nobody\"").containsPattern("EDITOR\" checked");
        assertThat(
                        admin.postUnasked(
                                        "/en/desk/staff",
                                        "mail",
                                        "nobody",
                                        "role",
                                        "ADMIN",
                                        "role",
                                        "APPROVER")
                                .html())
                .contains("href=\"#mail\"", "href=\"#role\"", "href=\"#reason\"")
                .contains("Nobody can be both", "Please say why");
        Guest.Answer taken = admin.postUnasked("/en/desk/staff", "mail", "ADMIN@example.org");
        assertThat(taken.status() + taken.location()).isEqualTo("422");
        assertThat(taken.page()).contains("has an account already");
    }

    @Test
    void anAdministratorGivesThemselvesNothing() {
        Guest admin = guest().atDesk("ADMIN");
        UUID own = Await.value(accounts.find(new EmailAddress("ADMIN@example.org")));

        admin.postUnasked("/en/desk/staff/" + own + "/roles", "role", "SHOP", "reason", "mine");
        assertThat(admin.get("/en/desk/staff/" + own).page()).contains("nobody changes their own");
        admin.postUnasked("/en/desk/staff/" + own + "/closings");

        assertThat(admin.get("/en/desk/pieces").status()).isEqualTo(403);
        assertThat(admin.get("/en/desk/staff").status()).isEqualTo(200);
    }
}
