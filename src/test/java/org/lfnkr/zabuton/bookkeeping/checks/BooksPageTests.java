package org.lfnkr.zabuton.bookkeeping.checks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lfnkr.zabuton.metrics.Reading;
import org.lfnkr.zabuton.support.Await;
import org.lfnkr.zabuton.support.CapturesOutput;
import org.lfnkr.zabuton.support.Guest;
import org.lfnkr.zabuton.support.ModuleTest;
import org.lfnkr.zabuton.support.TestDatabase;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.Status;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.web.server.LocalServerPort;

import reactor.core.publisher.Mono;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

@ModuleTest
@CapturesOutput
class BooksPageTests {

    private static final List<String> WRONG = List.of("payment 7 and its lots differ");

    @Autowired NightlyCheckStore store;
    @Autowired Reading booksViolationsReading;
    @Autowired TestDatabase testDatabase;
    @LocalServerPort int port;

    private final AtomicInteger asked = new AtomicInteger();

    private Instant now = Instant.parse("2026-11-27T17:30:00Z");

    @BeforeEach
    void nobodyHasLooked() throws SQLException {
        try (Connection owner = testDatabase.connect();
                Statement statement = owner.createStatement()) {
            statement.execute("delete from bookkeeping.nightly_check");
        }
    }

    private void check(List<String> found) {
        check(Mono.just(found));
    }

    private void check(Mono<List<String>> found) {
        Mono<List<String>> counted =
                Mono.defer(
                        () -> {
                            asked.incrementAndGet();
                            return found;
                        });
        NightlyCheck check = new NightlyCheck(store, counted, Clock.fixed(now, ZoneOffset.UTC));
        Await.done(check.checkDue());
    }

    private String page(String language) {
        return new Guest(port).atDesk().get("/" + language + "/desk/books").page();
    }

    private Status health(Instant at) {
        return Await.value(
                new BooksHealth(store, Clock.fixed(at, ZoneOffset.UTC))
                        .health()
                        .map(Health::getStatus));
    }

    @Test
    void saysThatNoNightHasLooked() {
        assertThat(page("en")).contains("No night has looked yet.");
        assertThat(health(now)).isEqualTo(Status.UNKNOWN);
    }

    @Test
    void saysThatEverythingAgrees() {
        check(List.of());

        assertThat(page("en"))
                .contains(
                        "Everything agrees.",
                        "Checked: ",
                        "Suspense",
                        "All foster children together");
        assertThat(page("ja")).contains("すべて一致しています。", "仮受金", "里子全員");
        assertThat(health(now)).isEqualTo(Status.UP);
    }

    @Test
    void isLoudWhereTheBooksDoNotAgree(CapturedOutput output) {
        check(WRONG);
        check(WRONG);

        assertThat(page("en")).contains("The books do not agree", "payment 7 and its lots differ");
        assertThat(health(now)).isEqualTo(Status.DOWN);
        assertThat(Await.value(booksViolationsReading.value())).isEqualTo(1);
        assertThat(output)
                .containsOnlyOnce("The books do not agree, see /en/desk/books: payment 7");
        assertThat(new Guest(port).get("/actuator/health/readiness").status()).isEqualTo(200);
    }

    /** Two in the morning in Tokyo is five in the afternoon of the day before, in UTC. */
    @Test
    void looksOnceANight() {
        check(List.of());
        now = Instant.parse("2026-11-28T16:59:00Z");
        check(WRONG);
        assertThat(asked).hasValue(1);

        now = Instant.parse("2026-11-28T17:00:00Z");
        check(WRONG);
        assertThat(asked).hasValue(2);
        assertThat(health(now)).isEqualTo(Status.DOWN);
    }

    @Test
    void looksAgainWhereOneDiedMeanwhile() {
        assertThatThrownBy(() -> check(Mono.error(new IllegalStateException("gone"))))
                .hasMessage("gone");
        check(List.of());
        assertThat(asked).hasValue(1);

        now = now.plus(Duration.ofMinutes(61));
        check(List.of());
        assertThat(asked).hasValue(2);
        assertThat(page("en")).contains("Everything agrees.");
    }

    @Test
    void isDownWhereNobodyHasLookedForTwoDays() {
        check(List.of());

        assertThat(health(now.plus(Duration.ofDays(2)))).isEqualTo(Status.UP);
        assertThat(health(now.plus(Duration.ofDays(2)).plusSeconds(1))).isEqualTo(Status.DOWN);
    }
}
