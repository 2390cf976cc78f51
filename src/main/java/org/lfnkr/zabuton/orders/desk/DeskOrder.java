package org.lfnkr.zabuton.orders.desk;

import org.lfnkr.zabuton.orders.Order;
import org.lfnkr.zabuton.orders.OrderStanding;

/**
 * An order as staff see it in a list: nothing in it names a person.
 *
 * @param pieces how many were ordered
 * @param means Stripe's name of how it was paid; empty before that is known
 */
record DeskOrder(Order order, int pieces, String means, OrderStanding standing) {}
