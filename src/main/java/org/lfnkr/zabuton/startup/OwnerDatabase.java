package org.lfnkr.zabuton.startup;

import org.lfnkr.zabuton.kernel.StartupRefused;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;

/** The database as its owner sees it: for migrations, and for checks before anything is served. */
@Component
public class OwnerDatabase {

    private static final String SECONDS = "10";

    private final Environment environment;

    OwnerDatabase(Environment environment) {
        this.environment = environment;
    }

    /** Asks something of the database. */
    @FunctionalInterface
    public interface Question<T> {
        T ask(Connection database) throws SQLException;
    }

    /**
     * @throws StartupRefused where the owner isn't let in
     */
    public <T> T ask(Question<T> question) {
        try (Connection database = connect()) {
            return question.ask(database);
        } catch (SQLException e) {
            throw new IllegalStateException("The database can't be checked", e);
        }
    }

    private Connection connect() {
        Properties account = new Properties();
        account.setProperty("user", setting("owner.name"));
        account.setProperty("password", setting("owner.password"));
        account.setProperty("connectTimeout", SECONDS);
        account.setProperty("socketTimeout", "60");
        try {
            return DriverManager.getConnection(setting("jdbc-url"), account);
        } catch (SQLException e) {
            throw DatabaseRefusal.of(
                    e.getSQLState(), "zabuton.database.jdbc-url", "zabuton.database.owner");
        }
    }

    private String setting(String name) {
        return environment.getProperty("zabuton.database." + name, "");
    }
}
