package org.lfnkr.zabuton.giving.pledges;

import org.jspecify.annotations.Nullable;
import org.lfnkr.zabuton.giving.Charge;
import org.lfnkr.zabuton.giving.Pledge;
import org.lfnkr.zabuton.impact.ImpactState;
import org.lfnkr.zabuton.kernel.Money;
import org.lfnkr.zabuton.payments.RefundStatus;
import org.lfnkr.zabuton.payments.RefundView;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Where a gift that is given once stands, as its page and its timeline tell it. Decided from the
 * facts here and nowhere else.
 */
public enum GiftStanding {
    AWAITING_PAYMENT("pay"),
    AWAITING_KONBINI("pay-konbini"),
    GIVEN("use"),
    /** The bank asks about the payment; nobody has decided anything yet. */
    DISPUTED("wait"),
    /** All of it goes back, and not all of it has left us. */
    REFUNDING("refund"),
    REFUNDED(""),
    /** All of it was to go back, and some did not arrive: a person looks for another way. */
    REFUND_FAILED("other-way"),
    /** The bank took it back. */
    CHARGED_BACK(""),
    ENDED(""),
    HELD("review"),
    /** What came was not what was pledged: it goes back. */
    RETURNING("refund"),
    RETURNED(""),
    OF_PLAN("");

    private final String next;

    GiftStanding(String next) {
        this.next = next;
    }

    /**
     * @param charges of the pledge; before it is paid there are none
     * @param refunds all of its payment's
     */
    public static GiftStanding of(Pledge pledge, List<Charge> charges, List<RefundView> refunds) {
        return switch (pledge.status()) {
            case AWAITING_PAYMENT -> AWAITING_PAYMENT;
            case AWAITING_KONBINI -> AWAITING_KONBINI;
            case GIVEN -> charges.isEmpty() ? GIVEN : of(charges.getFirst(), refunds);
            case ENDED -> ENDED;
            case PAID_TWICE -> charges.isEmpty() ? REFUNDING : of(charges.getFirst(), refunds);
            case HELD -> HELD;
            case RETURNED -> ofReturned(refunds);
            case OF_PLAN -> OF_PLAN;
        };
    }

    private static GiftStanding of(Charge charge, List<RefundView> refunds) {
        if (charge.lost()) {
            return CHARGED_BACK;
        }
        if (charge.isRefundedWhole()) {
            return REFUNDED;
        }
        if (goingBack(refunds).compareTo(charge.parts().total()) >= 0) {
            return REFUNDING;
        }
        if (charge.kept().total().isZero()) {
            return REFUND_FAILED;
        }
        return charge.disputed() ? DISPUTED : GIVEN;
    }

    /** What never came needs no way back. */
    private static GiftStanding ofReturned(List<RefundView> refunds) {
        RefundStatus last = refunds.isEmpty() ? RefundStatus.SUCCEEDED : refunds.getLast().status();
        if (!last.isLive()) {
            return REFUND_FAILED;
        }
        return last == RefundStatus.SUCCEEDED ? RETURNED : RETURNING;
    }

    private static Money goingBack(List<RefundView> refunds) {
        return refunds.stream()
                .filter(refund -> refund.status().isLive())
                .map(RefundView::amount)
                .reduce(Money.ZERO, Money::plus);
    }

    /** As messages know it. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /**
     * What comes next, as messages know it.
     *
     * @param impact how far it has come; null where nothing is promised
     */
    Optional<String> next(@Nullable ImpactState impact) {
        String step = this == GIVEN && impact != null ? nextOf(impact) : next;
        return step.isEmpty() ? Optional.empty() : Optional.of(step);
    }

    private static String nextOf(ImpactState state) {
        return switch (state) {
            case COULD_FUND, FUNDS -> "use";
            case PARTLY_BOUGHT, PARTLY_DELIVERED -> "rest";
            case BOUGHT -> "arrive";
            case DELIVERED, FELL_SHORT -> "";
        };
    }

    /** Whether it may be said what the money makes possible: not while its way is undecided. */
    public boolean saysImpact() {
        return switch (this) {
            case ENDED, HELD, REFUNDING, REFUND_FAILED, RETURNING, RETURNED -> false;
            default -> true;
        };
    }
}
