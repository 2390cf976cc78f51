package org.lfnkr.zabuton.giving;

import org.lfnkr.zabuton.ledger.Fund;

/** A gift that arrived from a member, what it was for, and who gave it. */
public record MemberGift(Charge charge, Fund fund, Giver giver) {}
