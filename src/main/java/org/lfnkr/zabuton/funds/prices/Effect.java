package org.lfnkr.zabuton.funds.prices;

import org.jspecify.annotations.Nullable;
import org.lfnkr.zabuton.kernel.Bilingual;

/**
 * What a page would say of something, before and after.
 *
 * @param what such as a product's name
 * @param before null where nothing is claimed
 * @param after null where nothing would be claimed
 */
record Effect(Bilingual what, @Nullable Bilingual before, @Nullable Bilingual after) {}
