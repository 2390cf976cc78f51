package org.lfnkr.zabuton.payments;

import org.jspecify.annotations.Nullable;
import org.lfnkr.zabuton.payments.Recorded.RecordedRefund;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Collects what follows from the refunds and disputes of a settled payment. */
final class Aftermath {

    private final Recorded recorded;
    private final List<Step> steps = new ArrayList<>();
    private boolean complete = true;

    Aftermath(Recorded recorded) {
        this.recorded = recorded;
    }

    List<Step> steps() {
        return steps;
    }

    boolean isComplete() {
        return complete;
    }

    void refund(Facts.Refunded fact) {
        RecordedRefund known = recorded.refund(fact).orElse(null);
        RefundId id = known == null ? elsewhere(fact) : known.id();
        if (known == null) {
            steps.add(new Step.AddRefund(id, fact));
        } else if (known.stripeId() == null || isFurther(fact.status(), known.status())) {
            steps.add(new Step.UpdateRefund(id, fact.id(), fact.status()));
        }
        Facts.Movement out = fact.out();
        if (out != null && isNew(out)) {
            steps.add(new Step.SendRefund(id, fact.id(), fact.amount(), out));
        }
        if (fact.status() == RefundStatus.FAILED) {
            failed(id, fact, known);
        }
    }

    /** Found again under the same id, however often it is seen. */
    private static RefundId elsewhere(Facts.Refunded fact) {
        byte[] name = fact.id().getBytes(StandardCharsets.UTF_8);
        return new RefundId(UUID.nameUUIDFromBytes(name));
    }

    private static boolean isFurther(RefundStatus fact, RefundStatus known) {
        return fact.compareTo(known) > 0;
    }

    /** Money that had left must be seen to come back before the books say so. */
    private void failed(RefundId id, Facts.Refunded fact, @Nullable RecordedRefund known) {
        boolean neverLeft = fact.out() == null;
        boolean isNews = known == null || known.status() != RefundStatus.FAILED;
        Facts.Movement back = fact.back();
        if (back == null ? neverLeft && isNews : isNew(back)) {
            steps.add(new Step.ReturnRefund(id, fact.id(), fact.amount(), back));
        }
        complete &= neverLeft || back != null;
    }

    void dispute(Facts.Disputed fact) {
        DisputeState known = recorded.disputes().get(fact.id());
        if (known == null) {
            steps.add(new Step.OpenDispute(fact.id(), fact.amount(), fact.at()));
        }
        fact.movements().stream()
                .filter(this::isNew)
                .map(movement -> new Step.MoveDispute(fact.id(), movement))
                .forEach(steps::add);
        if (fact.state() != DisputeState.OPEN && (known == null || known == DisputeState.OPEN)) {
            steps.add(new Step.CloseDispute(fact.id(), fact.state()));
        }
    }

    private boolean isNew(Facts.Movement movement) {
        return !recorded.movements().contains(movement.id());
    }
}
