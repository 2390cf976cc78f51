package org.lfnkr.zabuton.orders.cart;

import org.lfnkr.zabuton.catalog.VariantId;
import org.lfnkr.zabuton.kernel.Money;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/** A cart as one short line of text, such as {@code 6f1c…*2!9ab0…*1~g500c}. */
public final class CartText {

    private static final String BETWEEN_LINES = "!";
    private static final String BEFORE_GIFT = "~";
    private static final String COVERED = "c";

    private CartText() {}

    public static String of(Cart cart) {
        String lines =
                cart.lines().stream()
                        .map(line -> line.variant().value() + "*" + line.quantity())
                        .collect(Collectors.joining(BETWEEN_LINES));
        return lines + BEFORE_GIFT + gift(cart.gift()) + (cart.coversFee() ? COVERED : "");
    }

    private static String gift(CartGift gift) {
        return switch (gift) {
            case CartGift.Fixed fixed -> "g" + fixed.amount().yen();
            case CartGift.RoundUp up -> "r" + up.step();
        };
    }

    /** Empty for anything that {@link #of} didn't write. */
    public static Optional<Cart> parse(String text) {
        try {
            int end = text.lastIndexOf(BEFORE_GIFT);
            return Optional.of(cart(text.substring(0, end), text.substring(end + 1)));
        } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
            return Optional.empty();
        }
    }

    private static Cart cart(String lines, String gift) {
        boolean covered = gift.endsWith(COVERED);
        String sum = covered ? gift.substring(0, gift.length() - 1) : gift;
        return new Cart(lines(lines), readGift(sum), covered);
    }

    private static List<CartLine> lines(String text) {
        List<CartLine> lines = new ArrayList<>();
        for (String line : text.isEmpty() ? new String[0] : text.split(BETWEEN_LINES, -1)) {
            int star = line.indexOf('*');
            VariantId variant = new VariantId(UUID.fromString(line.substring(0, star)));
            lines.add(new CartLine(variant, Integer.parseInt(line.substring(star + 1))));
        }
        return lines;
    }

    private static CartGift readGift(String text) {
        int number = Integer.parseInt(text.substring(1));
        return text.charAt(0) == 'g'
                ? new CartGift.Fixed(Money.yen(number))
                : new CartGift.RoundUp(number);
    }
}
