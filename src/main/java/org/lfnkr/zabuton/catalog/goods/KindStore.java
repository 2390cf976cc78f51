package org.lfnkr.zabuton.catalog.goods;

import io.r2dbc.spi.Readable;

import org.lfnkr.zabuton.catalog.CostSheet;
import org.lfnkr.zabuton.catalog.PriceFrom;
import org.lfnkr.zabuton.catalog.Variant;
import org.lfnkr.zabuton.catalog.VariantId;
import org.lfnkr.zabuton.catalog.goods.Kind.Costed;
import org.lfnkr.zabuton.catalog.goods.Kind.Priced;
import org.lfnkr.zabuton.kernel.Bilingual;
import org.lfnkr.zabuton.kernel.Row;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

/** Variants with their prices and cost sheets. */
@Repository
class KindStore {

    private final DatabaseClient database;

    KindStore(DatabaseClient database) {
        this.database = database;
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
        return Mono.zip(prices(bare.variant().id()), sheets(bare.variant().id()))
                .map(both -> new Kind(bare.variant(), bare.onSale(), both.getT1(), both.getT2()));
    }

    private Mono<List<Priced>> prices(VariantId variant) {
        return database.sql(
                        """
                        select * from catalog.price where variant_id = :variant order by valid_from desc
                        """)
                .bind("variant", variant.value())
                .map(
                        row ->
                                new Priced(
                                        new PriceFrom(
                                                variant,
                                                Row.day(row, "valid_from"),
                                                Row.money(row, "yen")),
                                        Row.text(row, "why"),
                                        Row.text(row, "set_by"),
                                        Row.instant(row, "set_at")))
                .all()
                .collectList();
    }

    private Mono<List<Costed>> sheets(VariantId variant) {
        return database.sql(
                        """
                        select * from catalog.cost_sheet where variant_id = :variant order by valid_from desc
                        """)
                .bind("variant", variant.value())
                .map(row -> costed(row, variant))
                .all()
                .collectList();
    }

    private static Costed costed(Readable row, VariantId variant) {
        return new Costed(
                new CostSheet(
                        Row.uuid(row, "id"),
                        variant,
                        Row.money(row, "materials"),
                        Row.money(row, "making"),
                        Row.money(row, "packaging"),
                        Row.day(row, "valid_from"),
                        row.get("valid_to", LocalDate.class)),
                optional(row, "why"),
                optional(row, "evidence"),
                optional(row, "set_by"));
    }

    private static String optional(Readable row, String column) {
        return Objects.requireNonNullElse(row.get(column, String.class), "");
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

    /** False where another begins on that day. */
    Mono<Boolean> add(VariantId variant, NewPrice price, String by, Instant at) {
        return database.sql(
                        """
                        insert into catalog.price (variant_id, valid_from, yen, why, set_by, set_at)
                        values (:variant, :from, :yen, :why, :by, :at)
                        on conflict do nothing
                        """)
                .bind("variant", variant.value())
                .bind("from", price.from())
                .bind("yen", price.price().yen())
                .bind("why", price.why())
                .bind("by", by)
                .bind("at", at)
                .fetch()
                .rowsUpdated()
                .map(rows -> rows == 1);
    }

    /**
     * Ends the sheet that holds on that day the day before, so that another can begin; one after
     * the other.
     *
     * @return false where one begins on that very day
     */
    Mono<Boolean> endSheet(VariantId variant, LocalDate from) {
        return database.sql("select from catalog.variant where id = :variant for no key update")
                .bind("variant", variant.value())
                .then()
                .then(
                        database.sql(
                                        """
                                        select exists (select from catalog.cost_sheet
                                            where variant_id = :variant and valid_from = :from)
                                        """)
                                .bind("variant", variant.value())
                                .bind("from", from)
                                .mapValue(Boolean.class)
                                .one())
                .flatMap(taken -> taken ? Mono.just(false) : end(variant, from));
    }

    private Mono<Boolean> end(VariantId variant, LocalDate from) {
        return database.sql(
                        """
                        update catalog.cost_sheet set valid_to = cast(:from as date) - 1
                        where variant_id = :variant and valid_from < :from
                          and (valid_to is null or valid_to >= :from)
                        """)
                .bind("variant", variant.value())
                .bind("from", from)
                .then()
                .thenReturn(true);
    }

    /** It holds until the next one begins that is there already. */
    Mono<Void> add(VariantId variant, NewCosts costs, String by, Instant at) {
        return database.sql(
                        """
                        insert into catalog.cost_sheet (id, variant_id, materials, making, packaging, valid_from,
                            valid_to, why, evidence, set_by, set_at)
                        select :id, :variant, :materials, :making, :packaging, :from, min(valid_from) - 1, :why,
                            :evidence, :by, :at
                        from catalog.cost_sheet where variant_id = :variant and valid_from > :from
                        """)
                .bind("id", UUID.randomUUID())
                .bind("variant", variant.value())
                .bind("materials", costs.materials().yen())
                .bind("making", costs.making().yen())
                .bind("packaging", costs.packaging().yen())
                .bind("from", costs.from())
                .bind("why", costs.why())
                .bind("evidence", costs.evidence())
                .bind("by", by)
                .bind("at", at)
                .then();
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
