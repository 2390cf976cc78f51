package org.lfnkr.zabuton.staff.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.lfnkr.zabuton.approvals.Approvals;
import org.lfnkr.zabuton.desk.Role;
import org.lfnkr.zabuton.kernel.EmailAddress;
import org.lfnkr.zabuton.kernel.Language;
import org.lfnkr.zabuton.mail.Mail;
import org.lfnkr.zabuton.mailbox.DevMailbox;
import org.lfnkr.zabuton.staff.Accounts;
import org.lfnkr.zabuton.staff.StaffSamples;
import org.lfnkr.zabuton.support.Await;
import org.lfnkr.zabuton.support.Guest;
import org.lfnkr.zabuton.support.ModuleTest;
import org.lfnkr.zabuton.support.MovableClock;
import org.lfnkr.zabuton.support.Signer;
import org.lfnkr.zabuton.support.TestDatabase;
import org.lfnkr.zabuton.web.Messages;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.r2dbc.core.DatabaseClient;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;

/** A second person decides, by the example of roles. */
@ModuleTest
@Import(StaffSamples.class)
class ApprovalPageTests {

    @LocalServerPort int port;
    @Autowired StaffSamples samples;
    @Autowired Accounts accounts;
    @Autowired RoleApprovals roles;
    @Autowired Approvals approvals;
    @Autowired MovableClock clock;
    @Autowired DatabaseClient database;
    @Autowired TestDatabase owner;
    @Autowired Messages messages;
    @Autowired Mail mails;
    @Autowired DevMailbox mailbox;

    private Signer approver;
    private Guest admin;
    private UUID person;

    @BeforeEach
    void people() {
        approver = samples.signer(port, Role.APPROVER);
        admin = new Guest(port).atDesk("ADMIN");
        EmailAddress mail = new EmailAddress("staff-" + UUID.randomUUID() + "@example.org");
        person = Await.value(accounts.make(mail, Set.of(Role.VIEWER), "test"));
    }

    @AfterEach
    void restore() {
        clock.reset();
    }

    /** The page of what an administrator asks for. */
    private String asked(Role... wished) {
        String page = "/en/desk/staff/" + person;
        admin.at(page);
        Guest.Answer asked = admin.postUnasked(page + "/roles", fields("a new bookkeeper", wished));
        assertThat(asked.status()).isEqualTo(303);
        return "/en/desk/approvals/"
                + one(
                        "select id::text from approvals.approval where subject = '"
                                + person
                                + "' and state = 'WAITING'");
    }

    private static String[] fields(String reason, Role... wished) {
        String[] fields = new String[2 + 2 * wished.length];
        fields[0] = "reason";
        fields[1] = reason;
        for (int i = 0; i < wished.length; i++) {
            fields[2 + 2 * i] = "role";
            fields[3 + 2 * i] = wished[i].name();
        }
        return fields;
    }

    private String one(String sql) {
        return Await.value(database.sql(sql).mapValue(String.class).one());
    }

    private String id(String approval) {
        return approval.substring(approval.lastIndexOf('/') + 1);
    }

    private String state(String approval) {
        return one("select state from approvals.approval where id = '" + id(approval) + "'");
    }

    private String rolesOf(UUID account) {
        return one(
                "select array(select role from staff.role where account_id = '"
                        + account
                        + "' order by role)::text");
    }

    @Test
    void whatOneAsksForAnotherSignsAndItIsDone() {
        String approval = asked(Role.FINANCE);
        assertThat(rolesOf(person)).isEqualTo("{VIEWER}");
        assertThat(approver.guest().get("/en/desk/approvals").page())
                .contains("Waiting (", "finance", "a new bookkeeper", "ADMIN@example.org");
        String page = approver.guest().get(approval).page();
        assertThat(page)
                .contains("Roles now", "viewer", "finance", "can be seen", "a new bookkeeper")
                .contains("kind=staff.roles", "before=[VIEWER]", "after=[FINANCE]");

        Guest.Answer done = approver.approve(approval);

        assertThat(approver.guest().follow(done).page()).contains("Approved and done.");
        assertThat(rolesOf(person)).isEqualTo("{FINANCE}");
        assertThat(state(approval)).isEqualTo("APPROVED");
        assertThat(approver.guest().get("/en/desk/approvals?list=decided").page())
                .contains(id(approval));
        assertThat(noted(id(approval)))
                .containsExactly(
                        "approval.proposed  > WAITING", "approval.approved WAITING > APPROVED");
        assertThat(noted(person.toString())).contains("staff.roles-changed [VIEWER] > [FINANCE]");
    }

    /** Whatever was wrong with the reason: it is not asked for any more. */
    @ParameterizedTest
    @EnumSource
    void whoRefusesWhatIsOverKeepsTheReason(Language language) {
        String approval = asked(Role.FINANCE).replaceFirst("/en/", "/" + language.tag() + "/");
        Guest slower = samples.signer(port, Role.APPROVER).guest().at(approval);
        approver.guest().at(approval).post(approval + "/refusals", "why", "not now");

        for (String why : List.of("She leaves soon", "She leaves soon".repeat(50))) {
            slower.get(approval);
            Guest.Answer late = slower.postUnasked(approval + "/refusals", "why", why);
            assertThat(late.status()).isEqualTo(422);
            assertThat(late.page())
                    .contains(
                            messages.text("approvals.wrong.over", language),
                            messages.text("web.typed", language),
                            "<dd>" + why + "</dd>",
                            "not now")
                    .doesNotContain("??", "/refusals");
        }
        assertThat(slower.postUnasked(approval + "/refusals", "why", " ").status()).isEqualTo(303);
    }

    /** As a double click does where no script runs. */
    @Test
    void whoSaysTheSameTwiceIsLedOn() {
        String refused = asked(Role.FINANCE);
        Guest guest = approver.guest().at(refused);
        guest.post(refused + "/refusals", "why", "not now");
        Guest.Answer again = guest.post(refused + "/refusals", "why", "not now");
        assertThat(again.status()).isEqualTo(303);
        assertThat(guest.follow(again).page())
                .contains(messages.text("approvals.told.refused", Language.EN));
        assertThat(noted(id(refused)))
                .containsExactly(
                        "approval.proposed  > WAITING", "approval.refused WAITING > REFUSED");

        String withdrawn = asked(Role.EDITOR);
        admin.at(withdrawn).post(withdrawn + "/withdrawals");
        assertThat(admin.follow(admin.post(withdrawn + "/withdrawals")).page())
                .contains(messages.text("approvals.told.withdrawn", Language.EN));
    }

    /** One mail to each who can sign, which leads to the page and names nobody. */
    @Test
    void approversHearThatSomethingWaitsAndTheProposerWhatWasDecided() {
        String mine =
                mail("select account_id::text from staff.passkey order by added_at desc limit 1");
        String approval = asked(Role.FINANCE);
        admin.postUnasked("/en/desk/staff/" + person + "/roles", fields("again", Role.FINANCE));

        assertThat(sent(mine, approval))
                .singleElement()
                .asString()
                .contains("Something waits for your approval", "finance")
                .doesNotContain(mail("select '" + person + "'"), "a new bookkeeper");

        approver.guest().at(approval).post(approval + "/refusals", "why", "not now");
        assertThat(sent("ADMIN@example.org", approval))
                .singleElement()
                .asString()
                .contains("was refused")
                .doesNotContain("not now", mine);

        String another = asked(Role.EDITOR);
        approver.approve(another);
        assertThat(sent("ADMIN@example.org", another))
                .singleElement()
                .asString()
                .contains("was approved");
        assertThat(sent(mine, another)).as("nobody is asked for what is decided").isEmpty();
    }

    private String mail(String account) {
        return Await.value(accounts.mail(UUID.fromString(one(account))));
    }

    private List<String> sent(String address, String approval) {
        Await.done(mails.sendDue());
        return mailbox.to(address).stream()
                .map(it -> it.subject() + it.text())
                .filter(it -> it.contains(approval))
                .toList();
    }

    private List<String> noted(String subject) {
        return Await.value(
                database.sql(
                                "select action || ' ' || before || ' > ' || after from audit.entry"
                                        + " where subject = :it order by id")
                        .bind("it", subject)
                        .mapValue(String.class)
                        .all()
                        .collectList());
    }

    /** By whoever has the row, and nothing else. */
    @Test
    void theSignatureCanBeCheckedLater() throws Exception {
        String approval = asked(Role.FINANCE);
        approver.approve(approval);

        Map<String, Object> kept =
                Await.value(
                        database.sql(
                                        "select s.*, a.content from approvals.signature s join"
                                                + " approvals.approval a on a.id = approval_id where"
                                                + " a.id = :id")
                                .bind("id", UUID.fromString(id(approval)))
                                .fetch()
                                .one());
        byte[] content = bytes(kept, "content");
        UUID uuid = UUID.fromString(id(approval));
        byte[] challenge =
                sha256(
                        ByteBuffer.allocate(content.length + 16 + 32 + 8)
                                .put(content)
                                .putLong(uuid.getMostSignificantBits())
                                .putLong(uuid.getLeastSignificantBits())
                                .put(bytes(kept, "nonce"))
                                .putLong(end(kept).toEpochSecond())
                                .array());
        assertThat(bytes(kept, "challenge")).isEqualTo(challenge);
        assertThat(new String(bytes(kept, "client_data"), java.nio.charset.StandardCharsets.UTF_8))
                .contains(
                        java.util.Base64.getUrlEncoder()
                                .withoutPadding()
                                .encodeToString(challenge));
        assertThat(
                        approver.passkey()
                                .isSigned(
                                        bytes(kept, "authenticator_data"),
                                        sha256(bytes(kept, "client_data")),
                                        bytes(kept, "signature")))
                .isTrue();
    }

    private static OffsetDateTime end(Map<String, Object> row) {
        return (OffsetDateTime) Objects.requireNonNull(row.get("challenge_ends_at"));
    }

    private static byte[] bytes(Map<String, Object> row, String column) {
        ByteBuffer buffer = ((ByteBuffer) Objects.requireNonNull(row.get(column))).duplicate();
        byte[] bytes = new byte[buffer.remaining()];
        buffer.get(bytes);
        return bytes;
    }

    private static byte[] sha256(byte[] bytes) throws Exception {
        return MessageDigest.getInstance("SHA-256").digest(bytes);
    }

    @Test
    void nobodyApprovesWhatTheyAskedForThemselves() {
        UUID other =
                Await.value(
                        accounts.make(
                                new EmailAddress("staff-" + UUID.randomUUID() + "@example.org"),
                                Set.of(Role.VIEWER),
                                "test"));
        Signer both = samples.signer(port, Role.APPROVER);
        UUID own =
                UUID.fromString(
                        one(
                                "select account_id::text from staff.passkey order by added_at desc"
                                        + " limit 1"));
        Await.value(roles.propose(other, Set.of(Role.FINANCE), own, "mine"));
        String approval =
                "/en/desk/approvals/"
                        + one(
                                "select id::text from approvals.approval where subject = '"
                                        + other
                                        + "'");

        assertThat(both.guest().get(approval).page())
                .contains("Somebody else decides")
                .doesNotContain("data-passkey");
        Guest.Answer tried =
                both.guest()
                        .postUnasked(approval + "/signatures", "challenge", "x", "answer", "{}");
        assertThat(both.guest().follow(tried).page())
                .contains("nobody decides on what they asked for");
        both.guest().postUnasked(approval + "/refusals", "why", "no");
        assertThat(state(approval)).isEqualTo("WAITING");
        assertThatThrownBy(
                        () ->
                                Await.done(
                                        database.sql(
                                                        "update approvals.approval set state ="
                                                                + " 'REFUSED', decided_at = now(),"
                                                                + " refusal = 'x', refuser = proposer"
                                                                + " where subject = :it")
                                                .bind("it", other)
                                                .then()))
                .hasStackTraceContaining("refuser_is_somebody_else");
        assertThatThrownBy(
                        () ->
                                Await.done(
                                        database.sql(
                                                        "update approvals.approval set state ="
                                                                + " 'APPROVED', decided_at = now(),"
                                                                + " approver = proposer where subject ="
                                                                + " :it")
                                                .bind("it", other)
                                                .then()))
                .hasStackTraceContaining("approver_is_somebody_else");
        both.guest().at(approval).post(approval + "/withdrawals");
        assertThat(state(approval)).isEqualTo("WITHDRAWN");
    }

    @Test
    void theDatabaseTakesNoApprovalWithoutASignature() {
        String approval = asked(Role.FINANCE);

        assertThatThrownBy(
                        () ->
                                Await.done(
                                        database.sql(
                                                        "update approvals.approval set state ="
                                                                + " 'APPROVED', decided_at = now(),"
                                                                + " approver = :somebody where id ="
                                                                + " :id")
                                                .bind("somebody", person)
                                                .bind("id", UUID.fromString(id(approval)))
                                                .then()))
                .hasStackTraceContaining("approver_signed");
    }

    @Test
    void anAnswerIsTakenOnceForItsOwnApprovalAndNotLate() {
        String approval = asked(Role.FINANCE);
        String page = approver.guest().get(approval).html();
        String challenge = challenge(page);
        String answer = approver.passkey().show(Signer.options(page));
        EmailAddress mail = new EmailAddress("staff-" + UUID.randomUUID() + "@example.org");
        person = Await.value(accounts.make(mail, Set.of(Role.VIEWER), "test"));
        String another = asked(Role.EDITOR);

        assertThat(send(another, challenge, answer).page()).contains("could not be confirmed");
        assertThat(send(approval, challenge, answer).page()).contains("could not be confirmed");
        assertThat(state(approval) + state(another)).isEqualTo("WAITINGWAITING");

        page = approver.guest().get(approval).html();
        clock.advance(Duration.ofMinutes(6));
        assertThat(
                        send(
                                        approval,
                                        challenge(page),
                                        approver.passkey().show(Signer.options(page)))
                                .status())
                .isEqualTo(422);
        page = approver.guest().get(approval).html();
        String late = approver.guest().get(another).html();
        assertThat(
                        send(
                                        approval,
                                        challenge(page),
                                        approver.passkey().show(Signer.options(late)))
                                .status())
                .isEqualTo(422);
        page = approver.guest().get(approval).html();
        challenge = challenge(page);
        answer = approver.passkey().show(Signer.options(page));
        assertThat(send(approval, challenge, answer).status()).isEqualTo(303);
        assertThat(approver.guest().follow(send(approval, challenge, answer)).page())
                .contains("it was decided before");
    }

    private static String challenge(String html) {
        return org.lfnkr.zabuton.support.PageForm.of(html).stream()
                .filter(form -> form.action().endsWith("/signatures"))
                .map(form -> String.valueOf(form.fields().getFirst("challenge")))
                .findFirst()
                .orElseThrow();
    }

    private Guest.Answer send(String approval, String challenge, String answer) {
        return approver.guest()
                .postUnasked(approval + "/signatures", "challenge", challenge, "answer", answer);
    }

    @Test
    void onlyTheApproversOwnVerifiedPasskeyCounts() {
        String approval = asked(Role.FINANCE);
        Signer other = samples.signer(port, Role.APPROVER);
        String page = approver.guest().get(approval).html();
        assertThat(
                        send(approval, challenge(page), other.passkey().show(Signer.options(page)))
                                .status())
                .isEqualTo(422);
        page = approver.guest().get(approval).html();
        assertThat(
                        other.guest()
                                .postUnasked(
                                        approval + "/signatures",
                                        "challenge",
                                        challenge(page),
                                        "answer",
                                        other.passkey().show(Signer.options(page)))
                                .status())
                .isEqualTo(422);

        approver.passkey().verifyNobody();
        assertThat(approver.approve(approval).page())
                .contains("could not be confirmed", "Approve with a passkey");
        for (String nonsense : List.of("", "{}", "null", "%")) {
            assertThat(send(approval, nonsense, nonsense).status()).isEqualTo(422);
        }
        assertThat(approver.guest().forge(approval + "/signatures").status()).isEqualTo(403);
        assertThat(state(approval)).isEqualTo("WAITING");
        assertThat(admin.postUnasked(approval + "/signatures").status()).isEqualTo(403);
    }

    @Test
    void whatIsTamperedWithIsNotSigned() throws Exception {
        String approval = asked(Role.FINANCE);
        String page = approver.guest().get(approval).html();
        String challenge = challenge(page);
        String answer = approver.passkey().show(Signer.options(page));
        try (var connection = owner.connect();
                var statement = connection.createStatement()) {
            statement.execute(
                    "update approvals.approval set content = content || '\\x41', content_hash ="
                            + " sha256(content || '\\x41') where id = '"
                            + id(approval)
                            + "'");
        }

        assertThat(send(approval, challenge, answer).status()).isEqualTo(422);
        assertThat(rolesOf(person)).isEqualTo("{VIEWER}");
        assertThat(approver.guest().get(approval).page())
                .contains("This lapsed")
                .doesNotContain("data-passkey");
    }

    @Test
    void whatHasChangedSinceIsStaleAndCanBeAskedForAgain() {
        String approval = asked(Role.FINANCE);
        String page = approver.guest().get(approval).html();
        assertThat(waits()).isTrue();
        assertThat(isStale()).isFalse();
        Await.done(accounts.giveRoles(person, Set.of(Role.SHOP), "test"));
        assertThat(waits()).isFalse();
        assertThat(isStale()).isTrue();

        Guest.Answer done =
                send(approval, challenge(page), approver.passkey().show(Signer.options(page)));
        assertThat(approver.guest().follow(done).page()).contains("has changed since");
        assertThat(state(approval) + rolesOf(person)).isEqualTo("STALE{SHOP}");

        String again = asked(Role.FINANCE);
        assertThat(again).isNotEqualTo(approval);
        String changed = asked(Role.EDITOR);
        assertThat(state(again)).isEqualTo("STALE");
        approver.approve(changed);
        assertThat(rolesOf(person)).isEqualTo("{EDITOR}");
    }

    private boolean waits() {
        return Await.value(approvals.signable("staff.roles", person).hasElement());
    }

    private boolean isStale() {
        return Await.value(approvals.isStale("staff.roles", person));
    }

    @Test
    void whatNobodyDecidesOnInTimeLapses() {
        String approval = asked(Role.FINANCE);
        clock.advance(Duration.ofDays(14).plusMinutes(1));
        Signer late = samples.signer(port, Role.APPROVER);

        assertThat(late.guest().get(approval).page()).contains("This lapsed");
        assertThat(late.guest().get("/en/desk/approvals").page()).doesNotContain(id(approval));
        late.guest().postUnasked(approval + "/refusals", "why", "late");
        assertThat(state(approval)).isEqualTo("WAITING");
        admin = new Guest(port).atDesk("ADMIN");
        String again = asked(Role.FINANCE);
        assertThat(state(approval) + state(again)).isEqualTo("STALEWAITING");
    }

    @ParameterizedTest
    @EnumSource
    void aRefusalNeedsAReasonThatTheProposerReads(Language language) {
        String approval = asked(Role.FINANCE).replace("/en/", "/" + language.tag() + "/");
        approver.guest().at(approval);
        Guest.Answer blank = approver.guest().post(approval + "/refusals", "why", " ");
        assertThat(blank.status()).isEqualTo(422);
        assertThat(blank.page())
                .contains(messages.text("approvals.why.missing", language))
                .doesNotContain("??");
        Guest.Answer tooLong =
                approver.guest().at(approval).post(approval + "/refusals", "why", "長".repeat(501));
        assertThat(tooLong.status()).isEqualTo(422);
        assertThat(tooLong.page())
                .contains(messages.text("web.wrong.long", language, 500), "長".repeat(501));
        assertThat(state(approval)).isEqualTo("WAITING");

        approver.guest().at(approval).post(approval + "/refusals", "why", "not this year");

        assertThat(state(approval)).isEqualTo("REFUSED");
        assertThat(admin.get(approval).page())
                .contains("not this year", messages.text("approvals.standing.refused", language));
        assertThat(noted(id(approval))).contains("approval.refused WAITING > REFUSED");
    }

    @Test
    void aClosedAccountIsGivenNothingAndGivesNothing() {
        String approval = asked(Role.FINANCE);
        String page = approver.guest().get(approval).html();
        Await.done(accounts.close(person, "test", "test"));
        assertThat(approver.guest().get(approval).page()).contains("This lapsed");
        send(approval, challenge(page), approver.passkey().show(Signer.options(page)));
        assertThat(state(approval)).isEqualTo("STALE");

        UUID own =
                UUID.fromString(
                        one(
                                "select account_id::text from staff.passkey order by added_at desc"
                                        + " limit 1"));
        Await.done(accounts.close(own, "test", "test"));
        assertThat(approver.guest().get("/en/desk/approvals").location()).contains("/sign-in");
    }

    @Test
    void othersReadOnlyWhatTheyCouldAskForThemselves() {
        String approval = asked(Role.FINANCE);
        Guest shop = new Guest(port).atDesk("SHOP");

        assertThat(shop.get(approval).status()).isEqualTo(404);
        assertThat(shop.get("/en/desk/approvals?list=waiting").page()).doesNotContain(id(approval));
        assertThat(admin.get("/en/desk/approvals?list=mine").page()).contains(id(approval));
        assertThat(admin.get("/en/desk/approvals/" + UUID.randomUUID()).status()).isEqualTo(404);
        assertThat(admin.get("/en/desk/approvals/x").status()).isEqualTo(404);
    }

    @Test
    void anAdministratorInvitesButPowerWaitsForASignature() {
        String mail = "staff-" + UUID.randomUUID() + "@example.org";
        admin.at("/en/desk/staff");
        assertThat(
                        admin.postUnasked(
                                        "/en/desk/staff",
                                        "mail",
                                        mail,
                                        "role",
                                        "FINANCE",
                                        "role",
                                        "SHOP")
                                .page())
                .contains("Please say why");
        Guest.Answer asked =
                admin.postUnasked(
                        "/en/desk/staff",
                        "mail",
                        mail,
                        "role",
                        "FINANCE",
                        "role",
                        "SHOP",
                        "reason",
                        "books");
        assertThat(admin.follow(asked).page()).contains("once an approver has signed");
        person = Await.value(accounts.find(new EmailAddress(mail)));

        assertThat(rolesOf(person)).isEqualTo("{SHOP}");
        approver.approve(
                "/en/desk/approvals/"
                        + one(
                                "select id::text from approvals.approval where subject = '"
                                        + person
                                        + "'"));
        assertThat(rolesOf(person)).isEqualTo("{FINANCE,SHOP}");
    }
}
