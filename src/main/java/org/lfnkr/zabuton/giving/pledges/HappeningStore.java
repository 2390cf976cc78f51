package org.lfnkr.zabuton.giving.pledges;

import io.r2dbc.spi.Parameter;
import io.r2dbc.spi.Parameters;
import io.r2dbc.spi.R2dbcType;
import io.r2dbc.spi.Readable;

import org.jspecify.annotations.Nullable;
import org.lfnkr.zabuton.giving.Cause;
import org.lfnkr.zabuton.giving.Frequency;
import org.lfnkr.zabuton.giving.GiftParts;
import org.lfnkr.zabuton.giving.GiftPlanId;
import org.lfnkr.zabuton.kernel.Money;
import org.lfnkr.zabuton.kernel.Row;
import org.lfnkr.zabuton.ledger.Fund;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;
import org.springframework.stereotype.Repository;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import java.time.LocalDate;
import java.util.UUID;

/**
 * What happened to gifts and plans, each by its story: a pledge, or the plan that it belongs to.
 */
@Repository
public class HappeningStore {

    private static final String PAUSED =
            """
            select kind <> 'RESUMED' from giving.happening
             where about = :plan and kind in ('PAUSED', 'PAUSE_CHANGED', 'RESUMED')
             order by id desc limit 1
            """;

    private static final String HALTED =
            """
            select kind in ('DISPUTED', 'DISPUTE_LOST') from giving.happening
             where about = :plan
               and kind in ('DISPUTED', 'DISPUTE_LOST', 'STOPPING', 'STOP_UNDONE')
             order by id desc limit 1
            """;

    private static final String ENDED_BY_DISPUTE =
            """
            select kind <> 'STOP_UNDONE' from giving.happening
             where about = :plan and kind in ('DISPUTED', 'DISPUTE_LOST', 'STOP_UNDONE')
             order by id desc limit 1
            """;

    private static final Parameter NO_TEXT = Parameters.in(R2dbcType.VARCHAR);
    private static final Parameter NO_SUM = Parameters.in(R2dbcType.BIGINT);

    private final DatabaseClient database;

    HappeningStore(DatabaseClient database) {
        this.database = database;
    }

    /**
     * @param about a pledge, or the plan that it belongs to
     */
    public Mono<Void> note(UUID about, Happening happening) {
        GenericExecuteSpec insert =
                database.sql(
                        """
                        insert into giving.happening
                            (about, kind, amount, at, frequency, gift, cover, fund, next_charge,
                             next_charge_was)
                        values (:about, :kind, :amount, :at, :frequency, :gift, :cover, :fund, :next, :was)
                        """);
        PlanMark to = happening.to();
        return amount(insert, happening.amount())
                .bind("frequency", to == null ? NO_TEXT : Parameters.in(to.frequency().name()))
                .bind("gift", to == null ? NO_SUM : Parameters.in(to.parts().gift().yen()))
                .bind("cover", to == null ? NO_SUM : Parameters.in(to.parts().cover().yen()))
                .bind("fund", fund(to))
                .bind("next", day(to))
                .bind("was", day(happening.from()))
                .bind("about", about)
                .bind("kind", happening.kind().name())
                .bind("at", happening.at())
                .then();
    }

    private static Parameter fund(@Nullable PlanMark mark) {
        return mark == null || mark.cause() == null
                ? NO_TEXT
                : Parameters.in(mark.cause().fund().code());
    }

    private static Parameter day(@Nullable PlanMark mark) {
        return Parameters.in(R2dbcType.DATE, mark == null ? null : mark.nextCharge());
    }

    private static GenericExecuteSpec amount(GenericExecuteSpec insert, @Nullable Money amount) {
        return amount == null
                ? insert.bindNull("amount", Long.class)
                : insert.bind("amount", amount.yen());
    }

    /** Whether a pause was the last that was said of pauses. */
    public Mono<Boolean> isPaused(GiftPlanId plan) {
        return last(PAUSED, plan);
    }

    /** Whether a plan was last stopped because a charge was disputed, and not by its giver. */
    public Mono<Boolean> isHalted(GiftPlanId plan) {
        return last(HALTED, plan);
    }

    /** Whether a plan ended as it began, since another gift had been paid in its place. */
    public Mono<Boolean> isTurnedBack(GiftPlanId plan) {
        return database.sql(
                        """
                        select exists (select from giving.happening
                                        where about = :plan and kind = 'PAID_TWICE')
                        """)
                .bind("plan", plan.value())
                .mapValue(Boolean.class)
                .one();
    }

    /** Whether its end follows from a dispute, also once it has begun, and nobody has gone on. */
    Mono<Boolean> isEndedByDispute(GiftPlanId plan) {
        return last(ENDED_BY_DISPUTE, plan);
    }

    private Mono<Boolean> last(String sql, GiftPlanId plan) {
        return database.sql(sql)
                .bind("plan", plan.value())
                .mapValue(Boolean.class)
                .one()
                .defaultIfEmpty(false);
    }

    /** Oldest first. */
    public Flux<Happening> of(UUID about) {
        return database.sql(
                        """
                        select kind, amount, at, frequency, gift, cover, fund, next_charge,
                               next_charge_was, lag(fund) over marks as fund_was,
                               lag(frequency) over marks as frequency_was,
                               lag(gift) over marks as gift_was, lag(cover) over marks as cover_was
                          from giving.happening where about = :about
                        window marks as (partition by frequency is null order by id)
                         order by id
                        """)
                .bind("about", about)
                .map(HappeningStore::happening)
                .all();
    }

    private static Happening happening(Readable row) {
        Long amount = row.get("amount", Long.class);
        return new Happening(
                Happening.Kind.valueOf(Row.text(row, "kind")),
                amount == null ? null : Money.yen(amount),
                Row.instant(row, "at"),
                mark(row, "_was"),
                mark(row, ""));
    }

    private static @Nullable PlanMark mark(Readable row, String when) {
        return row.get("frequency") == null || row.get("frequency" + when) == null
                ? null
                : new PlanMark(
                        Frequency.valueOf(Row.text(row, "frequency" + when)),
                        new GiftParts(
                                Row.money(row, "gift" + when), Row.money(row, "cover" + when)),
                        cause(row.get("fund" + when, String.class)),
                        row.get("next_charge" + when, LocalDate.class));
    }

    private static @Nullable Cause cause(@Nullable String fund) {
        return fund == null ? null : Cause.of(new Fund(fund));
    }
}
