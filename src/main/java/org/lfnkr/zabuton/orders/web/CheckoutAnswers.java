package org.lfnkr.zabuton.orders.web;

import org.lfnkr.zabuton.kernel.EmailAddress;
import org.lfnkr.zabuton.orders.Delivery;
import org.lfnkr.zabuton.shipping.DeliveryWish;
import org.lfnkr.zabuton.web.Problem;

import java.util.List;

/** The checkout's answers after they were read. */
sealed interface CheckoutAnswers {

    record Good(EmailAddress email, Delivery delivery, DeliveryWish arrival)
            implements CheckoutAnswers {}

    /** In the order of the page; never empty. */
    record Bad(List<Problem> problems) implements CheckoutAnswers {}
}
