package org.lfnkr.zabuton.payments.plans;

import org.jspecify.annotations.Nullable;
import org.lfnkr.zabuton.kernel.EmailAddress;
import org.lfnkr.zabuton.kernel.Language;
import org.lfnkr.zabuton.vault.SubjectId;

import java.net.URI;

/**
 * What is to be paid again and again, and where the payer returns to.
 *
 * @param purpose opaque to this module; the stream of the plan's own events
 * @param terms of the first charge
 * @param label what it is, in the payer's language, as Stripe's pages show it; one of a few, since
 *     each becomes a product at Stripe, and no personal data
 * @param beside what else Stripe's page says before the plan begins, in the payer's language, such
 *     as what may be changed later; null for nothing
 */
public record PlanRequest(
        String purpose,
        PlanTerms terms,
        String label,
        @Nullable String beside,
        SubjectId payer,
        EmailAddress email,
        Language language,
        URI successUrl,
        URI cancelUrl) {

    public PlanRequest {
        if (purpose.isBlank() || label.isBlank()) {
            throw new IllegalArgumentException("A plan needs a purpose and a label");
        }
    }
}
