package org.lfnkr.zabuton.reveals;

import static org.lfnkr.zabuton.reveals.Reason.ASKED;
import static org.lfnkr.zabuton.reveals.Reason.CAME_BACK;
import static org.lfnkr.zabuton.reveals.Reason.LAW;
import static org.lfnkr.zabuton.reveals.Reason.MATCHING;
import static org.lfnkr.zabuton.reveals.Reason.PAPER;
import static org.lfnkr.zabuton.reveals.Reason.SENDING;
import static org.lfnkr.zabuton.reveals.Reason.UNREACHED;

import org.lfnkr.zabuton.desk.Right;

import java.util.List;
import java.util.Locale;

/** What is opened at once of what somebody told us. */
public enum Part {
    /** Name, address, phone and words for a parcel. */
    SHIP_TO(Right.REVEAL_SHIP_TO, SENDING, CAME_BACK, ASKED, LAW),
    /** Name and mail address. */
    CONTACT(Right.REVEAL_CONTACT, ASKED, UNREACHED, CAME_BACK, LAW),
    /** Whom a receipt is made out to. */
    RECEIPT(Right.REVEAL_RECEIPT, PAPER, ASKED, LAW),
    /** What a bank wrote of a payment, or its whole file. */
    BANK(Right.REVEAL_BANK, MATCHING, ASKED, LAW);

    private final Right right;
    private final List<Reason> reasons;

    Part(Right right, Reason... reasons) {
        this.right = right;
        this.reasons = List.of(reasons);
    }

    public Right right() {
        return right;
    }

    /** Why it may be opened, the commonest first. */
    public List<Reason> reasons() {
        return reasons;
    }

    /** As addresses and messages know it. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
