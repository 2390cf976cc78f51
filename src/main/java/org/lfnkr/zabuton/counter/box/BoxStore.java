package org.lfnkr.zabuton.counter.box;

import org.lfnkr.zabuton.catalog.VariantId;
import org.lfnkr.zabuton.stock.StockLine;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;

import reactor.core.publisher.Mono;

import java.util.List;
import java.util.UUID;

/** What is in the box of a bazaar. Whoever changes it holds the bazaar's row. */
@Repository
public class BoxStore {

    private static final String PIECES =
            """
            select b.*, v.sku, p.name_en, p.name_ja, v.colour_name_en, v.colour_name_ja
            from counter.box b
                join catalog.variant v on v.id = b.variant
                join catalog.product p on p.id = v.product_id
            where b.bazaar = :bazaar order by v.sku
            """;

    private static final String SHELF =
            """
            select i.variant_id as variant, v.sku, p.name_en, p.name_ja, v.colour_name_en, v.colour_name_ja,
                i.on_hand - i.reserved as taken, 0 as sold, 0 as brought, 0 as lost
            from stock.item i
                join catalog.variant v on v.id = i.variant_id
                join catalog.product p on p.id = v.product_id
            where i.on_hand > i.reserved order by v.sku
            """;

    private static final String TAKE =
            """
            insert into counter.box as b (bazaar, variant, taken) values (:bazaar, :variant, :pieces)
            on conflict (bazaar, variant) do update set taken = b.taken + excluded.taken
            """;

    private static final String CHANGE =
            """
            update counter.box set sold = sold + :sold, brought = brought + :brought, lost = lost + :lost
            where bazaar = :bazaar and variant = :variant
            """;

    private static final String LOSE =
            """
            insert into counter.loss (id, bazaar, variant, quantity, ground, noted_by, noted_at)
            values (:id, :bazaar, :variant, :pieces, :ground, :by, :at)
            """;

    private final DatabaseClient database;

    BoxStore(DatabaseClient database) {
        this.database = database;
    }

    /** By SKU. */
    public Mono<List<BoxPiece>> pieces(UUID bazaar) {
        return database.sql(PIECES).bind("bazaar", bazaar).map(BoxPiece::of).all().collectList();
    }

    /** What lies on the shelf and nobody has ordered, as if it were all in a box. */
    Mono<List<BoxPiece>> shelf() {
        return database.sql(SHELF).map(BoxPiece::of).all().collectList();
    }

    Mono<Boolean> isLost(UUID form) {
        return database.sql("select exists (select from counter.loss where id = :form)")
                .bind("form", form)
                .mapValue(Boolean.class)
                .one();
    }

    Mono<Void> take(UUID bazaar, StockLine line) {
        return database.sql(TAKE)
                .bind("bazaar", bazaar)
                .bind("variant", line.variant().value())
                .bind("pieces", line.quantity())
                .then();
    }

    /** Below zero takes a sale back. */
    public Mono<Void> sell(UUID bazaar, VariantId variant, int pieces) {
        return change(bazaar, variant, pieces, 0, 0);
    }

    Mono<Void> bring(UUID bazaar, StockLine line) {
        return change(bazaar, line.variant(), 0, line.quantity(), 0);
    }

    private Mono<Void> change(UUID bazaar, VariantId variant, int sold, int brought, int lost) {
        return database.sql(CHANGE)
                .bind("sold", sold)
                .bind("brought", brought)
                .bind("lost", lost)
                .bind("bazaar", bazaar)
                .bind("variant", variant.value())
                .then();
    }

    /** Of how many pieces of a bazaar somebody said why they are gone. */
    public Mono<Integer> lostBy(UUID bazaar, String actor) {
        return database.sql(
                        """
                        select cast(coalesce(sum(quantity), 0) as integer) from counter.loss
                         where bazaar = :bazaar and noted_by = :by
                        """)
                .bind("bazaar", bazaar)
                .bind("by", actor)
                .mapValue(Integer.class)
                .one();
    }

    /** Says of pieces why they are gone. */
    Mono<Void> lose(Loss loss) {
        return database.sql(LOSE)
                .bind("id", loss.form())
                .bind("bazaar", loss.bazaar())
                .bind("variant", loss.line().pieces().variant().value())
                .bind("pieces", loss.line().pieces().quantity())
                .bind("ground", loss.ground().code())
                .bind("by", loss.by())
                .bind("at", loss.at())
                .then()
                .then(
                        change(
                                loss.bazaar(),
                                loss.line().pieces().variant(),
                                0,
                                0,
                                loss.line().pieces().quantity()));
    }
}
