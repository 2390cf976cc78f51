package org.lfnkr.zabuton.orders.cart;

import org.lfnkr.zabuton.catalog.VariantId;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * What a visitor wants to buy and give. It lives with the visitor, not with us.
 *
 * @param lines each variant once, in the order they were put in, at most {@value #MOST_LINES}
 * @param coversFee whether the gift's share of the payment fee is paid on top; never without a gift
 */
public record Cart(List<CartLine> lines, CartGift gift, boolean coversFee) {

    public static final Cart EMPTY = new Cart(List.of(), CartGift.NONE, false);
    public static final int MOST_LINES = 20;

    public Cart {
        lines = List.copyOf(lines);
        coversFee = coversFee && !gift.equals(CartGift.NONE);
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
            return with(Stream.concat(lines.stream(), Stream.of(changed)).toList());
        }
        List<CartLine> all = new ArrayList<>(lines);
        all.replaceAll(line -> line.variant().equals(variant) ? changed : line);
        return with(all);
    }

    public Cart without(VariantId variant) {
        return with(lines.stream().filter(line -> !line.variant().equals(variant)).toList());
    }

    private Cart with(List<CartLine> others) {
        return new Cart(others, gift, coversFee);
    }

    public Cart with(CartGift other) {
        return new Cart(lines, other, coversFee);
    }

    public Cart coveringFee(boolean covers) {
        return new Cart(lines, gift, covers);
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
