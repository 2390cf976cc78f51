package org.lfnkr.zabuton.storefront;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.lfnkr.zabuton.support.Guest;
import org.lfnkr.zabuton.support.ModuleTest;
import org.lfnkr.zabuton.support.PausingProxy;
import org.lfnkr.zabuton.supporters.signin.SignInSamples;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.test.context.TestPropertySource;

import java.util.stream.IntStream;

/** A database that neither answers nor closes its connections. */
@ModuleTest
@Import(SignInSamples.class)
@TestPropertySource(
        properties = {
            "pausing-database=true",
            "zabuton.requests.answer=3s",
            "spring.r2dbc.pool.initial-size=1",
            "spring.r2dbc.pool.max-size=4",
            "spring.r2dbc.pool.max-acquire-time=1s"
        })
class HangingDatabasePageTests {

    @Autowired PausingProxy proxy;
    @Autowired DatabaseClient database;
    @Autowired SignInSamples samples;

    @AfterEach
    void resume() {
        proxy.resume();
    }

    @Test
    @Timeout(120)
    void pagesSaySoAndTheNodeIsNotReadyUntilItAnswersAgain() {
        Guest probe = samples.guest();
        Guest member = samples.signedIn(SignInSamples.newAddress());
        assertThat(member.get("/en/me").status()).isEqualTo(200);
        assertThat(probe.get("/actuator/health/readiness").status()).isEqualTo(200);

        proxy.pause();

        // More often than there are connections.
        assertThat(IntStream.range(0, 6).mapToObj(i -> member.get("/en/me")))
                .allSatisfy(page -> assertThat(page.status()).isEqualTo(503));
        assertThat(probe.get("/actuator/health/readiness").status()).isEqualTo(503);
        assertThat(probe.get("/actuator/health/liveness").status()).isEqualTo(200);
        assertThat(probe.get("/en/about").status()).isEqualTo(200);

        proxy.resume();

        assertThat(
                        IntStream.range(0, 20)
                                .mapToObj(i -> member.get("/en/me").status())
                                .anyMatch(status -> status == 200))
                .isTrue();
        assertThat(probe.get("/actuator/health/readiness").status()).isEqualTo(200);
    }

    /** Or one that waits would hold up all others. */
    @Test
    void waitsForNoStatementAndNoLockWithoutEnd() {
        String limits =
                """
                select concat_ws(', ', current_setting('statement_timeout'), current_setting('lock_timeout'),
                                 current_setting('idle_in_transaction_session_timeout'))
                """;

        assertThat(database.sql(limits).mapValue(String.class).one().block())
                .isEqualTo("30s, 5s, 1min");
    }
}
