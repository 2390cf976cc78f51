package org.lfnkr.zabuton.catalog.goods;

import io.r2dbc.spi.Readable;

import org.lfnkr.zabuton.catalog.CostSheet;
import org.lfnkr.zabuton.catalog.PriceFrom;
import org.lfnkr.zabuton.catalog.VariantId;
import org.lfnkr.zabuton.catalog.goods.Kind.Costed;
import org.lfnkr.zabuton.catalog.goods.Kind.Priced;
import org.lfnkr.zabuton.kernel.Row;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;

import reactor.core.publisher.Mono;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

/** Prices and cost sheets of variants, from their day on. */
@Repository
class PriceStore {

    private final DatabaseClient database;

    PriceStore(DatabaseClient database) {
        this.database = database;
    }

    /** The latest first. */
    Mono<List<Priced>> of(VariantId variant) {
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

    /** The latest first. */
    Mono<List<Costed>> sheets(VariantId variant) {
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
}
