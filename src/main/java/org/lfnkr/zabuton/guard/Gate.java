package org.lfnkr.zabuton.guard;

/** A form that leads to Stripe's payment page. */
public enum Gate {
    GIVE,
    BUY
}
