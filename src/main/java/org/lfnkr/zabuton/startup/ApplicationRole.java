package org.lfnkr.zabuton.startup;

import java.util.Optional;

/**
 * The role that the application signs in with.
 *
 * @param mighty whether it may do everything, or make itself able to
 * @param owner whether it owns the database, or may act as the role that does
 * @param identity tells one database from another
 */
record ApplicationRole(String role, boolean mighty, boolean owner, String identity) {

    private static final String SETTING = "zabuton.database.application.name";

    /** Why this role must not be the application's. */
    Optional<String> refusal(DatabaseFacts facts) {
        if (!identity.equals(facts.identity())) {
            return Optional.of(
                    "zabuton.database.jdbc-url and zabuton.database.r2dbc-url lead to two different"
                            + " databases.");
        }
        if (role.equals(facts.role()) || owner) {
            return Optional.of(
                    SETTING
                            + " is the owner of the database, who could change the books; name the"
                            + " weaker role that infra/database.sql makes.");
        }
        if (mighty) {
            return Optional.of(
                    SETTING
                            + " is a role that can give itself every right; name the weaker role"
                            + " that infra/database.sql makes.");
        }
        return Optional.empty();
    }
}
