package org.lfnkr.zabuton.catalog.goods;

import org.lfnkr.zabuton.catalog.Variant;
import org.lfnkr.zabuton.web.FormReader;

import java.time.LocalDate;
import java.util.Map;
import java.util.Set;

/** What staff write of a variant, its prices and its costs. */
final class KindForm {

    static final String SKU = "[A-Z0-9]+(-[A-Z0-9]+)*";
    static final Set<String> TAXES = Set.of("10", "8");

    private static final int LINE = 120;
    private static final int HEAVIEST = 30_000;
    private static final int LONGEST_LEAD = 365;

    private KindForm() {}

    static NewKind fresh(FormReader reader) {
        return new NewKind(
                reader.code("sku", SKU, "catalog.wrong.sku"),
                reader.choice("colour", Drawings.COLOURS),
                reader.words("colourName", LINE),
                reader.sum("price", 1),
                reader.choice("tax", TAXES).equals("8") ? 8 : 10,
                reader.number("grams", 1, HEAVIEST),
                reader.optional("leadDays", LONGEST_LEAD));
    }

    static KindWords changed(FormReader reader) {
        return new KindWords(
                reader.words("colourName", LINE),
                reader.number("grams", 1, HEAVIEST),
                reader.optional("leadDays", LONGEST_LEAD));
    }

    static NewPrice price(FormReader reader, LocalDate today) {
        return new NewPrice(
                reader.day("priceFrom", today),
                reader.sum("price", 1),
                reader.text("priceWhy", LINE));
    }

    static NewCosts costs(FormReader reader, LocalDate today) {
        return new NewCosts(
                reader.day("costsFrom", today),
                reader.sum("materials", 0),
                reader.sum("making", 0),
                reader.sum("packaging", 0),
                reader.text("costsWhy", LINE),
                reader.text("evidence", LINE));
    }

    /** As the forms show it. */
    static Map<String, String> values(Variant variant) {
        return Map.of(
                "colourNameEn",
                variant.colourName().en(),
                "colourNameJa",
                variant.colourName().ja(),
                "grams",
                "" + variant.grams(),
                "leadDays",
                variant.madeToOrder() ? "" + variant.leadDays() : "");
    }
}
