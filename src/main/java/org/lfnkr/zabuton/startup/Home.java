package org.lfnkr.zabuton.startup;

import org.lfnkr.zabuton.kernel.StartupRefused;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;

/**
 * Keeps a copy of the database from acting on real money: it would charge and refund people a
 * second time. The first start with a live key of Stripe notes on which server the database lives;
 * where it lives elsewhere, as after it was brought back from a backup, a live key is refused until
 * somebody says that the other one is gone. A copy of the server's whole data directory can't be
 * told from the original.
 */
@Component
@Order(10)
public class Home implements StartupCheck {

    private static final String HERE =
            "select (select system_identifier from pg_control_system()) || '/' || oid as identity"
                    + " from pg_database where datname = current_database()";

    private static final String NOTED = "select identity from startup.home";

    private static final String NOTE =
            "insert into startup.home as h (identity) "
                    + HERE
                    + " on conflict (single) do update set identity = excluded.identity, since = now()"
                    + " where h.identity <> excluded.identity";

    private final OwnerDatabase owner;
    private final Environment environment;

    Home(OwnerDatabase owner, Environment environment) {
        this.owner = owner;
        this.environment = environment;
    }

    @Override
    public String subject() {
        return "that this database is no copy";
    }

    @Override
    public Moment moment() {
        return Moment.AFTER_MIGRATION;
    }

    @Override
    public void verify() {
        if (isLive() && owner.ask(Home::isElsewhere)) {
            throw new StartupRefused(
                    "zabuton.stripe.api-key is a live key, and this database is a copy: it was on"
                            + " another server, and both would charge and refund the same people."
                            + " Set a test key. Only where the other one is gone for ever, say so"
                            + " by the command moved.");
        }
    }

    /** Notes that the database lives here, where real money is at stake and nothing is noted. */
    void settle() {
        if (isLive()) {
            move();
        }
    }

    /** The operator says that no other server has this database any more. */
    public void move() {
        owner.ask(
                database -> {
                    try (Statement statement = database.createStatement()) {
                        return statement.executeUpdate(NOTE);
                    }
                });
    }

    private boolean isLive() {
        return environment.getProperty("zabuton.stripe.api-key", "").matches("[rs]k_live.*");
    }

    private static boolean isElsewhere(Connection database) throws SQLException {
        Optional<String> noted = text(database, NOTED);
        return noted.isPresent() && !noted.equals(text(database, HERE));
    }

    private static Optional<String> text(Connection database, String sql) throws SQLException {
        try (Statement statement = database.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            return row.next() ? Optional.of(row.getString(1)) : Optional.empty();
        }
    }
}
