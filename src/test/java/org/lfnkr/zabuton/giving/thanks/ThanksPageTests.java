package org.lfnkr.zabuton.giving.thanks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lfnkr.zabuton.supporters.signin.SignInSamples.newAddress;

import org.junit.jupiter.api.Test;
import org.lfnkr.zabuton.giving.Dedication;
import org.lfnkr.zabuton.giving.Frequency;
import org.lfnkr.zabuton.giving.Pledge;
import org.lfnkr.zabuton.giving.plans.GiftPlans;
import org.lfnkr.zabuton.giving.pledges.GiftSamples;
import org.lfnkr.zabuton.giving.pledges.Giving;
import org.lfnkr.zabuton.kernel.EmailAddress;
import org.lfnkr.zabuton.kernel.Language;
import org.lfnkr.zabuton.mail.Mail;
import org.lfnkr.zabuton.payments.plans.processing.Plans;
import org.lfnkr.zabuton.payments.stripe.StripeNews;
import org.lfnkr.zabuton.simulator.StripeSimulator;
import org.lfnkr.zabuton.support.Await;
import org.lfnkr.zabuton.support.CapturesOutput;
import org.lfnkr.zabuton.support.Guest;
import org.lfnkr.zabuton.support.ModuleTest;
import org.lfnkr.zabuton.support.Snapshot;
import org.lfnkr.zabuton.support.TestDatabase;
import org.lfnkr.zabuton.supporters.Member;
import org.lfnkr.zabuton.supporters.signin.SignInSamples;
import org.lfnkr.zabuton.vault.Vault;
import org.postgresql.PGConnection;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.web.util.HtmlUtils;

import reactor.core.publisher.Flux;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** From the name on the give form to the page of thanks, and back. */
@ModuleTest
@Import(SignInSamples.class)
@CapturesOutput
class ThanksPageTests {

    private static final Pattern FORM =
            Pattern.compile(
                    "(?s)<bdi>((?:(?!</bdi>).)*)</bdi></p>\\s*<form[^>]* action=\"/en/desk/thanks/([^\"]+)\"");

    private static final Pattern MORE = Pattern.compile("<a href=\"([^\"#]+)#\\w+\">Show more<");

    @Autowired SignInSamples samples;
    @Autowired Giving giving;
    @Autowired PublicNames names;
    @Autowired GiftPlans plans;
    @Autowired Plans payments;
    @Autowired Mail mail;
    @Autowired Vault vault;
    @Autowired StripeSimulator stripe;
    @Autowired DatabaseClient database;
    @Autowired TestDatabase testDatabase;
    @Autowired ApplicationContext application;

    private final EmailAddress email = newAddress();
    private final String name = "Reader " + UUID.randomUUID();

    @Test
    void standsNowhereBeforeStaffApprovedIt() {
        paid(name);
        assertThat(thanks()).doesNotContain(name);
        assertThat(section("waiting")).contains(name);

        decide(name, "APPROVED");

        assertThat(thanks()).contains(name);
        assertThat(samples.guest().get("/ja/thanks").page()).contains(name);
        assertThat(section("approved")).contains(name);
    }

    /** The longest waiting is read first, and nobody is forgotten or read twice. */
    @Test
    void staffReadAllThatWait() {
        Pledge pledge = paid(name);
        UUID first = UUID.fromString(idOnDesk(name));
        List<UUID> others = Stream.generate(UUID::randomUUID).limit(44).toList();
        others.forEach(other -> alsoWaits(other, first, pledge));

        List<String> waiting =
                FORM.matcher(section("waiting"))
                        .results()
                        .map(it -> it.group(1))
                        .filter(it -> it.contains(name))
                        .toList();

        assertThat(waiting).hasSize(45).doesNotHaveDuplicates();
    }

    private void alsoWaits(UUID other, UUID first, Pledge pledge) {
        Await.done(
                database.sql(
                                "insert into giving.public_name (id, supporter, subject, state, chosen_at)"
                                        + " select :other, supporter, subject, state, chosen_at"
                                        + " from giving.public_name where id = :first")
                        .bind("other", other)
                        .bind("first", first)
                        .then());
        Await.done(
                database.sql("insert into giving.thanked (name, pledge) values (:other, :pledge)")
                        .bind("other", other)
                        .bind("pledge", pledge.id().value())
                        .then());
        Await.done(vault.seal(pledge.subject(), PublicNameStore.place(other), name + " " + other));
    }

    /** As when the form is sent by a finger that trembles. */
    @Test
    void isOneHoweverOftenItIsChosenAtOnce() {
        Pledge pledge = paid("");
        Member member = new Member(pledge.supporter(), pledge.subject());

        Await.done(Flux.range(0, 8).flatMap(time -> names.choose(member, name)).then());

        assertThat(Await.value(names.of(member).collectList())).hasSize(1);
    }

    @Test
    void isNotEvenReadBeforeItsGiftArrives() {
        Pledge pledge = pledged(name, Frequency.ONCE);
        assertThat(desk()).doesNotContain(name);

        pay(pledge);

        assertThat(section("waiting")).contains(name);
    }

    @Test
    void aPlanIsThankedForWhileItRunsAndForWhatItGave() {
        Pledge pledge = pledged(name, Frequency.MONTHLY);
        pay(pledge);
        decide(name, "APPROVED");
        refund(pledge, 3000);
        assertThat(thanks()).contains(name);

        end(pledge);

        assertThat(thanks()).doesNotContain(name);
    }

    private void end(Pledge pledge) {
        Await.done(
                plans.of(pledge).flatMap(plan -> payments.stopNow(plan.plan().payments())).then());
        StripeNews.sendWishes(application);
    }

    @Test
    void nobodyKeepsACopy() {
        assertThat(samples.guest().get("/en/thanks").header("Cache-Control")).contains("no-store");
        assertThat(staff().get("/en/desk/thanks").header("Cache-Control")).contains("no-store");
    }

    @Test
    void isGoneWhenTheGiftWasLostToADispute() {
        Pledge pledge = paid(name);
        decide(name, "APPROVED");

        stripe.closeDispute(stripe.dispute(intent(pledge)), false);
        StripeNews.hear(application);

        assertThat(thanks()).doesNotContain(name);
    }

    @Test
    void whatIsDeclinedOrTakenOffIsNotShown() {
        paid(name);
        decide(name, "DECLINED");
        assertThat(thanks()).doesNotContain(name);
        assertThat(section("declined")).contains(name);

        decide(name, "APPROVED");
        decide(name, "DECLINED");

        assertThat(thanks()).doesNotContain(name);
        assertThat(mine().get("/en/me/giving").page())
                .contains(name, "Does not stand on the page of thanks.");
    }

    @Test
    void isGoneOnceTheWholeGiftWentBack() {
        Pledge pledge = paid(name);
        decide(name, "APPROVED");

        refund(pledge, 1000);
        assertThat(thanks()).contains(name);

        refund(pledge, 2000);
        assertThat(thanks()).doesNotContain(name);
        assertThat(desk()).doesNotContain(name);
    }

    @Test
    void theGiverTakesItBackAtOnceAndForGood() throws SQLException {
        paid(name);
        decide(name, "APPROVED");
        long boxes = boxes();

        assertThat(mine().at(ownForm()).post(ownForm() + "/withdrawals").location())
                .isEqualTo("/en/me/giving");

        assertThat(thanks()).doesNotContain(name);
        assertThat(mine().get("/en/me/giving").page()).doesNotContain(name);
        assertThat(boxes()).isEqualTo(boxes - 1);
    }

    @Test
    void aChangedNameWaitsAnewWhateverWasOpenOnTheDesk() {
        paid(name);
        String before = idOnDesk(name);
        decide(name, "APPROVED");

        assertThat(
                        mine().at(ownForm())
                                .post(ownForm() + "/successors", "alias", "Other " + name)
                                .location())
                .isEqualTo("/en/me/giving");
        staff().postUnasked("/en/desk/thanks/" + before, "state", "APPROVED");

        assertThat(thanks()).doesNotContain(name);
        assertThat(section("waiting")).contains("Other " + name);
    }

    @Test
    void savingTheSameNameAgainChangesNothing() {
        paid(name);
        decide(name, "APPROVED");

        mine().at(ownForm()).post(ownForm() + "/successors", "alias", name);

        assertThat(thanks()).contains(name);
    }

    @Test
    void whoGaveWithoutANameChoosesOneLater() {
        paid("");
        Guest giver = mine();
        assertThat(giver.get("/en/me/giving").page()).contains("You are thanked without a name.");

        giver.at("/en/me/thanks").post("/en/me/thanks", "alias", name);
        giver.post("/en/me/thanks", "alias", "Second " + name);
        decide(name, "APPROVED");

        assertThat(thanks()).contains(name);
        assertThat(desk()).doesNotContain("Second " + name);
    }

    @Test
    void isGoneWithThePersonWhoIsErased() throws SQLException {
        paid(name);
        decide(name, "APPROVED");

        assertThat(
                        mine().at("/en/me/data/erasure")
                                .post("/en/me/data/erasures", "sure", "yes")
                                .location())
                .isEqualTo("/en/farewell");

        assertThat(thanks()).doesNotContain(name);
        assertThat(desk()).doesNotContain(name);
        assertThat(names()).isZero();
    }

    @Test
    void aStrangerUnderTheSameMailAddressChangesNothing() {
        paid(name);
        decide(name, "APPROVED");

        paid("Stranger " + name);

        assertThat(thanks()).contains(name).doesNotContain("Stranger");
    }

    @Test
    void aNameThatWasReadNeedsNoSecondReading() {
        paid(name);
        decide(name, "APPROVED");

        paid(name);

        assertThat(section("waiting")).doesNotContain(name);
        assertThat(thanks()).containsOnlyOnce(name);
    }

    @Test
    void isTextAndNothingElse() {
        String crafted = "<b onclick=\"x\">&amp;" + name;
        paid(crafted);
        assertThat(String.join("", pages("waiting").values())).contains(escaped(crafted));
        decide(crafted, "APPROVED");

        assertThat(raw(samples.guest(), "/en/thanks")).contains(escaped(crafted));
        assertThat(raw(mine(), "/en/me/giving")).contains(escaped(crafted));
    }

    private static String raw(Guest reader, String path) {
        byte[] body = reader.get(path).result().getResponseBody();
        String page = new String(Objects.requireNonNull(body), StandardCharsets.UTF_8);
        assertThat(page).doesNotContain("<b onclick");
        return page;
    }

    private static String escaped(String text) {
        return "<bdi>"
                + text.replace("&", "&amp;")
                        .replace("<", "&lt;")
                        .replace(">", "&gt;")
                        .replace("\"", "&quot;")
                + "</bdi>";
    }

    @Test
    void rareCharactersAndLongNamesSurvive() {
        String rare = "𠮷髙﨑" + UUID.randomUUID().toString().substring(0, 8);
        String longest = rare + "𠮷".repeat(100 - rare.codePointCount(0, rare.length()));
        paid("");
        Guest giver = mine();
        assertThat(giver.at("/en/me/thanks").post("/en/me/thanks", "alias", longest + "髙").status())
                .isEqualTo(422);
        assertThat(giver.post("/en/me/thanks", "alias", " ").status()).isEqualTo(422);

        giver.post("/en/me/thanks", "alias", longest);
        decide(longest, "APPROVED");

        assertThat(thanks()).contains(longest);
    }

    @Test
    void noRowAndNoLogHoldsTheName(CapturedOutput output) throws SQLException {
        paid(name);
        decide(name, "APPROVED");
        mine().at(ownForm()).post(ownForm() + "/successors", "alias", "Other " + name);
        decide("Other " + name, "DECLINED");

        assertThat(Snapshot.of(testDatabase)).noneMatch(row -> row.contains(name));
        assertThat(
                        count(
                                "select count(*) from outbox.event where body::text like '%"
                                        + name
                                        + "%'"))
                .isZero();
        assertThat(output.getAll()).doesNotContain(name);
        assertThat(audited()).contains("desk public-name.approved", "desk public-name.declined");
    }

    @Test
    void theDeskIsForStaff() {
        paid(name);
        String form = "/en/desk/thanks/" + idOnDesk(name);

        assertThat(samples.guest().get("/en/desk/thanks").location()).contains("/desk/sign-in");
        assertThat(samples.guest().postUnasked(form, "state", "APPROVED").location())
                .contains("/desk/sign-in");
        assertThat(mine().postUnasked(form, "state", "APPROVED").location())
                .contains("/desk/sign-in");
        assertThat(staff().forge(form).status()).isEqualTo(403);
        assertThat(thanks()).doesNotContain(name);
    }

    @Test
    void announcesWhatChangesThePage() throws SQLException {
        Pledge pledge = paid(name);

        assertThat(announced("update giving.public_name set state = state")).isTrue();
        assertThat(
                        announced(
                                "update giving.charge set refunded = refunded where pledge = '"
                                        + pledge.id().value()
                                        + "'"))
                .isTrue();
        assertThat(announced("update giving.plan set ended_at = ended_at")).isTrue();
    }

    private boolean announced(String change) throws SQLException {
        try (Connection connection = testDatabase.connect();
                Statement statement = connection.createStatement()) {
            statement.execute("listen zabuton");
            statement.execute(change);
            return List.of(connection.unwrap(PGConnection.class).getNotifications(10_000)).stream()
                    .anyMatch(heard -> heard.getParameter().equals("giving.thanks"));
        }
    }

    private String thanks() {
        return samples.guest().get("/en/thanks").page();
    }

    private static final List<String> STATES = List.of("waiting", "approved", "declined");

    /** The desk, and whatever its links to more lead to. */
    private String desk() {
        return STATES.stream().map(this::section).collect(Collectors.joining());
    }

    /** The part of the desk under one heading, to its end. */
    private String section(String state) {
        return HtmlUtils.htmlUnescape(String.join("", pages(state).values()));
    }

    /** The parts of the desk under one heading, by the page on which each stands. */
    private Map<String, String> pages(String state) {
        Pattern part =
                Pattern.compile("(?s)<section aria-labelledby=\"" + state + "\">.*?</section>");
        Map<String, String> all = new LinkedHashMap<>();
        String next = "/en/desk/thanks";
        while (!next.isEmpty()) {
            Matcher found = part.matcher(raw(staff(), next));
            assertThat(found.find()).isTrue();
            all.put(next, found.group());
            next =
                    MORE.matcher(found.group())
                            .results()
                            .map(it -> it.group(1))
                            .findFirst()
                            .orElse("");
        }
        return all;
    }

    /** Where on the desk a form stands. */
    private String pageWith(String form) {
        return STATES.stream()
                .flatMap(state -> pages(state).entrySet().stream())
                .filter(page -> page.getValue().contains("action=\"" + form + "\""))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElseThrow();
    }

    private Guest staff() {
        return samples.guest().atDesk();
    }

    private Guest mine() {
        return samples.signedIn(email);
    }

    private void decide(String shown, String state) {
        String form = "/en/desk/thanks/" + idOnDesk(shown);
        Guest staff = staff().at(pageWith(form));
        assertThat(staff.follow(staff.post(form, "state", state)).page())
                .contains(state.equals("APPROVED") ? "is on the page" : "is not on the page");
    }

    private String idOnDesk(String shown) {
        return FORM.matcher(desk())
                .results()
                .filter(form -> form.group(1).equals(shown))
                .map(form -> form.group(2))
                .findFirst()
                .orElseThrow();
    }

    private String ownForm() {
        String page = mine().get("/en/me/giving").page();
        return page.replaceAll("(?s).*?href=\"(/en/me/thanks/[^\"]+)\".*", "$1");
    }

    private Pledge paid(String alias) {
        Pledge pledge = pledged(alias, Frequency.ONCE);
        pay(pledge);
        return pledge;
    }

    private Pledge pledged(String alias, Frequency frequency) {
        Dedication words = new Dedication("", "", "", alias);
        return new GiftSamples(application)
                .pledged(GiftSamples.wish(email, "Name", frequency, words, Language.EN));
    }

    private void pay(Pledge pledge) {
        new GiftSamples(application).pay(pledge);
        Await.done(mail.sendDue());
    }

    private void refund(Pledge pledge, long yen) {
        stripe.refund(intent(pledge), yen);
        StripeNews.hear(application);
    }

    private String intent(Pledge pledge) {
        return Await.value(
                giving.charges(pledge)
                        .next()
                        .flatMap(
                                charge ->
                                        database.sql(
                                                        "select intent from payments.payment"
                                                                + " where id = :id")
                                                .bind("id", charge.payment().value())
                                                .mapValue(String.class)
                                                .one()));
    }

    private long boxes() {
        return count("select count(*) from vault.box where place like 'giving.public-name/%'");
    }

    private long names() {
        return count(
                "select count(*) from giving.public_name n join giving.thanked t on t.name = n.id"
                        + " join vault.subject s on s.id = n.subject where s.erased_at is not null");
    }

    private long count(String sql) {
        return Await.value(database.sql(sql).mapValue(Long.class).one());
    }

    private List<String> audited() {
        return Await.value(
                database.sql(
                                "select case when actor in (select id::text from staff.account)"
                                        + " then 'desk' else actor end || ' ' || action from audit.entry"
                                        + " where action like 'public-name.%'")
                        .mapValue(String.class)
                        .all()
                        .collectList());
    }
}
