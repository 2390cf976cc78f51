package org.lfnkr.zabuton.counter.till;

import io.r2dbc.spi.Readable;

import org.jspecify.annotations.Nullable;
import org.lfnkr.zabuton.catalog.CostSheet;
import org.lfnkr.zabuton.catalog.Offer;
import org.lfnkr.zabuton.catalog.Variant;
import org.lfnkr.zabuton.catalog.VariantId;
import org.lfnkr.zabuton.kernel.Bilingual;
import org.lfnkr.zabuton.kernel.Language;
import org.lfnkr.zabuton.kernel.Money;
import org.lfnkr.zabuton.kernel.Row;
import org.lfnkr.zabuton.orders.PaperLine;
import org.lfnkr.zabuton.orders.SoldLine;

import java.util.UUID;

/**
 * A line of what was sold at a counter, at the price and the costs of that day.
 *
 * @param unitPrice tax included
 * @param costSheet null where nobody has worked out what it costs
 * @param costs of all its pieces
 */
record CounterLine(
        VariantId variant,
        String sku,
        Bilingual name,
        Bilingual colour,
        Money unitPrice,
        int quantity,
        int taxPercent,
        @Nullable UUID costSheet,
        Money costs) {

    static CounterLine of(Offer offer, int quantity) {
        Variant variant = offer.variant();
        CostSheet sheet = offer.costSheet();
        return new CounterLine(
                variant.id(),
                variant.sku(),
                offer.product().name(),
                variant.colourName(),
                variant.price(),
                quantity,
                variant.taxPercent(),
                sheet == null ? null : sheet.id(),
                sheet == null ? Money.ZERO : sheet.total().times(quantity));
    }

    static CounterLine of(Readable row) {
        return new CounterLine(
                new VariantId(Row.uuid(row, "variant")),
                Row.text(row, "sku"),
                new Bilingual(Row.text(row, "name_en"), Row.text(row, "name_ja")),
                new Bilingual(Row.text(row, "colour_en"), Row.text(row, "colour_ja")),
                Row.money(row, "unit_price"),
                Row.number(row, "quantity"),
                Row.number(row, "tax_percent"),
                row.get("cost_sheet", UUID.class),
                Row.money(row, "costs"));
    }

    /** Tax included. */
    public Money total() {
        return unitPrice.times(quantity);
    }

    boolean isCosted() {
        return costSheet != null;
    }

    /** Names are for buyers' papers; the books need none. */
    SoldLine sold() {
        return new SoldLine(
                variant,
                sku,
                name.ja(),
                colour.ja(),
                unitPrice,
                quantity,
                taxPercent,
                costSheet,
                costs,
                false,
                new SoldLine.Names(name, colour));
    }

    PaperLine onPaper(Language language) {
        String called = name.in(language) + " " + colour.in(language);
        return new PaperLine(called, quantity, unitPrice, taxPercent);
    }
}
