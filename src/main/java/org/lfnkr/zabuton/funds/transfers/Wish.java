package org.lfnkr.zabuton.funds.transfers;

import org.lfnkr.zabuton.kernel.Money;
import org.lfnkr.zabuton.ledger.Fund;

/** What somebody wants to move, and why. */
record Wish(Fund from, Fund to, Money yen, Ground ground) {}
