package org.lfnkr.zabuton.giving.plans;

import io.r2dbc.spi.Parameters;
import io.r2dbc.spi.R2dbcType;
import io.r2dbc.spi.Readable;

import org.jspecify.annotations.Nullable;
import org.lfnkr.zabuton.giving.GiftPlan;
import org.lfnkr.zabuton.giving.GiftPlanId;
import org.lfnkr.zabuton.kernel.Language;
import org.lfnkr.zabuton.kernel.Row;
import org.lfnkr.zabuton.payments.PlanId;
import org.lfnkr.zabuton.supporters.Member;
import org.lfnkr.zabuton.supporters.SupporterId;
import org.lfnkr.zabuton.vault.SubjectId;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import java.time.Instant;

@Repository
public class GiftPlanStore {

    private static final String SELECT =
            """
            select id, payments_plan, reference, supporter, subject, language, begun_at, started_at, ended_at,
                   next_charge_at
              from giving.plan
            """;

    private final DatabaseClient database;

    GiftPlanStore(DatabaseClient database) {
        this.database = database;
    }

    Mono<Void> add(GiftPlan plan) {
        return database.sql(
                        """
                        insert into giving.plan
                            (id, payments_plan, reference, supporter, subject, language, begun_at)
                        values (:id, :payments, :reference, :supporter, :subject, :language, :at)
                        """)
                .bind("id", plan.id().value())
                .bind("payments", plan.payments().value())
                .bind("reference", plan.reference())
                .bind("supporter", plan.supporter().value())
                .bind("subject", plan.subject().value())
                .bind("language", plan.language().tag())
                .bind("at", plan.begunAt())
                .then();
    }

    public Mono<GiftPlan> find(GiftPlanId id) {
        return database.sql(SELECT + " where id = :id")
                .bind("id", id.value())
                .map(GiftPlanStore::plan)
                .one();
    }

    /** The plan, which nobody else changes until the transaction ends. */
    Mono<GiftPlan> lock(GiftPlanId id) {
        return database.sql(SELECT + " where id = :id for update")
                .bind("id", id.value())
                .map(GiftPlanStore::plan)
                .one();
    }

    /** Empty also where the plan is somebody else's. */
    public Mono<GiftPlan> find(Member member, String reference) {
        return database.sql(SELECT + " where reference = :reference and supporter = any(:owners)")
                .bind("reference", reference)
                .bind("owners", member.ids())
                .map(GiftPlanStore::plan)
                .one();
    }

    /** The newest first. */
    public Flux<GiftPlan> of(Member member) {
        return database.sql(SELECT + " where supporter = any(:owners) order by begun_at desc")
                .bind("owners", member.ids())
                .map(GiftPlanStore::plan)
                .all();
    }

    Flux<GiftPlan> of(SupporterId supporter) {
        return database.sql(SELECT + " where supporter = :supporter order by begun_at")
                .bind("supporter", supporter.value())
                .map(GiftPlanStore::plan)
                .all();
    }

    Mono<Void> setStarted(GiftPlanId id, Instant at) {
        return database.sql("update giving.plan set started_at = :at where id = :id")
                .bind("at", at)
                .bind("id", id.value())
                .then();
    }

    Mono<Void> setEnded(GiftPlanId id, Instant at) {
        return database.sql(
                        """
                        update giving.plan set ended_at = :at, next_charge_at = null
                        where id = :id
                        """)
                .bind("at", at)
                .bind("id", id.value())
                .then();
    }

    Mono<Void> setNextCharge(GiftPlanId id, @Nullable Instant nextCharge) {
        return database.sql(
                        """
                        update giving.plan set next_charge_at = :next where id = :id and ended_at is null
                        """)
                .bind("next", Parameters.in(R2dbcType.TIMESTAMP_WITH_TIME_ZONE, nextCharge))
                .bind("id", id.value())
                .then();
    }

    Mono<Void> setAfterPause(GiftPlanId id, boolean afterPause) {
        return database.sql("update giving.plan set after_pause = :after where id = :id")
                .bind("after", afterPause)
                .bind("id", id.value())
                .then();
    }

    /** The next charge of a plan that runs. */
    Mono<Coming> coming(GiftPlanId id) {
        return database.sql(
                        """
                        select id, language, next_charge_at, after_pause from giving.plan
                        where id = :id and ended_at is null and started_at is not null
                          and next_charge_at is not null
                        """)
                .bind("id", id.value())
                .map(Coming::of)
                .one();
    }

    /**
     * A charge to come.
     *
     * @param afterPause whether it is the first after a pause
     */
    record Coming(GiftPlanId plan, Language language, Instant chargeAt, boolean afterPause) {

        static Coming of(Readable row) {
            return new Coming(
                    new GiftPlanId(Row.uuid(row, "id")),
                    Language.of(Row.text(row, "language")).orElseThrow(),
                    Row.instant(row, "next_charge_at"),
                    Row.flag(row, "after_pause"));
        }
    }

    /** Why a member stopped plans, where they said so, and when. */
    public Flux<Farewell> farewells(Member member) {
        return database.sql(
                        """
                        select reason, at from giving.farewell
                        where plan in (select id from giving.plan where supporter = any(:owners))
                        order by at
                        """)
                .bind("owners", member.ids())
                .map(row -> new Farewell(Row.text(row, "reason"), Row.instant(row, "at")))
                .all();
    }

    /** The reason is a code that ends a message key. */
    public record Farewell(String reason, Instant at) {}

    Mono<Void> addFarewell(GiftPlanId plan, String reason, Instant at) {
        return database.sql(
                        "insert into giving.farewell (plan, reason, at) values (:plan, :reason, :at)")
                .bind("plan", plan.value())
                .bind("reason", reason)
                .bind("at", at)
                .then();
    }

    /** The plan of a row that has its columns. */
    public static GiftPlan plan(Readable row) {
        return new GiftPlan(
                new GiftPlanId(Row.uuid(row, "id")),
                new PlanId(Row.uuid(row, "payments_plan")),
                Row.text(row, "reference"),
                new SupporterId(Row.uuid(row, "supporter")),
                new SubjectId(Row.uuid(row, "subject")),
                Language.of(Row.text(row, "language")).orElseThrow(),
                Row.instant(row, "begun_at"),
                row.get("started_at", Instant.class),
                row.get("ended_at", Instant.class),
                row.get("next_charge_at", Instant.class));
    }
}
