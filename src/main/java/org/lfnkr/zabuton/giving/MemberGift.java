package org.lfnkr.zabuton.giving;

import org.lfnkr.zabuton.ledger.Fund;

/** A gift that arrived from a member, and what it was for. */
public record MemberGift(Charge charge, Fund fund) {}
