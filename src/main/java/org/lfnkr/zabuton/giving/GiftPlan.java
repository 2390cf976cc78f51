package org.lfnkr.zabuton.giving;

import org.jspecify.annotations.Nullable;
import org.lfnkr.zabuton.kernel.Language;
import org.lfnkr.zabuton.payments.PlanId;
import org.lfnkr.zabuton.reveals.Matter;
import org.lfnkr.zabuton.supporters.SupporterId;
import org.lfnkr.zabuton.vault.SubjectId;

import java.time.Instant;

/**
 * What somebody gives again and again.
 *
 * @param payments the same plan, as payments know it
 * @param reference of its first pledge, by which its page is opened
 * @param startedAt when its first charge was paid; null before that: it is no gift yet
 * @param nextChargeAt as payments said when something last happened; pages ask payments themselves
 */
public record GiftPlan(
        GiftPlanId id,
        PlanId payments,
        String reference,
        SupporterId supporter,
        SubjectId subject,
        Language language,
        Instant begunAt,
        @Nullable Instant startedAt,
        @Nullable Instant endedAt,
        @Nullable Instant nextChargeAt) {

    /** As what {@link org.lfnkr.zabuton.reveals.Masked#kind()} knows plans. */
    public static final String KIND = "plan";

    /** The record of which staff open a part with a reason. */
    public Matter matter() {
        return new Matter(KIND, id.value());
    }
}
