package org.lfnkr.zabuton.orders.placing;

import io.r2dbc.postgresql.codec.Json;
import io.r2dbc.spi.Parameter;
import io.r2dbc.spi.Parameters;

import org.jspecify.annotations.Nullable;
import org.lfnkr.zabuton.impact.Takings;
import org.lfnkr.zabuton.kernel.Columns;
import org.lfnkr.zabuton.kernel.Language;
import org.lfnkr.zabuton.kernel.Row;
import org.lfnkr.zabuton.orders.Order;
import org.lfnkr.zabuton.orders.OrderStore;
import org.lfnkr.zabuton.orders.PlaceOrder;
import org.lfnkr.zabuton.orders.SoldLine;
import org.lfnkr.zabuton.stock.StockLine;
import org.lfnkr.zabuton.supporters.KnownAs;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;

import reactor.core.publisher.Mono;

import tools.jackson.databind.json.JsonMapper;

import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;

/**
 * Looks what stands, and writes an order as it was placed; of what is written here, only how far it
 * has come changes later.
 */
@Repository
class NewOrderStore {

    private static final String LOOK =
            "select *, exists (select from orders.orders where"
                    + OrderStore.WAITS_BESIDE
                    + ") as another_waits"
                    + " from orders.look(:attempt, :fingerprint, :address, :candidates, :variants)";

    private static final String PLACE =
            """
            select short_variant from orders.place(:placed, :lines, :timing, :newcomer, :agreed,
                :master, :places, :sealed, :requested, :checkAt, :promised, :variants, :quantities)
            """;

    private final DatabaseClient database;
    private final JsonMapper json;

    NewOrderStore(DatabaseClient database, JsonMapper json) {
        this.database = database;
        this.json = json;
    }

    /** The transaction's first statement: it holds the attempt and the address from here on. */
    Mono<Standing> look(PlaceOrder wish, String fingerprint, KnownAs address) {
        UUID[] variants =
                wish.cart().variants().stream().map(it -> it.value()).toArray(UUID[]::new);
        return database.sql(LOOK)
                .bind("attempt", wish.attempt())
                .bind("fingerprint", fingerprint)
                .bind("address", address.lock())
                .bind("candidates", address.candidates())
                .bind("variants", variants)
                .map(row -> Standing.of(row, variants))
                .one();
    }

    /**
     * @return whether there were enough pieces; where not, the transaction must not be committed
     */
    Mono<Boolean> place(NewOrder wanted) {
        List<StockLine> pieces = wanted.pieces();
        return database.sql(PLACE)
                .bind("placed", json(row(wanted)))
                .bind("lines", Json.of(json.writeValueAsString(lines(wanted.lines()))))
                .bind("timing", json(wanted.timing()))
                .bind("newcomer", json(wanted.newcomer()))
                .bind("agreed", json(wanted.agreed()))
                .bind("master", in(wanted.master(), Integer.class))
                .bind("places", wanted.boxes().keySet().toArray(String[]::new))
                .bind("sealed", wanted.boxes().values().toArray(String[]::new))
                .bind("requested", json(wanted.payment().row()))
                .bind("checkAt", wanted.payment().checkAt())
                .bind("promised", json(wanted.promised()))
                .bind(
                        "variants",
                        pieces.stream().map(it -> it.variant().value()).toArray(UUID[]::new))
                .bind(
                        "quantities",
                        pieces.stream().map(StockLine::quantity).toArray(Integer[]::new))
                .map(row -> Row.uuid(row, "short_variant"))
                .all()
                .hasElements()
                .map(fallsShort -> !fallsShort);
    }

    private Parameter json(@Nullable Columns columns) {
        return in(
                columns == null ? null : Json.of(json.writeValueAsString(columns.values())),
                Json.class);
    }

    private static <T> Parameter in(@Nullable T value, Class<T> type) {
        return value == null ? Parameters.in(type) : Parameters.in(value);
    }

    private static Columns row(NewOrder wanted) {
        Order order = wanted.order();
        Takings takings = order.takings();
        return new Columns()
                .with("id", order.id().value())
                .with("reference", order.reference())
                .with("attempt", order.attempt())
                .with("fingerprint", wanted.fingerprint())
                .with("language", order.language().tag())
                .with("status", order.status().name())
                .with("subject", order.subject().value())
                .with("payment", order.payment().value())
                .with("country", order.country())
                .with("goods", takings.goods())
                .with("shipping", takings.shippingCharged())
                .with("gift", takings.gift())
                .with("cover", takings.cover())
                .with("total", takings.total())
                .with("tax", takings.tax())
                .with("costs", takings.costs())
                .with("carrier_cost", takings.carrierCost())
                .with("uncosted_goods", takings.uncosted().goods())
                .with("uncosted_shipping", takings.uncosted().shippingCharged())
                .with("uncosted_tax", takings.uncosted().tax())
                .with("uncosted_carrier_cost", takings.uncosted().carrierCost())
                .with("assumed_fee", order.assumedFee())
                .with("shipping_rate", order.shippingRate())
                .with("zone_en", order.zone().en())
                .with("zone_ja", order.zone().ja())
                .with("min_days", order.minDays())
                .with("max_days", order.maxDays())
                .with("outcome_price", order.outcomePrice())
                .with("gift_terms", order.giftTerms())
                .with("placed_at", order.placedAt());
    }

    private static List<?> lines(List<SoldLine> lines) {
        return IntStream.range(0, lines.size())
                .mapToObj(position -> line(position, lines.get(position)).values())
                .toList();
    }

    private static Columns line(int position, SoldLine line) {
        return new Columns()
                .with("position", position)
                .with("variant", line.variant().value())
                .with("sku", line.sku())
                .with("name", line.name())
                .with("colour", line.colour())
                .with("unit_price", line.unitPrice())
                .with("quantity", line.quantity())
                .with("total", line.total())
                .with("tax_percent", line.taxPercent())
                .with("cost_sheet", line.costSheet())
                .with("costs", line.costs())
                .with("made_to_order", line.madeToOrder())
                .with("name_en", line.in(Language.EN).name())
                .with("name_ja", line.in(Language.JA).name())
                .with("colour_en", line.in(Language.EN).colour())
                .with("colour_ja", line.in(Language.JA).colour());
    }
}
