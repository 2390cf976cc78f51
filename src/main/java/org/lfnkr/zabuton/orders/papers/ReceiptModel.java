package org.lfnkr.zabuton.orders.papers;

import org.jspecify.annotations.Nullable;
import org.lfnkr.zabuton.kernel.Money;
import org.lfnkr.zabuton.orders.PaperLine;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What the receipt of an order says. Its sums agree to the yen, or there is no receipt: goods and
 * shipping are the totals of the tax rates, and with the gift and what covers its fee, which are
 * not taxed, they are what was charged.
 *
 * @param reference of the order
 * @param issuedOn today, in Tokyo
 * @param paidOn the day the money arrived, in Tokyo
 * @param addressee 宛名, without a title
 * @param shipping charged, tax included, in yen
 * @param rates highest first
 * @param cover given for the payment fee, apart from the gift, in yen
 * @param total charged, in yen
 * @param refunded what went back so far, in yen
 * @param method as the payment calls it, such as {@code card} or {@code bank}; null where unknown
 */
public record ReceiptModel(
        String reference,
        LocalDate issuedOn,
        LocalDate paidOn,
        ReceiptAddressee addressee,
        List<PaperLine> lines,
        Money shipping,
        List<RateTotal> rates,
        Money gift,
        Money cover,
        Money total,
        Money refunded,
        @Nullable String method) {

    public static final String TEMPLATE = "orders/papers/receipt";

    private static final Set<String> METHODS = Set.of("card", "konbini", "bank", "cash", "postal");

    public ReceiptModel {
        lines = List.copyOf(lines);
        rates = List.copyOf(rates);
        Money taxed = sum(rates.stream().map(RateTotal::total).toList());
        Money goods = sum(lines.stream().map(PaperLine::total).toList());
        if (!taxed.equals(goods.plus(shipping)) || !taxed.plus(gift).plus(cover).equals(total)) {
            throw new IllegalArgumentException("The sums of a receipt don't agree");
        }
    }

    private static Money sum(List<Money> sums) {
        return sums.stream().reduce(Money.ZERO, Money::plus);
    }

    /** Some line is taxed at the reduced rate, and carries its mark. */
    public boolean marksReduced() {
        return lines.stream().anyMatch(PaperLine::reduced);
    }

    /** What is outside consumption tax, in yen. */
    public Money untaxed() {
        return gift.plus(cover);
    }

    /** What is left of the total after what went back, in yen. */
    public Money remaining() {
        return total.minus(refunded);
    }

    /** The end of a message key for the way it was paid. */
    public String methodKey() {
        return method != null && METHODS.contains(method) ? method : "other";
    }

    /** For {@link org.lfnkr.zabuton.papers.Papers#pdf}. */
    public Map<String, Object> asModel() {
        return Map.of("receipt", this);
    }

    @Override
    public String toString() {
        return "ReceiptModel[" + reference + "]";
    }
}
