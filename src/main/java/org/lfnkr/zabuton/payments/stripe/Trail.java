package org.lfnkr.zabuton.payments.stripe;

import org.jspecify.annotations.Nullable;
import org.lfnkr.zabuton.payments.PaymentId;
import org.lfnkr.zabuton.payments.PlanId;

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
