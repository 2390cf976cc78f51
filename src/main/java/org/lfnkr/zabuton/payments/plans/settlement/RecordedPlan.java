package org.lfnkr.zabuton.payments.plans.settlement;

import org.jspecify.annotations.Nullable;
import org.lfnkr.zabuton.payments.plans.Plan;
import org.lfnkr.zabuton.payments.plans.PlanFacts;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * All that is recorded of a plan.
 *
 * @param terms oldest first
 * @param overdue by invoice
 * @param invoices those that made payments
 * @param stopAsked whether it is, or was, to be stopped at once
 */
public record RecordedPlan(
        Plan plan,
        List<Terms> terms,
        Map<String, Overdue> overdue,
        Set<String> invoices,
        List<Wish> wishes,
        boolean stopAsked) {

    public record Overdue(
            int attempts, boolean needsAction, boolean needsCard, @Nullable Instant nextAttemptAt) {

        static Overdue of(PlanFacts.Billed invoice) {
            return new Overdue(
                    invoice.attempts(),
                    invoice.needsAction(),
                    invoice.needsCard(),
                    invoice.nextAttemptAt());
        }
    }

    Terms current() {
        return named(plan.terms()).orElseThrow();
    }

    Optional<Terms> named(@Nullable UUID id) {
        return terms.stream().filter(each -> each.id().equals(id)).findFirst();
    }

    /** The wish with this id, if it is not answered yet. */
    public Optional<Wish> waiting(@Nullable UUID id) {
        return wishes.stream().filter(wish -> wish.id().equals(id)).findFirst();
    }

    /** Whether a change of this kind is not answered yet. */
    public boolean isWaiting(Wish.Kind kind) {
        return wishes.stream().anyMatch(wish -> wish.kind() == kind);
    }

    /**
     * The terms that an invoice was written under. Its price names them surely: while it is a draft
     * its metadata still follows the subscription, so that a change in that hour shows there. Two
     * terms with one price are told apart by the metadata.
     */
    Terms of(PlanFacts.Billed invoice) {
        List<Terms> candidates =
                terms.stream()
                        .filter(each -> each.price() != null)
                        .filter(each -> Objects.equals(each.price(), invoice.price()))
                        .toList();
        return candidates.size() == 1
                ? candidates.getFirst()
                : named(invoice.terms())
                        .filter(each -> candidates.isEmpty() || candidates.contains(each))
                        .orElseGet(this::current);
    }
}
