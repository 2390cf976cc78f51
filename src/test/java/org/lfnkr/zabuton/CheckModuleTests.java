package org.lfnkr.zabuton;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.lfnkr.zabuton.simulator.StripeSimulator;
import org.lfnkr.zabuton.support.StartSettings;
import org.lfnkr.zabuton.support.TestDatabase;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;

/** The command that an operator runs before a start, and in the night. */
class CheckModuleTests {

    private static final StripeSimulator STRIPE = StripeSimulator.builder().start();

    private final TestDatabase database = TestDatabase.fresh();
    private final Map<String, String> settings = StartSettings.of(database, STRIPE);

    @AfterAll
    static void stop() {
        STRIPE.close();
    }

    private record Result(int status, String told) {}

    private Result check() {
        ByteArrayOutputStream told = new ByteArrayOutputStream();
        int status =
                Check.run(
                        new PrintStream(told, true, StandardCharsets.UTF_8),
                        StartSettings.asArguments(settings));
        return new Result(status, told.toString(StandardCharsets.UTF_8));
    }

    @Test
    void saysThatAllIsWell() {
        settings.put("zabuton.proxies.trusted", "10.0.0.0/8");
        Result result = check();

        assertThat(result.told())
                .contains("ok      the settings")
                .contains("ok      the database and its two roles")
                .contains("ok      the vault's keys")
                .contains("ok      Stripe and its key")
                .contains("ok      the books")
                .doesNotContain("wrong");
        assertThat(result.status()).isZero();
    }

    @Test
    void tellsAllWrongSettingsAtOnce() {
        settings.put("zabuton.web.origin", "http://shop.example.org");
        settings.put("zabuton.proxies.trusted", "nowhere");

        Result result = check();

        assertThat(result.told())
                .contains("wrong   zabuton.web.origin must begin with https://")
                .contains("wrong   zabuton.proxies.trusted: nowhere is neither")
                .doesNotContain("ok      the settings");
        assertThat(result.status()).isOne();
    }

    @Test
    void seesBooksThatDoNotAgree() throws SQLException {
        bookAnEntryThatDoesNotBalance();

        Result result = check();

        assertThat(result.told()).contains("wrong   entry decision:planted is out of balance");
        assertThat(result.status()).isOne();
    }

    private void bookAnEntryThatDoesNotBalance() throws SQLException {
        try (Connection owner = database.connect();
                Statement statement = owner.createStatement()) {
            statement.execute("set session_replication_role = replica");
            statement.execute(
                    "insert into ledger.entry (source, kind, occurred_on, booked_on, lines)"
                            + " values ('decision:planted', 'SALE', '2026-04-01', '2026-04-01', 2)");
            statement.execute(
                    "insert into ledger.posting (entry_id, line, account, fund, yen, booked_on)"
                            + " select id, 1, 'SALES', 'FOOD', -100, booked_on from ledger.entry"
                            + " where source = 'decision:planted'");
        }
    }
}
