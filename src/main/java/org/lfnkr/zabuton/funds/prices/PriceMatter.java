package org.lfnkr.zabuton.funds.prices;

import org.lfnkr.zabuton.approvals.Content;
import org.lfnkr.zabuton.approvals.Matter;
import org.lfnkr.zabuton.approvals.Matter.Fact;
import org.lfnkr.zabuton.approvals.Words;
import org.lfnkr.zabuton.impact.PriceVersion;
import org.lfnkr.zabuton.impact.PriceVersion.Claim;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** A price or an end as a second person decides on it. */
final class PriceMatter {

    private PriceMatter() {}

    static Matter of(PriceVersion draft, List<Effect> effects) {
        List<Fact> facts = new ArrayList<>();
        facts.add(new Fact("claims.from", Words.plain(draft.from())));
        facts.add(new Fact("claims.price", PriceWords.price(draft)));
        Claim claim = draft.claim();
        if (claim != null) {
            facts.add(new Fact("claims.evidence.on", Words.plain(claim.on())));
            facts.add(new Fact("claims.evidence.until", Words.plain(claim.until())));
            facts.add(new Fact("claims.sha256", Words.plain(hash(claim))));
        }
        facts.add(new Fact("claims.effect", effects.stream().map(PriceWords::effect).toList()));
        return new Matter(
                PriceWords.title(draft),
                facts,
                "/desk/outcome-prices/drafts/" + draft.id(),
                content(draft));
    }

    private static Content content(PriceVersion draft) {
        Claim claim = draft.claim();
        return claim == null
                ? Content.of(
                        PriceApprovals.KIND,
                        "draft",
                        draft.id(),
                        "outcome",
                        draft.outcome().code(),
                        "end-from",
                        draft.from(),
                        "ground-sha256",
                        Content.digest(draft.ground()))
                : Content.of(
                        PriceApprovals.KIND,
                        "draft",
                        draft.id(),
                        "outcome",
                        draft.outcome().code(),
                        "from",
                        draft.from(),
                        "yen",
                        claim.yen(),
                        "units",
                        claim.units(),
                        "evidence-on",
                        claim.on(),
                        "evidence-until",
                        claim.until(),
                        "sha256",
                        hash(claim),
                        "ground-sha256",
                        Content.digest(draft.ground()));
    }

    private static String hash(Claim claim) {
        return Objects.requireNonNull(claim.sha256(), "A draft has its file");
    }
}
