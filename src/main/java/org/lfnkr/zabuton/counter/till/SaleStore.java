package org.lfnkr.zabuton.counter.till;

import io.r2dbc.spi.Parameter;
import io.r2dbc.spi.Parameters;

import org.jspecify.annotations.Nullable;
import org.lfnkr.zabuton.kernel.Money;
import org.lfnkr.zabuton.kernel.Slice;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import java.time.Instant;
import java.util.UUID;

/** What was sold at counters. */
@Repository
public class SaleStore {

    private static final String ADD =
            """
            insert into counter.sale
                (id, bazaar, no, means, total, given, assumed_fee, outcome_price, sold_by, sold_at)
            select :id, :bazaar, coalesce(max(no), 0) + 1, :means, :total, nullif(:given, -1), :fee, :price, :by, :at
            from counter.sale where bazaar = :bazaar
            """;

    private static final String ADD_LINE =
            """
            insert into counter.line
                (sale, position, variant, sku, name_en, name_ja, colour_en, colour_ja, unit_price, quantity,
                 tax_percent, cost_sheet, costs)
            values (:sale, :position, :variant, :sku, :nameEn, :nameJa, :colourEn, :colourJa, :price, :quantity,
                :tax, :sheet, :costs)
            """;

    private final DatabaseClient database;

    SaleStore(DatabaseClient database) {
        this.database = database;
    }

    /** Its number is the next of its bazaar, whose row the caller holds. */
    Mono<Void> add(CounterSale sale, String by) {
        Money given = sale.given();
        return database.sql(ADD)
                .bind("id", sale.id())
                .bind("bazaar", sale.bazaar())
                .bind("means", sale.means().name())
                .bind("total", sale.total().yen())
                .bind("given", given == null ? -1L : given.yen())
                .bind("fee", sale.assumedFee().yen())
                .bind("price", orNull(sale.outcomePrice()))
                .bind("by", by)
                .bind("at", sale.soldAt())
                .then()
                .thenMany(Flux.range(0, sale.goods().lines().size()))
                .concatMap(position -> add(sale.id(), position, sale.goods().lines().get(position)))
                .then();
    }

    private Mono<Void> add(UUID sale, int position, CounterLine line) {
        return database.sql(ADD_LINE)
                .bind("sale", sale)
                .bind("position", position)
                .bind("variant", line.variant().value())
                .bind("sku", line.sku())
                .bind("nameEn", line.name().en())
                .bind("nameJa", line.name().ja())
                .bind("colourEn", line.colour().en())
                .bind("colourJa", line.colour().ja())
                .bind("price", line.unitPrice().yen())
                .bind("quantity", line.quantity())
                .bind("tax", line.taxPercent())
                .bind("sheet", orNull(line.costSheet()))
                .bind("costs", line.costs().yen())
                .then();
    }

    Mono<CounterSale> find(UUID id) {
        return database.sql("select * from counter.line where sale = :sale order by position")
                .bind("sale", id)
                .map(row -> CounterLine.of(row))
                .all()
                .collectList()
                .flatMap(
                        lines ->
                                database.sql("select * from counter.sale where id = :id")
                                        .bind("id", id)
                                        .map(row -> CounterSale.of(row, lines))
                                        .one());
    }

    Mono<CounterSale> find(UUID bazaar, int no) {
        return database.sql("select id from counter.sale where bazaar = :bazaar and no = :no")
                .bind("bazaar", bazaar)
                .bind("no", no)
                .mapValue(UUID.class)
                .one()
                .flatMap(this::find);
    }

    /** The latest first, those before one and one more than a page shows. */
    public Flux<SaleRow> list(UUID bazaar, int before) {
        return database.sql(
                        """
                        select s.no, s.means, s.total, s.sold_at, s.undone_at is not null as undone,
                            (select sum(l.quantity) from counter.line l where l.sale = s.id) as pieces
                        from counter.sale s where s.bazaar = :bazaar and s.no < :before
                        order by s.no desc limit :most
                        """)
                .bind("bazaar", bazaar)
                .bind("before", before)
                .bind("most", Slice.ASKED)
                .map(SaleRow::of)
                .all();
    }

    /** What its sales brought that were not undone. */
    public Mono<Takes> takes(UUID bazaar) {
        return database.sql(
                        """
                        select count(*) as sales,
                            coalesce(sum(total) filter (where means = 'CASH'), 0)::bigint as cash,
                            coalesce(sum(total) filter (where means = 'TERMINAL'), 0)::bigint as terminal,
                            coalesce(sum(assumed_fee), 0)::bigint as fee
                        from counter.sale where bazaar = :bazaar and undone_at is null
                        """)
                .bind("bazaar", bazaar)
                .map(Takes::of)
                .one();
    }

    Mono<Void> undo(UUID id, String by, Instant at) {
        return database.sql(
                        "update counter.sale set undone_by = :by, undone_at = :at where id = :id")
                .bind("by", by)
                .bind("at", at)
                .bind("id", id)
                .then();
    }

    private static Parameter orNull(@Nullable UUID id) {
        return id == null ? Parameters.in(UUID.class) : Parameters.in(id);
    }
}
