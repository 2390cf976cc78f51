package org.lfnkr.zabuton.refunds;

import org.jspecify.annotations.Nullable;
import org.lfnkr.zabuton.impact.ImpactStory;
import org.lfnkr.zabuton.kernel.Money;

/**
 * What would follow for the buyer if some pieces came back.
 *
 * @param amount yen that the buyer would get
 * @param means by which it would go back, as {@code refunds.means} of the messages knows it
 * @param before what can be said of the money now; null for no claim
 * @param after and what afterwards; null for no claim
 */
public record Foreseen(
        Money amount, String means, @Nullable ImpactStory before, @Nullable ImpactStory after) {

    static Foreseen of(RefundPreview preview) {
        return new Foreseen(
                preview.amount(),
                preview.known().meansCode(),
                preview.known().impact(),
                preview.impact());
    }
}
