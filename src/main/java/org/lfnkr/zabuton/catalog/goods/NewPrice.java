package org.lfnkr.zabuton.catalog.goods;

import org.lfnkr.zabuton.kernel.Money;

import java.time.LocalDate;

/**
 * A price to be set.
 *
 * @param from first day, in Tokyo
 * @param price consumption tax included
 * @param why names nobody
 */
record NewPrice(LocalDate from, Money price, String why) {}
