package org.lfnkr.zabuton.impact;

import static org.lfnkr.zabuton.kernel.Money.yen;

import org.lfnkr.zabuton.kernel.Bilingual;
import org.lfnkr.zabuton.kernel.Money;
import org.lfnkr.zabuton.ledger.Fund;

import java.time.LocalDate;
import java.util.Random;
import java.util.UUID;

/** Values that the tests of several modules start from. */
public final class Samples {

    /** The price that the sample price book has. */
    public static final OutcomePrice RICE =
            price(UUID.fromString("5a11e000-0000-4000-8000-000000000001"), 5_400, 30);

    private Samples() {}

    static OutcomePrice price(UUID id, long yen, long units) {
        return new OutcomePrice(
                id,
                "rice",
                new Bilingual("rice", "お米"),
                "kilogram",
                Fund.FOOD,
                yen,
                units,
                LocalDate.of(2020, 1, 1),
                null,
                "Sample data, not a real quotation.");
    }

    /** In yen, in the order of the record. */
    public static Takings takings(
            long goods, long shipping, long gift, long tax, long costs, long carrier) {
        return new Takings(
                yen(goods), yen(shipping), yen(gift), yen(tax), yen(costs), yen(carrier));
    }

    /** Anything from a free sticker to a lorry load, often with parts that are zero. */
    public static Takings anyTakings(Random random) {
        return new Takings(
                any(random),
                any(random),
                any(random),
                any(random),
                any(random),
                any(random),
                any(random),
                Uncosted.NONE);
    }

    /** Goods of unknown cost beside others; now and then they make the parcel travel free. */
    static Uncosted anyUncosted(Takings alone, Random random) {
        Money shipping =
                random.nextBoolean()
                        ? Money.ZERO.minus(alone.shippingCharged())
                        : yen(random.nextLong(2_000));
        Money goods = any(random);
        return new Uncosted(goods, shipping, yen(goods.yen() / 11), any(random));
    }

    static Takings with(Takings alone, Uncosted more) {
        return new Takings(
                alone.goods().plus(more.goods()),
                alone.shippingCharged().plus(more.shippingCharged()),
                alone.gift(),
                alone.cover(),
                alone.tax().plus(more.tax()),
                alone.costs(),
                alone.carrierCost().plus(more.carrierCost()),
                more);
    }

    private static Money any(Random random) {
        return random.nextInt(4) == 0 ? Money.ZERO : yen(random.nextLong(1L << random.nextInt(27)));
    }
}
