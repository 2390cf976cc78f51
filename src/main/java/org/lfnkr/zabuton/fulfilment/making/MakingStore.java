package org.lfnkr.zabuton.fulfilment.making;

import io.r2dbc.spi.Readable;

import org.lfnkr.zabuton.catalog.VariantId;
import org.lfnkr.zabuton.kernel.Row;
import org.lfnkr.zabuton.kernel.Slice;
import org.lfnkr.zabuton.kernel.Tally;
import org.lfnkr.zabuton.orders.OrderId;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.UUID;

/** What is to be made. A piece that was sent waits no more, whatever was noted of it. */
@Repository
class MakingStore {

    private final DatabaseClient database;

    MakingStore(DatabaseClient database) {
        this.database = database;
    }

    /** Knows these from now on; once. */
    Mono<Void> add(OrderId order, Collection<VariantId> variants, LocalDate promised) {
        return database.sql(
                        """
                        insert into fulfilment.making (order_id, variant, promised_on)
                        select :order, variant, :promised
                          from unnest(cast(:variants as uuid[])) as variant
                        on conflict (order_id, variant) do nothing
                        """)
                .bind("order", order.value())
                .bind("promised", promised)
                .bind("variants", variants.stream().map(VariantId::value).toArray(UUID[]::new))
                .then();
    }

    /**
     * Those that have waited longest, ready ones too until they are sent.
     *
     * @param after the order that stood last on the page before, and its variant; any other begins
     * @param unready only what is not ready
     */
    Flux<Making> waiting(UUID after, UUID variant, boolean unready) {
        return database.sql(
                        """
                        select m.*, d.reference, d.paid_at, line.sku, line.remaining
                          from fulfilment.dispatch d
                          join fulfilment.making m using (order_id)
                          join fulfilment.line line on line.order_id = m.order_id and line.variant = m.variant
                         where d.remaining > 0 and not d.stopped and line.remaining > 0
                           and (m.made_at is null or not :unready)
                           and not exists (
                                   select from fulfilment.dispatch last
                                    where last.order_id = :after
                                      and (d.paid_at, d.order_id, m.variant)
                                          <= (last.paid_at, last.order_id, :variant))
                         order by d.paid_at, d.order_id, m.variant limit :most
                        """)
                .bind("after", after)
                .bind("variant", variant)
                .bind("unready", unready)
                .bind("most", Slice.ASKED)
                .map(MakingStore::read)
                .all();
    }

    /** How many kinds of pieces of how many orders are not ready. */
    Mono<Tally> tally() {
        return database.sql(
                        """
                        select count(*) as count, min(d.paid_at) as oldest
                          from fulfilment.dispatch d
                          join fulfilment.making m using (order_id)
                          join fulfilment.line line on line.order_id = m.order_id and line.variant = m.variant
                         where d.remaining > 0 and not d.stopped and line.remaining > 0 and m.made_at is null
                        """)
                .map(Tally::of)
                .one();
    }

    /** Says whether there is such a one, and it was not so far, or farther, before. */
    Mono<Boolean> set(OrderId order, VariantId variant, Making.State state, Instant at) {
        return database.sql(
                        """
                        update fulfilment.making
                           set begun_at = case when :state = 'OPEN' then null else coalesce(begun_at, :at) end,
                               made_at = case when :state = 'MADE' then :at end
                         where order_id = :order and variant = :variant
                           and :state <> case when made_at is not null then 'MADE'
                                              when begun_at is not null then 'BEGUN' else 'OPEN' end
                        """)
                .bind("order", order.value())
                .bind("variant", variant.value())
                .bind("state", state.name())
                .bind("at", at)
                .fetch()
                .rowsUpdated()
                .map(rows -> rows == 1);
    }

    /** What was sent was made. */
    Mono<Void> sent(OrderId order, Instant at) {
        return database.sql(
                        """
                        update fulfilment.making m
                           set begun_at = coalesce(m.begun_at, :at), made_at = :at
                          from fulfilment.line line
                         where m.order_id = :order and m.made_at is null
                           and line.order_id = m.order_id and line.variant = m.variant
                           and line.remaining = 0
                        """)
                .bind("order", order.value())
                .bind("at", at)
                .then();
    }

    private static Making read(Readable row) {
        return new Making(
                Row.uuid(row, "order_id"),
                new VariantId(Row.uuid(row, "variant")),
                Row.text(row, "reference"),
                Row.text(row, "sku"),
                "",
                Row.number(row, "remaining"),
                Row.instant(row, "paid_at"),
                Row.need(row, "promised_on", LocalDate.class),
                row.get("begun_at", Instant.class),
                row.get("made_at", Instant.class));
    }
}
