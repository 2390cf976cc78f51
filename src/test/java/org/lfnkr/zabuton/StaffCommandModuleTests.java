package org.lfnkr.zabuton;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.lfnkr.zabuton.simulator.StripeSimulator;
import org.lfnkr.zabuton.support.Await;
import org.lfnkr.zabuton.support.StartSettings;
import org.lfnkr.zabuton.support.TestDatabase;

import reactor.core.publisher.Mono;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;

/** The command that makes the people without whom nobody could come in. */
class StaffCommandModuleTests {

    private static final StripeSimulator STRIPE = StripeSimulator.builder().start();

    private final TestDatabase database = TestDatabase.fresh();

    @AfterAll
    static void stop() {
        STRIPE.close();
    }

    private record Result(int status, String told) {}

    private Result staff(String... wishes) {
        ByteArrayOutputStream told = new ByteArrayOutputStream();
        String[] settings = StartSettings.asArguments(StartSettings.of(database, STRIPE));
        int status =
                StaffCommand.run(
                        new PrintStream(told, true, StandardCharsets.UTF_8),
                        Stream.of(wishes, settings).flatMap(Stream::of).toArray(String[]::new));
        return new Result(status, told.toString(StandardCharsets.UTF_8));
    }

    @Test
    void makesTheFirstTwoAndReplacesTheOneWhoIsLost() throws SQLException {
        Result first = staff("admin=one@example.org", "approver=two@example.org");
        assertThat(first.told()).containsPattern("admin  http://\\S+/desk/invitations/\\S{43}\n");
        assertThat(first.told())
                .containsPattern("approver  http://\\S+/desk/invitations/\\S{43}\n");
        assertThat(first.status()).isZero();

        assertThat(staff("replace-admin=two@example.org").told()).contains("another account");
        Result again = staff("approver=three@example.org");
        assertThat(again.told()).contains("There is one").doesNotContain("invitations");
        assertThat(again.status()).isOne();
        assertThat(staff("replace-approver=one@example.org").told()).contains("another account");

        Result replaced = staff("replace-approver=two@example.org");
        assertThat(replaced.told())
                .containsPattern("approver  http://\\S+/desk/invitations/\\S{43}\n");

        assertThat(
                        rows(
                                "select actor || ' ' || action || ' ' || reason from audit.entry order by id"))
                .containsExactly(
                        "server staff.made [ADMIN]",
                        "server staff.invited link",
                        "server staff.made [APPROVER]",
                        "server staff.invited link",
                        "server staff.closed replaced as APPROVER",
                        "server staff.made [APPROVER]",
                        "server staff.invited link");
        assertThat(rows("select count(*) from staff.account where closed_at is null"))
                .containsExactly("2");
        assertThat(rows("select count(*) from staff.invitation")).containsExactly("2");
        assertThat(
                        rows(
                                "select t::text from staff.account t union all select t::text from staff.role t"))
                .noneMatch(row -> row.contains("example"));
    }

    /** Of two who would be the first of a role, the later hears of the earlier. */
    @Test
    void waitsForWhoIsBeingMade() throws SQLException {
        assertThat(staff("approver=two@example.org").status()).isZero();
        CompletableFuture<Result> later;
        try (Connection owner = database.connect();
                Statement making = owner.createStatement()) {
            owner.setAutoCommit(false);
            making.execute("select from staff.role_lock for update");
            later = CompletableFuture.supplyAsync(() -> staff("admin=one@example.org"));
            untilItWaits(later);
            making.execute("update staff.role set role = 'ADMIN'");
            owner.commit();
        }
        assertThat(later.join().told()).contains("There is one");
    }

    private void untilItWaits(CompletableFuture<Result> other) {
        Await.done(
                Mono.fromCallable(() -> other.isDone() || isWaiting())
                        .filter(waits -> waits)
                        .repeatWhenEmpty(looks -> looks.delayElements(Duration.ofMillis(20))));
    }

    private boolean isWaiting() throws SQLException {
        return !rows("select pid from pg_stat_activity where datname = current_database()"
                        + " and wait_event_type = 'Lock'")
                .isEmpty();
    }

    @Test
    void saysHowItIsUsed() {
        assertThat(staff("boss=one@example.org").told()).contains("staff admin=MAIL approver=MAIL");
        assertThat(staff("admin=nobody").status()).isOne();
        assertThat(staff("replace-admin=one@example.org").told()).contains("none to replace");
    }

    private List<String> rows(String query) throws SQLException {
        try (Connection owner = database.connect();
                Statement statement = owner.createStatement();
                ResultSet found = statement.executeQuery(query)) {
            List<String> rows = new ArrayList<>();
            while (found.next()) {
                rows.add(found.getString(1));
            }
            return rows;
        }
    }
}
