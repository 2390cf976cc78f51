package org.lfnkr.zabuton.simulator;

/** What the dashboard says shall become of a subscription whose last try to charge has failed. */
public enum AfterRetries {
    CANCEL,
    /** Later invoices stay drafts. */
    MARK_UNPAID,
    /** Later invoices are tried like any other. */
    LEAVE_PAST_DUE
}
