package org.lfnkr.zabuton.funds.disbursements.lists;

import org.jspecify.annotations.Nullable;
import org.lfnkr.zabuton.funds.disbursements.Disbursement;
import org.lfnkr.zabuton.funds.disbursements.Foreign;

/**
 * Money that was sent or carried abroad.
 *
 * @param foreign null where it was sent in yen
 */
record Remittance(Disbursement disbursement, @Nullable Foreign foreign) {}
