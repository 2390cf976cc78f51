package org.lfnkr.zabuton.orders.web;

import org.jspecify.annotations.Nullable;
import org.lfnkr.zabuton.kernel.Money;
import org.lfnkr.zabuton.orders.CartGift;
import org.lfnkr.zabuton.web.Problem;
import org.lfnkr.zabuton.web.Typed;
import org.springframework.util.MultiValueMap;

import java.util.List;
import java.util.Map;

/** Reads the choice of a gift: none, rounded up, or a free sum. Nothing is chosen beforehand. */
sealed interface GiftForm {

    String CHOICE = "gift";
    String AMOUNT = "amount";

    /** Longer than any sum that can be given. */
    int LONGEST_SUM = 9;

    record Chosen(CartGift gift) implements GiftForm {}

    record Unclear(List<Problem> problems) implements GiftForm {}

    static GiftForm read(MultiValueMap<String, String> form) {
        String choice = form.getFirst(CHOICE);
        return switch (choice == null ? "none" : choice) {
            case "100", "500", "1000" -> new Chosen(new CartGift.RoundUp(Integer.parseInt(choice)));
            case "free" -> free(form.getFirst(AMOUNT));
            default -> new Chosen(CartGift.NONE);
        };
    }

    private static GiftForm free(@Nullable String typed) {
        String digits = Typed.digits(typed == null ? "" : typed);
        if (digits.isEmpty()) {
            return unclear("orders.gift.amount.malformed");
        }
        Money amount =
                Money.yen(digits.length() > LONGEST_SUM ? Long.MAX_VALUE : Long.parseLong(digits));
        return amount.compareTo(CartGift.Fixed.MOST) > 0
                ? unclear("orders.gift.amount.too-much")
                : new Chosen(new CartGift.Fixed(amount));
    }

    private static GiftForm unclear(String key) {
        return new Unclear(List.of(Problem.of(AMOUNT, key)));
    }

    /** The choice as the form shows it. */
    static Map<String, String> values(CartGift gift) {
        return switch (gift) {
            case CartGift.RoundUp up -> Map.of(CHOICE, Integer.toString(up.step()));
            case CartGift.Fixed fixed when fixed.amount().isZero() -> Map.of();
            case CartGift.Fixed fixed ->
                    Map.of(CHOICE, "free", AMOUNT, Long.toString(fixed.amount().yen()));
        };
    }
}
