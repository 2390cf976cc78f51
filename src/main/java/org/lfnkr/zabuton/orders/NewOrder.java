package org.lfnkr.zabuton.orders;

import java.util.List;

/** An order about to be written, with what makes its attempt unique. */
record NewOrder(Order order, String fingerprint, List<SoldLine> lines) {}
