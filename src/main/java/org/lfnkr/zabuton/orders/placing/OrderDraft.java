package org.lfnkr.zabuton.orders.placing;

import org.jspecify.annotations.Nullable;
import org.lfnkr.zabuton.content.GiftTerms;
import org.lfnkr.zabuton.kernel.Bilingual;
import org.lfnkr.zabuton.kernel.Money;
import org.lfnkr.zabuton.kernel.Reference;
import org.lfnkr.zabuton.orders.Order;
import org.lfnkr.zabuton.orders.OrderId;
import org.lfnkr.zabuton.orders.OrderStatus;
import org.lfnkr.zabuton.orders.PlaceOrder;
import org.lfnkr.zabuton.orders.SoldLine;
import org.lfnkr.zabuton.orders.cart.ImpactEstimate;
import org.lfnkr.zabuton.orders.cart.PricedCart;
import org.lfnkr.zabuton.payments.PaymentId;
import org.lfnkr.zabuton.shipping.ShippingQuote.Quoted;
import org.lfnkr.zabuton.stock.StockLine;
import org.lfnkr.zabuton.vault.SubjectId;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * An order that can be accepted, before it is written.
 *
 * @param shipping how it is sent, as quoted for its destination
 * @param assumedFee the payment fee that the figures reckon with
 * @param estimate null where nothing can be claimed
 */
record OrderDraft(
        OrderId id,
        String reference,
        String fingerprint,
        PlaceOrder wish,
        PricedCart cart,
        Quoted shipping,
        Money assumedFee,
        @Nullable ImpactEstimate estimate) {

    static OrderDraft of(
            PlaceOrder wish,
            PricedCart cart,
            Quoted shipping,
            Money assumedFee,
            String fingerprint) {
        return new OrderDraft(
                OrderId.random(),
                Reference.random(),
                fingerprint,
                wish,
                cart,
                shipping,
                assumedFee,
                null);
    }

    OrderDraft with(ImpactEstimate found) {
        return new OrderDraft(id, reference, fingerprint, wish, cart, shipping, assumedFee, found);
    }

    /** What has to be held; what is made to order has no stock. */
    List<StockLine> pieces() {
        return cart.lines().stream()
                .filter(line -> !line.variant().madeToOrder())
                .map(line -> new StockLine(line.variant().id(), line.quantity()))
                .toList();
    }

    List<SoldLine> lines() {
        return cart.lines().stream().map(line -> SoldLine.of(line, wish.language())).toList();
    }

    boolean hasGift() {
        return cart.gift().isPositive();
    }

    Order order(SubjectId subject, PaymentId payment, Instant now) {
        return new Order(
                id,
                reference,
                wish.attempt(),
                wish.language(),
                OrderStatus.AWAITING_PAYMENT,
                subject,
                payment,
                wish.delivery().country(),
                cart.takings(),
                assumedFee,
                shipping.rateId(),
                new Bilingual(shipping.zone().en(), shipping.zone().ja()),
                shipping.minDays() + cart.leadDays(),
                shipping.maxDays() + cart.leadDays(),
                outcomePrice(),
                hasGift() ? GiftTerms.VERSION.toString() : null,
                Money.ZERO,
                false,
                false,
                now,
                null);
    }

    private @Nullable UUID outcomePrice() {
        return estimate == null ? null : estimate.price().id();
    }
}
