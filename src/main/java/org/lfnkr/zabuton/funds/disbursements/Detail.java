package org.lfnkr.zabuton.funds.disbursements;

import org.jspecify.annotations.Nullable;
import org.lfnkr.zabuton.approvals.Approval;
import org.lfnkr.zabuton.bookkeeping.BookedEntry;
import org.lfnkr.zabuton.bookkeeping.spending.Preview;
import org.lfnkr.zabuton.funds.disbursements.promises.Promises;

import java.util.List;
import java.util.Set;

/**
 * All that the page of a disbursement shows.
 *
 * @param gone numbers of returns that a row of the bank has brought, and that are spent since
 * @param preview what a draft would take; null once it is signed
 * @param asked of a second person
 */
record Detail(
        Disbursement disbursement,
        @Nullable Foreign foreign,
        @Nullable Preview preview,
        Promises promises,
        List<Proof> proofs,
        List<Return> returns,
        Set<Integer> gone,
        List<Step> course,
        List<BookedEntry> entries,
        Requested.Asked asked) {

    /** Which waits, or was signed; null where none does or was. */
    public @Nullable Approval approval() {
        return asked.approval();
    }

    /** Why a draft was refused; null where it was not, or is asked for again. */
    public @Nullable Approval refused() {
        return asked.refused();
    }

    /** Whether what waits is not what the draft says now. */
    public boolean stale() {
        return asked.stale();
    }

    /**
     * Whether somebody can say that it will not arrive, or that the row that was taken for it is of
     * something else, where the fund has spent since what it brought.
     */
    public boolean mayBeLost(Return back) {
        return disbursement.paidOn() != null
                && (back.isExpected() || gone.contains(back.no()))
                && loss(back) == null;
    }

    public List<LostWhy> reasonsOfLoss(Return back) {
        return LostWhy.of(back);
    }

    /** By which somebody can sign that it will not come back; null where nobody can. */
    public @Nullable Approval loss(Return back) {
        return asked.losses().stream()
                .filter(it -> it.subject().equals(back.id()))
                .findFirst()
                .orElse(null);
    }

    /** What is to be done next, as messages know it; empty where nothing is. */
    public String next() {
        return switch (disbursement.state()) {
            case DRAFT -> nextOfDraft();
            case APPROVED -> "pay";
            case PAID -> disbursement.invoicedAt() == null ? "invoice" : "delivery";
            case EVIDENCED, RETURNED -> isExpecting() ? "arrive" : "";
            case WITHDRAWN -> "";
        };
    }

    private String nextOfDraft() {
        if (approval() != null && !stale()) {
            return "wait";
        }
        return preview == null || preview.isEnough() ? "ask" : "too-little";
    }

    /** Whether money is expected that the bank has not told of. */
    public boolean isExpecting() {
        return disbursement.paidOn() != null && returns.stream().anyMatch(Return::isExpected);
    }

    /** What of the units is nobody's alone; null where that can't be said. */
    public @Nullable Long shared() {
        return promises.isEmpty() ? null : promises.shared(disbursement.plan().units());
    }

    /** Whether some or all of it can come back. */
    public boolean isReturnable() {
        return disbursement.mayReturn(disbursement.kept());
    }
}
