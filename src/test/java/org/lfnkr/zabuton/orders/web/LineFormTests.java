package org.lfnkr.zabuton.orders.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.lfnkr.zabuton.catalog.VariantId;
import org.lfnkr.zabuton.orders.cart.Cart;
import org.lfnkr.zabuton.web.HostileNumbers;

import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

class LineFormTests {

    private static final VariantId PIECE = new VariantId(UUID.randomUUID());
    private static final Cart TWO = Cart.EMPTY.add(PIECE, 2);

    static Stream<String> hostile() {
        return HostileNumbers.all();
    }

    @ParameterizedTest
    @MethodSource("hostile")
    void takesNoNumberThatIsNone(String typed) {
        assertThat(reason(added(TWO, typed))).isEqualTo(LineRefusal.MALFORMED);
        assertThat(reason(changed(typed))).isEqualTo(LineRefusal.MALFORMED);
    }

    @ParameterizedTest
    @CsvSource({
        "0, NONE",
        "98, TOO_MANY",
        "999, TOO_MANY",
        "2147483647, TOO_MANY",
        "99999999999999999999, TOO_MANY"
    })
    void capsNothingInSilence(String typed, LineRefusal reason) {
        assertThat(reason(added(TWO, typed))).isEqualTo(reason);
    }

    @Test
    void takesUpToTheMostALineHolds() {
        assertThat(cart(added(TWO, "９７")).quantityOf(PIECE)).isEqualTo(99);
        assertThat(cart(changed("99")).quantityOf(PIECE)).isEqualTo(99);
        assertThat(reason(changed("100"))).isEqualTo(LineRefusal.TOO_MANY);
    }

    @Test
    void changingToZeroTakesTheLineOut() {
        assertThat(cart(changed("0"))).isEqualTo(Cart.EMPTY);
    }

    @Test
    void addsOneWhereNothingIsAskedFor() {
        assertThat(cart(LineForm.added(TWO, Map.of("variant", PIECE.value().toString()))))
                .isEqualTo(TWO.add(PIECE, 1));
    }

    @Test
    void saysThatACartIsFull() {
        Cart full =
                Stream.generate(() -> new VariantId(UUID.randomUUID()))
                        .limit(Cart.MOST_LINES)
                        .reduce(Cart.EMPTY, (cart, it) -> cart.add(it, 1), (one, other) -> other);

        assertThat(reason(added(full, "1"))).isEqualTo(LineRefusal.FULL);
    }

    @Test
    void showsNoMoreThanOneNeedsToSeeWhatOneTyped() {
        assertThat(((LineForm.Refused) added(TWO, "𠮷".repeat(90))).typed())
                .isEqualTo("𠮷".repeat(40));
    }

    private static LineForm added(Cart cart, String typed) {
        return LineForm.added(cart, Map.of("variant", PIECE.value().toString(), "quantity", typed));
    }

    private static LineForm changed(String typed) {
        return LineForm.changed(TWO, PIECE.value().toString(), Map.of("quantity", typed));
    }

    private static LineRefusal reason(LineForm form) {
        assertThat(form).isInstanceOf(LineForm.Refused.class);
        return ((LineForm.Refused) form).reason();
    }

    private static Cart cart(LineForm form) {
        assertThat(form).isInstanceOf(LineForm.Understood.class);
        return ((LineForm.Understood) form).cart();
    }
}
