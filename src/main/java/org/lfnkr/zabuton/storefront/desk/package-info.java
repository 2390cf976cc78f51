/** What staff see of an order: what several modules know of it, on one page. */
@NullMarked
package org.lfnkr.zabuton.storefront.desk;

import org.jspecify.annotations.NullMarked;
