package org.lfnkr.zabuton.bookkeeping;

import org.lfnkr.zabuton.kernel.Money;
import org.lfnkr.zabuton.payments.RefundId;

import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Of which parts of a payment a refund is, as the books have it.
 *
 * @param now yen of each part; what nobody has said is of goods first and of the gift last
 * @param most yen that other refunds leave of each
 * @param said whether somebody has said so
 */
public record RefundParts(Map<Part, Money> now, Map<Part, Money> most, boolean said) {

    public RefundParts {
        now = Map.copyOf(now);
        most = Map.copyOf(most);
    }

    static RefundParts of(PaymentBook book, RefundId refund) {
        Returns returns = book.returns();
        Map<Part, Long> all = book.charged().gone(returns.gone());
        Map<Part, Long> others = book.charged().gone(returns.without(refund).gone());
        Map<Part, Money> now = new TreeMap<>();
        Map<Part, Money> most = new TreeMap<>();
        all.forEach(
                (part, yen) -> {
                    long other = others.getOrDefault(part, 0L);
                    now.put(part, Money.yen(Math.max(0, yen - other)));
                    most.put(part, Money.yen(book.charged().of(part) - other));
                });
        now.put(Part.GOODWILL, Money.yen(returns.goodwill() - returns.without(refund).goodwill()));
        return new RefundParts(positive(now), positive(most), returns.said().containsKey(refund));
    }

    private static Map<Part, Money> positive(Map<Part, Money> parts) {
        return parts.entrySet().stream()
                .filter(part -> part.getValue().isPositive())
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }
}
