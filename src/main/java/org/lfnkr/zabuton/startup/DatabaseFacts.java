package org.lfnkr.zabuton.startup;

import java.util.Optional;

/**
 * What the owner reads of the database.
 *
 * @param version of the server as {@code server_version_num} tells it: 180006 is 18.6
 * @param identity tells one database from another
 */
record DatabaseFacts(int version, String encoding, String role, String identity) {

    /** All tests run on this one; 15 lacks syntax that the checks of the books use. */
    static final int OLDEST_TESTED = 18;

    private static final int MAJOR = 10_000;

    /** Why the shop can't live there. */
    Optional<String> refusal() {
        if (version / MAJOR < OLDEST_TESTED) {
            return Optional.of(
                    "zabuton.database.jdbc-url leads to PostgreSQL "
                            + version / MAJOR
                            + "; Zabuton is tested on "
                            + OLDEST_TESTED
                            + " and needs that or a later one.");
        }
        if (!encoding.equals("UTF8")) {
            return Optional.of(
                    "zabuton.database.jdbc-url leads to a database in "
                            + encoding
                            + ", which can't hold every name; make one in UTF8 by"
                            + " infra/database.sql.");
        }
        return Optional.empty();
    }
}
