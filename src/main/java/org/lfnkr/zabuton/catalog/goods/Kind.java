package org.lfnkr.zabuton.catalog.goods;

import org.lfnkr.zabuton.catalog.CostSheet;
import org.lfnkr.zabuton.catalog.Offer;
import org.lfnkr.zabuton.catalog.PriceFrom;
import org.lfnkr.zabuton.catalog.Variant;
import org.lfnkr.zabuton.kernel.Money;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * A variant with its past and its future.
 *
 * @param variant at the price that it had first
 * @param onSale whether it can be bought
 * @param prices by their days, the latest first
 * @param sheets by their days, the latest first
 */
record Kind(Variant variant, boolean onSale, List<Priced> prices, List<Costed> sheets) {

    Kind {
        prices = List.copyOf(prices);
        sheets = List.copyOf(sheets);
    }

    /**
     * @param by the account of the member of staff
     */
    record Priced(PriceFrom price, String why, String by, Instant at) {}

    /**
     * @param why empty where the shop came with it
     * @param evidence a reference to a paper
     * @param by the account of the member of staff
     */
    record Costed(CostSheet sheet, String why, String evidence, String by) {}

    public Money price(LocalDate day) {
        return PriceFrom.on(day, prices.stream().map(Priced::price).toList(), variant.price());
    }

    /** As it would be offered on a day. */
    Offer offer(Goods goods, LocalDate day) {
        Variant then = variant.at(price(day));
        return new Offer(
                goods.of(then),
                then,
                sheets.stream()
                        .map(Costed::sheet)
                        .filter(it -> it.holdsOn(day))
                        .findFirst()
                        .orElse(null));
    }

    boolean hasPriceFrom(LocalDate day) {
        return prices.stream().anyMatch(it -> it.price().validFrom().equals(day));
    }

    boolean hasSheetFrom(LocalDate day) {
        return sheets.stream().anyMatch(it -> it.sheet().validFrom().equals(day));
    }
}
