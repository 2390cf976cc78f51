package org.lfnkr.zabuton.orders.papers;

import org.jspecify.annotations.Nullable;
import org.lfnkr.zabuton.catalog.Offer;
import org.lfnkr.zabuton.catalog.VariantId;
import org.lfnkr.zabuton.kernel.Language;
import org.lfnkr.zabuton.kernel.Money;
import org.lfnkr.zabuton.orders.ParcelLine;
import org.lfnkr.zabuton.orders.SoldLine;

import java.util.List;
import java.util.Map;

/**
 * A line of a customs declaration (CN22 and CN23 of the Universal Postal Union): what it is, how
 * many, how heavy and what it is worth. Where a thing was made we don't keep, so that stays to be
 * filled in by hand.
 *
 * @param contents in English
 * @param grams of all pieces as they are sent; zero where nobody knows
 * @param value of all pieces, as they were sold, in yen
 */
record CustomsLine(String contents, int pieces, int grams, Money value) {

    static List<CustomsLine> of(
            List<ParcelLine> contents, List<SoldLine> sold, Map<VariantId, Offer> shelf) {
        return sold.stream()
                .flatMap(
                        line ->
                                contents.stream()
                                        .filter(it -> it.variant().equals(line.variant()))
                                        .map(it -> of(line, it, shelf.get(line.variant()))))
                .toList();
    }

    private static CustomsLine of(SoldLine line, ParcelLine held, @Nullable Offer offer) {
        return new CustomsLine(
                offer == null ? line.in(Language.EN).name() : offer.product().name().en(),
                held.quantity(),
                offer == null ? 0 : offer.variant().grams() * held.quantity(),
                line.unitPrice().times(held.quantity()));
    }
}
