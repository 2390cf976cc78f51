package org.lfnkr.zabuton.orders.placing;

import org.lfnkr.zabuton.orders.PlaceOrder;
import org.lfnkr.zabuton.orders.Placement;
import org.lfnkr.zabuton.orders.cart.CheckoutQuote;
import org.lfnkr.zabuton.orders.cart.PricedCart;
import org.lfnkr.zabuton.shipping.ShippingQuote.Quoted;

/** Whether a wish can be accepted at today's prices. Decided without any input or output. */
sealed interface Acceptance {

    record Accepted(PricedCart cart, Quoted shipping) implements Acceptance {}

    record Refused(Placement why) implements Acceptance {}

    static Acceptance of(PlaceOrder wish, CheckoutQuote quote) {
        return switch (quote) {
            case CheckoutQuote.NotDeliverable refused ->
                    new Refused(new Placement.NotDeliverable(refused.reason()));
            case CheckoutQuote.Ready ready -> of(wish, ready.cart(), ready.shipping());
        };
    }

    private static Acceptance of(PlaceOrder wish, PricedCart cart, Quoted shipping) {
        if (cart.isEmpty()) {
            return new Refused(new Placement.NothingToBuy());
        }
        if (cart.isShort()) {
            return new Refused(new Placement.SoldOut());
        }
        if (!cart.total().equals(wish.seen())) {
            return new Refused(new Placement.PriceChanged());
        }
        return cart.gift().isPositive() && !wish.giftAgreed()
                ? new Refused(new Placement.GiftNotAgreed())
                : new Accepted(cart, shipping);
    }
}
