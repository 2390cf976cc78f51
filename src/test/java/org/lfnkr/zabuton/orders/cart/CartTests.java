package org.lfnkr.zabuton.orders.cart;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.lfnkr.zabuton.catalog.VariantId;
import org.lfnkr.zabuton.impact.FeeEstimate;
import org.lfnkr.zabuton.kernel.Money;

import java.util.UUID;

class CartTests {

    private static final VariantId ONE = new VariantId(UUID.randomUUID());
    private static final FeeEstimate FEES = FeeEstimate.ofListPrices();
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

    /** The sum stays round, and all of the gift in it arrives. */
    @ParameterizedTest
    @ValueSource(ints = {100, 500, 1000})
    void takesTheCoverFromWhatRoundsUp(int step) {
        for (long goods = 200; goods < 20_000; goods += 7) {
            CartGift.Parts parts = new CartGift.RoundUp(step).covered(Money.yen(goods), FEES);

            assertThat((goods + parts.total().yen()) % step).isZero();
            assertThat(parts.total().yen()).isLessThan(step);
            assertThat(parts.cover())
                    .isEqualTo(FEES.ofPart(parts.total(), parts.total().plus(Money.yen(goods))));
        }
    }

    @Test
    void asksForNoCoverOfAGiftThatTheFeeWouldTakeWhole() {
        FeeEstimate dear = new FeeEstimate(360, 360, 360, 300, 70, 0);

        assertThat(new CartGift.RoundUp(100).covered(Money.yen(150), dear))
                .isEqualTo(new CartGift.Parts(Money.yen(50), Money.ZERO));
    }

    @Test
    void putsTheCoverOnTopOfASumOfTheBuyersOwn() {
        assertThat(new CartGift.Fixed(Money.yen(500)).covered(Money.yen(6800), FEES))
                .isEqualTo(new CartGift.Parts(Money.yen(500), Money.yen(20)));
    }

    @Test
    void coversNothingWithoutAGift() {
        assertThat(Cart.EMPTY.coveringFee(true)).isEqualTo(Cart.EMPTY);
    }

    @Test
    void keepsTheChoiceWhileTheGoodsChange() {
        Cart cart = Cart.EMPTY.add(ONE, 1).with(new CartGift.RoundUp(500)).coveringFee(true);

        assertThat(cart.add(OTHER, 1).add(ONE, 1).without(OTHER).coversFee()).isTrue();
    }

    @Test
    void comesBackFromItsTextAsItWas() {
        Cart cart = Cart.EMPTY.add(ONE, 2).add(OTHER, 7).with(new CartGift.RoundUp(500));

        assertThat(CartText.parse(CartText.of(cart))).contains(cart);
        assertThat(CartText.parse(CartText.of(cart.coveringFee(true))))
                .contains(cart.coveringFee(true));
        assertThat(CartText.parse(CartText.of(Cart.EMPTY))).contains(Cart.EMPTY);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "~",
                "x~g0",
                "~g-5",
                "~r7",
                "~g99999999999",
                "!~g0",
                "~c",
                "~gc",
                "~g5cc"
            })
    void readsNothingFromATextOfAnotherMaking(String text) {
        assertThat(CartText.parse(text)).isEmpty();
    }
}
