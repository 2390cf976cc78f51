package org.lfnkr.zabuton.returns;

import org.lfnkr.zabuton.kernel.Money;
import org.lfnkr.zabuton.orders.OrderStory;
import org.lfnkr.zabuton.orders.ReturnRefusal;
import org.lfnkr.zabuton.orders.ReturnState;
import org.lfnkr.zabuton.orders.SoldLine;

import java.util.List;
import java.util.UUID;

/** A return with the order that it is of. */
record KnownReturn(ReturnRequest request, OrderStory story) {

    /** A line of it, with what was sold. */
    record Line(ReturnLine asked, SoldLine sold) {

        /** Of the field of what came and can be sold again. */
        public String asNewField() {
            return "as-new-" + sold.variant().value();
        }

        /** Of the field of what came and can't. */
        public String damagedField() {
            return "damaged-" + sold.variant().value();
        }

        public Money price() {
            return sold.unitPrice().times(asked.quantity());
        }
    }

    UUID id() {
        return request.id();
    }

    /** In the order of the order. */
    public List<Line> lines() {
        return story.lines().stream()
                .flatMap(
                        sold ->
                                request.lines().stream()
                                        .filter(it -> it.variant().equals(sold.variant()))
                                        .map(it -> new Line(it, sold)))
                .toList();
    }

    public Money price() {
        return lines().stream().map(Line::price).reduce(Money.ZERO, Money::plus);
    }

    /** For which reasons it can be refused now. */
    public List<ReturnRefusal> refusals() {
        return ReturnRefusal.at(request.state());
    }

    boolean has(ReturnState state) {
        return request.state() == state;
    }
}
