package org.lfnkr.zabuton.giving.plans;

import org.jspecify.annotations.Nullable;
import org.lfnkr.zabuton.giving.GiftParts;
import org.lfnkr.zabuton.kernel.Money;

import java.net.URI;
import java.util.List;
import java.util.Map;

/**
 * What the mails about a plan say, whichever it is; which words, the kind decides.
 *
 * @param kind of the letter without {@code gift-plan-}; names messages
 * @param cause code of what it is given for
 * @param elsewhere code of what the charge went to that it tells of, where that is another; null
 *     otherwise
 * @param instead code of what later charges go to once that is full or closed; null for nothing,
 *     and where it does not belong into the letter
 * @param frequency code of how often it is given
 * @param arguments of the messages: total, next charge, last day, card, next try, and of a change
 *     from and to, and the gift with its fee; empty where one is not known
 * @param impact what may be said of the latest charge, a sentence each; may be empty
 */
record PlanLetterModel(
        String kind,
        String reference,
        String name,
        String cause,
        @Nullable String elsewhere,
        @Nullable String instead,
        String frequency,
        GiftParts parts,
        List<Object> arguments,
        List<String> impact,
        URI page) {

    public PlanLetterModel {
        arguments = List.copyOf(arguments);
        impact = List.copyOf(impact);
    }

    public Money total() {
        return parts.total();
    }

    public Object[] args() {
        return arguments.toArray();
    }

    /** For {@link org.lfnkr.zabuton.mail.LetterContent}. */
    public Map<String, Object> asModel() {
        return Map.of("plan", this);
    }

    @Override
    public String toString() {
        return "PlanLetterModel[" + reference + "]";
    }
}
