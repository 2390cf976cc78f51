package org.lfnkr.zabuton.refunds;

import org.jspecify.annotations.Nullable;
import org.lfnkr.zabuton.bookkeeping.Part;
import org.lfnkr.zabuton.bookkeeping.RefundOutlook;
import org.lfnkr.zabuton.bookkeeping.spending.ProgressForecast;
import org.lfnkr.zabuton.catalog.VariantId;
import org.lfnkr.zabuton.impact.ImpactStory;
import org.lfnkr.zabuton.kernel.Bilingual;
import org.lfnkr.zabuton.kernel.Money;
import org.lfnkr.zabuton.ledger.Fund;
import org.lfnkr.zabuton.orders.Order;
import org.lfnkr.zabuton.orders.OrderStory;
import org.lfnkr.zabuton.orders.SoldLine;
import org.lfnkr.zabuton.payments.PaymentView;

import java.util.List;
import java.util.Map;

/**
 * All that is to be known of a paid order before money goes back of it.
 *
 * @param shelf how many pieces of each can be sold now
 * @param funds what funds are called, by their codes
 * @param impact null for no claim
 * @param progress what could be said of purchases afterwards
 * @param alone yen that staff gave back of it before
 * @param back what came back with returns
 */
record RefundCase(
        OrderStory story,
        PaymentView payment,
        RefundOutlook outlook,
        Map<VariantId, Integer> shelf,
        Map<String, Bilingual> funds,
        @Nullable ImpactStory impact,
        ProgressForecast progress,
        Money alone,
        CameBack back) {

    RefundCase {
        shelf = Map.copyOf(shelf);
        funds = Map.copyOf(funds);
    }

    public Order order() {
        return story.order();
    }

    public List<SoldLine> lines() {
        return story.lines();
    }

    /** Of how many pieces of a line the money is still here. */
    public int left(SoldLine line) {
        Part part = Part.line(lines().indexOf(line));
        return (int) (outlook.left(part).yen() / line.unitPrice().yen());
    }

    /** How many of them have not left us, or came back with their parcel. */
    public int withUs(SoldLine line) {
        return story.parcels().left(line);
    }

    /** How many are noted as sent and have not come back with their parcel. */
    public int out(SoldLine line) {
        return line.quantity() - withUs(line) - calledOff(line);
    }

    /** How many of them came back with a return, and wait for their money. */
    public int returned(SoldLine line) {
        return Math.min(left(line), back.of(line.variant()));
    }

    private int calledOff(SoldLine line) {
        return story.parcels().calledOff().stream()
                .filter(off -> off.variant().equals(line.variant()))
                .mapToInt(off -> off.quantity())
                .sum();
    }

    public Money shippingLeft() {
        return outlook.left(Part.SHIPPING);
    }

    public Money giftLeft() {
        return outlook.left(Part.GIFT);
    }

    /** What did not arrive the last time, and goes along whatever else does. */
    public Money held() {
        return outlook.held();
    }

    /** What can go back of the payment at all: Stripe gives back no more than it took. */
    public Money refundable() {
        return payment.amount().minus(payment.refunded());
    }

    /** How it goes back, as messages know it. */
    public String meansCode() {
        String method = payment.method();
        return switch (method == null ? "" : method) {
            case "card" -> "card";
            case "konbini" -> "konbini";
            default -> payment.intent() == null ? "by-hand" : "other";
        };
    }

    /** What a fund is called. */
    Bilingual name(Fund fund) {
        return funds.getOrDefault(fund.code(), new Bilingual(fund.code(), fund.code()));
    }
}
