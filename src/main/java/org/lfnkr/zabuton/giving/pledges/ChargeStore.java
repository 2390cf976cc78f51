package org.lfnkr.zabuton.giving.pledges;

import io.r2dbc.spi.Readable;

import org.lfnkr.zabuton.giving.Charge;
import org.lfnkr.zabuton.giving.GiftParts;
import org.lfnkr.zabuton.giving.GiftPlanId;
import org.lfnkr.zabuton.giving.PledgeId;
import org.lfnkr.zabuton.kernel.Row;
import org.lfnkr.zabuton.kernel.Slice;
import org.lfnkr.zabuton.payments.PaymentId;
import org.lfnkr.zabuton.payments.RefundId;
import org.lfnkr.zabuton.supporters.Member;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;
import org.springframework.stereotype.Repository;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import java.util.UUID;
import java.util.function.UnaryOperator;

/** Charges, and what happened to pledges and plans. */
@Repository
public class ChargeStore {

    private static final String SELECT =
            """
            select payment, pledge, gift, cover, fee, method, refunded, held, disputed, lost, corrections,
                   charged_at
              from giving.charge
            """;

    private static final String OF_PAYMENT =
            SELECT
                    + " where payment = :payment and exists (select from giving.pledge"
                    + " where pledge.id = charge.pledge";

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

    /** The same, where it is the member's. */
    Mono<Charge> find(Member member, PaymentId payment) {
        return database.sql(OF_PAYMENT + " and supporter = any(:owners))")
                .bind("payment", payment.value())
                .bind("owners", member.ids())
                .map(ChargeStore::charge)
                .one();
    }

    /** The same, where it is of the plan. */
    Mono<Charge> find(GiftPlanId plan, PaymentId payment) {
        return database.sql(OF_PAYMENT + " and plan = :plan)")
                .bind("payment", payment.value())
                .bind("plan", plan.value())
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

    /** The charge with which a plan began; empty before it. */
    Mono<Charge> first(GiftPlanId plan) {
        return database.sql(
                        SELECT
                                + " where pledge in (select id from giving.pledge where plan = :plan)"
                                + " order by charged_at limit 1")
                .bind("plan", plan.value())
                .map(ChargeStore::charge)
                .one();
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

    /** Whether a refund is none to the giver: the gift was noted wrongly, and no money moved. */
    Mono<Boolean> isCorrection(RefundId refund) {
        return database.sql(
                        """
                        select exists (select from giving.hand_gift where correction = :refund)
                            or exists (select from giving.transfer_undo where refund = :refund)
                        """)
                .bind("refund", refund.value())
                .mapValue(Boolean.class)
                .one();
    }

    /** Whether anything of a plan has been charged. */
    Mono<Boolean> exist(GiftPlanId plan) {
        return of(plan).hasElements();
    }

    /** Counts it as a correction and says which one; empty where it was so already. */
    Mono<Integer> setRefunded(Charge charge) {
        return database.sql(
                        """
                        update giving.charge set refunded = :refunded, held = :held,
                               corrections = corrections + 1
                         where payment = :payment and (refunded, held) <> (:refunded, :held)
                        returning corrections
                        """)
                .bind("refunded", charge.refunded().yen())
                .bind("held", charge.held().yen())
                .bind("payment", charge.payment().value())
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

    public static Charge charge(Readable row) {
        return new Charge(
                new PaymentId(Row.uuid(row, "payment")),
                new PledgeId(Row.uuid(row, "pledge")),
                new GiftParts(Row.money(row, "gift"), Row.money(row, "cover")),
                Row.money(row, "fee"),
                Row.text(row, "method"),
                Row.money(row, "refunded"),
                Row.money(row, "held"),
                Row.flag(row, "disputed"),
                Row.flag(row, "lost"),
                Row.number(row, "corrections"),
                Row.instant(row, "charged_at"));
    }
}
