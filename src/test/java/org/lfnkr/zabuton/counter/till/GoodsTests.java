package org.lfnkr.zabuton.counter.till;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lfnkr.zabuton.kernel.Money.yen;

import org.junit.jupiter.api.Test;
import org.lfnkr.zabuton.catalog.CostSheet;
import org.lfnkr.zabuton.catalog.Offer;
import org.lfnkr.zabuton.catalog.Product;
import org.lfnkr.zabuton.catalog.Variant;
import org.lfnkr.zabuton.catalog.VariantId;
import org.lfnkr.zabuton.impact.FeeEstimate;
import org.lfnkr.zabuton.kernel.Bilingual;
import org.lfnkr.zabuton.kernel.Money;
import org.lfnkr.zabuton.orders.cart.CartGift;
import org.lfnkr.zabuton.orders.cart.PricedCart;
import org.lfnkr.zabuton.orders.cart.PricedLine;
import org.lfnkr.zabuton.orders.papers.RateTotal;

import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;

class GoodsTests {

    private static final Bilingual WORDS = new Bilingual("Something", "なにか");

    /** What is sold over the counter earns, costs and is taxed as the same cart online. */
    @Test
    void bringWhatTheSameCartWouldBringThatNobodyShips() {
        Random random = new Random(11);
        for (int time = 0; time < 500; time++) {
            List<PricedLine> cart =
                    IntStream.rangeClosed(0, random.nextInt(5))
                            .mapToObj(
                                    i -> new PricedLine(offer(random), 1 + random.nextInt(4), null))
                            .toList();
            Goods goods =
                    new Goods(
                            cart.stream()
                                    .map(line -> CounterLine.of(line.offer(), line.quantity()))
                                    .toList());

            assertThat(goods.takings())
                    .isEqualTo(
                            new PricedCart(
                                            cart,
                                            CartGift.NONE,
                                            false,
                                            FeeEstimate.ofListPrices(),
                                            null,
                                            null)
                                    .takings());
            assertThat(goods.rates().stream().map(RateTotal::total).reduce(Money.ZERO, Money::plus))
                    .isEqualTo(goods.total());
            assertThat(goods.rates().stream().map(RateTotal::tax).reduce(Money.ZERO, Money::plus))
                    .isEqualTo(goods.takings().tax());
        }
    }

    @Test
    void cashCostsNoFeeAndATerminalsIsRoundedUp() {
        TerminalFee fee = new TerminalFee(360);

        assertThat(fee.of(Means.CASH, yen(3_300))).isEqualTo(Money.ZERO);
        assertThat(fee.of(Means.TERMINAL, yen(3_300))).isEqualTo(yen(119));
    }

    private static Offer offer(Random random) {
        VariantId id = new VariantId(UUID.randomUUID());
        Variant variant =
                new Variant(
                        id,
                        "SKU",
                        "grey",
                        WORDS,
                        yen(1 + random.nextInt(5_000)),
                        random.nextBoolean() ? 10 : 8,
                        10,
                        false,
                        0);
        CostSheet sheet =
                new CostSheet(
                        UUID.randomUUID(),
                        id,
                        yen(random.nextInt(2_000)),
                        yen(random.nextInt(500)),
                        yen(random.nextInt(50)),
                        LocalDate.EPOCH,
                        null);
        Product product =
                new Product(
                        "something",
                        WORDS,
                        WORDS,
                        WORDS,
                        WORDS,
                        WORDS,
                        false,
                        "plain",
                        "square",
                        List.of(),
                        List.of(variant));
        return new Offer(product, variant, random.nextInt(4) == 0 ? null : sheet);
    }
}
