package org.lfnkr.zabuton.staff.people;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lfnkr.zabuton.desk.Role;
import org.lfnkr.zabuton.kernel.EmailAddress;
import org.lfnkr.zabuton.mail.Mail;
import org.lfnkr.zabuton.mailbox.DevMailbox;
import org.lfnkr.zabuton.staff.Accounts;
import org.lfnkr.zabuton.support.Authenticator;
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
import java.util.regex.Pattern;

/** Further passkeys, and the codes for whoever has lost all of them. */
@ModuleTest
class RecoveryPageTests {

    private static final String ACCOUNT = "/en/desk/account";
    private static final String RECOVERY = "/en/desk/recovery";
    private static final Pattern CODE = Pattern.compile("<code>(\\w{4}(?:-\\w{4}){3})</code>");

    @LocalServerPort int port;
    @Autowired Accounts accounts;
    @Autowired RoleApprovals roles;
    @Autowired MovableClock clock;
    @Autowired DatabaseClient database;
    @Autowired Mail mails;
    @Autowired DevMailbox mailbox;

    private String mail;
    private UUID account;
    private Signer somebody;

    @BeforeEach
    void people() {
        mail = "staff-" + UUID.randomUUID() + "@example.org";
        account = Await.value(accounts.make(new EmailAddress(mail), Set.of(Role.APPROVER), "test"));
        String link = Await.value(accounts.invite(account, "test")).text();
        somebody = Signer.invited(port, "/en/desk/invitations/" + link);
    }

    @AfterEach
    void restore() {
        clock.reset();
    }

    private List<String> codes() {
        return CODE.matcher(makeCodes().html()).results().map(it -> it.group(1)).toList();
    }

    private Guest.Answer makeCodes() {
        String options = Signer.options(somebody.guest().get(ACCOUNT).html());
        return somebody.guest()
                .post(ACCOUNT + "/recovery-codes", "answer", somebody.passkey().show(options));
    }

    private Guest.Answer redeem(Guest guest, String address, String code) {
        return guest.at(RECOVERY).post(RECOVERY, "mail", address, "code", code);
    }

    @Test
    void tenCodesAreShownOnceToWhoeverShowsAPasskey() {
        Guest.Answer unproven =
                somebody.guest().at(ACCOUNT).post(ACCOUNT + "/recovery-codes", "answer", "{}");
        assertThat(somebody.guest().follow(unproven).page()).contains("could not be confirmed");

        Guest.Answer made = makeCodes();

        assertThat(made.header("Cache-Control")).contains("no-store");
        List<String> codes = CODE.matcher(made.html()).results().map(it -> it.group(1)).toList();
        assertThat(codes).hasSize(10).doesNotHaveDuplicates();
        assertThat(somebody.guest().get(ACCOUNT).page())
                .contains("10 unused codes")
                .doesNotContain(codes.getFirst());
        assertThat(codes()).hasSize(10).doesNotContainAnyElementsOf(codes);
        assertThat(redeem(new Guest(port), mail, codes.getFirst()).status()).isEqualTo(422);
    }

    @Test
    void aCodeMakesAPasskeyOnceAndNothingElseAndAdministratorsAreTold() {
        new Guest(port).atDesk("ADMIN");
        String code = codes().getFirst();
        Guest lost = new Guest(port);

        Guest.Answer led =
                lost.at("/ja/desk/recovery")
                        .post(
                                "/ja/desk/recovery",
                                "mail",
                                mail,
                                "code",
                                " " + code.toLowerCase(java.util.Locale.ROOT).replace("-", " "));

        assertThat(led.location()).isEqualTo("/ja/desk/invitation");
        assertThat(lost.get("/en/desk").location()).contains("/sign-in");
        Authenticator another = new Authenticator("http://localhost:" + port);
        String page = lost.get("/en/desk/invitation").html();
        assertThat(
                        lost.post(
                                        "/en/desk/invitation",
                                        "answer",
                                        another.make(Signer.options(page)))
                                .location())
                .isEqualTo("/en/desk");
        assertThat(lost.get(ACCOUNT).page()).contains("9 unused codes");
        assertThat(redeem(new Guest(port), mail, code).status()).isEqualTo(422);

        Await.done(mails.sendDue());
        assertThat(mailbox.to("ADMIN@example.org").getLast().text())
                .as("in the language of who reads it")
                .contains("A recovery code was used", "/desk/staff/" + account)
                .doesNotContain(mail, code);
        assertThat(noted()).contains("staff.recovery-codes", "staff.recovered");
    }

    private List<String> noted() {
        return Await.value(
                database.sql("select action from audit.entry where subject = :it order by id")
                        .bind("it", account.toString())
                        .mapValue(String.class)
                        .all()
                        .collectList());
    }

    @Test
    void whoeverCameInByACodeApprovesNothingForADay() {
        String code = codes().getFirst();
        UUID person = made();
        UUID admin = made();
        Await.value(roles.propose(person, Set.of(Role.FINANCE), admin, "books"));
        String approval =
                "/en/desk/approvals/"
                        + one(
                                "select id::text from approvals.approval where subject = '"
                                        + person
                                        + "'");
        String before = somebody.guest().get(approval).html();
        String answer = somebody.passkey().show(Signer.options(before));
        redeem(new Guest(port), mail, code);

        assertThat(somebody.guest().get(approval).page())
                .contains("can approve nothing for 24 hours")
                .doesNotContain("data-passkey");
        assertThat(sign(approval, before, answer).status()).isEqualTo(422);
        assertThat(one("select state from approvals.approval where subject = '" + person + "'"))
                .isEqualTo("WAITING");

        clock.advance(Duration.ofHours(24).plusMinutes(1));
        somebody.signIn();
        assertThat(somebody.approve(approval).status()).isEqualTo(303);
        assertThat(one("select state from approvals.approval where subject = '" + person + "'"))
                .isEqualTo("APPROVED");
    }

    private Guest.Answer sign(String approval, String page, String answer) {
        String challenge =
                org.lfnkr.zabuton.support.PageForm.find(page, approval + "/signatures")
                        .orElseThrow()
                        .fields()
                        .getFirst("challenge");
        return somebody.guest()
                .postUnasked(
                        approval + "/signatures",
                        "challenge",
                        String.valueOf(challenge),
                        "answer",
                        answer);
    }

    private UUID made() {
        EmailAddress address = new EmailAddress("staff-" + UUID.randomUUID() + "@example.org");
        return Await.value(accounts.make(address, Set.of(Role.VIEWER), "test"));
    }

    private String one(String sql) {
        return Await.value(database.sql(sql).mapValue(String.class).one());
    }

    @Test
    void itIsSaidToNobodyWhoHasAnAccountAndTriesAreCounted() {
        String code = codes().getFirst();
        String unknown = "staff-" + UUID.randomUUID() + "@example.org";
        Guest.Answer wrong = redeem(new Guest(port), mail, "0000-0000-0000-0000");
        Guest.Answer nobody = redeem(new Guest(port), unknown, "0000-0000-0000-0000");
        assertThat(plain(nobody, unknown)).isEqualTo(plain(wrong, mail));
        assertThat(nobody.status()).isEqualTo(422);

        for (int i = 0; i < 10; i++) {
            redeem(new Guest(port), mail, "nonsense");
        }
        assertThat(plain(redeem(new Guest(port), mail, code), mail)).isEqualTo(plain(wrong, mail));
        clock.advance(Duration.ofHours(1));
        assertThat(redeem(new Guest(port), mail, code).status()).isEqualTo(303);
        assertThat(new Guest(port).at(RECOVERY).forge(RECOVERY).status()).isEqualTo(403);
    }

    private static String plain(Guest.Answer answer, String address) {
        return answer.page().replace(address, "").replaceAll("name=\"_csrf\" value=\"[^\"]+\"", "");
    }

    @Test
    void aClosedAccountIsRecoveredByNothing() {
        String code = codes().getFirst();
        Await.done(accounts.close(account, "test", "test"));

        assertThat(redeem(new Guest(port), mail, code).status()).isEqualTo(422);
    }

    @Test
    void oneAddsPasskeysAndRemovesAllButTheLast() {
        Guest guest = somebody.guest();
        String first = "/en/desk/account/passkeys/" + id() + "/removals";
        Guest.Answer last = guest.at(ACCOUNT).postUnasked(first);
        assertThat(guest.follow(last).page()).contains("your last passkey stays");
        Guest.Answer unproven = guest.at(ACCOUNT).post(ACCOUNT + "/passkeys", "answer", "{}");
        assertThat(unproven.location()).startsWith(ACCOUNT);

        String options = Signer.options(guest.get(ACCOUNT).html());
        Guest.Answer led =
                guest.post(ACCOUNT + "/passkeys", "answer", somebody.passkey().show(options));
        assertThat(led.location()).isEqualTo("/en/desk/invitation");
        Authenticator another = new Authenticator("http://localhost:" + port);
        String asked = Signer.options(guest.get("/en/desk/invitation").html());
        assertThat(asked).contains("excludeCredentials\":[{");
        guest.post("/en/desk/invitation", "answer", another.make(asked));
        assertThat(guest.get(ACCOUNT).page()).contains("Firefox", "Linux", "last used");

        Guest stranger = new Guest(port).atDesk("VIEWER");
        stranger.postUnasked(first);
        Guest.Answer gone = guest.at(ACCOUNT).post(first);
        assertThat(guest.follow(gone).page()).contains("The passkey is removed");
        assertThat(
                        one(
                                "select count(*)::text from staff.passkey where account_id = '"
                                        + account
                                        + "'"))
                .isEqualTo("1");
        assertThat(somebody.signIn().status()).isEqualTo(422);
        assertThat(noted()).contains("staff.passkey-removed");
    }

    private String id() {
        return one(
                "select translate(rtrim(encode(id, 'base64'), '='), '+/', '-_') from staff.passkey where account_id = '"
                        + account
                        + "'");
    }
}
