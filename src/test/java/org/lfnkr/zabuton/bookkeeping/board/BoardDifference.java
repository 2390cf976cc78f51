package org.lfnkr.zabuton.bookkeeping.board;

import org.lfnkr.zabuton.kernel.Money;
import org.lfnkr.zabuton.support.Await;
import org.springframework.beans.factory.BeanFactory;

import java.time.LocalDate;

/** By how much the board of all days differs from the journal, for tests of other rooms. */
public final class BoardDifference {

    private static final Days ALL = new Days(LocalDate.of(2020, 1, 1), LocalDate.of(2080, 12, 31));

    private BoardDifference() {}

    public static Money of(BeanFactory shop) {
        return Await.value(shop.getBean(BoardStore.class).board(ALL)).difference();
    }
}
