package org.lfnkr.zabuton.supporters.signin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lfnkr.zabuton.supporters.signin.SignInSamples.SESSION;
import static org.lfnkr.zabuton.supporters.signin.SignInSamples.newAddress;

import static java.util.Objects.requireNonNull;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lfnkr.zabuton.kernel.EmailAddress;
import org.lfnkr.zabuton.mailbox.DevMailbox;
import org.lfnkr.zabuton.support.Guest;
import org.lfnkr.zabuton.support.Guest.Answer;
import org.lfnkr.zabuton.support.ModuleTest;
import org.lfnkr.zabuton.support.MovableClock;
import org.lfnkr.zabuton.support.Snapshot;
import org.lfnkr.zabuton.support.TestDatabase;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.Stream;

@ModuleTest
@Import(SignInSamples.class)
class SignInPageTests {

    private static final AtomicInteger HOURS = new AtomicInteger();

    @Autowired SignInSamples samples;
    @Autowired MovableClock clock;
    @Autowired DevMailbox mailbox;
    @Autowired TestDatabase database;

    /** Each test has an hour of its own, since they all come from one network address. */
    @BeforeEach
    void begin() {
        clock.advance(Duration.ofHours(HOURS.incrementAndGet()));
    }

    @AfterEach
    void putTheClockRight() {
        clock.reset();
    }

    @Test
    void leadsStrangersToTheSignInAndBack() {
        Answer answer = samples.guest().get("/ja/me/sessions");

        assertThat(answer.status()).isEqualTo(303);
        assertThat(answer.location()).isEqualTo("/ja/sign-in?next=/ja/me/sessions");
    }

    @Test
    void signsInByTheLinkAtAnyBrowserAndInAnyLanguage() {
        EmailAddress email = asked("/en/me/sessions");
        Guest elsewhere = samples.guest();

        Answer opened = elsewhere.get(samples.link(email).replace("/en/", "/ja/"));
        assertThat(opened.location()).isEqualTo("/ja/sign-in/link");
        Answer in = elsewhere.at("/ja/sign-in/link").post("/ja/sign-in/link");

        assertThat(in.location()).isEqualTo("/en/me/sessions");
        assertThat(elsewhere.get("/en/me").page()).contains("Hello, Name");
    }

    @Test
    void openingTheLinkUsesNothingUpAndHandsNothingOn() {
        EmailAddress email = asked("");
        String link = samples.link(email);

        Answer scanned = samples.guest().get(link);
        Guest reader = samples.guest();
        reader.get(link);

        assertThat(scanned.header("Referrer-Policy")).isEqualTo("no-referrer");
        assertThat(scanned.header("Cache-Control")).isEqualTo("no-store");
        assertThat(reader.get("/en/sign-in/link").page()).doesNotContain(token(link));
        assertThat(reader.post("/en/sign-in/link").location()).isEqualTo("/en/me");
    }

    @Test
    void aLinkIsUsedOnce() {
        EmailAddress email = asked("");
        String link = samples.link(email);
        open(link);

        Answer again = open(link);

        assertThat(again.status()).isEqualTo(422);
        assertThat(again.page()).contains("has been used");
    }

    @Test
    void aLinkIsGoodForAQuarterOfAnHour() {
        EmailAddress email = asked("");
        String link = samples.link(email);

        clock.advance(Duration.ofMinutes(16));

        assertThat(open(link).status()).isEqualTo(422);
    }

    @Test
    void signsInByTheCodeAsPeopleTypeIt() {
        EmailAddress email = newAddress();
        samples.met(email);
        Guest guest = asked(email, "/ja/me/sessions");
        String code = samples.code(email);

        Answer in =
                guest.at("/ja/sign-in/code")
                        .post(
                                "/ja/sign-in/code",
                                "code",
                                " " + code.substring(0, 3) + "－" + code.substring(3));

        assertThat(in.location()).isEqualTo("/ja/me/sessions");
        assertThat(guest.get("/ja/me/sessions").page()).contains("Firefox、Linux", "いまお使いの端末");
    }

    @Test
    void aCodeIsWorthNothingAtAnotherBrowser() {
        EmailAddress email = asked("");

        assertThat(
                        samples.guest()
                                .at("/en/sign-in/code")
                                .post("/en/sign-in/code", "code", samples.code(email))
                                .status())
                .isEqualTo(422);
    }

    @Test
    void aCodeIsWornAfterFiveTries() {
        EmailAddress email = newAddress();
        samples.met(email);
        Guest guest = asked(email, "");
        String code = samples.code(email);
        String wrong = code.equals("000000") ? "000001" : "000000";

        for (int tries = 0; tries < 5; tries++) {
            assertThat(guest.post("/en/sign-in/code", "code", wrong).status()).isEqualTo(422);
        }

        assertThat(guest.post("/en/sign-in/code", "code", code).status()).isEqualTo(422);
        assertThat(guest.cookie(SESSION)).isEmpty();
    }

    @Test
    void aCodeIsUsedOnce() {
        EmailAddress email = newAddress();
        samples.met(email);
        Guest guest = asked(email, "");
        String code = samples.code(email);
        guest.post("/en/sign-in/code", "code", code);

        assertThat(guest.post("/en/sign-in/code", "code", code).status()).isEqualTo(422);
        assertThat(open(samples.link(email)).status()).isEqualTo(422);
    }

    @Test
    void answersStrangersAsItAnswersFriendsWithTheSameWork() throws SQLException {
        EmailAddress friend = newAddress();
        samples.met(friend);
        EmailAddress stranger = newAddress();
        asked(newAddress(), "");

        Map<String, Long> start = rows();
        Guest friends = asked(friend, "");
        Map<String, Long> between = rows();
        Guest strangers = asked(stranger, "");
        Map<String, Long> end = rows();

        assertThat(difference(between, end)).isEqualTo(difference(start, between)).isNotEmpty();
        assertThat(strangers.get("/en/sign-in/code").page().replaceAll("value=\"[^\"]+\"", ""))
                .isEqualTo(
                        friends.get("/en/sign-in/code").page().replaceAll("value=\"[^\"]+\"", ""));
    }

    @Test
    void tellsStrangersByMailOnlyAndNotTooOften() {
        EmailAddress stranger = newAddress();
        for (int tries = 0; tries < 4; tries++) {
            asked(stranger, "");
            samples.letters();
        }

        assertThat(mailbox.to(stranger.value()))
                .hasSize(2)
                .allMatch(mail -> mail.text().contains("We keep nothing under it"))
                .noneMatch(mail -> mail.text().contains("/links/"));
    }

    @Test
    void sendsAtMostFiveMailsAnHourToOneAddressAndSaysNothing() {
        EmailAddress email = newAddress();
        samples.met(email);
        for (int tries = 0; tries < 7; tries++) {
            asked(email, "");
            samples.letters();
        }

        assertThat(mailbox.to(email.value())).hasSize(5);
    }

    @Test
    void refusesASenderWhoAsksTooOften() {
        Guest guest = samples.guest();
        int status = 0;
        for (int tries = 0; tries <= 40; tries++) {
            status =
                    guest.at("/en/sign-in")
                            .post("/en/sign-in", "email", newAddress().value())
                            .status();
        }

        assertThat(status).isEqualTo(429);
    }

    @Test
    void aPlantedSessionIsNotTakenUp() {
        Guest thief = samples.signedIn(newAddress());
        EmailAddress email = newAddress();
        samples.met(email);
        Guest victim = samples.guest();
        victim.plant(SESSION, thief.cookie(SESSION));
        victim.at("/en/sign-in").post("/en/sign-in", "email", email.value());
        victim.at("/en/sign-in/code").post("/en/sign-in/code", "code", samples.code(email));

        assertThat(victim.cookie(SESSION)).isNotEqualTo(thief.cookie(SESSION));
        assertThat(thief.get("/en/me").status()).isEqualTo(303);
        assertThat(victim.get("/en/me/data").page()).contains(email.value());
    }

    @Test
    void signsOutEverywhere() {
        EmailAddress email = newAddress();
        Guest here = samples.signedIn(email);
        Guest there = samples.signedIn(email);
        Guest stranger = samples.signedIn(newAddress());

        here.at("/en/me/sessions").post("/en/me/sessions/endings");

        assertThat(here.get("/en/me").status()).isEqualTo(303);
        assertThat(there.get("/en/me").status()).isEqualTo(303);
        assertThat(stranger.get("/en/me").status()).isEqualTo(200);
    }

    @Test
    void endsOneSessionAndKeepsTheOthers() {
        EmailAddress email = newAddress();
        Guest here = samples.signedIn(email);
        Guest there = samples.signedIn(email);
        String ending =
                there.get("/en/me/sessions")
                        .page()
                        .replaceAll("(?s).*You are here now.*?action=\"([^\"]+/endings)\".*", "$1");

        here.at("/en/me/sessions").post(ending);

        assertThat(there.get("/en/me").status()).isEqualTo(303);
        assertThat(here.get("/en/me").status()).isEqualTo(200);
    }

    @Test
    void whoStaysAwaySignsInAgain() {
        Guest guest = samples.signedIn(newAddress());

        clock.advance(Duration.ofDays(13));
        assertThat(guest.get("/en/me").status()).isEqualTo(200);
        clock.advance(Duration.ofDays(13));
        assertThat(guest.get("/en/me").status()).isEqualTo(200);
        clock.advance(Duration.ofDays(15));

        assertThat(guest.get("/en/me").status()).isEqualTo(303);
    }

    @Test
    void nobodyStaysSignedInForever() {
        Guest guest = samples.signedIn(newAddress());
        for (int weeks = 0; weeks < 8; weeks++) {
            assertThat(guest.get("/en/me").status()).isEqualTo(200);
            clock.advance(Duration.ofDays(8));
        }

        assertThat(guest.get("/en/me").status()).isEqualTo(303);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "//example.org",
                "/\\example.org",
                "https://example.org",
                "/en/../../x",
                "/en/me?x=//example.org",
                "javascript:alert(1)",
                "/en//example.org"
            })
    void leadsNobodyAstray(String next) {
        EmailAddress email = newAddress();
        samples.met(email);
        Guest guest = asked(email, next);

        assertThat(guest.post("/en/sign-in/code", "code", samples.code(email)).location())
                .isEqualTo("/en/me");
    }

    @Test
    void theDatabaseHoldsNeitherLinkNorCodeNorAddress() throws SQLException {
        EmailAddress email = asked("");
        String link = samples.link(email);
        String code = samples.code(email);

        assertThat(Snapshot.of(database))
                .noneMatch(row -> row.contains(token(link)))
                .noneMatch(row -> row.contains(email.value()))
                .noneMatch(row -> row.startsWith("supporters.proof") && row.contains(code + ","))
                .noneMatch(row -> row.contains("127.0.0.1"));
    }

    @Test
    void whatIsOverIsForgotten() throws SQLException {
        asked("");
        samples.signedIn(newAddress());

        clock.advance(Duration.ofDays(61));
        samples.sweep();

        assertThat(rows())
                .doesNotContainKeys("supporters.proof", "supporters.session", "supporters.tries");
    }

    /** The first code of a day brings its key; what comes after it leaves nothing. */
    @Test
    void codesLeaveNothingBehindThatGrowsWithTheirNumber() throws Exception {
        EmailAddress email = asked("");
        Map<String, Long> before = rows();
        long files = files();

        asked(email, "");
        samples.link(email);
        clock.advance(Duration.ofMinutes(16));
        samples.sweep();

        assertThat(files()).isEqualTo(files);
        assertThat(rows().get("vault.subject")).isEqualTo(before.get("vault.subject"));
    }

    /** Of keys; those that are made ahead grow with nobody. */
    private long files() throws IOException {
        try (Stream<Path> files = Files.walk(database.keys())) {
            return files.filter(file -> file.toString().endsWith(".key"))
                    .filter(
                            file ->
                                    !requireNonNull(file.getParent())
                                            .getFileName()
                                            .toString()
                                            .contains("-"))
                    .count();
        }
    }

    /** Somebody known asks at a browser that is gone afterwards. */
    private EmailAddress asked(String next) {
        EmailAddress email = newAddress();
        samples.met(email);
        asked(email, next);
        return email;
    }

    private Guest asked(EmailAddress email, String next) {
        Guest guest = samples.guest();
        guest.get(next.isEmpty() ? "/en/sign-in" : "/en/sign-in?next=" + next);
        Answer answer = guest.post("/en/sign-in", "email", email.value());
        assertThat(answer.location()).isEqualTo("/en/sign-in/code");
        guest.get("/en/sign-in/code");
        return guest;
    }

    private Answer open(String link) {
        Guest guest = samples.guest();
        guest.get(link);
        return guest.at("/en/sign-in/link").post("/en/sign-in/link");
    }

    private static String token(String link) {
        return link.substring(link.lastIndexOf('/') + 1);
    }

    private Map<String, Long> rows() throws SQLException {
        return Snapshot.of(database).stream()
                .collect(
                        Collectors.groupingBy(
                                row -> row.substring(0, row.indexOf(' ')),
                                TreeMap::new,
                                Collectors.counting()));
    }

    private static Map<String, Long> difference(Map<String, Long> before, Map<String, Long> after) {
        Map<String, Long> difference = new TreeMap<>();
        after.forEach(
                (table, rows) -> {
                    long more = rows - before.getOrDefault(table, 0L);
                    if (more != 0) {
                        difference.put(table, more);
                    }
                });
        return difference;
    }
}
