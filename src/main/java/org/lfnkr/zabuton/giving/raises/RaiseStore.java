package org.lfnkr.zabuton.giving.raises;

import org.lfnkr.zabuton.giving.GiftPlanId;
import org.lfnkr.zabuton.kernel.BusinessDate;
import org.lfnkr.zabuton.kernel.Row;
import org.lfnkr.zabuton.supporters.SupporterId;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.UUID;

/** Questions whether to raise gifts, and who wants none. */
@Repository
class RaiseStore {

    /** Nobody is asked again sooner, whatever they have answered. */
    static final Duration ONCE = Duration.ofDays(365);

    /** Those who brought addresses together are one, whichever they gave with. */
    private static final String SELVES =
            """
            select s.id from supporters.supporter s,
                (select coalesce(merged_into, id) as root from supporters.supporter where id = :supporter) known
            where s.id = known.root or s.merged_into = known.root
            """;

    private static final String ASK =
            """
            insert into giving.raise_question
                (id, plan, pledge, supporter, year, price_was, price, gift, suggested, asked_at)
            select :id, :plan, :pledge, :supporter, :year, :was, :price, :gift, :suggested, :at
            where not exists (select from giving.raise_quiet where supporter in (
            """
                    + SELVES
                    + """
                    )) and not exists (
                        select from giving.raise_question where asked_at > :since and supporter in (
                    """
                    + SELVES
                    + ")) on conflict do nothing";

    private static final String LAST =
            "select asked_at from giving.raise_question where plan = :plan order by asked_at desc limit 1";

    private static final String TALLY =
            """
            select year, count(*) as asked, count(*) filter (where answer = 'RAISED') as raised,
                   count(*) filter (where answer = 'KEPT') as kept
            from giving.raise_question where year = :year group by year
            """;

    private final DatabaseClient database;

    RaiseStore(DatabaseClient database) {
        this.database = database;
    }

    /** Whether it may be asked: not of who wants none, nor twice within {@link #ONCE}. */
    Mono<Boolean> ask(RaiseQuestion it) {
        return database.sql(ASK)
                .bind("id", it.id())
                .bind("plan", it.plan().value())
                .bind("pledge", it.pledge().value())
                .bind("supporter", it.supporter().value())
                .bind("year", BusinessDate.of(it.askedAt()).getYear())
                .bind("was", it.priceWas())
                .bind("price", it.price())
                .bind("gift", it.gift().yen())
                .bind("suggested", it.suggested().yen())
                .bind("at", it.askedAt())
                .bind("since", it.askedAt().minus(ONCE))
                .fetch()
                .rowsUpdated()
                .map(rows -> rows == 1);
    }

    /** When it was asked last about a plan; empty for never. */
    Mono<Instant> last(GiftPlanId plan) {
        return database.sql(LAST)
                .bind("plan", plan.value())
                .map(row -> Row.instant(row, "asked_at"))
                .one();
    }

    Mono<RaiseQuestion> find(UUID id) {
        return database.sql("select * from giving.raise_question where id = :id")
                .bind("id", id)
                .map(RaiseQuestion::of)
                .one();
    }

    /** Whether it is not answered; nobody else answers it before the caller's transaction ends. */
    Mono<Boolean> lockOpen(UUID id) {
        return database.sql(
                        """
                        select id from giving.raise_question
                        where id = :id and answer is null for update
                        """)
                .bind("id", id)
                .mapValue(UUID.class)
                .one()
                .hasElement();
    }

    /** What was answered before stays. */
    Mono<Void> answer(UUID id, RaiseQuestion.Answer answer, Instant at) {
        return database.sql(
                        """
                        update giving.raise_question set answer = :answer, answered_at = :at
                        where id = :id and answer is null
                        """)
                .bind("id", id)
                .bind("answer", answer.name())
                .bind("at", at)
                .then();
    }

    /** Of a year; empty where nobody was asked. */
    Mono<RaiseTally> tally(int year) {
        return database.sql(TALLY).bind("year", year).map(RaiseTally::of).one();
    }

    Mono<Void> quiet(SupporterId supporter, Instant at) {
        return database.sql(
                        """
                        insert into giving.raise_quiet (supporter, since) values (:supporter, :at)
                        on conflict do nothing
                        """)
                .bind("supporter", supporter.value())
                .bind("at", at)
                .then();
    }

    Mono<Boolean> isQuiet(SupporterId supporter) {
        return database.sql(
                        "select since from giving.raise_quiet where supporter in (" + SELVES + ")")
                .bind("supporter", supporter.value())
                .map(row -> true)
                .first()
                .defaultIfEmpty(false);
    }

    /** Since when, of those who said so. */
    Flux<Instant> quietSince(Collection<UUID> supporters) {
        return database.sql("select since from giving.raise_quiet where supporter = any(:ids)")
                .bind("ids", supporters.toArray(UUID[]::new))
                .map(row -> Row.instant(row, "since"))
                .all();
    }

    /** Of a person, oldest first. */
    Flux<RaiseQuestion> of(Collection<UUID> supporters) {
        return database.sql(
                        "select * from giving.raise_question where supporter = any(:ids)"
                                + " order by asked_at")
                .bind("ids", supporters.toArray(UUID[]::new))
                .map(RaiseQuestion::of)
                .all();
    }

    Mono<Void> forget(Collection<UUID> supporters) {
        return database.sql("delete from giving.raise_quiet where supporter = any(:ids)")
                .bind("ids", supporters.toArray(UUID[]::new))
                .then();
    }
}
