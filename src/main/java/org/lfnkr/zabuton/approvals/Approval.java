package org.lfnkr.zabuton.approvals;

import org.jspecify.annotations.Nullable;
import org.lfnkr.zabuton.kernel.Bilingual;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/**
 * What somebody proposed, and what was decided on it.
 *
 * @param number by which approvals are listed
 * @param subject see {@link Approvable#describe}
 * @param decider who approved or refused; null otherwise
 * @param decidedAt null while it waits
 * @param refusal why it was refused; empty otherwise
 */
public record Approval(
        UUID id,
        long number,
        String kind,
        UUID subject,
        Bilingual title,
        Content content,
        UUID proposer,
        String reason,
        Instant proposedAt,
        Instant endsAt,
        State state,
        @Nullable UUID decider,
        @Nullable Instant decidedAt,
        String refusal) {

    /** Where it stands. */
    public enum State {
        WAITING,
        APPROVED,
        REFUSED,
        /** What it was about has changed, or nobody decided in time: it can be proposed again. */
        STALE,
        WITHDRAWN;

        /** As messages know it. */
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Whether it can still be decided on. */
    public boolean isOpen(Instant now) {
        return state == State.WAITING && now.isBefore(endsAt);
    }

    /** Whether it is what somebody asks for, in their own words. */
    boolean isAskedBy(UUID account, String why) {
        return proposer.equals(account) && reason.equals(why);
    }

    /** Whether somebody has refused it in these words. */
    boolean isRefusedBy(UUID account, String why) {
        return state == State.REFUSED && account.equals(decider) && refusal.equals(why);
    }

    /** Whether somebody has taken it back. */
    boolean isWithdrawnBy(UUID account) {
        return state == State.WITHDRAWN && proposer.equals(account);
    }

    /** Why somebody can't decide on it; empty where they can. */
    Optional<Decision> barredFor(UUID account, Instant now) {
        if (!isOpen(now)) {
            return Optional.of(Decision.OVER);
        }
        return proposer.equals(account) ? Optional.of(Decision.NOT_YOURS) : Optional.empty();
    }
}
