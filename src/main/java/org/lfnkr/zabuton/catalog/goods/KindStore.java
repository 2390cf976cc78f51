package org.lfnkr.zabuton.catalog.goods;

import io.r2dbc.spi.Readable;

import org.lfnkr.zabuton.catalog.Variant;
import org.lfnkr.zabuton.catalog.VariantId;
import org.lfnkr.zabuton.kernel.Bilingual;
import org.lfnkr.zabuton.kernel.Row;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import java.util.List;
import java.util.Objects;
import java.util.UUID;

/** Variants, each with its prices and cost sheets. */
@Repository
class KindStore {

    private final DatabaseClient database;
    private final PriceStore prices;

    KindStore(DatabaseClient database, PriceStore prices) {
        this.database = database;
        this.prices = prices;
    }

    /** In the order of the product's page. */
    Flux<Kind> of(Goods goods) {
        return database.sql(
                        "select * from catalog.variant where product_id = :product order by place, sku")
                .bind("product", goods.id())
                .map(KindStore::bare)
                .all()
                .concatMap(this::whole);
    }

    private Mono<Kind> whole(Kind bare) {
        return Mono.zip(prices.of(bare.variant().id()), prices.sheets(bare.variant().id()))
                .map(both -> new Kind(bare.variant(), bare.onSale(), both.getT1(), both.getT2()));
    }

    /** False where the SKU or the product's colour is taken. It is not on sale yet. */
    Mono<Boolean> add(Goods goods, NewKind kind) {
        return database.sql(
                        """
                        insert into catalog.variant (id, product_id, sku, place, colour, colour_name_en, colour_name_ja,
                            price, tax_percent, grams, lead_days, on_sale)
                        select :id, :product, :sku, coalesce(max(place), 0) + 1, :colour, :en, :ja, :price, :tax,
                            :grams, nullif(:leadDays, 0), false
                        from catalog.variant where product_id = :product
                        on conflict do nothing
                        """)
                .bind("id", UUID.randomUUID())
                .bind("product", goods.id())
                .bind("sku", kind.sku())
                .bind("colour", kind.colour())
                .bind("en", kind.colourName().en())
                .bind("ja", kind.colourName().ja())
                .bind("price", kind.price().yen())
                .bind("tax", kind.taxPercent())
                .bind("grams", kind.grams())
                .bind("leadDays", kind.leadDays())
                .fetch()
                .rowsUpdated()
                .map(rows -> rows == 1);
    }

    Mono<Void> change(VariantId variant, KindWords words) {
        return database.sql(
                        """
                        update catalog.variant set colour_name_en = :en, colour_name_ja = :ja, grams = :grams,
                            lead_days = nullif(:leadDays, 0)
                        where id = :variant
                        """)
                .bind("variant", variant.value())
                .bind("en", words.colourName().en())
                .bind("ja", words.colourName().ja())
                .bind("grams", words.grams())
                .bind("leadDays", words.leadDays())
                .then();
    }

    /** Says whether that changed anything. */
    Mono<Boolean> sell(VariantId variant, boolean onSale) {
        return database.sql(
                        """
                        update catalog.variant set on_sale = :onSale
                        where id = :variant and on_sale <> :onSale
                        """)
                .bind("variant", variant.value())
                .bind("onSale", onSale)
                .fetch()
                .rowsUpdated()
                .map(rows -> rows == 1);
    }

    private static Kind bare(Readable row) {
        Integer leadDays = row.get("lead_days", Integer.class);
        Variant variant =
                new Variant(
                        new VariantId(Row.uuid(row, "id")),
                        Row.text(row, "sku"),
                        Row.text(row, "colour"),
                        new Bilingual(
                                Row.text(row, "colour_name_en"), Row.text(row, "colour_name_ja")),
                        Row.money(row, "price"),
                        Row.number(row, "tax_percent"),
                        Row.number(row, "grams"),
                        leadDays != null,
                        Objects.requireNonNullElse(leadDays, 0));
        return new Kind(variant, Row.flag(row, "on_sale"), List.of(), List.of());
    }
}
