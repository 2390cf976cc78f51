package org.lfnkr.zabuton.fulfilment;

import org.lfnkr.zabuton.orders.OrderStory;
import org.lfnkr.zabuton.orders.ParcelLine;
import org.lfnkr.zabuton.orders.SoldLine;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/**
 * Several orders that are picked, printed and sent in one go.
 *
 * @param stories in the order in which they were ticked, their goods in the reader's words
 * @param unknown what was asked for beside them and is no order
 */
record Batch(List<OrderStory> stories, List<String> unknown) {

    /** As many as stand on a page of a list. */
    static final int MOST = 100;

    Batch {
        stories = List.copyOf(stories);
        unknown = List.copyOf(unknown);
    }

    /** One of the orders, and what can be done with it. */
    record Line(OrderStory story) {

        public String reference() {
            return story.order().reference();
        }

        public boolean ready() {
            return story.order().paidAt() != null
                    && story.standing().maySend()
                    && !left(story).isEmpty();
        }

        public int pieces() {
            return left(story).stream().mapToInt(ParcelLine::quantity).sum();
        }

        /** For the form, so that the same form twice is one parcel. */
        public UUID parcel() {
            return UUID.randomUUID();
        }
    }

    public List<Line> lines() {
        return stories.stream().map(Line::new).toList();
    }

    /** Those that can be sent. */
    public List<Line> ready() {
        return lines().stream().filter(Line::ready).toList();
    }

    /** What of an order is with us and is to be sent. */
    static List<ParcelLine> left(OrderStory story) {
        return story.lines().stream()
                .filter(line -> story.parcels().left(line) > 0)
                .map(line -> new ParcelLine(line.variant(), story.parcels().left(line)))
                .toList();
    }

    /** What is to be fetched for those that can be sent, by SKU, without a name of anybody. */
    public List<Pick> picks() {
        Map<String, Pick> picks = new TreeMap<>();
        ready().forEach(
                        line ->
                                line.story().lines().stream()
                                        .filter(it -> line.story().parcels().left(it) > 0)
                                        .map(it -> pick(it, line.story().parcels().left(it)))
                                        .forEach(it -> picks.merge(it.sku(), it, Pick::plus)));
        return List.copyOf(picks.values());
    }

    private static Pick pick(SoldLine line, int pieces) {
        return new Pick(line.sku(), line.name() + " " + line.colour(), pieces, 1);
    }
}
