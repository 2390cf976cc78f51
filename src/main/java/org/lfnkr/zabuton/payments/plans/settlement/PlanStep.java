package org.lfnkr.zabuton.payments.plans.settlement;

import org.jspecify.annotations.Nullable;
import org.lfnkr.zabuton.payments.Facts;
import org.lfnkr.zabuton.payments.HoldReason;
import org.lfnkr.zabuton.payments.plans.PlanChanged;
import org.lfnkr.zabuton.payments.plans.PlanEnded;
import org.lfnkr.zabuton.payments.plans.PlanFacts;
import org.lfnkr.zabuton.payments.plans.PlanStatus;

import java.time.Instant;
import java.util.UUID;

/** One thing to record of a plan, and to tell. */
public sealed interface PlanStep {

    /** Remember which of Stripe's pages begins this plan. */
    record Adopt(String session) implements PlanStep {}

    /** Remember what came of it. */
    record Subscribe(String subscription, String customer, String item) implements PlanStep {}

    record Open() implements PlanStep {}

    record Hold(HoldReason reason) implements PlanStep {}

    record Price(UUID terms, String price) implements PlanStep {}

    /** A paid invoice becomes a settled payment. */
    record Settle(
            Terms terms,
            PlanFacts.Billed invoice,
            String intent,
            Facts.Charge charge,
            Facts.Movement movement)
            implements PlanStep {}

    /** A paid invoice becomes a payment that is held. */
    record HoldPayment(
            Terms terms, PlanFacts.Billed invoice, HoldReason reason, long actual, String currency)
            implements PlanStep {

        /** The charge whose money stands in our balance; null where none does. */
        public Facts.@Nullable Charge charge() {
            Facts.Intent intent = invoice.intent();
            Facts.Charge charge = intent == null ? null : intent.charge();
            Facts.Movement movement = charge == null ? null : charge.movement();
            boolean ours = movement != null && movement.currency().equals("jpy");
            return ours && reason != HoldReason.MODE ? charge : null;
        }
    }

    record Start(Instant at) implements PlanStep {}

    /**
     * @param isNews whether this try was not told before
     */
    record Fail(PlanFacts.Billed invoice, boolean isNews) implements PlanStep {}

    record Recover(String invoice) implements PlanStep {}

    record Drop(String invoice) implements PlanStep {}

    record Keep(PlanState state) implements PlanStep {}

    record Seal(PlanSecret secret) implements PlanStep {}

    /** The customer has left another card, which is to be charged from now on. */
    record Charge(String method) implements PlanStep {}

    /** The next charge is to be made then, which is the day that was promised. */
    record Align(Instant nextCharge) implements PlanStep {}

    /** Stripe has given up trying, and leaves the plan as it is: we end it. */
    record GiveUp() implements PlanStep {}

    /** There is another card for what could not be charged. */
    record TryAgain(String invoice) implements PlanStep {}

    record Tell(PlanChanged.What what, @Nullable Instant moved) implements PlanStep {}

    record Fulfil(UUID wish) implements PlanStep {}

    /** A wish that has lost its object. */
    record Refuse(Wish wish) implements PlanStep {}

    record End(PlanStatus status, PlanEnded.Reason reason) implements PlanStep {}
}
