package org.lfnkr.zabuton.receipts;

/** What became of a wish for a receipt. */
public sealed interface IssueResult {

    record Issued(ReceiptId id) implements IssueResult {}

    /** No gift of the scope is there without a receipt that holds. */
    record NothingToConfirm() implements IssueResult {}
}
