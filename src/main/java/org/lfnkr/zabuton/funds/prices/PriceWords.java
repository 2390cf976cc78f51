package org.lfnkr.zabuton.funds.prices;

import org.jspecify.annotations.Nullable;
import org.lfnkr.zabuton.approvals.Words;
import org.lfnkr.zabuton.impact.PriceVersion;
import org.lfnkr.zabuton.impact.PriceVersion.Claim;
import org.lfnkr.zabuton.kernel.Bilingual;
import org.lfnkr.zabuton.kernel.Money;

/** Says a version in words, for whoever decides on it. */
final class PriceWords {

    private PriceWords() {}

    static Words title(PriceVersion version) {
        return Words.of(
                version.claim() == null ? "claims.approval.end" : "claims.approval.price",
                version.outcome().name(),
                version.from());
    }

    /** Such as {@code ¥5,400 for 30 kg of rice}. */
    static Words price(PriceVersion version) {
        Claim claim = version.claim();
        return claim == null
                ? Words.of("claims.nothing")
                : Words.of(
                        "claims.price.of",
                        Money.yen(claim.yen()),
                        Words.of(
                                "impact.amount." + version.outcome().unitKey(),
                                claim.units(),
                                version.outcome().name()));
    }

    static Words effect(Effect effect) {
        return Words.of(
                "claims.approval.effect",
                effect.what(),
                said(effect.before()),
                said(effect.after()));
    }

    private static Object said(@Nullable Bilingual sentence) {
        return sentence == null ? Words.of("claims.nothing") : sentence;
    }
}
