package org.lfnkr.zabuton.bookkeeping.board;

import static org.lfnkr.zabuton.bookkeeping.LotKind.COSTS;
import static org.lfnkr.zabuton.bookkeeping.LotKind.GIFT;
import static org.lfnkr.zabuton.bookkeeping.LotKind.GIFT_FEE;
import static org.lfnkr.zabuton.bookkeeping.LotKind.PROFIT;
import static org.lfnkr.zabuton.bookkeeping.LotKind.SALE_FEE;

import org.lfnkr.zabuton.bookkeeping.LotKind;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * A step of a bridge: from what buyers paid to the profit of the funds, or from what givers gave to
 * the gifts of the funds. The last of each is the sum of those before it.
 */
enum Step {
    SOLD(1, Set.of(true), Sides.SALE),
    REFUNDED(1, Set.of(false), Sides.SALE),
    TAX(-1, Sides.BOTH, Set.of(LotKind.TAX)),
    SHIPPING(-1, Sides.BOTH, Set.of(LotKind.SHIPPING)),
    FEES(-1, Sides.BOTH, Set.of(SALE_FEE)),
    GOODS_COSTS(-1, Sides.BOTH, Set.of(COSTS)),
    PROFITS(1, Sides.BOTH, Set.of(PROFIT)),
    GIVEN(1, Set.of(true), Sides.GIFTS),
    GIVEN_BACK(1, Set.of(false), Sides.GIFTS),
    GIFT_FEES(-1, Sides.BOTH, Set.of(GIFT_FEE)),
    GIFTS(1, Sides.BOTH, Set.of(GIFT));

    /** Of buyers, and the last is what is left for people. */
    static final List<Step> SALES =
            List.of(SOLD, REFUNDED, TAX, SHIPPING, FEES, GOODS_COSTS, PROFITS);

    /** Of givers. */
    static final List<Step> DONATIONS = List.of(GIVEN, GIVEN_BACK, GIFT_FEES, GIFTS);

    private final int sign;
    private final Set<Boolean> charges;
    private final Set<LotKind> kinds;

    Step(int sign, Set<Boolean> charges, Set<LotKind> kinds) {
        this.sign = sign;
        this.charges = charges;
        this.kinds = kinds;
    }

    private static final class Sides {
        private static final Set<Boolean> BOTH = Set.of(true, false);
        private static final Set<LotKind> GIFTS = Set.of(GIFT, GIFT_FEE);
        private static final Set<LotKind> SALE =
                Set.of(SALE_FEE, LotKind.TAX, LotKind.SHIPPING, COSTS, PROFIT);
    }

    /** As addresses and messages know it. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static Optional<Step> of(String code) {
        return Arrays.stream(values()).filter(step -> step.code().equals(code)).findFirst();
    }

    /** Whether a bridge ends with it, and it is shared out among funds. */
    public boolean isLast() {
        return this == PROFITS || this == GIFTS;
    }

    int sign() {
        return sign;
    }

    Boolean[] charges() {
        return charges.toArray(Boolean[]::new);
    }

    String[] kinds() {
        return kinds.stream().map(Enum::name).toArray(String[]::new);
    }

    /** Yen that it adds to its bridge; below zero what it takes. */
    long of(Collection<Cell> cells) {
        return sign
                * cells.stream()
                        .filter(cell -> charges.contains(cell.charge()))
                        .filter(cell -> kinds.contains(cell.kind()))
                        .mapToLong(Cell::yen)
                        .sum();
    }
}
