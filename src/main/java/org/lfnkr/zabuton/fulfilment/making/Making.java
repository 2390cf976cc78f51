package org.lfnkr.zabuton.fulfilment.making;

import org.jspecify.annotations.Nullable;
import org.lfnkr.zabuton.catalog.Offer;
import org.lfnkr.zabuton.catalog.VariantId;
import org.lfnkr.zabuton.kernel.Language;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import java.util.UUID;

/**
 * Pieces of one kind that somebody waits for.
 *
 * @param reference of the order that waits
 * @param pieces how many are not sent yet
 * @param promised when its buyer was told to have it at the latest
 */
record Making(
        UUID order,
        VariantId variant,
        String reference,
        String sku,
        String name,
        int pieces,
        Instant paidAt,
        LocalDate promised,
        @Nullable Instant begunAt,
        @Nullable Instant madeAt) {

    /** How far it is. */
    enum State {
        OPEN,
        BEGUN,
        MADE;

        /** As forms and messages know it. */
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public State state() {
        if (madeAt != null) {
            return State.MADE;
        }
        return begunAt == null ? State.OPEN : State.BEGUN;
    }

    public boolean isLate(LocalDate today) {
        return promised.isBefore(today);
    }

    Making called(@Nullable Offer offer, Language language) {
        return offer == null ? this : named(nameOf(offer, language));
    }

    private static String nameOf(Offer offer, Language language) {
        return offer.product().name().in(language)
                + " "
                + offer.variant().colourName().in(language);
    }

    private Making named(String called) {
        return new Making(
                order, variant, reference, sku, called, pieces, paidAt, promised, begunAt, madeAt);
    }
}
