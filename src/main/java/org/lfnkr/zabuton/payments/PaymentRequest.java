package org.lfnkr.zabuton.payments;

import org.lfnkr.zabuton.kernel.EmailAddress;
import org.lfnkr.zabuton.kernel.Language;
import org.lfnkr.zabuton.kernel.Money;
import org.lfnkr.zabuton.vault.SubjectId;

import java.net.URI;
import java.util.List;

/**
 * What is to be paid, and where the payer returns to.
 *
 * @param purpose opaque to this module; the stream of the payment's events
 * @param lines 1 to 100 (Stripe's limit), which add up to the total
 * @param total ¥50 (Stripe's least) to ¥99,999,999 (its most)
 * @param allowKonbini false keeps the convenience stores off the page; where {@link PaymentMeans}
 *     do not take the total they are off anyway
 */
public record PaymentRequest(
        String purpose,
        List<PaymentLine> lines,
        Money total,
        SubjectId payer,
        EmailAddress email,
        Language language,
        URI successUrl,
        URI cancelUrl,
        boolean allowKonbini) {

    public static final Money LEAST = Money.yen(50);
    public static final Money MOST = Money.yen(99_999_999);
    private static final int MOST_LINES = 100;

    public PaymentRequest {
        lines = List.copyOf(lines);
        if (purpose.isBlank() || lines.isEmpty() || lines.size() > MOST_LINES) {
            throw new IllegalArgumentException("A payment needs a purpose and 1 to 100 lines");
        }
        if (total.compareTo(LEAST) < 0 || total.compareTo(MOST) > 0) {
            throw new IllegalArgumentException("Stripe takes ¥50 to ¥99,999,999");
        }
        if (!lines.stream().map(PaymentLine::total).reduce(Money.ZERO, Money::plus).equals(total)) {
            throw new IllegalArgumentException("The lines do not add up to the total");
        }
    }
}
