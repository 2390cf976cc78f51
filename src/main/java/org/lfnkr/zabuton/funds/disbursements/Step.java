package org.lfnkr.zabuton.funds.disbursements;

import java.time.Instant;

/**
 * Something that was done to a disbursement, in words.
 *
 * @param who the account that did it
 * @param change what stood before and after; empty where nothing did
 */
record Step(Instant at, String what, String who, String change) {}
