package org.lfnkr.zabuton.catalog.goods;

import org.lfnkr.zabuton.kernel.Bilingual;
import org.lfnkr.zabuton.kernel.Money;

/**
 * A variant to be added.
 *
 * @param price of one piece until another begins, consumption tax included
 * @param leadDays 0 where it is kept in stock
 */
record NewKind(
        String sku,
        String colour,
        Bilingual colourName,
        Money price,
        int taxPercent,
        int grams,
        int leadDays) {}
