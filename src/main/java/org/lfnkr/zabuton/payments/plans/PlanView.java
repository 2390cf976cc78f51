package org.lfnkr.zabuton.payments.plans;

import org.jspecify.annotations.Nullable;
import org.lfnkr.zabuton.kernel.Money;
import org.lfnkr.zabuton.payments.PlanId;

import java.time.Instant;
import java.util.List;

/**
 * A plan as a page shows it.
 *
 * @param terms of the next charge, as far as Stripe has confirmed them
 * @param nextChargeAt when money is taken next, with a pause counted in; null when it never is
 * @param coming when money is taken by the calendar, whatever is left out of it: the next charge
 *     and the thirteen after it; empty where the plan does not run
 * @param paused whether no charge is made although Stripe calls it active
 * @param pausedUntil when the pause ends by itself; null when it does not
 * @param stopsAt when it ends, if it is to end
 * @param wishPending whether a change that was asked for has yet to reach Stripe
 * @param card what is charged; null while none is known, or when the payer was erased
 * @param drafted what the next charge takes, where it lies as a draft already: other terms leave it
 *     as it is; null while none does
 * @param stopWished whether it ends once everything that was asked for is done
 * @param addressRefused Stripe does not take the payer's mail address and asks for another
 * @param overdue the oldest charge that was tried in vain and is not given up
 */
public record PlanView(
        PlanId id,
        String purpose,
        PlanTerms terms,
        PlanStatus status,
        @Nullable Instant nextChargeAt,
        List<Instant> coming,
        boolean paused,
        @Nullable Instant pausedUntil,
        @Nullable Instant stopsAt,
        boolean wishPending,
        @Nullable Card card,
        @Nullable Money drafted,
        boolean stopWished,
        boolean addressRefused,
        @Nullable OverdueCharge overdue) {

    public PlanView {
        coming = List.copyOf(coming);
    }
}
