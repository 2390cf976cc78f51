package org.lfnkr.zabuton.payments.settlement;

import org.jspecify.annotations.Nullable;
import org.lfnkr.zabuton.payments.DisputeState;
import org.lfnkr.zabuton.payments.Facts;
import org.lfnkr.zabuton.payments.RefundId;
import org.lfnkr.zabuton.payments.RefundStatus;
import org.lfnkr.zabuton.payments.settlement.Recorded.RecordedRefund;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

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
        if (fact.status() == RefundStatus.SUCCEEDED && fact.out() == null) {
            complete = false;
            return;
        }
        RecordedRefund known = recorded.refund(fact).orElse(null);
        if (known != null && known.held()) {
            steps.addAll(HeldMoney.refund(recorded, fact));
            return;
        }
        RefundId id = known == null ? elsewhere(fact) : known.id();
        boolean news = known == null || isNews(fact, known);
        if (known == null) {
            steps.add(new Step.AddRefund(id, fact));
        } else if (news) {
            steps.add(new Step.UpdateRefund(id, fact));
        }
        Stream.of(Optional.ofNullable(fact.out()), Optional.ofNullable(fact.back()))
                .flatMap(Optional::stream)
                .filter(this::isNew)
                .map(movement -> new Step.MoveRefund(id, fact.id(), movement))
                .forEach(steps::add);
        if (news) {
            steps.add(new Step.TellRefund(id, fact, before(known)));
        }
        complete &= isBackWhereItFailed(fact);
    }

    private static @Nullable RefundStatus before(@Nullable RecordedRefund known) {
        return known == null ? null : known.known().orElse(null);
    }

    /** A bank may have sent it back before we heard that it was on its way. */
    private static boolean isNews(Facts.Refunded fact, RecordedRefund known) {
        boolean asksAgain =
                fact.status() == RefundStatus.NEEDS_ACCOUNT
                        && known.status() == RefundStatus.NEEDS_ACCOUNT
                        && !Objects.equals(fact.neededBy(), known.neededBy());
        return asksAgain || known.known().map(fact.status()::isNewsAfter).orElse(true);
    }

    /** Money that had left must be seen to come back. */
    private static boolean isBackWhereItFailed(Facts.Refunded fact) {
        return fact.status() != RefundStatus.FAILED || fact.out() == null || fact.back() != null;
    }

    /** Found again under the same id, however often it is seen. */
    private static RefundId elsewhere(Facts.Refunded fact) {
        byte[] name = fact.id().getBytes(StandardCharsets.UTF_8);
        return new RefundId(UUID.nameUUIDFromBytes(name));
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
