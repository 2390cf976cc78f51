package org.lfnkr.zabuton.giving.desk;

import org.lfnkr.zabuton.giving.PledgeId;
import org.lfnkr.zabuton.kernel.Row;
import org.lfnkr.zabuton.payments.PaymentId;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;
import org.springframework.stereotype.Repository;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import java.time.Instant;
import java.util.UUID;

/** Reads gifts as staff look for them: each payment that arrived is one. */
@Repository
class GiftDeskStore {

    private static final String FILTERED =
            """
             where c.charged_at >= :from and c.charged_at < :until
               and (:kind = '' or (p.frequency = 'ONCE') = (:kind = 'once'))
               and (:fund = '' or p.fund = :fund)
               and (:means = '' or c.method = :means)
            """;

    private static final String LISTED =
            """
            select c.payment, c.pledge, c.gift, c.cover, c.fee, c.method, c.refunded, c.held, c.disputed, c.lost,
                   c.corrections, c.charged_at, p.fund, p.frequency,
                   coalesce((select plan.reference from giving.plan where plan.id = p.plan), p.reference) as reference
              from giving.charge c join giving.pledge p on p.id = c.pledge
            """;

    private static final Place BEGINNING =
            new Place(Instant.parse("9999-01-01T00:00:00Z"), new UUID(0, 0));

    private final DatabaseClient database;

    GiftDeskStore(DatabaseClient database) {
        this.database = database;
    }

    /** Where a gift stands in the list. */
    record Place(Instant chargedAt, UUID payment) {

        static Place of(ListedGift gift) {
            return new Place(gift.charge().chargedAt(), gift.charge().payment().value());
        }
    }

    /**
     * The latest first.
     *
     * @param after behind which place
     */
    Flux<ListedGift> after(GiftFilter filter, Place after, int most) {
        return filtered(
                        LISTED
                                + FILTERED
                                + " and (c.charged_at, c.payment) < (:at, :payment)"
                                + " order by c.charged_at desc, c.payment desc limit :most",
                        filter)
                .bind("at", after.chargedAt())
                .bind("payment", after.payment())
                .bind("most", most)
                .map(ListedGift::of)
                .all();
    }

    Mono<GiftTotals> totals(GiftFilter filter) {
        return filtered(
                        """
                        select count(*) as gifts, coalesce(sum(paid), 0)::bigint as paid,
                               coalesce(sum(back), 0)::bigint as back
                          from (select c.gift + c.cover as paid,
                                       case when c.lost then c.gift + c.cover else c.refunded end as back
                                  from giving.charge c join giving.pledge p on p.id = c.pledge
                        """
                                + FILTERED
                                + " order by c.charged_at desc, c.payment desc limit :counted) counted",
                        filter)
                .bind("counted", GiftTotals.MOST + 1)
                .map(
                        row ->
                                new GiftTotals(
                                        Row.whole(row, "gifts"),
                                        Row.money(row, "paid"),
                                        Row.money(row, "back")))
                .one();
    }

    /** Where that payment stands; of any other, the list begins. */
    Mono<Place> place(UUID payment) {
        return database.sql(
                        "select charged_at, payment from giving.charge where payment = :payment")
                .bind("payment", payment)
                .map(row -> new Place(Row.instant(row, "charged_at"), Row.uuid(row, "payment")))
                .one()
                .defaultIfEmpty(BEGINNING);
    }

    /** What a payment was made under, also one that has not arrived. */
    Mono<PledgeId> pledge(PaymentId payment) {
        return database.sql(
                        """
                        select id from giving.pledge where payment = :payment
                        union select pledge from giving.charge where payment = :payment
                        """)
                .bind("payment", payment.value())
                .map(row -> new PledgeId(Row.uuid(row, "id")))
                .one();
    }

    /** The pledge that people call so, or the first of the plan; empty where there is none. */
    Mono<PledgeId> pledge(String reference) {
        return database.sql("select id from giving.pledge where reference = :reference")
                .bind("reference", reference)
                .map(row -> new PledgeId(Row.uuid(row, "id")))
                .one();
    }

    private GenericExecuteSpec filtered(String sql, GiftFilter filter) {
        return database.sql(sql)
                .bind("from", filter.begin())
                .bind("until", filter.end())
                .bind("kind", filter.kind())
                .bind("fund", filter.fund())
                .bind("means", filter.means());
    }
}
