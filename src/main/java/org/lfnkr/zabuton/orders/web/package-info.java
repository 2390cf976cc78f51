/** The pages from the cart to the payment. */
@NullMarked
@NamedInterface("web")
package org.lfnkr.zabuton.orders.web;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
