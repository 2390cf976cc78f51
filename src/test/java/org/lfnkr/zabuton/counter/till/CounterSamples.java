package org.lfnkr.zabuton.counter.till;

import org.lfnkr.zabuton.catalog.VariantId;
import org.lfnkr.zabuton.counter.Bazaar;
import org.lfnkr.zabuton.counter.BazaarStore;
import org.lfnkr.zabuton.counter.box.Box;
import org.lfnkr.zabuton.counter.box.BoxLine;
import org.lfnkr.zabuton.counter.box.BoxPiece;
import org.lfnkr.zabuton.kernel.BusinessDate;
import org.lfnkr.zabuton.kernel.Money;
import org.lfnkr.zabuton.stock.Arrival;
import org.lfnkr.zabuton.stock.Stock;
import org.lfnkr.zabuton.stock.StockLine;
import org.lfnkr.zabuton.support.Await;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.r2dbc.core.DatabaseClient;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** What is sold at a counter, without its pages. */
@TestComponent
public class CounterSamples {

    /** What is sold. */
    public static final String SKU = "POUCH-MOSS";

    private static final String STAFF = "staff";

    @Autowired Stock stock;
    @Autowired BazaarStore bazaars;
    @Autowired Box box;
    @Autowired CounterPrices prices;
    @Autowired Till till;
    @Autowired DatabaseClient database;
    @Autowired Clock clock;

    /**
     * Sells pieces at a bazaar of their own.
     *
     * @return what was paid, whether or not it is undone then
     */
    public Money sell(int pieces, boolean card, boolean undone) {
        VariantId variant =
                new VariantId(
                        Await.value(
                                database.sql("select id from catalog.variant where sku = :sku")
                                        .bind("sku", SKU)
                                        .mapValue(UUID.class)
                                        .one()));
        Await.done(stock.receive(variant, pieces, Arrival.MADE));
        Bazaar bazaar = bazaar();
        BoxPiece mittens = BasketTests.piece(SKU, pieces);
        BoxLine line = new BoxLine(mittens, new StockLine(variant, pieces));
        Await.value(box.takeAlong(bazaar, List.of(line), UUID.randomUUID(), STAFF));
        Basket basket = new Basket(Map.of(SKU, pieces));
        Money total =
                Await.value(box.pieces(bazaar).flatMap(some -> prices.goods(basket, some))).total();
        Means means = card ? Means.TERMINAL : Means.CASH;
        Tap tap = new Tap(UUID.randomUUID(), basket, total, means, null);
        Selling sold = Await.value(till.sell(bazaar, tap, STAFF));
        if (undone) {
            Await.value(till.undo(bazaar, ((Selling.Sold) sold).no(), STAFF));
        }
        return total;
    }

    private Bazaar bazaar() {
        UUID id = UUID.randomUUID();
        Instant now = clock.instant();
        Await.value(bazaars.open(id, BusinessDate.of(now), Money.ZERO, STAFF, now));
        return Await.value(bazaars.find(id));
    }
}
