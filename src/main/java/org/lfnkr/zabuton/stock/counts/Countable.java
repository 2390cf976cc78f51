package org.lfnkr.zabuton.stock.counts;

import org.jspecify.annotations.Nullable;
import org.lfnkr.zabuton.catalog.VariantId;
import org.lfnkr.zabuton.kernel.Bilingual;

import java.time.Instant;

/**
 * A piece as those see it who count it: not how many there should be.
 *
 * @param countedAt when it was counted last; null where it never was
 * @param waits whether a count waits for somebody else's
 */
record Countable(
        VariantId variant,
        String sku,
        Bilingual name,
        Bilingual colour,
        @Nullable Instant countedAt,
        boolean waits) {}
