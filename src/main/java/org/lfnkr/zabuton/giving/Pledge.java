package org.lfnkr.zabuton.giving;

import org.jspecify.annotations.Nullable;
import org.lfnkr.zabuton.kernel.Language;
import org.lfnkr.zabuton.ledger.Fund;
import org.lfnkr.zabuton.payments.PaymentId;
import org.lfnkr.zabuton.reveals.Matter;
import org.lfnkr.zabuton.supporters.SupporterId;
import org.lfnkr.zabuton.vault.SubjectId;

import java.time.Instant;
import java.util.UUID;

/**
 * What somebody has agreed to give, once or at each charge of a plan: everything that is not
 * personal. Other terms are another pledge.
 *
 * @param reference what people read out, such as {@code 7K3M9-QXT4B}; the plan's, where there is
 *     one
 * @param instead where its money goes once the fund is full or closed; null where the giver was
 *     told of nothing like that, and then it goes to the fund
 * @param terms version of the agreement to the fund's purpose
 * @param outcomePrice version of the price book that the giver saw; null where nothing was claimed
 * @param withWords whether the vault keeps a {@link Dedication} for it
 * @param payment of a gift that is made once
 * @param plan of a gift that is made again and again
 * @param asked whether the giver has answered if it shall be every month
 */
public record Pledge(
        PledgeId id,
        String reference,
        UUID attempt,
        Language language,
        SupporterId supporter,
        SubjectId subject,
        Frequency frequency,
        Fund fund,
        @Nullable Fund instead,
        GiftParts parts,
        String terms,
        @Nullable UUID outcomePrice,
        boolean withWords,
        PledgeStatus status,
        @Nullable PaymentId payment,
        @Nullable GiftPlanId plan,
        boolean superseded,
        boolean asked,
        Instant madeAt) {

    /** As what {@link org.lfnkr.zabuton.reveals.Masked#kind()} knows gifts. */
    public static final String KIND = "gift";

    /** The record of which staff open a part with a reason. */
    public Matter matter() {
        return new Matter(KIND, id.value());
    }

    /** Under what its happenings are kept: the plan, where there is one. */
    public UUID story() {
        return plan == null ? id.value() : plan.value();
    }

    /** Other terms for the same plan, from the same giver under the same agreement. */
    public Pledge changed(Frequency every, GiftParts other, Instant now) {
        return new Pledge(
                PledgeId.random(),
                reference,
                UUID.randomUUID(),
                language,
                supporter,
                subject,
                every,
                fund,
                instead,
                other,
                terms,
                outcomePrice,
                false,
                status,
                null,
                plan,
                false,
                true,
                now);
    }

    /** Where the vault keeps the words that belong to it. */
    public String wordsPlace() {
        return wordsPlace(id);
    }

    public static String wordsPlace(PledgeId pledge) {
        return "giving.words/" + pledge.value();
    }
}
