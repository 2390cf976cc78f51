package org.lfnkr.zabuton.orders;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.lfnkr.zabuton.catalog.VariantId;
import org.lfnkr.zabuton.kernel.Money;

import java.util.UUID;

class CartTests {

    private static final VariantId ONE = new VariantId(UUID.randomUUID());
    private static final VariantId OTHER = new VariantId(UUID.randomUUID());

    @Test
    void addingTheSameAgainMakesOneLine() {
        Cart cart = Cart.EMPTY.add(ONE, 2).add(OTHER, 1).add(ONE, 3);

        assertThat(cart.lines()).containsExactly(new CartLine(ONE, 5), new CartLine(OTHER, 1));
    }

    @Test
    void neverHoldsMoreOfALineThanFits() {
        assertThat(Cart.EMPTY.add(ONE, 90).add(ONE, 90).quantityOf(ONE)).isEqualTo(CartLine.MOST);
    }

    @Test
    void changingToNoneTakesTheLineOut() {
        assertThat(Cart.EMPTY.add(ONE, 2).change(ONE, 0)).isEqualTo(Cart.EMPTY);
    }

    @Test
    void aFullCartTakesNoFurtherVariant() {
        Cart full = Cart.EMPTY;
        for (int i = 0; i < Cart.MOST_LINES; i++) {
            full = full.add(new VariantId(UUID.randomUUID()), 1);
        }

        assertThat(full.add(ONE, 1)).isEqualTo(full);
    }

    @ParameterizedTest
    @CsvSource({
        "3200, 100, 0",
        "3210, 100, 90",
        "3200, 500, 300",
        "3200, 1000, 800",
        "1, 1000, 999"
    })
    void roundsUpToTheNextFullStep(long goods, int step, long gift) {
        assertThat(new CartGift.RoundUp(step).on(Money.yen(goods))).isEqualTo(Money.yen(gift));
    }

    @Test
    void comesBackFromItsTextAsItWas() {
        Cart cart = Cart.EMPTY.add(ONE, 2).add(OTHER, 7).with(new CartGift.RoundUp(500));

        assertThat(CartText.parse(CartText.of(cart))).contains(cart);
        assertThat(CartText.parse(CartText.of(Cart.EMPTY))).contains(Cart.EMPTY);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "~", "x~g0", "~g-5", "~r7", "~g99999999999", "!~g0"})
    void readsNothingFromATextOfAnotherMaking(String text) {
        assertThat(CartText.parse(text)).isEmpty();
    }
}
