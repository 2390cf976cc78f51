package org.lfnkr.zabuton.payments.plans.settlement;

import org.jspecify.annotations.Nullable;
import org.lfnkr.zabuton.payments.PlanId;
import org.lfnkr.zabuton.payments.plans.PlanChanged;

import java.util.Map;
import java.util.UUID;

/**
 * A change of a plan that was asked for and has not been answered yet.
 *
 * @param terms those that are to be charged
 * @param parameters exactly what Stripe is told
 */
public record Wish(
        UUID id, PlanId plan, Kind kind, @Nullable UUID terms, Map<String, Object> parameters) {

    private static final String INVOICE = "invoice";

    public enum Kind {
        TERMS(PlanChanged.What.TERMS),
        DAY(PlanChanged.What.DAY),
        PAUSE(PlanChanged.What.PAUSED),
        RESUME(PlanChanged.What.RESUMED),
        STOP(PlanChanged.What.STOPPING),
        UNDO_STOP(PlanChanged.What.STOP_UNDONE),
        STOP_NOW(PlanChanged.What.STOPPING),
        /** What is overdue is not tried any more, so the plan ends. */
        GIVE_UP(PlanChanged.What.STOPPING),
        /** The plan is to be charged to the card that its customer has left. */
        CARD(PlanChanged.What.CARD),
        /** Charges are to fall on the days in Tokyo that were promised. */
        ALIGN(PlanChanged.What.DAY),
        /** What is overdue is to be tried with that card. */
        RETRY(PlanChanged.What.CARD);

        private final PlanChanged.What what;

        Kind(PlanChanged.What what) {
            this.what = what;
        }

        /** What of a plan it changes. */
        public PlanChanged.What what() {
            return what;
        }

        /** Who pauses or stops is not charged for what could not be charged before. */
        public boolean dropsOverdue() {
            return this == PAUSE || isStop();
        }

        boolean isStop() {
            return this == STOP || isAtOnce();
        }

        /** Whether the plan ends with it, and not with its period. */
        public boolean isAtOnce() {
            return this == STOP_NOW || this == GIVE_UP;
        }
    }

    /** The only one that is about an invoice. */
    public static Wish retry(PlanId plan, String invoice) {
        return new Wish(UUID.randomUUID(), plan, Kind.RETRY, null, Map.of(INVOICE, invoice));
    }

    /** What is to be tried again. */
    public String invoice() {
        return String.valueOf(parameters.get(INVOICE));
    }

    /** Under which Stripe carries it out once. */
    public String idempotencyKey() {
        return "wish:" + id;
    }
}
