package org.lfnkr.zabuton.catalog;

import io.r2dbc.spi.Readable;

import org.jspecify.annotations.Nullable;
import org.lfnkr.zabuton.kernel.Bilingual;
import org.lfnkr.zabuton.kernel.Money;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;

import reactor.core.publisher.Mono;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;

/** Reads the whole shelf: a small shop's catalogue fits into memory many times over. */
@Repository
class CatalogStore {

    private static final String VARIANTS =
            """
            select p.*, v.id as variant_id, v.sku, v.colour, v.colour_name_en, v.colour_name_ja,
                v.price, v.tax_percent, v.grams, v.lead_days
            from catalog.product p join catalog.variant v on v.product_id = p.id
            where v.on_sale
            order by p.place, p.slug, v.place, v.sku
            """;

    private static final String PHOTOGRAPHS =
            """
            select p.slug, f.hash, f.alt_en, f.alt_ja, f.width, f.height
            from catalog.photograph f join catalog.product p on p.id = f.product_id
            where f.shown
            order by f.place, f.id
            """;

    private static final String COST_SHEETS = "select * from catalog.cost_sheet";

    private static final String PRICES = "select variant_id, valid_from, yen from catalog.price";

    private final DatabaseClient database;

    CatalogStore(DatabaseClient database) {
        this.database = database;
    }

    Mono<Shelf> shelf() {
        return Mono.zip(photographs().flatMap(this::products), costSheets(), prices())
                .map(parts -> new Shelf(parts.getT1(), parts.getT2(), parts.getT3()));
    }

    private Mono<List<Product>> products(Map<String, List<Photograph>> photographs) {
        return database.sql(VARIANTS)
                .map(CatalogStore::productOfOneVariant)
                .all()
                .bufferUntilChanged(Product::slug)
                .map(product -> together(product, photographs))
                .collectList();
    }

    /** By the product's slug. */
    private Mono<Map<String, List<Photograph>>> photographs() {
        return database.sql(PHOTOGRAPHS)
                .map(row -> Map.entry(text(row, "slug"), photograph(row)))
                .all()
                .collect(
                        Collectors.groupingBy(
                                Map.Entry::getKey,
                                Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
    }

    private Mono<Map<VariantId, List<CostSheet>>> costSheets() {
        return database.sql(COST_SHEETS)
                .map(CatalogStore::costSheet)
                .all()
                .collect(Collectors.groupingBy(CostSheet::variant));
    }

    private Mono<Map<VariantId, List<PriceFrom>>> prices() {
        return database.sql(PRICES)
                .map(
                        row ->
                                new PriceFrom(
                                        new VariantId(id(row, "variant_id")),
                                        required(row.get("valid_from", LocalDate.class)),
                                        yen(row, "yen")))
                .all()
                .collect(Collectors.groupingBy(PriceFrom::variant));
    }

    private static Product together(
            List<Product> ofOneVariantEach, Map<String, List<Photograph>> photographs) {
        Product first = ofOneVariantEach.getFirst();
        return new Product(
                first.slug(),
                first.name(),
                first.story(),
                first.size(),
                first.material(),
                first.care(),
                first.textile(),
                first.motif(),
                first.silhouette(),
                photographs.getOrDefault(first.slug(), List.of()),
                ofOneVariantEach.stream().map(Product::variants).flatMap(List::stream).toList());
    }

    private static Product productOfOneVariant(Readable row) {
        return new Product(
                text(row, "slug"),
                words(row, "name"),
                words(row, "story"),
                words(row, "size"),
                words(row, "material"),
                words(row, "care"),
                required(row.get("textile", Boolean.class)),
                text(row, "motif"),
                text(row, "silhouette"),
                List.of(),
                List.of(variant(row)));
    }

    private static Photograph photograph(Readable row) {
        return new Photograph(
                text(row, "hash"), words(row, "alt"), number(row, "width"), number(row, "height"));
    }

    private static Variant variant(Readable row) {
        Integer leadDays = row.get("lead_days", Integer.class);
        return new Variant(
                new VariantId(id(row, "variant_id")),
                text(row, "sku"),
                text(row, "colour"),
                words(row, "colour_name"),
                yen(row, "price"),
                number(row, "tax_percent"),
                number(row, "grams"),
                leadDays != null,
                Objects.requireNonNullElse(leadDays, 0));
    }

    private static CostSheet costSheet(Readable row) {
        return new CostSheet(
                id(row, "id"),
                new VariantId(id(row, "variant_id")),
                yen(row, "materials"),
                yen(row, "making"),
                yen(row, "packaging"),
                required(row.get("valid_from", LocalDate.class)),
                row.get("valid_to", LocalDate.class));
    }

    private static Bilingual words(Readable row, String name) {
        return new Bilingual(text(row, name + "_en"), text(row, name + "_ja"));
    }

    private static String text(Readable row, String name) {
        return required(row.get(name, String.class));
    }

    private static UUID id(Readable row, String name) {
        return required(row.get(name, UUID.class));
    }

    private static Money yen(Readable row, String name) {
        return Money.yen(required(row.get(name, Long.class)));
    }

    private static int number(Readable row, String name) {
        return required(row.get(name, Integer.class));
    }

    private static <T> T required(@Nullable T value) {
        return Objects.requireNonNull(value);
    }
}
