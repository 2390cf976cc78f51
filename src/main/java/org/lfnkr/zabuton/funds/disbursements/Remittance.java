package org.lfnkr.zabuton.funds.disbursements;

import org.jspecify.annotations.Nullable;

/**
 * Money that was sent or carried abroad.
 *
 * @param foreign null where it was sent in yen
 */
record Remittance(Disbursement disbursement, @Nullable Foreign foreign) {}
