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

    private static final String HASH =
            """
            select encode(sha256(convert_to(coalesce(string_agg(line, E'\\n' order by line collate "C"), ''), 'UTF8')), 'hex')
            from (%s) as figures
            """;

    /**
     * Of what a query reads.
     *
     * @param lines a query of one column {@code line}: all that the figures say
     * @param rebuild the function of the database that computes them anew
     */
    public static Projection of(
            DatabaseClient database, String name, String lines, String rebuild) {
        return new Projection(
                name,
                database.sql(HASH.formatted(lines)).mapValue(String.class).one(),
                database.sql("select " + rebuild + "()").then());
    }

    /** The same where something is to be done first, as summing up what has come since. */
    public Projection after(Mono<Void> first) {
        return new Projection(name, first.then(hash), rebuild);
    }
}
