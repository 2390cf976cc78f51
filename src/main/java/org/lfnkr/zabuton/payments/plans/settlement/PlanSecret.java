package org.lfnkr.zabuton.payments.plans.settlement;

import org.jspecify.annotations.Nullable;
import org.lfnkr.zabuton.payments.plans.Card;
import org.lfnkr.zabuton.payments.plans.OverdueCharge;
import org.lfnkr.zabuton.payments.plans.PlanView;

import java.net.URI;
import java.time.YearMonth;
import java.util.Map;

/**
 * What Stripe tells of a plan that names the payer, as it is sealed.
 *
 * @param pages of overdue charges, by invoice
 */
public record PlanSecret(
        @Nullable String brand,
        @Nullable String last4,
        @Nullable String expires,
        Map<String, String> pages) {

    /** No card, where none is known. */
    static PlanSecret of(@Nullable Card card, Map<String, String> pages) {
        return card == null
                ? new PlanSecret(null, null, null, pages)
                : new PlanSecret(card.brand(), card.last4(), card.expires().toString(), pages);
    }

    /** What is told of the plan, with what was sealed of it. */
    public PlanView addTo(PlanView view) {
        return new PlanView(
                view.id(),
                view.purpose(),
                view.terms(),
                view.status(),
                view.nextChargeAt(),
                view.coming(),
                view.paused(),
                view.pausedUntil(),
                view.stopsAt(),
                view.wishPending(),
                card(),
                view.drafted(),
                view.stopWished(),
                view.addressRefused(),
                view.overdue() == null ? null : withPage(view.overdue()));
    }

    private @Nullable Card card() {
        return brand == null || last4 == null || expires == null
                ? null
                : new Card(brand, last4, YearMonth.parse(expires));
    }

    private OverdueCharge withPage(OverdueCharge charge) {
        String page = pages.get(charge.invoice());
        return new OverdueCharge(
                charge.invoice(),
                charge.amount(),
                page == null ? null : URI.create(page),
                charge.nextAttemptAt(),
                charge.attempts(),
                charge.needsAction(),
                charge.needsCard());
    }
}
