package org.lfnkr.zabuton.orders;

import java.util.List;

/** An order with its lines and all that happened to it, oldest first. */
public record OrderStory(Order order, List<SoldLine> lines, List<Happening> happenings) {

    public OrderStory {
        lines = List.copyOf(lines);
        happenings = List.copyOf(happenings);
    }
}
