package org.lfnkr.zabuton.refunds;

import org.lfnkr.zabuton.kernel.Money;

/** What came of wanting to give money back. But for the first two nothing was written. */
sealed interface RefundAnswer {

    /** It is on its way, or waits for a hand where Stripe never had the money. */
    record Done(Money amount) implements RefundAnswer {}

    /** A second person has been asked. */
    record Proposed() implements RefundAnswer {}

    /** The same form was sent before. */
    record Before() implements RefundAnswer {}

    /** Something has happened since: this is what follows now. */
    record Changed(RefundPreview now) implements RefundAnswer {}

    /** It is not possible any more, for what stands in the form. */
    record Refused(RefundForm form) implements RefundAnswer {}

    /** Together with what went back before it is more than one person decides. */
    record NeedsSecond(RefundPreview preview) implements RefundAnswer {}
}
