package org.lfnkr.zabuton.startup;

import io.r2dbc.spi.ConnectionFactory;
import io.r2dbc.spi.R2dbcException;

import org.jspecify.annotations.Nullable;
import org.lfnkr.zabuton.kernel.StartupRefused;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.core.annotation.Order;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

/** One PostgreSQL, new enough, in UTF-8, with an owner and a weaker role for the application. */
@Component
@Order(1)
class DatabaseCheck implements StartupCheck {

    private static final String APPLICATION = "zabuton.database.application";
    private static final String ADDRESS = "zabuton.database.r2dbc-url";

    /** The server's start and the database's number: the same over both addresses, or not one. */
    private static final String IDENTITY =
            "pg_postmaster_start_time() || ' ' || (select oid from pg_database where datname ="
                    + " current_database())";

    private static final String FACTS =
            """
            select current_setting('server_version_num')::int as version,
                   pg_encoding_to_char(encoding) as encoding, current_user as role,
                   %s as identity
            from pg_database where datname = current_database()
            """
                    .formatted(IDENTITY);

    private static final String APPLICATION_FACTS =
            """
            select current_user as role, rolsuper or rolcreaterole or rolbypassrls as mighty,
                   pg_has_role(current_user, (select datdba from pg_database
                                              where datname = current_database()), 'member') as owner,
                   %s as identity
            from pg_roles where rolname = current_user
            """
                    .formatted(IDENTITY);

    private static final int PATIENCE_SECONDS = 15;

    private final OwnerDatabase owner;
    private final ObjectProvider<ConnectionFactory> connections;

    DatabaseCheck(OwnerDatabase owner, ObjectProvider<ConnectionFactory> connections) {
        this.owner = owner;
        this.connections = connections;
    }

    @Override
    public String subject() {
        return "the database and its two roles";
    }

    @Override
    public Moment moment() {
        return Moment.BEFORE_MIGRATION;
    }

    @Override
    public void verify() {
        DatabaseFacts facts = owner.ask(DatabaseCheck::facts);
        ApplicationRole application = application();
        Stream.of(facts.refusal(), application.refusal(facts))
                .flatMap(Optional::stream)
                .findFirst()
                .ifPresent(
                        sentence -> {
                            throw new StartupRefused(sentence);
                        });
    }

    private static DatabaseFacts facts(Connection database) throws SQLException {
        try (Statement statement = database.createStatement();
                ResultSet row = statement.executeQuery(FACTS)) {
            row.next();
            return new DatabaseFacts(
                    row.getInt("version"),
                    row.getString("encoding"),
                    row.getString("role"),
                    row.getString("identity"));
        }
    }

    /** The start waits here: nothing is served before the answer, so nothing is held up. */
    private ApplicationRole application() {
        try {
            return DatabaseClient.create(connections.getObject())
                    .sql(APPLICATION_FACTS)
                    .mapProperties(ApplicationRole.class)
                    .one()
                    .toFuture()
                    .get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            throw DatabaseRefusal.of(state(e), ADDRESS, APPLICATION);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("The start was interrupted", e);
        }
    }

    private static @Nullable String state(Exception failure) {
        return NestedExceptionUtils.getMostSpecificCause(failure) instanceof R2dbcException told
                ? told.getSqlState()
                : null;
    }
}
