package org.lfnkr.zabuton.orders;

import org.lfnkr.zabuton.catalog.Offer;
import org.lfnkr.zabuton.catalog.VariantId;
import org.lfnkr.zabuton.kernel.Language;
import org.lfnkr.zabuton.orders.cart.Cart;
import org.lfnkr.zabuton.orders.cart.CartLine;
import org.lfnkr.zabuton.payments.RefundView;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** An order with its lines, refunds and parcels, and all that happened to it, oldest first. */
public record OrderStory(
        Order order,
        List<SoldLine> lines,
        List<RefundView> refunds,
        OrderParcels parcels,
        List<ReturnView> returns,
        List<Happening> happenings) {

    public OrderStory {
        lines = List.copyOf(lines);
        refunds = List.copyOf(refunds);
        returns = List.copyOf(returns);
        happenings = List.copyOf(happenings);
    }

    public OrderStanding standing() {
        return OrderStanding.of(
                order, refunds, parcels.state(lines), parcels.lastSent().orElse(null), returns);
    }

    /** What comes next, the next first; of returns too while the rest is packed. */
    public List<OrderStep> next() {
        OrderStanding standing = standing();
        return standing == OrderStanding.PART_SENT || standing == OrderStanding.EXCHANGING
                ? Stream.concat(standing.next().stream(), stepsOfReturns()).toList()
                : standing.next();
    }

    private Stream<OrderStep> stepsOfReturns() {
        return returns.stream().flatMap(it -> it.state().next().stream()).distinct();
    }

    /** What was asked to be given back, by the names under which it was sold. */
    public List<PaperLine> contents(ReturnView asked) {
        return named(asked.pieces());
    }

    /** Some of its pieces, by the names under which they were sold. */
    public List<PaperLine> named(List<ParcelLine> some) {
        return PaperLine.of(some, lines);
    }

    /** What a parcel holds, by the names under which it was sold. */
    public List<PaperLine> contents(Parcel parcel) {
        return PaperLine.of(parcel.lines(), lines);
    }

    /** What is not sent any more, by the names under which it was sold. */
    public List<PaperLine> calledOff() {
        return PaperLine.of(parcels.calledOff(), lines);
    }

    /** With its goods called as they were sold, for a reader of that language. */
    public OrderStory in(Language language) {
        List<SoldLine> called = lines.stream().map(line -> line.in(language)).toList();
        return new OrderStory(order, called, refunds, parcels, returns, happenings);
    }

    /** With its goods called as the shelf calls them. */
    public OrderStory worded(Map<VariantId, Offer> shelf, Language language) {
        List<SoldLine> called =
                lines.stream()
                        .map(line -> line.called(shelf.get(line.variant()), language))
                        .toList();
        return new OrderStory(order, called, refunds, parcels, returns, happenings);
    }

    /** Whether a cart holds exactly what was ordered. */
    public boolean isOf(Cart cart) {
        Map<VariantId, Integer> ordered =
                lines.stream().collect(Collectors.toMap(SoldLine::variant, SoldLine::quantity));
        Map<VariantId, Integer> wanted =
                cart.lines().stream()
                        .collect(Collectors.toMap(CartLine::variant, CartLine::quantity));
        return ordered.equals(wanted);
    }
}
