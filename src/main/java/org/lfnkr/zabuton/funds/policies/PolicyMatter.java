package org.lfnkr.zabuton.funds.policies;

import org.lfnkr.zabuton.approvals.Content;
import org.lfnkr.zabuton.approvals.Matter;
import org.lfnkr.zabuton.approvals.Matter.Fact;
import org.lfnkr.zabuton.approvals.Words;
import org.lfnkr.zabuton.impact.AllocationPolicy;
import org.lfnkr.zabuton.impact.Shares;
import org.lfnkr.zabuton.kernel.Bilingual;
import org.lfnkr.zabuton.ledger.Fund;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * A draft as a second person decides on it.
 *
 * @param before what would be in force on its first day otherwise
 * @param names of the funds
 */
record PolicyMatter(
        PolicyDraft draft,
        AllocationPolicy before,
        Simulation simulation,
        Map<Fund, Bilingual> names) {

    Matter matter() {
        return new Matter(
                Words.of("policies.approval.title", draft.from()),
                List.of(
                        new Fact("policies.from", Words.plain(draft.from())),
                        new Fact("policies.profit", change(before.ofProfit(), draft.ofProfit())),
                        new Fact("policies.gift", change(before.ofGift(), draft.ofGift())),
                        new Fact("policies.simulation", simulated()),
                        new Fact("policies.reason.ja", Words.plain(draft.reason().ja())),
                        new Fact("policies.reason.en", Words.plain(draft.reason().en()))),
                "/desk/policies/drafts/" + draft.id(),
                content());
    }

    private Content content() {
        return Content.of(
                PolicyApprovals.KIND,
                "draft",
                draft.id(),
                "before",
                before.version(),
                "from",
                draft.from(),
                "profit",
                code(draft.ofProfit()),
                "gift",
                code(draft.ofGift()),
                "reason-ja",
                draft.reason().ja(),
                "reason-en",
                draft.reason().en());
    }

    private static String code(Shares shares) {
        return new TreeMap<>(shares.parts())
                .entrySet().stream()
                        .map(share -> share.getKey() + ":" + share.getValue())
                        .collect(Collectors.joining(" "));
    }

    private List<Words> change(Shares from, Shares to) {
        TreeSet<Fund> funds = new TreeSet<>(from.parts().keySet());
        funds.addAll(to.parts().keySet());
        return funds.stream()
                .map(
                        fund ->
                                Words.of(
                                        "policies.approval.share",
                                        name(fund),
                                        part(from, fund),
                                        part(to, fund)))
                .toList();
    }

    private static String part(Shares shares, Fund fund) {
        return Percent.of(shares.parts().getOrDefault(fund, 0));
    }

    private List<Words> simulated() {
        return simulation.lines().stream()
                .map(
                        line ->
                                Words.of(
                                        "policies.approval.line",
                                        name(line.fund()),
                                        line.got(),
                                        line.would()))
                .toList();
    }

    private Object name(Fund fund) {
        return names.getOrDefault(fund, new Bilingual(fund.code(), fund.code()));
    }
}
