package org.lfnkr.zabuton.orders.web;

import org.lfnkr.zabuton.kernel.Money;
import org.lfnkr.zabuton.orders.cart.Cart;
import org.lfnkr.zabuton.orders.cart.CartGift;
import org.lfnkr.zabuton.web.Choice;
import org.lfnkr.zabuton.web.Problem;
import org.lfnkr.zabuton.web.TypedNumber;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads the choice of a gift: none, rounded up, or a free sum, and whether the fee on it is paid
 * too. Nothing is chosen beforehand.
 */
sealed interface GiftForm {

    String CHOICE = "gift";
    String AMOUNT = "amount";
    String FREE = "free";
    String COVER = "cover";

    List<String> FIELDS = List.of(CHOICE, AMOUNT, COVER);

    record Chosen(CartGift gift, boolean coversFee) implements GiftForm {

        Cart in(Cart cart) {
            return cart.with(gift).coveringFee(coversFee);
        }
    }

    record Unclear(List<Problem> problems) implements GiftForm {}

    /** Where the sum is round already, as after a change in another tab. */
    static Problem round(Money sum) {
        return Problem.of(CHOICE, "orders.gift.round", sum.yen());
    }

    /**
     * A sum that was typed counts without its button. With another button it is unclear, unless it
     * is the one that stood there already.
     *
     * @param before what the form showed
     */
    static GiftForm read(Map<String, String> form, Cart before) {
        boolean covers = "yes".equals(form.get(COVER));
        String choice = form.getOrDefault(CHOICE, "");
        String typed = form.getOrDefault(AMOUNT, "");
        if (choice.equals(FREE) || (choice.isEmpty() && !typed.isBlank())) {
            return free(typed, covers);
        }
        return typed.isBlank() || typed.equals(values(before).get(AMOUNT))
                ? offered(choice, covers)
                : new Unclear(List.of(two(typed)));
    }

    /** Asks which is meant: what was chosen or what was written. */
    static Problem two(String typed) {
        return Problem.of(CHOICE, "orders.gift.two")
                .with(
                        Choice.of(AMOUNT + "=", "orders.gift.meant.chosen"),
                        Choice.of(CHOICE + "=" + FREE, "orders.gift.meant.written", typed.strip()));
    }

    private static GiftForm offered(String choice, boolean covers) {
        return switch (choice) {
            case "100", "500", "1000" ->
                    new Chosen(new CartGift.RoundUp(Integer.parseInt(choice)), covers);
            case "none", "" -> new Chosen(CartGift.NONE, covers);
            default -> unclear(CHOICE, "orders.gift.unknown");
        };
    }

    private static GiftForm free(String typed, boolean covers) {
        return TypedNumber.sum(typed)
                .map(amount -> free(amount, covers))
                .orElseGet(() -> unclear(AMOUNT, "orders.gift.amount.malformed"));
    }

    private static GiftForm free(Money amount, boolean covers) {
        return amount.compareTo(CartGift.Fixed.MOST) > 0
                ? unclear(AMOUNT, "orders.gift.amount.too-much")
                : new Chosen(new CartGift.Fixed(amount), covers);
    }

    private static GiftForm unclear(String field, String key) {
        return new Unclear(List.of(Problem.of(field, key)));
    }

    /** The choice as the form shows it. */
    static Map<String, String> values(Cart cart) {
        Map<String, String> values = new HashMap<>(sum(cart.gift()));
        values.put(COVER, cart.coversFee() ? "yes" : "");
        return values;
    }

    private static Map<String, String> sum(CartGift gift) {
        return switch (gift) {
            case CartGift.RoundUp up -> Map.of(CHOICE, Integer.toString(up.step()));
            case CartGift.Fixed fixed when fixed.amount().isZero() -> Map.of();
            case CartGift.Fixed fixed ->
                    Map.of(CHOICE, FREE, AMOUNT, Long.toString(fixed.amount().yen()));
        };
    }
}
