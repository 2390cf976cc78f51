/** Pictures that stand for pages where their links are shared: drawn, named, kept and served. */
@NullMarked
package org.lfnkr.zabuton.storefront.posters;

import org.jspecify.annotations.NullMarked;
