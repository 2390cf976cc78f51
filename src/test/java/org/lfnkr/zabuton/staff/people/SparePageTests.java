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
import org.lfnkr.zabuton.staff.StaffSamples;
import org.lfnkr.zabuton.staff.spare.AuthenticatorApp;
import org.lfnkr.zabuton.support.Await;
import org.lfnkr.zabuton.support.Guest;
import org.lfnkr.zabuton.support.ModuleTest;
import org.lfnkr.zabuton.support.MovableClock;
import org.lfnkr.zabuton.support.Signer;
import org.lfnkr.zabuton.support.TestDatabase;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.r2dbc.core.DatabaseClient;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The spare way in: a link by mail and a code of an app, both, and what it doesn't open. */
@ModuleTest
@Import(StaffSamples.class)
class SparePageTests {

    private static final String ACCOUNT = "/en/desk/account";
    private static final String SPARE = "/en/desk/spare";
    private static final String CODE = SPARE + "/code";
    private static final Pattern KEY = Pattern.compile("secret=([A-Z2-7]{32})");
    private static final Pattern LINK = Pattern.compile("(/en/desk/spare/links/\\S+)");

    @LocalServerPort int port;
    @Autowired Accounts accounts;
    @Autowired RoleApprovals roles;
    @Autowired MovableClock clock;
    @Autowired DatabaseClient database;
    @Autowired Mail mails;
    @Autowired DevMailbox mailbox;
    @Autowired TestDatabase owner;

    private String mail;
    private UUID account;
    private Signer somebody;

    @BeforeEach
    void people() {
        come(Role.APPROVER);
    }

    /** Now: whoever is made later than now would be the latest in other tests. */
    private void come(Role... roles) {
        clock.reset();
        mail = "staff-" + UUID.randomUUID() + "@example.org";
        account = Await.value(accounts.make(new EmailAddress(mail), Set.of(roles), "test"));
        String link = Await.value(accounts.invite(account, "test")).text();
        somebody = Signer.invited(port, "/en/desk/invitations/" + link);
    }

    @AfterEach
    void restore() {
        clock.reset();
    }

    private AuthenticatorApp app() {
        AuthenticatorApp app = shown();
        Guest.Answer done = confirm(app.shows(clock.instant()));
        assertThat(somebody.guest().follow(done).page())
                .contains("Your authenticator app is set up");
        clock.advance(Duration.ofSeconds(30));
        return app;
    }

    private AuthenticatorApp shown() {
        String options = Signer.options(somebody.guest().get(ACCOUNT).html());
        Guest.Answer made =
                somebody.guest()
                        .post(
                                ACCOUNT + "/authenticators",
                                "answer",
                                somebody.passkey().show(options));
        assertThat(made.header("Cache-Control")).contains("no-store");
        Matcher key = KEY.matcher(made.page());
        assertThat(key.find()).isTrue();
        assertThat(made.page().replace(" ", "")).contains("<codeclass=\"code\">" + key.group(1));
        return new AuthenticatorApp(key.group(1));
    }

    private Guest.Answer confirm(String code) {
        return somebody.guest().post(ACCOUNT + "/authenticators/confirmations", "code", code);
    }

    /** Asks for a link, and reads it in the mail. */
    private String link(Guest guest) {
        Guest.Answer asked = guest.at(SPARE).post(SPARE, "mail", mail);
        assertThat(guest.follow(asked).page()).contains("a mail with a link is on its way");
        Await.done(mails.sendDue());
        Matcher link = LINK.matcher(mailbox.to(mail).getLast().text());
        assertThat(link.find()).isTrue();
        return link.group(1);
    }

    private Guest opened(String link) {
        Guest guest = new Guest(port);
        assertThat(guest.get(link).location()).isEqualTo(CODE);
        guest.get(CODE);
        return guest;
    }

    @Test
    void bothTheLinkAndTheCodeLetSomebodyInOnce() {
        AuthenticatorApp app = app();
        String link = link(new Guest(port));
        Guest guest = opened(link);
        String code = app.shows(clock.instant());

        assertThat(guest.post(CODE, "code", code).location()).isEqualTo("/en/desk");
        assertThat(guest.get("/en/desk").page()).contains("You came in without a passkey");
        assertThat(noted())
                .contains(
                        "staff.authenticator-made",
                        "staff.authenticator-added",
                        "staff.spare-sign-in");

        assertThat(opened(link).get(CODE).page()).contains("This link was used");
        Guest again = opened(link(new Guest(port)));
        assertThat(again.post(CODE, "code", code).status()).as("a code used again").isEqualTo(422);
        clock.advance(Duration.ofSeconds(30));
        assertThat(again.post(CODE, "code", app.shows(clock.instant())).status()).isEqualTo(303);
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
    void aLinkIsRefusedThatIsLateOrForeignOrTriedTooOften() {
        AuthenticatorApp app = app();
        Guest late = opened(link(new Guest(port)));
        clock.advance(Duration.ofMinutes(15));
        assertThat(late.post(CODE, "code", app.shows(clock.instant())).status()).isEqualTo(422);
        assertThat(late.get(CODE).page()).contains("is older than 15 minutes");

        String invitation = Await.value(accounts.invite(account, "test")).text();
        assertThat(opened(SPARE + "/links/" + invitation).get(CODE).page())
                .contains("This link was used");
        assertThat(new Guest(port).get(CODE).page()).contains("This link was used");

        String mine = link(new Guest(port));
        AuthenticatorApp own = app;
        come(Role.VIEWER);
        AuthenticatorApp other = app();
        assertThat(opened(mine).post(CODE, "code", other.shows(clock.instant())).status())
                .as("somebody else's code")
                .isEqualTo(422);

        Guest tries = opened(mine);
        for (int i = 0; i < 4; i++) {
            assertThat(tries.get(CODE).page()).contains("name=\"code\"");
            tries.post(CODE, "code", "000000");
        }
        assertThat(tries.get(CODE).page()).contains("its tries are spent");
        Guest.Answer spent = tries.postUnasked(CODE, "code", own.shows(clock.instant()));
        assertThat(spent.status()).isEqualTo(422);
        assertThat(tries.forge(CODE, "code", "1").status()).isEqualTo(403);
    }

    @Test
    void whoeverCameInLikeThisApprovesNothingAndChangesNobodysRoles() {
        AuthenticatorApp app = app();
        UUID person = made();
        Await.value(roles.propose(person, Set.of(Role.FINANCE), made(), "books"));
        String approval =
                "/en/desk/approvals/"
                        + one(
                                "select id::text from approvals.approval where subject = '"
                                        + person
                                        + "'");
        String page = somebody.guest().get(approval).html();
        String answer = somebody.passkey().show(Signer.options(page));
        Guest spare = in(app);

        assertThat(spare.get(approval).page())
                .contains("finance", "You came in without a passkey")
                .doesNotContain("data-passkey");
        Guest.Answer signed =
                spare.postUnasked(
                        approval + "/signatures",
                        "challenge",
                        challenge(page, approval),
                        "answer",
                        answer);
        assertThat(signed.status()).isEqualTo(403);
        assertThat(spare.postUnasked(approval + "/refusals", "why", "no").status()).isEqualTo(403);
        assertThat(one("select state from approvals.approval where subject = '" + person + "'"))
                .isEqualTo("WAITING");
        spare.postUnasked(ACCOUNT + "/passkeys/" + passkey() + "/removals");
        assertThat(
                        one(
                                "select count(*)::text from staff.passkey where account_id = '"
                                        + account
                                        + "'"))
                .isEqualTo("1");

        come(Role.ADMIN);
        Guest admin = in(app());
        assertThat(
                        admin.postUnasked("/en/desk/staff/" + person + "/roles", "role", "SHOP")
                                .status())
                .isEqualTo(403);
        assertThat(admin.get("/en/desk/staff").status()).isEqualTo(403);
        assertThat(somebody.guest().get("/en/desk/staff").status()).isEqualTo(200);
    }

    private Guest in(AuthenticatorApp app) {
        Guest guest = opened(link(new Guest(port)));
        assertThat(guest.post(CODE, "code", app.shows(clock.instant())).status()).isEqualTo(303);
        return guest;
    }

    private static String challenge(String page, String approval) {
        return String.valueOf(
                org.lfnkr.zabuton.support.PageForm.find(page, approval + "/signatures")
                        .orElseThrow()
                        .fields()
                        .getFirst("challenge"));
    }

    private String passkey() {
        return one(
                "select translate(rtrim(encode(id, 'base64'), '='), '+/', '-_') from staff.passkey"
                        + " where account_id = '"
                        + account
                        + "'");
    }

    private UUID made() {
        EmailAddress address = new EmailAddress("staff-" + UUID.randomUUID() + "@example.org");
        return Await.value(accounts.make(address, Set.of(Role.VIEWER), "test"));
    }

    private String one(String sql) {
        return Await.value(database.sql(sql).mapValue(String.class).one());
    }

    @Test
    void itIsSaidToNobodyWhoHasAnAccountAndAsksAreCounted() {
        String plain = asked(mail);
        app();
        String known = asked(mail);
        String unknown = asked("staff-" + UUID.randomUUID() + "@example.org");
        assertThat(List.of(known, unknown, asked(""), asked("nonsense"))).containsOnly(plain);
        assertThat(one("select count(distinct mail_indexes) >= 4 as many from staff.spare_link"))
                .isNotEmpty();

        Await.done(mails.sendDue());
        assertThat(mailbox.to(mail))
                .filteredOn(it -> it.text().contains("/desk/spare/"))
                .hasSize(2);
        for (int i = 0; i < 6; i++) {
            assertThat(asked(mail)).isEqualTo(known);
        }
        Await.done(mails.sendDue());
        assertThat(mailbox.to(mail))
                .filteredOn(it -> it.text().contains("/desk/spare/"))
                .as("five of an hour")
                .hasSize(5);
        assertThat(new Guest(port).at(SPARE).forge(SPARE).status()).isEqualTo(403);
    }

    private String asked(String address) {
        Guest guest = new Guest(port);
        Guest.Answer led = guest.at(SPARE).post(SPARE, "mail", address);
        return led.status()
                + led.location()
                + guest.follow(led).page().replaceAll("name=\"_csrf\" value=\"[^\"]+\"", "");
    }

    @Test
    void nothingOpensBeforeTheAppHasShownACodeOrAfterItIsRemoved() {
        Guest.Answer unproven =
                somebody.guest().at(ACCOUNT).post(ACCOUNT + "/authenticators", "answer", "{}");
        assertThat(somebody.guest().follow(unproven).page()).contains("could not be confirmed");
        AuthenticatorApp app = shown();
        asked(mail);
        Await.done(mails.sendDue());
        assertThat(mailbox.to(mail)).noneMatch(it -> it.text().contains("/desk/spare/"));

        assertThat(confirm("000000").page())
                .contains("This code is not right")
                .doesNotContain(app.key());
        clock.advance(Duration.ofMinutes(16));
        assertThat(confirm(app.shows(clock.instant())).status()).as("too late").isEqualTo(422);

        AuthenticatorApp another = app();
        String link = link(new Guest(port));
        somebody.guest().at(ACCOUNT).post(ACCOUNT + "/authenticators/removals");
        assertThat(opened(link).post(CODE, "code", another.shows(clock.instant())).status())
                .isEqualTo(422);
        assertThat(somebody.guest().get(ACCOUNT).page()).contains("No app is set up");

        AuthenticatorApp last = app();
        String sent = link(new Guest(port));
        Await.done(accounts.close(account, "test", "test"));
        assertThat(opened(sent).get(CODE).page()).contains("This link was used");
        assertThat(last.key()).hasSize(32);
    }

    /** Neither the key nor a link's token is in the database to be read. */
    @Test
    void whoeverHasTheDatabaseHasNoKey() throws Exception {
        AuthenticatorApp app = app();
        String token = link(new Guest(port)).replaceAll(".*/", "");
        String dump =
                dump(
                        "staff.spare_link",
                        "staff.spare_key",
                        "vault.box",
                        "mail.letter",
                        "outbox.work");
        assertThat(dump)
                .contains("staff.totp/" + account, "staff-spare")
                .doesNotContain(app.key(), token, mail);
    }

    private String dump(String... tables) throws Exception {
        StringBuilder dump = new StringBuilder();
        try (var connection = owner.connect();
                var statement = connection.createStatement()) {
            for (String table : tables) {
                var rows = statement.executeQuery("select t::text from " + table + " t");
                while (rows.next()) {
                    dump.append(rows.getString(1)).append('\n');
                }
            }
        }
        return dump.toString();
    }
}
