package org.lfnkr.zabuton.funds.targets;

import org.lfnkr.zabuton.approvals.Content;
import org.lfnkr.zabuton.approvals.Matter;
import org.lfnkr.zabuton.approvals.Matter.Fact;
import org.lfnkr.zabuton.approvals.Words;
import org.lfnkr.zabuton.giving.Cause;
import org.lfnkr.zabuton.impact.FundTarget;
import org.lfnkr.zabuton.kernel.Money;
import org.lfnkr.zabuton.ledger.Fund;

import java.util.ArrayList;
import java.util.List;

/** A target or a closing as a second person decides on it. */
final class TargetMatter {

    private TargetMatter() {}

    static Matter of(FundTarget draft, Money received) {
        List<Fact> facts = new ArrayList<>();
        facts.add(new Fact("targets.fund", cause(draft.fund())));
        facts.add(new Fact("targets.from", Words.plain(draft.from())));
        facts.add(new Fact("targets.kind", Words.of("targets.kind." + kind(draft))));
        FundTarget.Need need = draft.need();
        if (need != null) {
            facts.add(new Fact("targets.yen", Words.plain(need.yen())));
            facts.add(new Fact("targets.since", Words.plain(need.since())));
            facts.add(new Fact("targets.received", Words.plain(received)));
        }
        Fund instead = draft.instead();
        if (instead != null) {
            facts.add(new Fact("targets.instead", cause(instead)));
        }
        facts.add(new Fact("policies.reason.ja", Words.plain(draft.reason().ja())));
        facts.add(new Fact("policies.reason.en", Words.plain(draft.reason().en())));
        return new Matter(
                Words.of("targets.approval.title." + Cause.of(draft.fund()).code(), draft.from()),
                facts,
                TargetsController.PATH,
                content(draft));
    }

    /** What a signature is for; how much has come by now is only told. */
    private static Content content(FundTarget draft) {
        FundTarget.Need need = draft.need();
        Fund instead = draft.instead();
        return Content.of(
                TargetApprovals.KIND,
                "draft",
                draft.id(),
                "fund",
                draft.fund().code(),
                "from",
                draft.from(),
                "kind",
                kind(draft),
                "yen",
                need == null ? "" : need.yen().yen(),
                "since",
                need == null ? "" : need.since(),
                "instead",
                instead == null ? "" : instead.code(),
                "reason-ja",
                draft.reason().ja(),
                "reason-en",
                draft.reason().en());
    }

    private static Words cause(Fund fund) {
        return Words.of("giving.cause." + Cause.of(fund).code());
    }

    /** One of {@link TargetForm#KINDS}. */
    static String kind(FundTarget target) {
        return target.isEnd() ? "end" : target.closed() ? "closed" : "target";
    }
}
