package org.lfnkr.zabuton.funds.ripening;

import org.lfnkr.zabuton.approvals.Content;
import org.lfnkr.zabuton.approvals.Matter;
import org.lfnkr.zabuton.approvals.Matter.Fact;
import org.lfnkr.zabuton.approvals.Words;
import org.lfnkr.zabuton.bookkeeping.spending.Ripening;

import java.util.List;

/** How long money waits, as a second person decides on it. */
final class RipeningMatter {

    private RipeningMatter() {}

    static Matter of(Ripening draft) {
        return new Matter(
                Words.of("ripening.approval.title", draft.from()),
                List.of(
                        new Fact("ripening.means", Words.of("ripening.means." + draft.means())),
                        new Fact("ripening.days", Words.of("ripening.days.of", draft.days())),
                        new Fact("ripening.from", Words.plain(draft.from())),
                        new Fact("policies.reason.ja", Words.plain(draft.reason().ja())),
                        new Fact("policies.reason.en", Words.plain(draft.reason().en()))),
                RipeningController.PATH,
                Content.of(
                        RipeningApprovals.KIND,
                        "draft",
                        draft.id(),
                        "means",
                        draft.means(),
                        "days",
                        draft.days(),
                        "from",
                        draft.from(),
                        "reason-ja",
                        draft.reason().ja(),
                        "reason-en",
                        draft.reason().en()));
    }
}
