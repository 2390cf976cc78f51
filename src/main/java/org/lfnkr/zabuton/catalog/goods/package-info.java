/** Products as staff write them: words, variants, prices and costs from a day on. */
@NullMarked
package org.lfnkr.zabuton.catalog.goods;

import org.jspecify.annotations.NullMarked;
