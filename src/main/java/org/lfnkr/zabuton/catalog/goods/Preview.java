package org.lfnkr.zabuton.catalog.goods;

import org.lfnkr.zabuton.catalog.Outlook.Prospect;
import org.lfnkr.zabuton.kernel.Money;

import java.time.LocalDate;

/**
 * What a change would change on the product's page.
 *
 * @param what {@code price} or {@code costs}
 * @param day from which on
 */
record Preview(
        String what,
        LocalDate day,
        Money priceBefore,
        Money priceAfter,
        Prospect before,
        Prospect after) {}
