package org.lfnkr.zabuton.payments;

import org.jspecify.annotations.Nullable;

/** What a notice leads to. */
sealed interface Trail {

    /** A payment by way of its page. */
    record OfSession(String session) implements Trail {}

    /** A payment that an invoice made. */
    record OfPayment(PaymentId payment, String intent) implements Trail {}

    /**
     * @param subscription what came of the plan, where the notice tells
     */
    record OfPlan(PlanId plan, @Nullable String subscription) implements Trail {}

    /** A plan whose invoice has yet to make the payment that this intent paid. */
    record OfComing(OfPlan plan, String intent) implements Trail {}
}
