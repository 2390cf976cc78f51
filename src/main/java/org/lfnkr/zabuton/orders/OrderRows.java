package org.lfnkr.zabuton.orders;

import io.r2dbc.spi.Readable;

import org.jspecify.annotations.Nullable;
import org.lfnkr.zabuton.catalog.VariantId;
import org.lfnkr.zabuton.impact.Takings;
import org.lfnkr.zabuton.impact.Uncosted;
import org.lfnkr.zabuton.kernel.Bilingual;
import org.lfnkr.zabuton.kernel.Language;
import org.lfnkr.zabuton.kernel.Money;
import org.lfnkr.zabuton.kernel.Row;
import org.lfnkr.zabuton.payments.PaymentId;
import org.lfnkr.zabuton.vault.SubjectId;
import org.springframework.modulith.NamedInterface;

import java.time.Instant;
import java.util.UUID;

/** Reads what {@link OrderStore} finds. */
@NamedInterface("inside")
public final class OrderRows {

    private OrderRows() {}

    /** Of a row of {@code orders.orders}. */
    public static Order order(Readable row) {
        return new Order(
                new OrderId(Row.uuid(row, "id")),
                Row.text(row, "reference"),
                Row.uuid(row, "attempt"),
                Language.of(Row.text(row, "language")).orElseThrow(),
                OrderStatus.valueOf(Row.text(row, "status")),
                new SubjectId(Row.uuid(row, "subject")),
                new PaymentId(Row.uuid(row, "payment")),
                Row.text(row, "country"),
                new Takings(
                        Row.money(row, "goods"),
                        Row.money(row, "shipping"),
                        Row.money(row, "gift"),
                        Row.money(row, "cover"),
                        Row.money(row, "tax"),
                        Row.money(row, "costs"),
                        Row.money(row, "carrier_cost"),
                        uncosted(row)),
                moneyOrNull(row, "assumed_fee"),
                Row.uuid(row, "shipping_rate"),
                new Bilingual(Row.text(row, "zone_en"), Row.text(row, "zone_ja")),
                Row.number(row, "min_days"),
                Row.number(row, "max_days"),
                row.get("outcome_price", UUID.class),
                row.get("gift_terms", String.class),
                Row.money(row, "refunded"),
                Row.flag(row, "disputed"),
                Row.flag(row, "superseded"),
                Row.instant(row, "placed_at"),
                row.get("paid_at", Instant.class));
    }

    /** Of a row of {@code orders.line}. */
    public static SoldLine line(Readable row) {
        return new SoldLine(
                new VariantId(Row.uuid(row, "variant")),
                Row.text(row, "sku"),
                Row.text(row, "name"),
                Row.text(row, "colour"),
                Row.money(row, "unit_price"),
                Row.number(row, "quantity"),
                Row.number(row, "tax_percent"),
                row.get("cost_sheet", UUID.class),
                Row.money(row, "costs"),
                Row.flag(row, "made_to_order"),
                names(row));
    }

    private static SoldLine.@Nullable Names names(Readable row) {
        return row.get("name_en", String.class) == null
                ? null
                : new SoldLine.Names(
                        new Bilingual(Row.text(row, "name_en"), Row.text(row, "name_ja")),
                        new Bilingual(Row.text(row, "colour_en"), Row.text(row, "colour_ja")));
    }

    private static Uncosted uncosted(Readable row) {
        return new Uncosted(
                Row.money(row, "uncosted_goods"),
                Row.money(row, "uncosted_shipping"),
                Row.money(row, "uncosted_tax"),
                Row.money(row, "uncosted_carrier_cost"));
    }

    static Happening happening(Readable row) {
        return new Happening(
                Happening.Kind.valueOf(Row.text(row, "kind")),
                moneyOrNull(row, "amount"),
                Row.instant(row, "at"));
    }

    private static @Nullable Money moneyOrNull(Readable row, String column) {
        Long yen = row.get(column, Long.class);
        return yen == null ? null : Money.yen(yen);
    }
}
