package org.lfnkr.zabuton.payments;

/** What a notice leads to. */
sealed interface Trail {

    /** A payment by way of its page. */
    record OfSession(String session) implements Trail {}

    /** A payment that an invoice made. */
    record OfPayment(PaymentId payment, String intent) implements Trail {}

    record OfPlan(PlanId plan) implements Trail {}

    /** A plan whose invoice has yet to make the payment that this intent paid. */
    record OfComing(PlanId plan, String intent) implements Trail {}
}
