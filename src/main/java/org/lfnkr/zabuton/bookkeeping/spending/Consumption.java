package org.lfnkr.zabuton.bookkeeping.spending;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;

import org.lfnkr.zabuton.bookkeeping.Lot;
import org.lfnkr.zabuton.kernel.Money;
import org.lfnkr.zabuton.ledger.Fund;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * What a disbursement has of a lot.
 *
 * @param subject the order or gift whose money it is
 * @param lot its number
 * @param what the lot, nothing in it
 * @param fund from which it was spent
 * @param yen that were spent and have not come back
 * @param net yen that are left of the lot's payment after all refunds and disputes: more than that
 *     can't be said to have bought anything
 */
public record Consumption(
        UUID disbursement, UUID subject, long lot, Lot what, Fund fund, Money yen, Money net) {

    /**
     * What of their subjects' money has bought something: of each lot what these disbursements
     * have, and no more than is left of its payment.
     *
     * @param all of disbursements that bought the same
     */
    public static Money bought(Collection<Consumption> all) {
        return all.stream().collect(groupingBy(Consumption::lot)).values().stream()
                .map(Consumption::ofOneLot)
                .reduce(Money.ZERO, Money::plus);
    }

    /** The same for each subject. */
    public static Map<UUID, Money> boughtBySubject(Collection<Consumption> all) {
        Map<UUID, List<Consumption>> subjects =
                all.stream().collect(groupingBy(Consumption::subject));
        return subjects.entrySet().stream()
                .collect(toMap(Map.Entry::getKey, subject -> bought(subject.getValue())));
    }

    private static Money ofOneLot(List<Consumption> lot) {
        return lot.stream()
                .map(Consumption::yen)
                .reduce(Money.ZERO, Money::plus)
                .min(lot.getFirst().net());
    }
}
