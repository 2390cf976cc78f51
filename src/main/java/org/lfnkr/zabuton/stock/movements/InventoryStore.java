package org.lfnkr.zabuton.stock.movements;

import io.r2dbc.spi.Readable;

import org.lfnkr.zabuton.catalog.VariantId;
import org.lfnkr.zabuton.kernel.Bilingual;
import org.lfnkr.zabuton.kernel.Row;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;
import org.springframework.stereotype.Repository;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Reads what is kept in stock, as staff look for it. */
@Repository
class InventoryStore {

    /** What is made to order stands on no shelf, unless it did once. */
    private static final String PIECES =
            """
            with piece as (
                select v.id, v.sku, p.name_en, p.name_ja, v.colour_name_en, v.colour_name_ja,
                    coalesce(i.on_hand, 0) as on_hand, coalesce(i.reserved, 0) as reserved, i.low_at,
                    coalesce(i.on_hand - i.reserved, 0) as available,
                    case when :lowFirst then coalesce(i.on_hand - i.reserved, 0) - coalesce(i.low_at, 0)
                        else 0 end as rank
                from catalog.variant v
                    join catalog.product p on p.id = v.product_id
                    left join stock.item i on i.variant_id = v.id
                where v.lead_days is null or i.variant_id is not null
            )
            """;

    private static final String FILTERED =
            """
             where (:words = '' or position(lower(:words) in lower(concat_ws(
                    ' ', sku, name_en, name_ja, colour_name_en, colour_name_ja))) > 0)
               and (:state <> 'out' or available = 0)
               and (:state <> 'low' or available <= low_at)
            """;

    private final DatabaseClient database;

    InventoryStore(DatabaseClient database) {
        this.database = database;
    }

    /**
     * In the order that the filter asks for.
     *
     * @param after the SKU of the last one on the page before; any other begins
     */
    Flux<StockPiece> pieces(StockFilter filter, String after, int most) {
        return filtered(
                        PIECES
                                + "select * from piece"
                                + FILTERED
                                + """
                                  and not exists (
                                      select from piece last
                                      where last.sku = :after and (piece.rank, piece.sku) <= (last.rank, last.sku))
                                order by rank, sku limit :most
                                """,
                        filter)
                .bind("after", after)
                .bind("most", most)
                .map(InventoryStore::piece)
                .all();
    }

    Mono<StockTotals> totals(StockFilter filter) {
        return filtered(
                        PIECES
                                + """
                                select count(*) as kinds, coalesce(sum(on_hand), 0)::bigint as on_hand,
                                    coalesce(sum(reserved), 0)::bigint as reserved
                                from piece
                                """
                                + FILTERED,
                        filter)
                .map(
                        row ->
                                new StockTotals(
                                        Row.whole(row, "kinds"),
                                        Row.whole(row, "on_hand"),
                                        Row.whole(row, "reserved")))
                .one();
    }

    Mono<StockPiece> find(String sku) {
        return database.sql(PIECES + "select * from piece where sku = :sku")
                .bind("lowFirst", false)
                .bind("sku", sku)
                .map(InventoryStore::piece)
                .one();
    }

    private GenericExecuteSpec filtered(String sql, StockFilter filter) {
        return database.sql(sql)
                .bind("words", filter.words())
                .bind("state", filter.state())
                .bind("lowFirst", filter.lowFirst());
    }

    private static StockPiece piece(Readable row) {
        return new StockPiece(
                new VariantId(Row.uuid(row, "id")),
                Row.text(row, "sku"),
                new Bilingual(Row.text(row, "name_en"), Row.text(row, "name_ja")),
                new Bilingual(Row.text(row, "colour_name_en"), Row.text(row, "colour_name_ja")),
                Row.number(row, "on_hand"),
                Row.number(row, "reserved"),
                row.get("low_at", Integer.class));
    }
}
