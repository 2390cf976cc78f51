package org.lfnkr.zabuton.ledger;

import org.springframework.r2dbc.core.DatabaseClient;

import reactor.core.publisher.Mono;

/**
 * Figures that are computed from the journal and kept, so that they can be computed anew; a bean of
 * the module that keeps them. Their {@code @Order} is that in which they are computed.
 *
 * @param name such as {@code ledger.day_sum}
 * @param hash of all of them as they are kept, in the order of what they say
 * @param rebuild drops them and computes them anew, in the caller's transaction
 */
public record Projection(String name, Mono<String> hash, Mono<Void> rebuild) {

    /** Before a query of one column {@code line}, which is all that the figures say. */
    public static final String BEGIN =
            "select encode(sha256(convert_to(coalesce("
                    + "string_agg(line, E'\\n' order by line collate \"C\"), ''), 'UTF8')), 'hex') from (";

    /** Behind it. */
    public static final String END = ") as figures";

    /**
     * @param hash a query between {@link #BEGIN} and {@link #END}
     * @param rebuild a call of the function of the database that computes them anew
     */
    public static Projection of(DatabaseClient database, String name, String hash, String rebuild) {
        return new Projection(
                name,
                database.sql(hash).mapValue(String.class).one(),
                database.sql(rebuild).then());
    }

    /** The same where something is to be done first, as summing up what has come since. */
    public Projection after(Mono<Void> first) {
        return new Projection(name, first.then(hash), rebuild);
    }
}
