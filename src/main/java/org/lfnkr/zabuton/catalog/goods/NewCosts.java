package org.lfnkr.zabuton.catalog.goods;

import org.lfnkr.zabuton.kernel.Money;

import java.time.LocalDate;

/**
 * A cost sheet to be set.
 *
 * @param from first day, in Tokyo
 * @param why names nobody
 * @param evidence a reference to a paper
 */
record NewCosts(
        LocalDate from,
        Money materials,
        Money making,
        Money packaging,
        String why,
        String evidence) {}
