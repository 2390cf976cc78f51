package org.lfnkr.zabuton.giving.givers;

import org.lfnkr.zabuton.giving.Charge;
import org.lfnkr.zabuton.giving.Giver;
import org.lfnkr.zabuton.ledger.Fund;

/** A gift that arrived from a member, what it was for, and who gave it. */
public record MemberGift(Charge charge, Fund fund, Giver giver) {}
