package org.lfnkr.zabuton.funds.policies;

import org.lfnkr.zabuton.approvals.Content;
import org.lfnkr.zabuton.approvals.Matter;
import org.lfnkr.zabuton.approvals.Matter.Fact;
import org.lfnkr.zabuton.approvals.Words;
import org.lfnkr.zabuton.impact.PolicyVersion;

import java.util.List;

/** The withdrawal of a version as a second person decides on it. */
final class WithdrawalMatter {

    private WithdrawalMatter() {}

    static Matter of(Withdrawal withdrawal, PolicyVersion version) {
        Words from = Words.plain(version.policy().effectiveFrom());
        return new Matter(
                Words.of("policies.withdrawal.title", from),
                List.of(
                        new Fact("policies.from", from),
                        new Fact("policies.withdrawn", Words.plain(version.reason())),
                        new Fact("policies.reason.ja", Words.plain(withdrawal.reason().ja())),
                        new Fact("policies.reason.en", Words.plain(withdrawal.reason().en()))),
                "/desk/policies",
                Content.of(
                        WithdrawalApprovals.KIND,
                        "withdrawal",
                        withdrawal.id(),
                        "version",
                        withdrawal.version()));
    }
}
