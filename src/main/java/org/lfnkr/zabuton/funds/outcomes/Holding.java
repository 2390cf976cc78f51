package org.lfnkr.zabuton.funds.outcomes;

import static java.util.Comparator.comparing;

import org.lfnkr.zabuton.bookkeeping.Lot;
import org.lfnkr.zabuton.bookkeeping.spending.Consumption;
import org.lfnkr.zabuton.funds.outcomes.PurchaseStore.Share;
import org.lfnkr.zabuton.impact.Cause;
import org.lfnkr.zabuton.impact.ImpactStory;
import org.lfnkr.zabuton.impact.Progress;
import org.lfnkr.zabuton.kernel.Money;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * What of the money behind a statement is in which disbursement.
 *
 * @param outcome of which the statement speaks
 * @param spent in the statement's own fund, in the order of spending
 * @param before what was in each purchase when it was followed last
 * @param purchases of the outcome, by their disbursements
 */
record Holding(
        UUID subject,
        String outcome,
        List<Spent> spent,
        Map<UUID, Money> before,
        Map<UUID, Purchase> purchases) {

    static Holding of(
            UUID subject, ImpactStory story, List<Consumption> all, Map<UUID, Money> before) {
        List<Spent> spent =
                all.stream()
                        .filter(it -> it.fund().equals(story.price().fund()))
                        .map(Spent::of)
                        .toList();
        return new Holding(subject, story.price().outcome(), spent, before, Map.of());
    }

    /**
     * In the order in which all follow: each changes the row of its outcome, what all statements
     * about that say together, and who took these rows in another order would wait for somebody who
     * waits for them.
     */
    static List<Holding> inOrder(List<Holding> all) {
        return all.stream()
                .sorted(comparing(Holding::outcome).thenComparing(Holding::subject))
                .toList();
    }

    Holding with(Map<UUID, Purchase> known) {
        return new Holding(subject, outcome, spent, before, known);
    }

    /** The same once something else is left of each lot. */
    Holding left(Function<Lot, Money> net) {
        return new Holding(
                subject,
                outcome,
                spent.stream().map(it -> it.left(net.apply(it.what()))).toList(),
                before,
                purchases);
    }

    /** In which something of it is, or was. */
    Collection<UUID> disbursements() {
        Set<UUID> all = new HashSet<>(before.keySet());
        spent.forEach(it -> all.add(it.disbursement()));
        return all;
    }

    /** What is to be written: also of a purchase in which nothing is left. */
    Stream<Share> shares() {
        Map<UUID, Money> now = Spent.shares(spent);
        return purchases.keySet().stream()
                .sorted()
                .map(it -> new Share(it, subject, now.getOrDefault(it, Money.ZERO)));
    }

    Progress progress() {
        Map<UUID, Money> now = Spent.shares(spent);
        List<Stake> stakes =
                purchases.values().stream()
                        .filter(it -> it.outcome().equals(outcome))
                        .map(it -> new Stake(it, now.getOrDefault(it.disbursement(), Money.ZERO)))
                        .toList();
        return Stake.progress(stakes, now.values().stream().reduce(Money.ZERO, Money::plus));
    }

    /** Where money moved: whether a purchase came back, or the money of whoever had paid. */
    Cause cause(Cause told) {
        return told == Cause.MONEY && before.keySet().stream().anyMatch(this::cameBack)
                ? Cause.RETURN
                : told;
    }

    private boolean cameBack(UUID disbursement) {
        Money still =
                spent.stream()
                        .filter(it -> it.disbursement().equals(disbursement))
                        .map(Spent::yen)
                        .reduce(Money.ZERO, Money::plus);
        return before.getOrDefault(disbursement, Money.ZERO).compareTo(still) > 0;
    }
}
