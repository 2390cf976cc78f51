package org.lfnkr.zabuton.giving.pledges;

import io.r2dbc.spi.Parameter;
import io.r2dbc.spi.Parameters;
import io.r2dbc.spi.R2dbcType;
import io.r2dbc.spi.Readable;

import org.jspecify.annotations.Nullable;
import org.lfnkr.zabuton.giving.Charge;
import org.lfnkr.zabuton.giving.Frequency;
import org.lfnkr.zabuton.giving.GiftParts;
import org.lfnkr.zabuton.giving.GiftPlanId;
import org.lfnkr.zabuton.giving.PledgeId;
import org.lfnkr.zabuton.kernel.Money;
import org.lfnkr.zabuton.kernel.Row;
import org.lfnkr.zabuton.kernel.Slice;
import org.lfnkr.zabuton.payments.PaymentId;
import org.lfnkr.zabuton.supporters.Member;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;
import org.springframework.stereotype.Repository;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import java.time.LocalDate;
import java.util.UUID;
import java.util.function.UnaryOperator;

/** Charges, and what happened to pledges and plans. */
@Repository
public class ChargeStore {

    private static final String SELECT =
            """
            select payment, pledge, gift, cover, fee, method, refunded, disputed, lost, corrections,
                   charged_at
              from giving.charge
            """;

    private static final String FOLLOWING =
            ") and not exists (select from giving.charge last"
                    + " where last.payment = :before and (last.charged_at, last.payment)"
                    + " <= (charge.charged_at, charge.payment))"
                    + " order by charged_at desc, payment desc limit :most";

    private static final String OF_MEMBER =
            SELECT
                    + " where pledge in (select id from giving.pledge where supporter = any(:owners)"
                    + FOLLOWING;

    private static final String OF_PLAN =
            SELECT
                    + " where pledge in (select id from giving.pledge where plan = :plan"
                    + FOLLOWING;

    private static final Parameter NO_TEXT = Parameters.in(R2dbcType.VARCHAR);
    private static final Parameter NO_SUM = Parameters.in(R2dbcType.BIGINT);

    private final DatabaseClient database;

    ChargeStore(DatabaseClient database) {
        this.database = database;
    }

    Mono<Void> add(Charge charge) {
        return database.sql(
                        """
                        insert into giving.charge (payment, pledge, gift, cover, fee, method, charged_at)
                        values (:payment, :pledge, :gift, :cover, :fee, :method, :at)
                        """)
                .bind("payment", charge.payment().value())
                .bind("pledge", charge.pledge().value())
                .bind("gift", charge.parts().gift().yen())
                .bind("cover", charge.parts().cover().yen())
                .bind("fee", charge.fee().yen())
                .bind("method", charge.method())
                .bind("at", charge.chargedAt())
                .then();
    }

    Mono<Charge> find(PaymentId payment) {
        return database.sql(SELECT + " where payment = :payment")
                .bind("payment", payment.value())
                .map(ChargeStore::charge)
                .one();
    }

    /** The charge, which nobody else changes until the transaction ends. */
    Mono<Charge> lock(PaymentId payment) {
        return database.sql(SELECT + " where payment = :payment for update")
                .bind("payment", payment.value())
                .map(ChargeStore::charge)
                .one();
    }

    /** Newest first. */
    Flux<Charge> of(PledgeId pledge) {
        return database.sql(SELECT + " where pledge = :pledge order by charged_at desc")
                .bind("pledge", pledge.value())
                .map(ChargeStore::charge)
                .all();
    }

    /** Of all pledges of a plan, newest first. */
    public Flux<Charge> of(GiftPlanId plan) {
        return database.sql(
                        SELECT
                                + " where pledge in (select id from giving.pledge where plan = :plan)"
                                + " order by charged_at desc")
                .bind("plan", plan.value())
                .map(ChargeStore::charge)
                .all();
    }

    /** Of all pledges of a member, newest first. */
    public Flux<Charge> of(Member member) {
        return database.sql(
                        SELECT
                                + " where pledge in"
                                + " (select id from giving.pledge where supporter = any(:owners))"
                                + " order by charged_at desc")
                .bind("owners", member.ids())
                .map(ChargeStore::charge)
                .all();
    }

    /**
     * As many as a page shows of those that any of these pledges brought, newest first.
     *
     * @param before the payment that stood last on the page before; any other id begins
     */
    public Mono<Slice<Charge>> of(Member member, UUID before) {
        return slice(OF_MEMBER, before, sql -> sql.bind("owners", member.ids()));
    }

    /** The same of a plan. */
    public Mono<Slice<Charge>> of(GiftPlanId plan, UUID before) {
        return slice(OF_PLAN, before, sql -> sql.bind("plan", plan.value()));
    }

    private Mono<Slice<Charge>> slice(
            String of, UUID before, UnaryOperator<GenericExecuteSpec> whose) {
        return whose.apply(database.sql(of))
                .bind("before", before)
                .bind("most", Slice.ASKED)
                .map(ChargeStore::charge)
                .all()
                .collectList()
                .map(Slice::of);
    }

    /** Whether anything of a plan has been charged. */
    Mono<Boolean> exist(GiftPlanId plan) {
        return of(plan).hasElements();
    }

    /** Counts it as a correction and says which one; empty where it was so already. */
    Mono<Integer> setRefunded(PaymentId payment, Money refunded) {
        return database.sql(
                        """
                        update giving.charge set refunded = :refunded, corrections = corrections + 1
                         where payment = :payment and refunded <> :refunded
                        returning corrections
                        """)
                .bind("refunded", refunded.yen())
                .bind("payment", payment.value())
                .mapValue(Integer.class)
                .one();
    }

    /** Counts it as a correction and says which one; empty where it was so already. */
    Mono<Integer> setDisputed(PaymentId payment, boolean disputed, boolean lost) {
        return database.sql(
                        """
                        update giving.charge set disputed = :disputed, lost = :lost,
                               corrections = corrections + 1
                         where payment = :payment and (disputed, lost) <> (:disputed, :lost)
                        returning corrections
                        """)
                .bind("disputed", disputed)
                .bind("lost", lost)
                .bind("payment", payment.value())
                .mapValue(Integer.class)
                .one();
    }

    /**
     * @param about a pledge, or the plan that it belongs to
     */
    public Mono<Void> note(UUID about, Happening happening) {
        GenericExecuteSpec insert =
                database.sql(
                        """
                        insert into giving.happening
                            (about, kind, amount, at, frequency, gift, cover, next_charge, next_charge_was)
                        values (:about, :kind, :amount, :at, :frequency, :gift, :cover, :next, :was)
                        """);
        PlanMark to = happening.to();
        return amount(insert, happening.amount())
                .bind("frequency", to == null ? NO_TEXT : Parameters.in(to.frequency().name()))
                .bind("gift", to == null ? NO_SUM : Parameters.in(to.parts().gift().yen()))
                .bind("cover", to == null ? NO_SUM : Parameters.in(to.parts().cover().yen()))
                .bind("next", day(to))
                .bind("was", day(happening.from()))
                .bind("about", about)
                .bind("kind", happening.kind().name())
                .bind("at", happening.at())
                .then();
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
        return database.sql(
                        """
                        select kind <> 'RESUMED' from giving.happening
                         where about = :plan and kind in ('PAUSED', 'PAUSE_CHANGED', 'RESUMED')
                         order by id desc limit 1
                        """)
                .bind("plan", plan.value())
                .mapValue(Boolean.class)
                .one()
                .defaultIfEmpty(false);
    }

    /** Whether a plan was last stopped because a charge was disputed, and not by its giver. */
    public Mono<Boolean> isHalted(GiftPlanId plan) {
        return database.sql(
                        """
                        select kind in ('DISPUTED', 'DISPUTE_LOST') from giving.happening
                         where about = :plan
                           and kind in ('DISPUTED', 'DISPUTE_LOST', 'STOPPING', 'STOP_UNDONE')
                         order by id desc limit 1
                        """)
                .bind("plan", plan.value())
                .mapValue(Boolean.class)
                .one()
                .defaultIfEmpty(false);
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
        return database.sql(
                        """
                        select kind <> 'STOP_UNDONE' from giving.happening
                         where about = :plan and kind in ('DISPUTED', 'DISPUTE_LOST', 'STOP_UNDONE')
                         order by id desc limit 1
                        """)
                .bind("plan", plan.value())
                .mapValue(Boolean.class)
                .one()
                .defaultIfEmpty(false);
    }

    /** Oldest first. */
    public Flux<Happening> happenings(UUID about) {
        return database.sql(
                        """
                        select kind, amount, at, frequency, gift, cover, next_charge, next_charge_was,
                               lag(frequency) over marks as frequency_was,
                               lag(gift) over marks as gift_was, lag(cover) over marks as cover_was
                          from giving.happening where about = :about
                        window marks as (partition by frequency is null order by id)
                         order by id
                        """)
                .bind("about", about)
                .map(ChargeStore::happening)
                .all();
    }

    public static Charge charge(Readable row) {
        return new Charge(
                new PaymentId(Row.uuid(row, "payment")),
                new PledgeId(Row.uuid(row, "pledge")),
                new GiftParts(Row.money(row, "gift"), Row.money(row, "cover")),
                Row.money(row, "fee"),
                Row.text(row, "method"),
                Row.money(row, "refunded"),
                Row.flag(row, "disputed"),
                Row.flag(row, "lost"),
                Row.number(row, "corrections"),
                Row.instant(row, "charged_at"));
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
                        row.get("next_charge" + when, LocalDate.class));
    }
}
