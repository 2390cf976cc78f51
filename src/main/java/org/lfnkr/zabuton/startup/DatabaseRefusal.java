package org.lfnkr.zabuton.startup;

import org.jspecify.annotations.Nullable;
import org.lfnkr.zabuton.kernel.StartupRefused;

/** Puts PostgreSQL's refusal of a connection into a sentence that names the setting at fault. */
final class DatabaseRefusal {

    private DatabaseRefusal() {}

    /**
     * @param state SQLSTATE, absent where nobody answered (PostgreSQL's appendix A)
     * @param address the setting that says where the database is
     * @param account the settings of the role that wanted in, without {@code .name}
     */
    static StartupRefused of(@Nullable String state, String address, String account) {
        return new StartupRefused(sentence(state == null ? "" : state, address, account));
    }

    private static String sentence(String state, String address, String account) {
        return switch (state) {
            case "28P01", "28000" ->
                    account
                            + ".name and .password: PostgreSQL doesn't let this role in. The roles"
                            + " are made by infra/database.sql, and their passwords set there.";
            case "3D000" -> address + " names a database that PostgreSQL doesn't have.";
            case "42501" ->
                    account
                            + ".name: this role may not connect to the database; infra/database.sql"
                            + " grants it.";
            case "53300" -> address + ": PostgreSQL has no connection left.";
            case "57P03" -> address + ": PostgreSQL is still starting; try again in a moment.";
            default -> address + " leads to no PostgreSQL that answers.";
        };
    }
}
