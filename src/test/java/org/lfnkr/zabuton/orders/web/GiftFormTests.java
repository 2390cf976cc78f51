package org.lfnkr.zabuton.orders.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.lfnkr.zabuton.kernel.Money;
import org.lfnkr.zabuton.orders.cart.Cart;
import org.lfnkr.zabuton.orders.cart.CartGift;
import org.lfnkr.zabuton.web.HostileNumbers;
import org.lfnkr.zabuton.web.Problem;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

class GiftFormTests {

    private static final Cart FIVE_HUNDRED = Cart.EMPTY.with(new CartGift.Fixed(Money.yen(500)));

    @ParameterizedTest
    @ValueSource(strings = {"", "free"})
    void takesAnAmountWithAndWithoutItsButton(String choice) {
        assertThat(read(choice, "1,500", Cart.EMPTY)).isEqualTo(chosen(1500));
    }

    @ParameterizedTest
    @ValueSource(strings = {"none", "100"})
    void asksWhichOfTwoThingsIsMeant(String choice) {
        assertThat(read(choice, "1500", Cart.EMPTY)).isEqualTo(two("1500"));
        assertThat(read(choice, "15.00", Cart.EMPTY)).isEqualTo(two("15.00"));
    }

    @Test
    void whatStoodThereAlreadyContradictsNobody() {
        assertThat(read("none", "500", FIVE_HUNDRED)).isEqualTo(chosen(CartGift.NONE));
        assertThat(read("100", "500", FIVE_HUNDRED)).isEqualTo(chosen(new CartGift.RoundUp(100)));
    }

    @ParameterizedTest
    @CsvSource({
        "1500.00, orders.gift.amount.malformed",
        "'', orders.gift.amount.malformed",
        "1000001, orders.gift.amount.too-much",
        "99999999999999999999, orders.gift.amount.too-much"
    })
    void refusesWhatIsNoGift(String typed, String key) {
        assertThat(read("free", typed, Cart.EMPTY)).isEqualTo(unclear("amount", key));
    }

    static Stream<String> hostile() {
        return HostileNumbers.all();
    }

    @ParameterizedTest
    @MethodSource("hostile")
    void takesNoSumFromWhatIsNone(String typed) {
        assertThat(read("free", typed, Cart.EMPTY))
                .isEqualTo(unclear("amount", "orders.gift.amount.malformed"));
    }

    @Test
    void takesAsMuchAsItSays() {
        assertThat(read("free", "1000000", Cart.EMPTY)).isEqualTo(chosen(1_000_000));
    }

    @ParameterizedTest
    @ValueSource(strings = {"7", "-100", "NONE", "100 ", "fixed"})
    void refusesWhatWasNotOffered(String choice) {
        assertThat(read(choice, "", FIVE_HUNDRED))
                .isEqualTo(unclear("gift", "orders.gift.unknown"));
    }

    @Test
    void nothingChosenAndNothingWrittenIsNoGift() {
        assertThat(read("", "", FIVE_HUNDRED)).isEqualTo(chosen(CartGift.NONE));
    }

    @ParameterizedTest
    @ValueSource(strings = {"free", "100"})
    void coversTheFeeOnlyWhereThatIsTicked(String choice) {
        Map<String, String> form =
                Map.of("gift", choice, "amount", choice.equals("free") ? "1" : "");
        Map<String, String> ticked = new HashMap<>(form);
        ticked.put("cover", "yes");

        assertThat(in(form).coversFee()).isFalse();
        assertThat(in(ticked).coversFee()).isTrue();
        assertThat(GiftForm.values(in(ticked))).containsEntry("cover", "yes");
    }

    @Test
    void aCoverGoesWithItsGift() {
        Cart covered = FIVE_HUNDRED.coveringFee(true);

        Cart none =
                ((GiftForm.Chosen) GiftForm.read(Map.of("gift", "none", "cover", "yes"), covered))
                        .in(covered);

        assertThat(none).isEqualTo(Cart.EMPTY);
    }

    private static Cart in(Map<String, String> form) {
        return ((GiftForm.Chosen) GiftForm.read(form, Cart.EMPTY)).in(Cart.EMPTY);
    }

    private static GiftForm read(String choice, String amount, Cart before) {
        return GiftForm.read(Map.of("gift", choice, "amount", amount), before);
    }

    private static GiftForm chosen(long yen) {
        return chosen(new CartGift.Fixed(Money.yen(yen)));
    }

    private static GiftForm chosen(CartGift gift) {
        return new GiftForm.Chosen(gift, false);
    }

    private static GiftForm unclear(String field, String key) {
        return new GiftForm.Unclear(List.of(Problem.of(field, key)));
    }

    private static GiftForm two(String typed) {
        return new GiftForm.Unclear(List.of(GiftForm.two(typed)));
    }
}
