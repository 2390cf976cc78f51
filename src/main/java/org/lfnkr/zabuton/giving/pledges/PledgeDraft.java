package org.lfnkr.zabuton.giving.pledges;

import org.jspecify.annotations.Nullable;
import org.lfnkr.zabuton.content.GiftTerms;
import org.lfnkr.zabuton.giving.GiftParts;
import org.lfnkr.zabuton.giving.GiftPlanId;
import org.lfnkr.zabuton.giving.Pledge;
import org.lfnkr.zabuton.giving.PledgeId;
import org.lfnkr.zabuton.giving.PledgeStatus;
import org.lfnkr.zabuton.impact.OutcomePrice;
import org.lfnkr.zabuton.kernel.Reference;
import org.lfnkr.zabuton.ledger.Fund;
import org.lfnkr.zabuton.payments.PaymentId;
import org.lfnkr.zabuton.supporters.Supporter;

import java.time.Instant;

/**
 * A pledge that can be made, before it is written.
 *
 * @param instead where its money goes once the fund is full or closed; null for nowhere
 * @param price null where nothing can be claimed
 */
public record PledgeDraft(
        PledgeId id,
        String reference,
        GiveWish wish,
        GiftParts parts,
        String fingerprint,
        @Nullable Fund instead,
        @Nullable OutcomePrice price) {

    PledgeDraft(GiveWish wish, GiftParts parts, String fingerprint, @Nullable Fund instead) {
        this(PledgeId.random(), Reference.random(), wish, parts, fingerprint, instead, null);
    }

    PledgeDraft at(@Nullable OutcomePrice found) {
        return new PledgeDraft(id, reference, wish, parts, fingerprint, instead, found);
    }

    Pledge once(Supporter supporter, PaymentId payment, Instant now) {
        return pledge(supporter, PledgeStatus.AWAITING_PAYMENT, payment, null, now);
    }

    Pledge planned(Supporter supporter, GiftPlanId plan, Instant now) {
        return pledge(supporter, PledgeStatus.OF_PLAN, null, plan, now);
    }

    private Pledge pledge(
            Supporter supporter,
            PledgeStatus status,
            @Nullable PaymentId payment,
            @Nullable GiftPlanId plan,
            Instant now) {
        return new Pledge(
                id,
                reference,
                wish.attempt(),
                wish.language(),
                supporter.id(),
                supporter.subject(),
                wish.frequency(),
                wish.cause().fund(),
                instead,
                parts,
                GiftTerms.VERSION.toString(),
                price == null ? null : price.id(),
                !wish.dedication().withoutAlias().isEmpty(),
                status,
                payment,
                plan,
                false,
                false,
                now);
    }
}
