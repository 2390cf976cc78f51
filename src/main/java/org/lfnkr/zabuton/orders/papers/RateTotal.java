package org.lfnkr.zabuton.orders.papers;

import org.lfnkr.zabuton.kernel.Money;

/**
 * What an invoice says of each tax rate (消費税法 57条の4).
 *
 * @param percent 10, or 8 for food
 * @param total of goods and shipping at this rate, tax included, in yen
 * @param tax inside it, rounded once, in yen
 */
public record RateTotal(int percent, Money total, Money tax) {}
