package org.lfnkr.zabuton.orders;

import org.lfnkr.zabuton.kernel.Together;
import org.lfnkr.zabuton.impact.Takings;
import org.lfnkr.zabuton.kernel.Money;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.Parameter;
import org.springframework.stereotype.Repository;

import reactor.core.publisher.Mono;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * Writes an order as it was placed; of what stands there, only how far it has come changes later.
 */
@Repository
class NewOrderStore {

    private static final String ORDER =
            """
            insert into orders.orders
                (id, reference, attempt, fingerprint, language, status, subject, payment,
                 country, goods, shipping, gift, cover, total, tax, costs, carrier_cost,
                 uncosted_goods, uncosted_shipping, uncosted_tax,
                 uncosted_carrier_cost, assumed_fee,
                 shipping_rate, zone_en, zone_ja, min_days, max_days, outcome_price,
                 gift_terms, placed_at)
            values (:id, :reference, :attempt, :fingerprint, :language, :status, :subject,
                 :payment, :country, :goods, :shipping, :gift, :cover, :total, :tax, :costs,
                 :carrierCost, :uncostedGoods, :uncostedShipping, :uncostedTax,
                 :uncostedCarrierCost, :assumedFee, :shippingRate, :zoneEn, :zoneJa, :minDays, :maxDays,
                 :outcomePrice, :giftTerms, :placedAt)
            """;

    private static final String LINE =
            """
            insert into orders.line (order_id, position, variant, sku, name, colour, unit_price,
                                     quantity, total, tax_percent, cost_sheet, costs, made_to_order)
            values (:order, :position, :variant, :sku, :name, :colour, :unitPrice,
                    :quantity, :total, :taxPercent, :costSheet, :costs, :madeToOrder)
            """;

    private final DatabaseClient database;

    NewOrderStore(DatabaseClient database) {
        this.database = database;
    }

    /** In one round trip. */
    Mono<Void> add(NewOrder wanted) {
        List<Mono<Void>> rows = new ArrayList<>(List.of(insert(wanted)));
        for (int i = 0; i < wanted.lines().size(); i++) {
            rows.add(add(wanted.order().id(), i, wanted.lines().get(i)));
        }
        return Together.all(rows);
    }

    private Mono<Void> insert(NewOrder wanted) {
        Order order = wanted.order();
        Takings takings = order.takings();
        Money assumedFee = order.assumedFee();
        return database.sql(ORDER)
                .bind("outcomePrice", Parameter.fromOrEmpty(order.outcomePrice(), UUID.class))
                .bind("giftTerms", Parameter.fromOrEmpty(order.giftTerms(), String.class))
                .bind(
                        "assumedFee",
                        Parameter.fromOrEmpty(
                                assumedFee == null ? null : assumedFee.yen(), Long.class))
                .bind("id", order.id().value())
                .bind("reference", order.reference())
                .bind("attempt", order.attempt())
                .bind("fingerprint", wanted.fingerprint())
                .bind("language", order.language().tag())
                .bind("status", order.status().name())
                .bind("subject", order.subject().value())
                .bind("payment", order.payment().value())
                .bind("country", order.country())
                .bind("goods", takings.goods().yen())
                .bind("shipping", takings.shippingCharged().yen())
                .bind("gift", takings.gift().yen())
                .bind("cover", takings.cover().yen())
                .bind("total", takings.total().yen())
                .bind("tax", takings.tax().yen())
                .bind("costs", takings.costs().yen())
                .bind("carrierCost", takings.carrierCost().yen())
                .bind("uncostedGoods", takings.uncosted().goods().yen())
                .bind("uncostedShipping", takings.uncosted().shippingCharged().yen())
                .bind("uncostedTax", takings.uncosted().tax().yen())
                .bind("uncostedCarrierCost", takings.uncosted().carrierCost().yen())
                .bind("shippingRate", order.shippingRate())
                .bind("zoneEn", order.zone().en())
                .bind("zoneJa", order.zone().ja())
                .bind("minDays", order.minDays())
                .bind("maxDays", order.maxDays())
                .bind("placedAt", order.placedAt())
                .then();
    }

    private Mono<Void> add(OrderId order, int position, SoldLine line) {
        return database.sql(LINE)
                .bind("costSheet", Parameter.fromOrEmpty(line.costSheet(), UUID.class))
                .bind("order", order.value())
                .bind("position", position)
                .bind("variant", line.variant().value())
                .bind("sku", line.sku())
                .bind("name", line.name())
                .bind("colour", line.colour())
                .bind("unitPrice", line.unitPrice().yen())
                .bind("quantity", line.quantity())
                .bind("total", line.total().yen())
                .bind("taxPercent", line.taxPercent())
                .bind("costs", line.costs().yen())
                .bind("madeToOrder", line.madeToOrder())
                .then();
    }
}
