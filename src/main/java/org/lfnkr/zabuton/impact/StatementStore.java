package org.lfnkr.zabuton.impact;

import io.r2dbc.spi.Readable;

import org.lfnkr.zabuton.kernel.Owned;
import org.lfnkr.zabuton.kernel.Row;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;

@Repository
class StatementStore {

    private static final String PROMISE =
            """
            insert into impact.statement (subject, price_id, outcome, fund, price_yen, price_units,
                promised_at, promised_yen, promised_units)
            values (:subject, :price, :outcome, :fund, :priceYen, :priceUnits, :at, :yen, :units)
            """;

    private static final String FUND =
            """
            update impact.statement
            set state = 'FUNDS', funded_at = coalesce(funded_at, :at), funded_yen = :yen, funded_units = :units
            where subject = :subject
            """;

    private static final String CORRECT =
            """
            insert into impact.correction (subject, corrected_at, units_before, units_after, step, cause)
            values (:subject, :at, :before, :after, :step, :cause)
            """;

    private static final String FOLLOW =
            """
            insert into impact.progress (subject, bought_units, expected_units, delivered_units, spent_yen, followed_at)
            values (:subject, :bought, :expected, :delivered, :spent, :at)
            on conflict (subject) do update
            set bought_units = excluded.bought_units, expected_units = excluded.expected_units,
                delivered_units = excluded.delivered_units, spent_yen = excluded.spent_yen,
                followed_at = excluded.followed_at
            """;

    private static final String STATEMENT =
            """
            select s.subject, s.funded_at is not null as paid,
                   case when s.funded_at is null then s.promised_yen else s.funded_yen end as money,
                   coalesce(b.bought_units, 0) as bought_units, coalesce(b.expected_units, 0) as expected_units,
                   coalesce(b.delivered_units, 0) as delivered_units, coalesce(b.spent_yen, 0) as spent_yen,
                   p.id, p.outcome, o.name_en, o.name_ja, o.unit_key, o.fund,
                   p.yen, p.units, p.valid_from, p.valid_to, p.evidence
            from impact.statement s
            join impact.price p on p.id = s.price_id
            join impact.outcome o on o.code = s.outcome
            left join impact.progress b on b.subject = s.subject
            where s.subject = any(:subjects)
            """;

    private static final String CORRECTIONS =
            """
            select subject, corrected_at, units_before, units_after, step, cause
            from impact.correction where subject = any(:subjects) order by id
            """;

    private final DatabaseClient database;

    StatementStore(DatabaseClient database) {
        this.database = database;
    }

    Mono<Void> promise(Statement statement, Instant at) {
        OutcomePrice price = statement.price();
        return database.sql(PROMISE)
                .bind("subject", statement.subject())
                .bind("price", price.id())
                .bind("outcome", price.outcome())
                .bind("fund", price.fund().code())
                .bind("priceYen", price.yen())
                .bind("priceUnits", price.units())
                .bind("at", at)
                .bind("yen", statement.money().yen())
                .bind("units", statement.units())
                .then();
    }

    Mono<Void> fund(Statement statement, Instant at) {
        return database.sql(FUND)
                .bind("subject", statement.subject())
                .bind("at", at)
                .bind("yen", statement.money().yen())
                .bind("units", statement.units())
                .then();
    }

    Mono<Void> correct(UUID subject, Correction correction) {
        return database.sql(CORRECT)
                .bind("subject", subject)
                .bind("at", correction.at())
                .bind("before", correction.before())
                .bind("after", correction.after())
                .bind("step", correction.step().name())
                .bind("cause", correction.cause().name())
                .then();
    }

    Mono<Void> follow(UUID subject, Progress now, Instant at) {
        return database.sql(FOLLOW)
                .bind("subject", subject)
                .bind("bought", now.bought())
                .bind("expected", now.expected())
                .bind("delivered", now.delivered())
                .bind("spent", now.spent().yen())
                .bind("at", at)
                .then();
    }

    /** The statement, locked until the transaction ends; empty when nothing was ever claimed. */
    Mono<Statement> lock(UUID subject) {
        return statements(STATEMENT + " for update of s", List.of(subject)).singleOrEmpty();
    }

    Flux<Statement> find(Collection<UUID> subjects) {
        return statements(STATEMENT, subjects);
    }

    private Flux<Statement> statements(String sql, Collection<UUID> subjects) {
        return database.sql(sql)
                .bind("subjects", subjects.toArray(UUID[]::new))
                .map(StatementStore::statement)
                .all();
    }

    private static Statement statement(Readable row) {
        return new Statement(
                Row.uuid(row, "subject"),
                PriceBook.price(row),
                Row.flag(row, "paid"),
                Row.money(row, "money"),
                progress(row));
    }

    private static Progress progress(Readable row) {
        return new Progress(
                Row.whole(row, "bought_units"),
                Row.whole(row, "expected_units"),
                Row.whole(row, "delivered_units"),
                Row.money(row, "spent_yen"));
    }

    /** By subject, the oldest first; whichever has none is not in it. */
    Mono<Map<UUID, List<Correction>>> corrections(Collection<UUID> subjects) {
        return database.sql(CORRECTIONS)
                .bind("subjects", subjects.toArray(UUID[]::new))
                .map(row -> new Owned<>(Row.uuid(row, "subject"), correction(row)))
                .all()
                .collect(Owned.byOwner());
    }

    private static Correction correction(Readable row) {
        return new Correction(
                Row.instant(row, "corrected_at"),
                Row.whole(row, "units_before"),
                Row.whole(row, "units_after"),
                Correction.Step.valueOf(Row.text(row, "step")),
                Cause.valueOf(Row.text(row, "cause")));
    }
}
