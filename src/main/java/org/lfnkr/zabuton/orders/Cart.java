package org.lfnkr.zabuton.orders;

import org.lfnkr.zabuton.catalog.VariantId;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * What a visitor wants to buy and give. It lives with the visitor, not with us.
 *
 * @param lines each variant once, in the order they were put in, at most {@value #MOST_LINES}
 */
public record Cart(List<CartLine> lines, CartGift gift) {

    public static final Cart EMPTY = new Cart(List.of(), CartGift.NONE);
    public static final int MOST_LINES = 20;

    public Cart {
        lines = List.copyOf(lines);
        if (lines.size() > MOST_LINES
                || lines.stream().map(CartLine::variant).distinct().count() < lines.size()) {
            throw new IllegalArgumentException("A cart holds up to 20 different variants");
        }
    }

    /** Whether there is room for a variant. */
    public boolean takes(VariantId variant) {
        return quantityOf(variant) > 0 || lines.size() < MOST_LINES;
    }

    /** More of a variant, up to what a line can hold; a full cart stays as it is. */
    public Cart add(VariantId variant, int quantity) {
        int wanted = Math.min(CartLine.MOST, quantityOf(variant) + quantity);
        return takes(variant) ? change(variant, wanted) : this;
    }

    /** Exactly so many of a variant, in its old place; none removes the line. */
    public Cart change(VariantId variant, int quantity) {
        if (quantity <= 0) {
            return without(variant);
        }
        CartLine changed = new CartLine(variant, Math.min(CartLine.MOST, quantity));
        if (quantityOf(variant) == 0) {
            return new Cart(Stream.concat(lines.stream(), Stream.of(changed)).toList(), gift);
        }
        List<CartLine> all = new ArrayList<>(lines);
        all.replaceAll(line -> line.variant().equals(variant) ? changed : line);
        return new Cart(all, gift);
    }

    public Cart without(VariantId variant) {
        return new Cart(
                lines.stream().filter(line -> !line.variant().equals(variant)).toList(), gift);
    }

    public Cart with(CartGift other) {
        return new Cart(lines, other);
    }

    public int quantityOf(VariantId variant) {
        return lines.stream()
                .filter(line -> line.variant().equals(variant))
                .mapToInt(CartLine::quantity)
                .sum();
    }

    /** How many pieces there are in all. */
    public int pieces() {
        return lines.stream().mapToInt(CartLine::quantity).sum();
    }

    public boolean isEmpty() {
        return lines.isEmpty();
    }

    public List<VariantId> variants() {
        return lines.stream().map(CartLine::variant).toList();
    }
}
