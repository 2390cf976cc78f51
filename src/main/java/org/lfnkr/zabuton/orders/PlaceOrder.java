package org.lfnkr.zabuton.orders;

import org.lfnkr.zabuton.kernel.EmailAddress;
import org.lfnkr.zabuton.kernel.Language;
import org.lfnkr.zabuton.kernel.Money;
import org.lfnkr.zabuton.orders.cart.Cart;
import org.lfnkr.zabuton.shipping.DeliveryWish;

import java.util.UUID;

/**
 * The wish to order exactly what stood on the check-answers page.
 *
 * @param attempt of this visitor's checkout; the same attempt with the same content is one order
 * @param seen the sum that stood on the button, in yen
 * @param arrival when the buyer wishes to have it
 * @param giftAgreed the buyer agreed to the named purpose of the gift, in its present version
 */
public record PlaceOrder(
        UUID attempt,
        Cart cart,
        Delivery delivery,
        EmailAddress email,
        Language language,
        Money seen,
        boolean giftAgreed,
        DeliveryWish arrival) {

    /** Without a wish for the arrival. */
    public PlaceOrder(
            UUID attempt,
            Cart cart,
            Delivery delivery,
            EmailAddress email,
            Language language,
            Money seen,
            boolean giftAgreed) {
        this(attempt, cart, delivery, email, language, seen, giftAgreed, DeliveryWish.NONE);
    }
}
