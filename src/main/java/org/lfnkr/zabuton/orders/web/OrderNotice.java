package org.lfnkr.zabuton.orders.web;

import org.lfnkr.zabuton.kernel.Money;

/**
 * An order that waits for its payment, shown to the browser that placed it.
 *
 * @param path of its page, behind the language
 */
public record OrderNotice(String reference, String path, Money total) {}
