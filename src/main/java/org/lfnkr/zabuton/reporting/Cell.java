package org.lfnkr.zabuton.reporting;

import org.lfnkr.zabuton.kernel.Money;

/** A sum and whose money it is. */
record Cell(Money yen, Givers givers) {

    static final Cell NOTHING = new Cell(Money.ZERO, Givers.NONE);

    Cell and(Cell other) {
        return new Cell(yen.plus(other.yen), givers.and(other.givers));
    }

    /** Whether it tells of nobody in particular. */
    boolean canBeShown() {
        return givers.enough();
    }
}
