package org.lfnkr.zabuton.orders.cart;

import org.lfnkr.zabuton.kernel.Bilingual;
import org.lfnkr.zabuton.shipping.ShippingQuote.Quoted;

/** What a cart costs when it is sent somewhere. */
public sealed interface CheckoutQuote {

    /** The whole sum is known. */
    record Ready(PricedCart cart, Quoted shipping) implements CheckoutQuote {}

    /** We can't send it there, and why. */
    record NotDeliverable(Bilingual reason) implements CheckoutQuote {}
}
