package org.lfnkr.zabuton.closing;

import java.util.List;

/**
 * A year of the books, which is closed when all of its months are.
 *
 * @param year in which it begins
 * @param months those that have begun, the latest first
 * @param over whether all of its months have
 */
record BooksYear(int year, List<Period> months, boolean over) {

    BooksYear {
        months = List.copyOf(months);
    }

    public long closedMonths() {
        return months.stream().filter(Period::isClosed).count();
    }

    public boolean isClosed() {
        return over && closedMonths() == months.size();
    }
}
