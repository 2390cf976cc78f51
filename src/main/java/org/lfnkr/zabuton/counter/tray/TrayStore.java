package org.lfnkr.zabuton.counter.tray;

import org.lfnkr.zabuton.kernel.Money;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;

import reactor.core.publisher.Mono;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What two people found in a tray. Whoever changes it holds the bazaar's row. */
@Repository
public class TrayStore {

    private static final String EXPECTED =
            """
            select b.change + coalesce((
                select sum(s.total) from counter.sale s
                where s.bazaar = b.id and s.means = 'CASH' and s.undone_at is null), 0)::bigint
            from counter.bazaar b where b.id = :bazaar
            """;

    private static final String ROUNDS =
            "select * from counter.tray_count where bazaar = :bazaar order by round";

    private static final String DIFFERENCE =
            """
            select d.* from counter.difference d
            where d.bazaar = :bazaar
            and d.round = (select max(c.round) from counter.tray_count c where c.bazaar = :bazaar)
            """;

    private static final String COUNT =
            """
            insert into counter.tray_count as c (bazaar, round, first, first_by, first_at)
            values (:bazaar, :round, :yen, :by, :at)
            on conflict (bazaar, round) do update
            set second = excluded.first, second_by = excluded.first_by, second_at = excluded.first_at
            """;

    private static final String STATE =
            """
            insert into counter.difference (bazaar, round, yen, ground, stated_by, stated_at)
            values (:bazaar, :round, :yen, :ground, :by, :at)
            on conflict (bazaar, round) do update
            set ground = excluded.ground, stated_by = excluded.stated_by, stated_at = excluded.stated_at
            """;

    private final DatabaseClient database;

    TrayStore(DatabaseClient database) {
        this.database = database;
    }

    /** How far the counting of a tray has come. */
    public Mono<TrayStanding> standing(UUID bazaar) {
        return Mono.zip(expected(bazaar), rounds(bazaar), difference(bazaar))
                .map(
                        parts ->
                                new TrayStanding(
                                        parts.getT1(), parts.getT2(), parts.getT3().orElse(null)));
    }

    private Mono<Money> expected(UUID bazaar) {
        return database.sql(EXPECTED)
                .bind("bazaar", bazaar)
                .mapValue(Long.class)
                .one()
                .map(Money::yen);
    }

    private Mono<List<TrayCount>> rounds(UUID bazaar) {
        return database.sql(ROUNDS).bind("bazaar", bazaar).map(TrayCount::of).all().collectList();
    }

    /** What was said about the last round. */
    private Mono<Optional<Difference>> difference(UUID bazaar) {
        return database.sql(DIFFERENCE)
                .bind("bazaar", bazaar)
                .map(row -> Optional.of(Difference.of(row)))
                .one()
                .defaultIfEmpty(Optional.empty());
    }

    /** The first of a round begins it, the second ends it. */
    Mono<Void> count(UUID bazaar, int round, Money counted, String by, Instant at) {
        return database.sql(COUNT)
                .bind("bazaar", bazaar)
                .bind("round", round)
                .bind("yen", counted.yen())
                .bind("by", by)
                .bind("at", at)
                .then();
    }

    /** Why the tray differs, as its last round found it. */
    Mono<Void> state(
            UUID bazaar, TrayStanding found, Difference.Ground ground, String by, Instant at) {
        return database.sql(STATE)
                .bind("bazaar", bazaar)
                .bind("round", found.round())
                .bind("yen", found.off().yen())
                .bind("ground", ground.code())
                .bind("by", by)
                .bind("at", at)
                .then();
    }

    Mono<Void> agree(UUID bazaar, int round, String by, Instant at) {
        return database.sql(
                        """
                        update counter.difference set agreed_by = :by, agreed_at = :at
                        where bazaar = :bazaar and round = :round
                        """)
                .bind("by", by)
                .bind("at", at)
                .bind("bazaar", bazaar)
                .bind("round", round)
                .then();
    }
}
